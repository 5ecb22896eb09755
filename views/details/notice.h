// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLabel>
#include <QTimer>

namespace auditloupe {

/// A sentence at the lower edge of its parent that goes away by itself. Nothing else moves.
class Notice : public QLabel
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent);

    void say(const QString &sentence);

private:
    QTimer m_timer;
};

} // namespace auditloupe
