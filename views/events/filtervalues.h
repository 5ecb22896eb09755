// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/query/eventquery.h"
#include "views/common/latestjob.h"

#include <QObject>
#include <QThreadPool>

#include <vector>

namespace auditloupe {

class CaseSession;

/// The values that a field has in the session's case, for completion. Counted in a job.
class FilterValues : public QObject
{
    Q_OBJECT

public:
    explicit FilterValues(const CaseSession &session, QObject *parent = nullptr);
    ~FilterValues() override;
    Q_DISABLE_COPY_MOVE(FilterValues)

    /// In the events that the conditions before the word select within the time range, most
    /// first. Empty until counted() says otherwise.
    const std::vector<GroupCount> &valuesFor(const FilterWord &word);

Q_SIGNALS:
    void counted();

private:
    void forget();
    void take();

    const CaseSession &m_session;
    QThreadPool m_pool;
    LatestJob<Result<std::vector<GroupCount>>> m_job;
    const Field *m_field = nullptr; // whose values were asked for last
    Filter m_filter;
    std::vector<GroupCount> m_values;
};

} // namespace auditloupe
