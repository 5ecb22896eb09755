// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/eventfeed.h"

#include "model/query/unknownnote.h"
#include "model/session/casesession.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

// A growing case is asked again four times a second, and less often where asking takes long:
// the import needs the processors, too.
constexpr qint64 RefreshMs = 250;
constexpr qint64 RefreshShare = 5;

// A screen shows two pages at most; older wishes were scrolled past.
constexpr std::size_t WantedPages = 4;

} // namespace

EventFeed::EventFeed(CaseSession *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_queryPool.setMaxThreadCount(2);
    m_pagePool.setMaxThreadCount(1);
    m_refresh.setSingleShot(true);
    m_model.setStyle(style());

    connect(session, &CaseSession::caseChanged, this, &EventFeed::restart);
    connect(session, &CaseSession::filterChanged, this, [this] { select(Arrival::Piecewise); });
    connect(session, &CaseSession::sortOrderChanged, this, [this] { select(Arrival::Piecewise); });
    connect(session, &CaseSession::contentChanged, this, &EventFeed::refreshSoon);
    const auto restyle = [this] { m_model.setStyle(style()); };
    connect(session, &CaseSession::timeZoneChanged, this, restyle);
    connect(session, &CaseSession::revealsCredentialsChanged, this, restyle);
    connect(&m_refresh, &QTimer::timeout, this, [this] { select(Arrival::Whole); });
    connect(&m_model, &EventTableModel::pageNeeded, this, &EventFeed::wantPage);

    connect(&m_select.watcher(), &QFutureWatcherBase::resultsReadyAt, this,
            &EventFeed::takeBatches);
    connect(&m_select.watcher(), &QFutureWatcherBase::finished, this, &EventFeed::finishSelection);
    connect(&m_fetch.watcher(), &QFutureWatcherBase::resultsReadyAt, this, &EventFeed::takePages);
    connect(&m_fetch.watcher(), &QFutureWatcherBase::finished, this, &EventFeed::fetchWanted);
    connect(&m_count.watcher(), &QFutureWatcherBase::finished, this, [this] {
        if (m_count.hasResult() && m_count.result()) {
            m_counts = *m_count.result();
            m_unknownNote = auditloupe::unknownNote(m_session->filter(), m_counts->unknown);
            Q_EMIT stateChanged();
        }
    });
    connect(&m_countNoise.watcher(), &QFutureWatcherBase::finished, this, [this] {
        if (m_countNoise.hasResult() && m_countNoise.result()) {
            m_noise = *m_countNoise.result();
            Q_EMIT stateChanged();
        }
    });
    connect(&m_explain.watcher(), &QFutureWatcherBase::finished, this, [this] {
        if (m_explain.hasResult() && m_explain.result()) {
            m_whyEmpty = *m_explain.result();
            Q_EMIT stateChanged();
        }
    });
    connect(&m_findRequest.watcher(), &QFutureWatcherBase::finished, this, [this] {
        if (m_findRequest.hasResult() && m_findRequest.result()) {
            Q_EMIT requestFound(*m_findRequest.result());
        }
    });
    connect(&m_copy.watcher(), &QFutureWatcherBase::finished, this, [this] {
        if (m_copy.hasResult()) {
            copyToClipboard(m_copy.result());
        }
    });
    connect(&m_copyEvent.watcher(), &QFutureWatcherBase::finished, this, [this] {
        if (m_copyEvent.hasResult()) {
            copyToClipboard(m_copyEvent.result());
        }
    });
}

EventFeed::~EventFeed()
{
    m_select.cancel();
    m_fetch.cancel();
    m_count.cancel();
    m_countNoise.cancel();
    m_explain.cancel();
    m_findRequest.cancel();
    m_copy.cancel();
    m_copyEvent.cancel();
    m_queryPool.waitForDone();
    m_pagePool.waitForDone();
}

CellStyle EventFeed::style() const
{
    return {.zone = m_session->timeZone(),
            .unit = m_session->unit(),
            .credentials =
                m_session->revealsCredentials() ? Credentials::Plain : Credentials::Masked};
}

void EventFeed::copyRows(std::vector<EventId> ids, std::vector<EventTableModel::Column> columns)
{
    m_copy.start([&](const std::stop_token &stop) {
        return tableText(m_queryPool, m_session->casePath(), std::move(ids), std::move(columns),
                         style(), stop);
    });
}

void EventFeed::findRequestOf(EventId id)
{
    m_findRequest.start([&](const std::stop_token &stop) {
        return lastStageOf(m_pagePool, m_session->casePath(), id, stop);
    });
}

void EventFeed::copyEvent(EventId id)
{
    m_copyEvent.start([&](const std::stop_token &) {
        return eventText(m_pagePool, m_session->casePath(), id, style().credentials);
    });
}

void EventFeed::restart()
{
    m_refresh.stop();
    m_isRefreshWanted = false;
    m_count.forget();
    m_countNoise.forget();
    m_explain.forget();
    m_findRequest.forget();
    m_fetch.forget();
    m_counts.reset();
    m_noise.reset();
    m_unknownNote.clear();
    m_model.beginResult();
    if (m_session->hasCase()) {
        select(Arrival::Piecewise);
    } else {
        m_select.forget();
        Q_EMIT stateChanged();
    }
}

