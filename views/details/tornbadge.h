// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace auditloupe {

/// Says that a record is not whole: a tear and a word.
class TornBadge : public QWidget
{
    Q_OBJECT

public:
    explicit TornBadge(const QString &word, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int markSize() const;

    QString m_word;
};

} // namespace auditloupe
