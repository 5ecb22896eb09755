// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace auditloupe {

/// A heading over a hairline, and what stands below it.
class Section : public QWidget
{
    Q_OBJECT

public:
    /// `unit` says what the numbers count; it stands at the right end of the heading.
    Section(const QString &title, const QString &unit, QWidget *parent = nullptr);

    void setUnit(const QString &unit);
    void addRow(QWidget *row);
    /// A paragraph of plain text; muted for "nothing here".
    void addText(const QString &text, bool muted = false);
    /// Takes all rows away; the heading stays.
    void clear();

private:
    QLabel *m_unit;
    QVBoxLayout *m_rows;
};

/// A line one pixel high in the theme's hairline colour.
class Hairline : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace auditloupe
