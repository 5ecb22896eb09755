// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/columnheader.h"

#include "model/query/eventtablemodel.h"

#include <QMouseEvent>
#include <QStyleOptionHeader>

#include <algorithm>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr std::u16string_view Places = u"¹²³⁴";
static_assert(Places.size() == SortOrder::MostTerms);

} // namespace

ColumnHeader::ColumnHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionClicked, this, [this](int column) {
        Q_EMIT sortRequested(column, m_modifiers.testFlag(Qt::ShiftModifier));
    });
}

void ColumnHeader::setOrder(const SortOrder &order)
{
    m_order = order;
    viewport()->update();
}

QString ColumnHeader::spokenTitle(int column) const
{
    const QString title = model()->headerData(column, orientation()).toString();
    const int place = placeOf(column);
    if (place < 0) {
        return title;
    }
    const bool isDown = m_order.terms[static_cast<std::size_t>(place)].descending;
    if (m_order.terms.size() == 1) {
        return isDown ? tr("%1, sorted, descending").arg(title)
                      : tr("%1, sorted, ascending").arg(title);
    }
    return isDown ? tr("%1, sorted as number %2, descending").arg(title).arg(place + 1)
                  : tr("%1, sorted as number %2, ascending").arg(title).arg(place + 1);
}

void ColumnHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int column) const
{
    QHeaderView::initStyleOptionForIndex(option, column);
    const int place = placeOf(column);
    if (place < 0) {
        return;
    }
    // As Qt's own tables have it, the arrow's tip points to the smaller values.
    const bool isDown = m_order.terms[static_cast<std::size_t>(place)].descending;
    option->sortIndicator = isDown ? QStyleOptionHeader::SortUp : QStyleOptionHeader::SortDown;
    if (m_order.terms.size() > 1) {
        option->text += u' ' + QChar(Places[static_cast<std::size_t>(place)]);
    }
}

void ColumnHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_modifiers = event->modifiers();
    QHeaderView::mouseReleaseEvent(event);
}

int ColumnHeader::placeOf(int column) const
{
    const SortKey key = EventTableModel::sortKey(static_cast<EventTableModel::Column>(column));
    const auto found = std::ranges::find(m_order.terms, key, &SortTerm::key);
    return found == m_order.terms.end() ? -1 : static_cast<int>(found - m_order.terms.begin());
}

} // namespace auditloupe
