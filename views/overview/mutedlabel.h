// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QLabel>

namespace auditloupe {

/// Text that stands back: palette's text mixed with what is behind it, still 4.5:1 and more.
/// (QPalette::PlaceholderText is fainter than that in most themes.)
QColor mutedColor(const QPalette &palette);

/// A label of plain text in that colour.
class MutedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit MutedLabel(const QString &text = {}, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColor();

    bool m_applying = false;
};

} // namespace auditloupe
