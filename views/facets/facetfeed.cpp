// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/facets/facetfeed.h"

#include "model/query/facettreemodel.h"
#include "model/session/casesession.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace auditloupe {

namespace {

// The table's first rows come first.
constexpr int DelayMs = 60;

// A growing case is counted again every second, and less often where that takes long: the import
// needs the processors, too.
constexpr qint64 RefreshMs = 1000;
constexpr qint64 RefreshShare = 8;

struct FacetJob
{
    QString casePath = {};
    Filter filter = {};
    std::vector<FacetWish> wishes = {};
    Credentials credentials = Credentials::Masked;
};

/// What is counted so far some times a second, at last the whole.
QFuture<Result<Facets>> runFacets(QThreadPool &pool, const FacetJob &job,
                                  const std::stop_token &stop)
{
    return QtConcurrent::run(&pool, [job, stop](QPromise<Result<Facets>> &promise) {
        promise.addResult(CaseReader::open(job.casePath, stop).and_then([&](CaseReader reader) {
            return countFacets(reader, job.filter, job.wishes, {.stop = stop}, job.credentials,
                               [&promise](Facets soFar) { promise.addResult(std::move(soFar)); });
        }));
    });
}

} // namespace

FacetFeed::FacetFeed(const CaseSession &session, FacetTreeModel *model, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_model(model)
{
    m_pool.setMaxThreadCount(2); // they only wait for the threads that count
    m_delay.setSingleShot(true);
    connect(&session, &CaseSession::caseChanged, this, &FacetFeed::changeCase);
    connect(&session, &CaseSession::filterChanged, this, &FacetFeed::changeFilter);
    connect(&session, &CaseSession::revealsCredentialsChanged, this, &FacetFeed::changeFilter);
    connect(&session, &CaseSession::contentChanged, this, &FacetFeed::refreshSoon);
    connect(model, &FacetTreeModel::wishChanged, this, &FacetFeed::wish);
    connect(&m_delay, &QTimer::timeout, this, &FacetFeed::start);
    connect(&m_all.watcher(), &QFutureWatcherBase::resultsReadyAt, this,
            [this](int, int end) { take(m_all, end); });
    connect(&m_all.watcher(), &QFutureWatcherBase::finished, this, [this] {
        if (m_all.isFinished()) {
            m_lastMs = m_clock.elapsed();
        }
    });
    connect(&m_one.watcher(), &QFutureWatcherBase::resultsReadyAt, this,
            [this](int, int end) { take(m_one, end); });
}

FacetFeed::~FacetFeed()
{
    m_all.cancel();
    m_one.cancel();
    m_pool.waitForDone();
}

void FacetFeed::setActive(bool isActive)
{
    m_isActive = isActive;
    if (isActive && m_isDue) {
        start();
    } else if (!isActive && m_all.isRunning()) {
        m_isDue = true;
        m_all.forget();
    }
}

void FacetFeed::changeCase()
{
    m_all.forget();
    m_one.forget();
    m_model->setFilter(m_session.filter().condition);
    m_model->forget();
    m_isDue = true;
    if (m_session.hasCase()) {
        m_delay.start(DelayMs);
    }
}

void FacetFeed::changeFilter()
{
    m_all.forget();
    m_one.forget();
    m_model->setFilter(m_session.filter().condition);
    m_model->setStale();
    m_isDue = true;
    m_delay.start(DelayMs);
}

void FacetFeed::refreshSoon()
{
    m_isDue = true;
    const bool waits = m_session.isImporting() && !m_all.isRunning();
    if (!m_session.isImporting()) {
        m_delay.start(DelayMs);
    } else if (waits && !m_delay.isActive()) {
        m_delay.start(static_cast<int>(std::max(RefreshMs, m_lastMs * RefreshShare)));
    }
}

void FacetFeed::wish(const Field *field)
{
    if (!m_isActive || !m_session.hasCase()) {
        m_isDue = true;
        return;
    }
    if (m_all.isRunning() || m_isDue) { // which did not know of the wish
        start();
        return;
    }
    m_one.start([&](const std::stop_token &stop) {
        return runFacets(m_pool,
                         {.casePath = m_session.casePath(),
                          .filter = m_session.filter(),
                          .wishes = {m_model->wishFor(field)},
                          .credentials = credentials()},
                         stop);
    });
}

Credentials FacetFeed::credentials() const
{
    return m_session.revealsCredentials() ? Credentials::Plain : Credentials::Masked;
}

void FacetFeed::start()
{
    if (!m_isActive || !m_session.hasCase()) {
        return;
    }
    m_delay.stop();
    m_isDue = false;
    m_clock.start();
    m_one.forget();
    m_all.start([this](const std::stop_token &stop) {
        return runFacets(m_pool,
                         {.casePath = m_session.casePath(),
                          .filter = m_session.filter(),
                          .wishes = m_model->wishes(),
                          .credentials = credentials()},
                         stop);
    });
}

/// The latest answer is the fullest.
void FacetFeed::take(LatestJob<Result<Facets>> &job, int end)
{
    const Result<Facets> facets = job.resultAt(end - 1);
    if (facets) {
        m_model->setFacets(*facets);
    } else if (facets.error().code != Error::Code::Cancelled) {
        m_model->forget(facets.error().toText());
    }
}

} // namespace auditloupe
