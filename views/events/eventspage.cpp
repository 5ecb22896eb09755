// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/eventspage.h"

#include "model/query/fieldvalue.h"
#include "model/session/casesession.h"
#include "views/events/columnheader.h"
#include "views/events/emptynote.h"
#include "views/events/eventcolumns.h"
#include "views/events/eventfeed.h"
#include "views/events/eventmenu.h"
#include "views/events/eventtableview.h"

#include <QMenu>
#include <QSettings>
#include <QStackedLayout>

#include <algorithm>
#include <cstdlib>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

// Changes with the columns: an older state would give them the wrong widths.
constexpr auto HeaderKey = "events/header3"_L1;

// More rows than a spreadsheet takes are no copy by hand.
constexpr int MostCopiedRows = 1'000'000;

} // namespace

EventsPage::EventsPage(CaseSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_feed(new EventFeed(session, this))
    , m_view(new EventTableView(this))
    , m_note(new EmptyNote(session, m_feed, this))
    , m_stack(new QStackedLayout(this))
{
    m_view->setEventModel(m_feed->model());
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_note);
    restoreSettings();
    connectView();
    connect(m_feed, &EventFeed::stateChanged, this, &EventsPage::updateState);
    connect(m_feed, &EventFeed::failed, this, &EventsPage::failed);
    connect(m_feed, &EventFeed::selected, this, &EventsPage::keepSelection);
    connect(m_feed, &EventFeed::requestFound, this, [this](EventId last) {
        const bool isShown = m_feed->model()->rowOf(last) >= 0;
        m_session->setSelectedEvent(isShown ? last : EventId{0});
    });
    connect(session, &CaseSession::importingChanged, this, &EventsPage::updateState);
    connect(session, &CaseSession::importingChanged, this, &EventsPage::showSortOrder);
    connect(session, &CaseSession::sortOrderChanged, this, &EventsPage::showSortOrder);
    connect(session, &CaseSession::timeZoneChanged, m_view->columns(), &EventColumns::fitTime);
    connect(session, &CaseSession::caseChanged, m_view, &EventTableView::forgetPlace);
    connect(session, &CaseSession::selectionChanged, this,
            [this] { m_view->setCurrentEvent(m_session->selectedEvent()); });
    showSortOrder();
    updateState();
    setFocusProxy(m_view);
}

void EventsPage::copySelectedRows()
{
    std::vector<EventId> ids;
    QList<QItemSelectionRange> ranges = m_view->selectionModel()->selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (ids.size() >= MostCopiedRows) {
                Q_EMIT failed(tr("Only the first %L1 rows were copied. The command line exports "
                                 "any number.")
                                  .arg(MostCopiedRows));
                break;
            }
            ids.push_back(m_feed->model()->eventAt(row));
        }
    }
    std::vector<EventTableModel::Column> columns;
    const QHeaderView *header = m_view->header();
    for (int visual = 0; visual < header->count(); ++visual) {
        if (const int column = header->logicalIndex(visual); !header->isSectionHidden(column)) {
            columns.push_back(static_cast<EventTableModel::Column>(column));
        }
    }
    if (!ids.empty()) {
        m_feed->copyRows(std::move(ids), std::move(columns));
    }
}

void EventsPage::fillColumnMenu(QMenu *menu)
{
    m_view->columns()->fillMenu(menu);
}

EventsPage::Selection EventsPage::selection() const
{
    Selection selection;
    int top = -1;
    int bottom = -1;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        selection.rows += range.height();
        top = top < 0 ? range.top() : std::min(top, range.top());
        bottom = std::max(bottom, range.bottom());
    }
    const EventRow *first = m_feed->model()->loadedRow(top);
    const EventRow *last = m_feed->model()->loadedRow(bottom);
    const bool isOrdered = m_session->sortOrder().followsTime();
    if (isOrdered && first && last) {
        const auto from = rowTimeUs(*first, m_session->unit());
        const auto to = rowTimeUs(*last, m_session->unit());
        selection.spanUs = from && to ? std::optional(std::abs(*to - *from)) : std::nullopt;
    }
    return selection;
}

void EventsPage::saveSettings() const
{
    QSettings().setValue(HeaderKey, m_view->columns()->state());
}

void EventsPage::connectView()
{
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &EventTableView::currentEventChanged, m_session,
            &CaseSession::setSelectedEvent);
    connect(m_view, &EventTableView::eventActivated, this, &EventsPage::eventActivated);
    connect(m_view, &EventTableView::copyRequested, this, &EventsPage::copySelectedRows);
    connect(m_view, &QWidget::customContextMenuRequested, this, &EventsPage::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EventsPage::selectionChanged);
    connect(m_view->header(), &ColumnHeader::sortRequested, this, &EventsPage::sortBy);
}

void EventsPage::showSortOrder()
{
    // While importing the order is that of the import.
    m_view->header()->setOrder(m_session->isImporting() ? SortOrder{.terms = {}}
                                                        : m_session->sortOrder());
}

void EventsPage::sortBy(int column, bool isFurther)
{
    const SortKey key = EventTableModel::sortKey(static_cast<EventTableModel::Column>(column));
    if (key == SortKey::Import || m_session->isImporting()) {
        return;
    }
    const SortOrder &order = m_session->sortOrder();
    m_session->setSortOrder(isFurther || order.isBy(key) ? order.withKey(key) : SortOrder::by(key));
}

void EventsPage::showMenu(const QPoint &position)
{
    // The menu key has no place of its own: the current cell's.
    QModelIndex index = m_view->indexAt(position);
    QPoint place = position;
    if (!index.isValid() && m_view->currentIndex().isValid()) {
        index = m_view->currentIndex();
        place = m_view->visualRect(index).bottomLeft();
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillEventMenu(menu, m_session, m_feed, index);
    if (menu->isEmpty()) {
        menu->deleteLater();
        return;
    }
    connect(menu->addAction(tr("Copy rows")), &QAction::triggered, this,
            &EventsPage::copySelectedRows);
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

void EventsPage::updateState()
{
    const bool isEmpty = m_feed->model()->rowCount() == 0;
    if (isEmpty) {
        m_note->refresh();
    }
    const bool hadFocus = m_view->hasFocus();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_note) : m_view);
    if (isEmpty && hadFocus) {
        m_note->setFocus();
    }
}

/// An event that the filter excludes is not looked at any more. The table still knows it and
/// comes back to it with a filter that has it. Where rows are requests, its request is looked at.
void EventsPage::keepSelection()
{
    const EventId selected = m_session->selectedEvent();
    if (selected == EventId{0} || m_feed->model()->rowOf(selected) >= 0) {
        return;
    }
    if (m_session->unit() == Unit::Requests) {
        m_feed->findRequestOf(selected);
    } else {
        m_session->setSelectedEvent(EventId{0});
    }
}

void EventsPage::restoreSettings()
{
    m_view->columns()->restore(QSettings().value(HeaderKey).toByteArray());
}

} // namespace auditloupe
