// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/eventtablemodel.h"

#include <QAbstractItemView>

class QPainter;

namespace auditloupe {

class ColumnHeader;
class EventColumns;

/// A table of events with rows of one height, which costs the same for ten rows and for ten
/// million: nothing is kept for a row, the scroll bar counts rows, and only what is visible is
/// asked for. When the rows change, the event that was looked at stays where it was.
class EventTableView : public QAbstractItemView
{
    Q_OBJECT

public:
    explicit EventTableView(QWidget *parent = nullptr);
    ~EventTableView() override;

    void setEventModel(EventTableModel *model);
    EventTableModel *eventModel() const { return m_events; }
    ColumnHeader *header() const { return m_header; }
    EventColumns *columns() const { return m_columns; }

    int rowHeight() const { return m_rowHeight; }
    int topRow() const;
    /// Rows that fit as a whole; at least one.
    int fullRows() const;

    /// The row that is selected last, or EventId{0}; it may be outside the result by now.
    EventId currentEvent() const { return m_currentEvent; }
    /// Selects the event's row where the result has it.
    void setCurrentEvent(EventId id);
    /// Forgets what to stay at: the next result begins at its top.
    void forgetPlace();

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void keyboardSearch(const QString &search) override;
    void reset() override;

Q_SIGNALS:
    void currentEventChanged(auditloupe::EventId id);
    void eventActivated(); ///< Enter or a double click on a row
    void copyRequested(); ///< Ctrl+C

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    /// What to stay at while the rows change.
    struct Place
    {
        EventId top = EventId{0};
        EventId current = EventId{0};
        int currentOffset = -1; ///< rows below the top; -1 where it is out of sight
        bool isPending = false; ///< not found in the rows so far
    };

    void setUpHeader();
    void updateRowHeight();
    void rememberPlace();
    void returnToPlace();
    void selectRow(int row);
    void announceCurrent();
    void showColumnMenu(const QPoint &position);
    int rowAt(int y) const;
    int lastVisibleRow() const;
    int nextColumn(int column, int step) const;
    void paintRow(QPainter &painter, QStyleOptionViewItem option, int row) const;

    EventTableModel *m_events = nullptr;
    ColumnHeader *m_header;
    EventColumns *m_columns = nullptr; // with the model
    Place m_place;
    EventId m_currentEvent = EventId{0};
    int m_rowHeight = 22;
};

} // namespace auditloupe
