// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/latestjob.h"
#include "views/overview/overviewjob.h"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <optional>

class QStackedLayout;

namespace auditloupe {

class CaseSession;
class JobStatus;
class OverviewContent;

/// The first page of an opened case: what is in it, and what it cannot show. Every number leads
/// to its events. Counted in the background, anew whenever an import ends.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(CaseSession &session, QWidget *parent = nullptr);
    ~OverviewPage() override;

    bool isLoading() const { return m_job.isRunning(); }

Q_SIGNALS:
    void showEvents(); ///< after the session's filter was set
    void showSources();
    void showRejected();
    void showEvidence();

private:
    void reset();
    void contentChanged();
    void load();
    void cancel();
    void showResult();
    void showStatus(const QString &text, const QString &action);
    void showTimes();
    void filterRequested(const QString &filter, Unit unit);

    CaseSession &m_session;
    QThreadPool m_pool;
    LatestJob<Result<CaseOverview>> m_job;
    std::optional<CaseOverview> m_shown;
    QTimer m_later; // bundles the many changes of a running import
    QStackedLayout *m_stack;
    JobStatus *m_status;
    OverviewContent *m_content;
};

} // namespace auditloupe
