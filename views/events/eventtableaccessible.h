// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAccessibleWidget>
#include <QHash>

class QModelIndex;

namespace auditloupe {

class EventTableView;

/// The event table for screen readers: rows and visible columns, each cell in words. Cells are
/// made when they are asked for and go with the rows.
class EventTableAccessible : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    /// Makes Qt use this class for every EventTableView.
    static void install();

    explicit EventTableAccessible(EventTableView *view);

    void *interface_cast(QAccessible::InterfaceType type) override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    QAccessibleInterface *headerAt(int column) const;
    QString columnDescription(int column) const override;
    QString rowDescription(int row) const override;
    int columnCount() const override;
    int rowCount() const override;

    int selectedCellCount() const override;
    int selectedRowCount() const override;
    int selectedColumnCount() const override { return 0; } // rows are selected
    QList<QAccessibleInterface *> selectedCells() const override;
    QList<int> selectedRows() const override;
    QList<int> selectedColumns() const override { return {}; }
    bool isRowSelected(int row) const override;
    bool isColumnSelected(int) const override { return false; }
    bool selectRow(int row) override;
    bool unselectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectColumn(int) override { return false; }

    void modelChange(QAccessibleTableModelChangeEvent *event) override;

    EventTableView *view() const;
    /// The column's place among the visible ones, -1 where it is hidden.
    int placeOf(int column) const;
    /// The model's column.
    int columnAt(int place) const;

protected:
    ~EventTableAccessible() override;

private:
    QAccessibleInterface *cellOf(const QModelIndex &index) const;
    QAccessibleInterface *made(int row, int column) const;
    void makeRoom(qsizetype cells) const;
    void forgetCells() const;

    mutable QHash<std::pair<int, int>, QAccessible::Id>
        m_cells; // by row, -1 for titles, and column
};

} // namespace auditloupe
