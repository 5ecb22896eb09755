// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <vector>

namespace auditloupe {

/// Lays widgets out in as many equal columns as the width has room for; each goes to the column
/// that is shortest so far, so the order of reading is kept roughly and no column ends far below.
class SectionFlow : public QWidget
{
    Q_OBJECT

public:
    explicit SectionFlow(QWidget *parent = nullptr);

    void addSection(QWidget *section);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Placed
    {
        QWidget *section = nullptr;
        QRect place = {};
    };
    std::vector<Placed> arrange(int width) const;
    void apply();

    std::vector<QWidget *> m_sections;
};

} // namespace auditloupe
