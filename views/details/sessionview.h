// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/details/eventloader.h"

#include <QTimeZone>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace auditloupe {

/// What an exec, attach, port-forward or watch was: the command, how it came, how long it lasted.
class SessionView : public QWidget
{
    Q_OBJECT

public:
    explicit SessionView(QWidget *parent = nullptr);

    /// Hides where there is none.
    void setSession(const std::optional<SessionDetails> &session);

private:
    void addRow(const QString &name, const QString &value, bool isCode = false);

    QLabel *m_title;
    QGridLayout *m_rows;
};

} // namespace auditloupe