void EventFeed::select(Arrival arrival)
{
    if (!m_session->hasCase()) {
        return;
    }
    m_refresh.stop();
    m_isRefreshWanted = false;
    m_arrival = arrival;
    m_hasRows = false;
    m_gathered.clear();
    m_explain.forget();
    m_countNoise.forget();
    m_selectClock.start();
    m_select.start(
        [this](const std::stop_token &stop) { return selectIds(m_queryPool, query(), stop); });
    if (arrival == Arrival::Piecewise) {
        m_whyEmpty.reset();
        m_noise.reset();
        m_unknownNote.clear();
        m_count.forget();
        Q_EMIT stateChanged();
    }
}

void EventFeed::refreshSoon()
{
    if (!m_session->isImporting()) {
        select(Arrival::Whole);
    } else if (m_select.isRunning()) {
        m_isRefreshWanted = true;
    } else if (!m_refresh.isActive()) {
        m_refresh.start(static_cast<int>(std::max(RefreshMs, m_selectMs * RefreshShare)));
    }
}

void EventFeed::takeBatches(int begin, int end)
{
    for (int i = begin; i < end; ++i) {
        const IdBatch batch = m_select.resultAt(i);
        if (!batch.problem.isEmpty()) {
            Q_EMIT failed(batch.problem);
        } else if (m_arrival == Arrival::Whole) {
            m_gathered.insert(m_gathered.end(), batch.ids.begin(), batch.ids.end());
        } else if (!std::exchange(m_hasRows, true)) {
            m_fetch.cancel();
            showRows(batch.ids);
        } else {
            m_model.appendIds(m_model.generation(), batch.ids);
        }
    }
    Q_EMIT stateChanged();
}

void EventFeed::finishSelection()
{
    if (!m_select.isFinished()) {
        return;
    }
    m_selectMs = m_selectClock.elapsed();
    if (m_arrival == Arrival::Whole) {
        replaceRows();
    } else if (!m_hasRows) {
        showRows({});
    }
    if (m_arrival == Arrival::Piecewise) {
        Q_EMIT selected();
    }
    m_select.forget();
    startCounting();
    if (std::exchange(m_isRefreshWanted, false)) {
        refreshSoon();
    }
    Q_EMIT stateChanged();
}

void EventFeed::showRows(std::vector<EventId> ids)
{
    if (m_model.style().unit != m_session->unit()) {
        m_model.setStyle(style());
    }
    m_model.setResult(std::move(ids));
}

/// Rows that were only added do not disturb those that are there.
void EventFeed::replaceRows()
{
    const std::span<const EventId> present = m_model.ids();
    const std::span<const EventId> gathered = m_gathered;
    if (!present.empty() && gathered.size() >= present.size()
        && std::ranges::equal(present, gathered.first(present.size()))) {
        m_model.appendIds(m_model.generation(), gathered.subspan(present.size()));
    } else {
        m_fetch.cancel();
        showRows(std::move(m_gathered));
    }
    m_gathered = {};
}

void EventFeed::startCounting()
{
    const std::span<const EventId> ids = m_model.ids();
    m_count.start([&](const std::stop_token &stop) {
        return countShown(m_queryPool, query(), {ids.begin(), ids.end()}, stop);
    });
    if (m_session->isImporting()) {
        return; // it needs the processors, too
    }
    m_countNoise.start(
        [this](const std::stop_token &stop) { return countNoise(m_queryPool, query(), stop); });
    if (ids.empty() && !m_session->filter().isEmpty()) {
        m_explain.start([this](const std::stop_token &stop) {
            return explainEmptyResult(m_queryPool, query(), stop);
        });
    }
}

void EventFeed::wantPage(quint64 generation, int page)
{
    const std::span<const EventId> ids = m_model.idsOfPage(page);
    std::erase_if(m_wanted, [generation](const PageRequest &request) {
        return request.generation != generation;
    });
    if (m_wanted.size() >= WantedPages) {
        m_model.dropRequest(generation, m_wanted.front().page);
        m_wanted.erase(m_wanted.begin());
    }
    m_wanted.push_back({.generation = generation, .page = page, .ids = {ids.begin(), ids.end()}});
    if (!m_fetch.isRunning()) {
        // Later: this is called while the table paints.
        QMetaObject::invokeMethod(this, &EventFeed::fetchWanted, Qt::QueuedConnection);
    }
}

void EventFeed::fetchWanted()
{
    if (m_fetch.isRunning() || m_wanted.empty()) {
        return;
    }
    m_fetch.start([this](const std::stop_token &stop) {
        return fetchPages(m_pagePool, m_session->casePath(), std::exchange(m_wanted, {}), stop);
    });
}

void EventFeed::takePages(int begin, int end)
{
    for (int i = begin; i < end; ++i) {
        PageAnswer answer = m_fetch.resultAt(i);
        const bool hasGrown = answer.asked != m_model.idsOfPage(answer.page).size();
        if (hasGrown) {
            continue; // the table asks for it again
        }
        if (answer.problem.isEmpty()) {
            m_model.setPage(answer.generation, answer.page, std::move(answer.rows));
        } else if (answer.generation == m_model.generation()) {
            Q_EMIT failed(answer.problem);
        }
    }
}

void EventFeed::copyToClipboard(const Result<QString> &text)
{
    if (text) {
        QGuiApplication::clipboard()->setText(*text);
    } else if (text.error().code != Error::Code::Cancelled) {
        Q_EMIT failed(text.error().toText());
    }
}

CaseQuery EventFeed::query() const
{
    // In order of import a growing case only grows at its end.
    const SortOrder order =
        m_session->isImporting() ? SortOrder::by(SortKey::Import) : m_session->sortOrder();
    return {.casePath = m_session->casePath(), .filter = m_session->filter(), .order = order};
}

} // namespace auditloupe
