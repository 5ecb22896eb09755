// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/eventcolumns.h"

#include "model/event/time.h"
#include "model/query/eventtablemodel.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>

namespace auditloupe {

namespace {

using Column = EventTableModel::Column;

/// Widths in average characters of the font.
struct ColumnDefault
{
    Column column;
    int least;
    int most; // where there is room
    bool isVisible = true;
};

// With the least widths a screen of 1280 pixels shows what, who and how it ended beside the
// details.
constexpr std::array ColumnDefaults{
    ColumnDefault{Column::Time, 20, 20},
    ColumnDefault{Column::Level, 15, 20},
    ColumnDefault{Column::Verb, 11, 18},
    ColumnDefault{Column::User, 21, 42},
    ColumnDefault{Column::Resource, 17, 30},
    ColumnDefault{Column::Namespace, 12, 18},
    ColumnDefault{Column::Name, 18, 40},
    ColumnDefault{Column::Code, 7, 7},
    ColumnDefault{Column::SourceIp, 15, 15},
    ColumnDefault{Column::UserAgent, 30, 30}, // the last one takes what is left
    ColumnDefault{Column::Stage, 18, 18, false},
    ColumnDefault{Column::End, 20, 20, false},
    ColumnDefault{Column::Latency, 12, 12, false},
    ColumnDefault{Column::Duration, 12, 12, false},
    ColumnDefault{Column::Command, 40, 40, false},
    ColumnDefault{Column::AuditId, 36, 36, false},
    ColumnDefault{Column::RequestUri, 60, 60, false},
    ColumnDefault{Column::Cluster, 18, 18, false},
    ColumnDefault{Column::Node, 18, 18, false},
    ColumnDefault{Column::Server, 20, 20, false},
    ColumnDefault{Column::Source, 30, 30, false}};

int growth(const ColumnDefault &column)
{
    return column.isVisible ? column.most - column.least : 0;
}

} // namespace

EventColumns::EventColumns(const EventTableModel *model, QHeaderView *header)
    : QObject(header)
    , m_model(model)
    , m_header(header)
{
    connect(header, &QHeaderView::sectionResized, this, &EventColumns::noteChange);
    connect(header, &QHeaderView::sectionMoved, this, &EventColumns::noteChange);
    reset();
}

void EventColumns::reset()
{
    const QScopedValueRollback fitting(m_isFitting, true);
    for (const ColumnDefault &wanted : ColumnDefaults) {
        const int column = static_cast<int>(wanted.column);
        m_header->moveSection(m_header->visualIndex(column), column);
        m_header->setSectionHidden(column, !wanted.isVisible);
    }
    m_isOwn = true;
    fitTo(m_room);
}

void EventColumns::fitTo(int room)
{
    m_room = room;
    if (!m_isOwn) {
        return;
    }
    const QScopedValueRollback fitting(m_isFitting, true);
    const int character = m_header->fontMetrics().averageCharWidth();
    int least = timeWidth();
    int most = 0;
    for (const ColumnDefault &column : ColumnDefaults) {
        const bool counts = column.isVisible && column.column != Column::Time;
        least += counts ? column.least * character : 0;
        most += growth(column) * character;
    }
    const double share = std::clamp(double(room - least) / most, 0.0, 1.0);
    for (const ColumnDefault &column : ColumnDefaults) {
        const int more = static_cast<int>(growth(column) * character * share);
        resize(static_cast<int>(column.column), column.least * character + more);
    }
    fitTime();
}

void EventColumns::fitTime()
{
    const QScopedValueRollback fitting(m_isFitting, true);
    constexpr int Time = static_cast<int>(Column::Time);
    if (m_header->sectionSize(Time) < timeWidth()) {
        resize(Time, timeWidth());
    }
}

void EventColumns::fillMenu(QMenu *menu)
{
    menu->clear();
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        QAction *action = menu->addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_header->isSectionHidden(column));
        // The last visible column stays: without it there is no header to bring others back.
        action->setEnabled(m_header->isSectionHidden(column)
                           || m_header->count() - m_header->hiddenSectionCount() > 1);
        connect(action, &QAction::toggled, m_header,
                [this, column](bool isShown) { m_header->setSectionHidden(column, !isShown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &EventColumns::reset);
}

QByteArray EventColumns::state() const
{
    return m_isOwn ? QByteArray() : m_header->saveState();
}

void EventColumns::restore(const QByteArray &state)
{
    if (!state.isEmpty()) {
        m_isOwn = !m_header->restoreState(state);
        fitTime();
    }
}

void EventColumns::resize(int column, int width)
{
    if (!m_header->isSectionHidden(column)) {
        m_header->resizeSection(column, width);
    }
}

/// The last column is stretched by the header itself.
void EventColumns::noteChange(int column)
{
    int last = m_header->count() - 1;
    while (last > 0 && m_header->isSectionHidden(m_header->logicalIndex(last))) {
        --last;
    }
    if (!m_isFitting && column != m_header->logicalIndex(last)) {
        m_isOwn = false;
    }
}

int EventColumns::timeWidth() const
{
    const QFontMetrics metrics = m_header->fontMetrics();
    return metrics.horizontalAdvance(formatTime(0, m_model->style().zone))
        + metrics.averageCharWidth() * 3 / 2;
}

} // namespace auditloupe
