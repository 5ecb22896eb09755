// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/sectionflow.h"

#include <QEvent>

#include <algorithm>

namespace auditloupe {
namespace {

constexpr int NarrowestColumn = 288;
constexpr int ColumnGap = 32;
constexpr int RowGap = 24;
constexpr int MostColumns = 6;

int sectionHeight(const QWidget *section, int width)
{
    const int height = section->heightForWidth(width);
    return height >= 0 ? height : section->sizeHint().height();
}

} // namespace

SectionFlow::SectionFlow(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SectionFlow::addSection(QWidget *section)
{
    section->setParent(this);
    section->show();
    m_sections.push_back(section);
    updateGeometry();
}

std::vector<SectionFlow::Placed> SectionFlow::arrange(int width) const
{
    const int fitting = (width + ColumnGap) / (NarrowestColumn + ColumnGap);
    const int columns = std::clamp(fitting, 1, MostColumns);
    const int columnWidth = (width - (columns - 1) * ColumnGap) / columns;
    std::vector<int> bottoms(std::size_t(columns), 0);
    std::vector<Placed> placed;
    for (QWidget *section : m_sections) {
        if (section->isHidden()) {
            continue;
        }
        const auto shortest = std::ranges::min_element(bottoms);
        const int column = int(shortest - bottoms.begin());
        const int height = sectionHeight(section, columnWidth);
        placed.push_back(
            {.section = section,
             .place = QRect(column * (columnWidth + ColumnGap), *shortest, columnWidth, height)});
        *shortest += height + RowGap;
    }
    return placed;
}

int SectionFlow::heightForWidth(int width) const
{
    int bottom = 0;
    for (const Placed &placed : arrange(width)) {
        bottom = std::max(bottom, placed.place.bottom() + 1);
    }
    return bottom;
}

QSize SectionFlow::sizeHint() const
{
    return {2 * NarrowestColumn + ColumnGap, heightForWidth(std::max(width(), NarrowestColumn))};
}

QSize SectionFlow::minimumSizeHint() const
{
    return {NarrowestColumn, 0};
}

bool SectionFlow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        apply();
        updateGeometry();
    }
    return QWidget::event(event);
}

void SectionFlow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    apply();
}

void SectionFlow::apply()
{
    for (const Placed &placed : arrange(width())) {
        placed.section->setGeometry(placed.place);
    }
}

} // namespace auditloupe
