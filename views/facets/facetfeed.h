// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/query/facets.h"
#include "views/common/latestjob.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace auditloupe {

class CaseSession;
class FacetTreeModel;

/// Keeps the facets counted under the session's filter, while somebody looks at them: also while
/// the filter runs and while an import fills the case.
class FacetFeed : public QObject
{
    Q_OBJECT

public:
    FacetFeed(const CaseSession &session, FacetTreeModel *model, QObject *parent = nullptr);
    ~FacetFeed() override;
    Q_DISABLE_COPY_MOVE(FacetFeed)

    void setActive(bool isActive);

private:
    void changeCase();
    void changeFilter();
    void refreshSoon();
    void wish(const Field *field);
    void start();
    Credentials credentials() const;
    void take(LatestJob<Result<Facets>> &job, int end);

    const CaseSession &m_session;
    FacetTreeModel *m_model;
    QThreadPool m_pool;
    LatestJob<Result<Facets>> m_all;
    LatestJob<Result<Facets>> m_one; // facet that somebody opened, or looks through
    QTimer m_delay;
    QElapsedTimer m_clock;
    qint64 m_lastMs = 0; // that counting took
    bool m_isActive = false;
    bool m_isDue = true; // counts are not those of the case and filter
};

} // namespace auditloupe
