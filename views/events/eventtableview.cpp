// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/eventtableview.h"

#include "views/common/tones.h"
#include "views/events/columnheader.h"
#include "views/events/eventcolumns.h"
#include "views/events/eventdelegate.h"
#include "views/events/eventtableaccessible.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace auditloupe {

namespace {

constexpr int LeastRowHeight = 22;

} // namespace

EventTableView::EventTableView(QWidget *parent)
    : QAbstractItemView(parent)
    , m_header(new ColumnHeader(this))
{
    EventTableAccessible::install();
    setItemDelegate(new EventDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("Events"));
    QFont tabular = font();
    tabular.setFeature(QFont::Tag("tnum"), 1);
    setFont(tabular);
    setUpHeader();
    updateRowHeight();
    connect(this, &QAbstractItemView::doubleClicked, this, &EventTableView::eventActivated);
    // Whoever scrolls by hand does not want to be taken back.
    connect(verticalScrollBar(), &QAbstractSlider::actionTriggered, this,
            [this] { m_place.isPending = false; });
}

/// The header is hidden when this object is already half gone.
EventTableView::~EventTableView()
{
    m_header->disconnect(this);
}

void EventTableView::setEventModel(EventTableModel *model)
{
    m_events = model;
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &EventTableView::rememberPlace);
    setModel(model);
    m_header->setModel(model);
    // After the selection model, which forgets everything when it hears of the reset.
    connect(model, &QAbstractItemModel::modelReset, this, &EventTableView::returnToPlace);
    m_columns = new EventColumns(model, m_header);
}

int EventTableView::topRow() const
{
    return verticalScrollBar()->value();
}

int EventTableView::fullRows() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

void EventTableView::setCurrentEvent(EventId id)
{
    if (id == m_currentEvent && currentIndex().isValid()) {
        return;
    }
    m_currentEvent = id;
    if (id != EventId{0}) {
        m_place.current = id; // whoever chose it does not want the older one back
    }
    if (const int row = m_events ? m_events->rowOf(id) : -1; row >= 0) {
        selectRow(row);
    } else {
        clearSelection();
    }
}

void EventTableView::forgetPlace()
{
    m_currentEvent = EventId{0};
    m_place = {};
    verticalScrollBar()->setValue(0);
    setCurrentIndex({});
}

QRect EventTableView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || m_header->isSectionHidden(index.column())) {
        return {};
    }
    return {m_header->sectionViewportPosition(index.column()),
            (index.row() - topRow()) * m_rowHeight, m_header->sectionSize(index.column()),
            m_rowHeight};
}

void EventTableView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid()) {
        return;
    }
    const int row = index.row();
    const bool isVisible = row >= topRow() && row < topRow() + fullRows();
    if (hint == PositionAtCenter) {
        verticalScrollBar()->setValue(row - fullRows() / 2);
    } else if (hint == PositionAtTop || (!isVisible && row < topRow())) {
        verticalScrollBar()->setValue(row);
    } else if (hint == PositionAtBottom || !isVisible) {
        verticalScrollBar()->setValue(row - fullRows() + 1);
    }
}

QModelIndex EventTableView::indexAt(const QPoint &point) const
{
    const int row = rowAt(point.y());
    const int column = m_header->logicalIndexAt(point.x());
    return row >= 0 && column >= 0 ? model()->index(row, column) : QModelIndex();
}

void EventTableView::keyboardSearch(const QString &)
{
    // The inherited one reads every row.
}

void EventTableView::reset()
{
    QAbstractItemView::reset();
    updateGeometries();
}

QModelIndex EventTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0) {
        return {};
    }
    const bool hasCurrent = currentIndex().isValid();
    int row = hasCurrent ? currentIndex().row() : topRow();
    int column = hasCurrent ? currentIndex().column() : m_header->logicalIndex(0);
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row -= hasCurrent ? 1 : 0;
        break;
    case MoveDown:
    case MoveNext:
        row += hasCurrent ? 1 : 0;
        break;
    case MovePageUp:
        row -= fullRows();
        break;
    case MovePageDown:
        row += fullRows();
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = count - 1;
        break;
    case MoveLeft:
        column = nextColumn(column, -1);
        break;
    case MoveRight:
        column = nextColumn(column, 1);
        break;
    }
    return model()->index(std::clamp(row, 0, count - 1), column);
}

