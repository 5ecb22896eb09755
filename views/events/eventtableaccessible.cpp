// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/eventtableaccessible.h"

#include "views/events/columnheader.h"
#include "views/events/eventtableview.h"

#include <QItemSelectionModel>

#include <algorithm>
#include <limits>
#include <utility>

namespace auditloupe {

namespace {

constexpr int TitleRow = -1;
// All rows of a large log can be selected at once; nobody listens to more than these.
constexpr int MostSelected = 1000;
// What a screen reader walks over in one result is bounded, too.
constexpr qsizetype MostCells = 50'000;

/// A cell, or a column's title.
class EventCellAccessible : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    EventCellAccessible(const EventTableAccessible *table, int row, int column)
        : m_table(table)
        , m_row(row)
        , m_column(column)
    {
    }

    bool isValid() const override { return m_table->view() && m_row < m_table->rowCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_table->window(); }
    QAccessibleInterface *parent() const override { return table(); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface
            ? static_cast<QAccessibleTableCellInterface *>(this)
            : nullptr;
    }

    QAccessible::Role role() const override
    {
        return isTitle() ? QAccessible::ColumnHeader : QAccessible::Cell;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid()) {
            return {};
        }
        if (isTitle()) {
            return m_table->view()->header()->spokenTitle(m_column);
        }
        return index().data(EventTableModel::LoadedRole).toBool()
            ? index().data(Qt::AccessibleTextRole).toString()
            : EventTableView::tr("Reading…");
    }

    QRect rect() const override
    {
        const EventTableView *view = m_table->view();
        if (isTitle()) {
            const QHeaderView *header = view->header();
            const QRect title(header->sectionViewportPosition(m_column), 0,
                              header->sectionSize(m_column), header->height());
            return title.translated(header->viewport()->mapToGlobal(QPoint()));
        }
        return view->visualRect(index()).translated(view->viewport()->mapToGlobal(QPoint()));
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        const EventTableView *view = m_table->view();
        if (isTitle() || !isValid()) {
            state.invalid = !isValid();
            return state;
        }
        state.selectable = true;
        state.focusable = true;
        state.readOnly = true;
        state.selected = isSelected();
        state.focused = view->hasFocus() && view->currentIndex() == index();
        state.offscreen = !view->viewport()->rect().intersects(view->visualRect(index()));
        return state;
    }

    bool isSelected() const override { return m_table->isRowSelected(m_row); }
    int columnIndex() const override { return m_table->placeOf(m_column); }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }

    QList<QAccessibleInterface *> columnHeaderCells() const override
    {
        return {m_table->headerAt(columnIndex())};
    }

    QAccessibleInterface *table() const override
    {
        return QAccessible::queryAccessibleInterface(m_table->view());
    }

private:
    bool isTitle() const { return m_row == TitleRow; }
    EventTableModel *model() const { return m_table->view()->eventModel(); }
    QModelIndex index() const { return model()->index(m_row, m_column); }

    const EventTableAccessible *m_table; // outlives its cells
    int m_row;
    int m_column; // the model's
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<EventTableView *>(object);
    return view ? new EventTableAccessible(view) : nullptr;
}

} // namespace

void EventTableAccessible::install()
{
    QAccessible::installFactory(makeAccessible); // a second time changes nothing
}

EventTableAccessible::EventTableAccessible(EventTableView *view)
    : QAccessibleWidget(view, QAccessible::Table)
{
}

EventTableAccessible::~EventTableAccessible()
{
    forgetCells();
}

void *EventTableAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

int EventTableAccessible::childCount() const
{
    const qint64 cells = qint64(rowCount()) * columnCount();
    return static_cast<int>(std::min<qint64>(cells, std::numeric_limits<int>::max()));
}

QAccessibleInterface *EventTableAccessible::child(int index) const
{
    const int columns = columnCount();
    return columns > 0 && index >= 0 ? cellAt(index / columns, index % columns) : nullptr;
}

QAccessibleInterface *EventTableAccessible::childAt(int x, int y) const
{
    return cellOf(view()->indexAt(view()->viewport()->mapFromGlobal(QPoint(x, y))));
}

QAccessibleInterface *EventTableAccessible::focusChild() const
{
    return view()->hasFocus() ? cellOf(view()->currentIndex()) : nullptr;
}

int EventTableAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (!child || child->role() != QAccessible::Cell) {
        return -1;
    }
    const auto *cell = static_cast<const EventCellAccessible *>(child);
    return cell->rowIndex() * columnCount() + cell->columnIndex();
}

