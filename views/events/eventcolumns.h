// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>

class QHeaderView;
class QMenu;

namespace auditloupe {

class EventTableModel;

/// The columns of the event table: which are shown, in which order, how wide. Until somebody
/// changes them their widths follow the room that there is.
class EventColumns : public QObject
{
    Q_OBJECT

public:
    /// The header's font is the table's.
    EventColumns(const EventTableModel *model, QHeaderView *header);

    /// Order, widths and visibility as at the beginning.
    void reset();
    /// The table has this much room, in pixels.
    void fitTo(int room);
    /// Makes room for the offset that local times carry.
    void fitTime();
    /// One checkable action a column.
    void fillMenu(QMenu *menu);

    /// Empty while nothing was changed by hand.
    QByteArray state() const;
    void restore(const QByteArray &state);

private:
    void resize(int column, int width);
    void noteChange(int column);
    int timeWidth() const;

    const EventTableModel *m_model;
    QHeaderView *m_header;
    int m_room = 0;
    bool m_isOwn = true; // no change was made by hand
    bool m_isFitting = false;
};

} // namespace auditloupe
