// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <cstdint>

namespace auditloupe {

class FigureButton;
class FlowLayout;

/// Large numbers beside each other; what does not fit stands on the next line.
class FigureRow : public QWidget
{
    Q_OBJECT

public:
    explicit FigureRow(QWidget *parent = nullptr);

    FigureButton *addFigure(std::int64_t count, const QString &unit);
    void clear();

private:
    FlowLayout *m_layout;
};

} // namespace auditloupe
