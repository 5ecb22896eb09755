// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/filtervalues.h"

#include "model/query/termvalue.h"
#include "model/session/casesession.h"
#include "views/events/eventjobs.h"

namespace auditloupe {

namespace {

bool isSame(const Filter &a, const Filter &b)
{
    return a.fromUs == b.fromUs && a.toUs == b.toUs && a.toText() == b.toText();
}

} // namespace

FilterValues::FilterValues(const CaseSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_pool.setMaxThreadCount(1);
    connect(&session, &CaseSession::caseChanged, this, &FilterValues::forget);
    connect(&session, &CaseSession::contentChanged, this, &FilterValues::forget);
    connect(&m_job.watcher(), &QFutureWatcherBase::finished, this, &FilterValues::take);
}

FilterValues::~FilterValues()
{
    m_job.cancel();
    m_pool.waitForDone();
}

const std::vector<GroupCount> &FilterValues::valuesFor(const FilterWord &word)
{
    Filter filter = word.before;
    filter.fromUs = m_session.filter().fromUs;
    filter.toUs = m_session.filter().toUs;
    if (word.field == m_field && isSame(filter, m_filter)) {
        return m_values;
    }
    forget();
    m_field = word.field;
    m_filter = filter;
    if (m_session.hasCase() && hasSharedValues(*word.field)) {
        const CaseQuery query{.casePath = m_session.casePath(), .filter = filter};
        m_job.start([&](const std::stop_token &stop) {
            return countValues(m_pool, query, word.field, stop);
        });
    }
    return m_values;
}

void FilterValues::forget()
{
    m_job.forget();
    m_field = nullptr;
    m_values.clear();
}

void FilterValues::take()
{
    if (!m_job.hasResult()) {
        return;
    }
    Result<std::vector<GroupCount>> counts = m_job.result();
    if (counts) { // where counting fails the table says why
        m_values = std::move(*counts);
        Q_EMIT counted();
    }
}

} // namespace auditloupe