int EventTableView::horizontalOffset() const
{
    return m_header->offset();
}

int EventTableView::verticalOffset() const
{
    return topRow() * m_rowHeight;
}

bool EventTableView::isIndexHidden(const QModelIndex &index) const
{
    return m_header->isSectionHidden(index.column());
}

void EventTableView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0) {
        return;
    }
    const QRect area = rect.normalized();
    const auto row = [this, count](int y) {
        const int below = y >= 0 ? y / m_rowHeight : (y - m_rowHeight + 1) / m_rowHeight;
        return std::clamp(topRow() + below, 0, count - 1);
    };
    const QItemSelection selection(model()->index(row(area.top()), 0),
                                   model()->index(row(area.bottom()), m_header->count() - 1));
    selectionModel()->select(selection, command);
}

QRegion EventTableView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const int first = std::max(range.top(), topRow());
        const int last = std::min(range.bottom(), lastVisibleRow());
        if (first <= last) {
            region += QRect(0, (first - topRow()) * m_rowHeight, viewport()->width(),
                            (last - first + 1) * m_rowHeight);
        }
    }
    return region;
}

void EventTableView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int first = topRow() + event->rect().top() / m_rowHeight;
    const int last = std::min(topRow() + event->rect().bottom() / m_rowHeight, lastVisibleRow());
    for (int row = first; row <= last; ++row) {
        paintRow(painter, option, row);
    }
}

void EventTableView::paintRow(QPainter &painter, QStyleOptionViewItem option, int row) const
{
    const int y = (row - topRow()) * m_rowHeight;
    const QRect line(0, y, viewport()->width(), m_rowHeight);
    const QModelIndex start = model()->index(row, 0);
    if (selectionModel()->isSelected(start)) {
        option.state |= QStyle::State_Selected;
        painter.fillRect(line, option.palette.brush(QPalette::Highlight));
    } else {
        option.state &= ~QStyle::State_Selected;
        painter.fillRect(line.adjusted(0, m_rowHeight - 1, 0, 0), hairlineColor(option.palette));
    }
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        const QModelIndex index = start.siblingAtColumn(column);
        option.rect = visualRect(index);
        if (option.rect.isEmpty() || !option.rect.intersects(line)) {
            continue;
        }
        itemDelegate()->paint(&painter, option, index);
        if (hasFocus() && index == currentIndex()) {
            painter.setPen(option.palette.color(selectionModel()->isSelected(index)
                                                    ? QPalette::HighlightedText
                                                    : QPalette::Highlight));
            painter.drawRect(option.rect.adjusted(1, 1, -2, -3));
        }
    }
}

void EventTableView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    if (m_columns) {
        m_columns->fitTo(viewport()->width());
    }
}

void EventTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid()) {
            Q_EMIT eventActivated();
        }
    } else {
        QAbstractItemView::keyPressEvent(event);
    }
}

/// The inherited one makes the first row current, which would select an event unasked.
void EventTableView::focusInEvent(QFocusEvent *event)
{
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): the parent's is what is avoided
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceCurrent();
}

void EventTableView::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateRowHeight();
    }
}

void EventTableView::scrollContentsBy(int, int)
{
    m_header->setOffset(horizontalScrollBar()->value());
    viewport()->update();
}

void EventTableView::updateGeometries()
{
    const int headerHeight = m_header->sizeHint().height();
    setViewportMargins(0, headerHeight, 0, 0);
    const QRect area = viewport()->geometry();
    m_header->setGeometry(area.left(), area.top() - headerHeight, area.width(), headerHeight);

    horizontalScrollBar()->setPageStep(area.width());
    horizontalScrollBar()->setRange(0, std::max(0, m_header->length() - area.width()));
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
    const int count = model() ? model()->rowCount() : 0;
    verticalScrollBar()->setPageStep(fullRows());
    verticalScrollBar()->setRange(0, std::max(0, count - fullRows()));
    verticalScrollBar()->setSingleStep(1);
    QAbstractItemView::updateGeometries();
}

void EventTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (!current.isValid()) {
        return;
    }
    m_place.isPending = false;
    const EventId event = m_events->eventAt(current.row());
    if (std::exchange(m_currentEvent, event) != event) {
        Q_EMIT currentEventChanged(event);
    }
    announceCurrent();
}

/// To screen readers, which follow the cell that has the keyboard.
void EventTableView::announceCurrent()
{
    if (!QAccessible::isActive()) {
        return;
    }
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(this);
    if (QAccessibleInterface *cell = table ? table->focusChild() : nullptr) {
        QAccessibleEvent event(cell, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

void EventTableView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    viewport()->update();
    if (m_place.isPending) {
        returnToPlace();
    }
}

void EventTableView::setUpHeader()
{
    m_header->setStretchLastSection(true);
    connect(m_header, &QWidget::customContextMenuRequested, this, &EventTableView::showColumnMenu);
    const auto update = [this] {
        updateGeometries();
        viewport()->update();
    };
    connect(m_header, &QHeaderView::sectionResized, this, update);
    connect(m_header, &QHeaderView::sectionMoved, this, update);
    connect(m_header, &QHeaderView::geometriesChanged, this, update);
}

void EventTableView::updateRowHeight()
{
    m_rowHeight = std::max(LeastRowHeight, fontMetrics().height() + 5);
    EventTableView::updateGeometries();
}

void EventTableView::rememberPlace()
{
    if (m_place.isPending) {
        return; // the rows so far never had it: the older place still counts
    }
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    const bool isVisible = current >= topRow() && current < topRow() + fullRows();
    m_place = {.top = topRow() > 0 ? m_events->eventAt(topRow()) : EventId{0},
               .current = m_currentEvent,
               .currentOffset = isVisible ? current - topRow() : -1,
               .isPending = true};
}

void EventTableView::returnToPlace()
{
    const int current = m_place.current != EventId{0} ? m_events->rowOf(m_place.current) : -1;
    const int top = m_place.top != EventId{0} ? m_events->rowOf(m_place.top) : -1;
    const Place place = m_place;
    if (current >= 0) {
        selectRow(current);
    }
    if (current >= 0 && place.currentOffset >= 0) {
        verticalScrollBar()->setValue(current - place.currentOffset);
    } else if (top >= 0) {
        verticalScrollBar()->setValue(top);
    }
    const bool wantsCurrent = place.current != EventId{0} && current < 0;
    const bool wantsTop = place.top != EventId{0} && top < 0;
    m_place.isPending = wantsCurrent || wantsTop;
}

void EventTableView::selectRow(int row)
{
    const int column =
        currentIndex().isValid() ? currentIndex().column() : m_header->logicalIndex(0);
    selectionModel()->setCurrentIndex(model()->index(row, column),
                                      QItemSelectionModel::ClearAndSelect
                                          | QItemSelectionModel::Rows);
}

void EventTableView::showColumnMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_columns->fillMenu(menu);
    menu->popup(m_header->mapToGlobal(position));
}

int EventTableView::rowAt(int y) const
{
    const int row = topRow() + y / m_rowHeight;
    return y >= 0 && model() && row < model()->rowCount() ? row : -1;
}

int EventTableView::lastVisibleRow() const
{
    const int count = model() ? model()->rowCount() : 0;
    return std::min(count - 1, topRow() + viewport()->height() / m_rowHeight);
}

/// The nearest visible column to the right (1) or left (-1), the same one at the edge.
int EventTableView::nextColumn(int column, int step) const
{
    for (int visual = m_header->visualIndex(column) + step;
         visual >= 0 && visual < m_header->count(); visual += step) {
        if (const int next = m_header->logicalIndex(visual); !m_header->isSectionHidden(next)) {
            return next;
        }
    }
    return column;
}

} // namespace auditloupe