QAccessibleInterface *EventTableAccessible::cellAt(int row, int column) const
{
    const bool isCell = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return isCell ? made(row, columnAt(column)) : nullptr;
}

QAccessibleInterface *EventTableAccessible::headerAt(int column) const
{
    return column >= 0 && column < columnCount() ? made(TitleRow, columnAt(column)) : nullptr;
}

QString EventTableAccessible::columnDescription(int column) const
{
    const QAccessibleInterface *title = headerAt(column);
    return title ? title->text(QAccessible::Name) : QString();
}

QString EventTableAccessible::rowDescription(int) const
{
    return {};
}

int EventTableAccessible::columnCount() const
{
    const QHeaderView *header = view()->header();
    return header->count() - header->hiddenSectionCount();
}

int EventTableAccessible::rowCount() const
{
    return view()->eventModel() ? view()->eventModel()->rowCount() : 0;
}

int EventTableAccessible::selectedCellCount() const
{
    return static_cast<int>(selectedRows().size()) * columnCount();
}

int EventTableAccessible::selectedRowCount() const
{
    return static_cast<int>(selectedRows().size());
}

QList<QAccessibleInterface *> EventTableAccessible::selectedCells() const
{
    const QList<int> rows = selectedRows();
    makeRoom(rows.size() * columnCount());
    QList<QAccessibleInterface *> cells;
    for (const int row : rows) {
        for (int column = 0; column < columnCount(); ++column) {
            cells.append(cellAt(row, column));
        }
    }
    return cells;
}

QList<int> EventTableAccessible::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : view()->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < MostSelected; ++row) {
            rows.append(row);
        }
    }
    return rows;
}

bool EventTableAccessible::isRowSelected(int row) const
{
    return view()->selectionModel()->isRowSelected(row);
}

bool EventTableAccessible::selectRow(int row)
{
    if (row < 0 || row >= rowCount()) {
        return false;
    }
    view()->setCurrentIndex(view()->eventModel()->index(row, columnAt(0)));
    return true;
}

bool EventTableAccessible::unselectRow(int row)
{
    view()->selectionModel()->select(view()->eventModel()->index(row, 0),
                                     QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    return !isRowSelected(row);
}

void EventTableAccessible::modelChange(QAccessibleTableModelChangeEvent *event)
{
    if (event->modelChangeType() == QAccessibleTableModelChangeEvent::ModelReset) {
        forgetCells();
        return;
    }
    // Somebody may wait at a row whose page was not there yet.
    const QModelIndex current = view()->currentIndex();
    const bool isCurrent = event->modelChangeType() == QAccessibleTableModelChangeEvent::DataChanged
        && current.row() >= event->firstRow() && current.row() <= event->lastRow();
    if (QAccessibleInterface *cell = isCurrent ? focusChild() : nullptr) {
        QAccessibleEvent change(cell, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&change);
    }
}

EventTableView *EventTableAccessible::view() const
{
    return qobject_cast<EventTableView *>(object());
}

int EventTableAccessible::placeOf(int column) const
{
    const QHeaderView *header = view()->header();
    if (header->isSectionHidden(column)) {
        return -1;
    }
    int place = 0;
    for (int visual = 0; visual < header->visualIndex(column); ++visual) {
        place += header->isSectionHidden(header->logicalIndex(visual)) ? 0 : 1;
    }
    return place;
}

int EventTableAccessible::columnAt(int place) const
{
    const QHeaderView *header = view()->header();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column) && place-- == 0) {
            return column;
        }
    }
    return -1;
}

QAccessibleInterface *EventTableAccessible::cellOf(const QModelIndex &index) const
{
    return index.isValid() ? cellAt(index.row(), placeOf(index.column())) : nullptr;
}

QAccessibleInterface *EventTableAccessible::made(int row, int column) const
{
    const std::pair key(row, column);
    if (const auto known = m_cells.constFind(key); known != m_cells.cend()) {
        return QAccessible::accessibleInterface(*known);
    }
    makeRoom(1);
    auto *cell = new EventCellAccessible(this, row, column);
    m_cells.insert(key, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

void EventTableAccessible::makeRoom(qsizetype cells) const
{
    if (m_cells.size() + cells > MostCells) {
        forgetCells();
    }
}

void EventTableAccessible::forgetCells() const
{
    for (const QAccessible::Id id : std::exchange(m_cells, {})) {
        QAccessible::deleteAccessibleInterface(id);
    }
}

} // namespace auditloupe
