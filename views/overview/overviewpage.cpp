// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/overviewpage.h"

#include "model/session/casesession.h"
#include "views/common/jobstatus.h"
#include "views/overview/overviewcontent.h"

#include <QStackedLayout>

namespace auditloupe {
namespace {

constexpr int LaterMs = 2000;

} // namespace

OverviewPage::OverviewPage(CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_stack(new QStackedLayout(this))
    , m_status(new JobStatus)
    , m_content(new OverviewContent)
{
    m_pool.setMaxThreadCount(1);
    m_later.setSingleShot(true);
    m_later.setInterval(LaterMs);
    m_stack->addWidget(m_status);
    m_stack->addWidget(m_content);

    connect(&m_session, &CaseSession::caseChanged, this, &OverviewPage::reset);
    connect(&m_session, &CaseSession::caseRenamed, this,
            [this] { m_content->setCasePath(m_session.casePath()); });
    connect(&m_session, &CaseSession::contentChanged, this, &OverviewPage::contentChanged);
    connect(&m_session, &CaseSession::timeZoneChanged, this, &OverviewPage::showTimes);
    connect(&m_later, &QTimer::timeout, this, &OverviewPage::load);
    connect(&m_job.watcher(), &QFutureWatcherBase::finished, this, &OverviewPage::showResult);
    connect(&m_job.watcher(), &QFutureWatcherBase::progressValueChanged, m_status,
            &JobStatus::setProgress);
    connect(m_status, &JobStatus::actionRequested, this,
            [this] { isLoading() ? cancel() : load(); });
    connect(m_content, &OverviewContent::filterRequested, this, &OverviewPage::filterRequested);
    connect(m_content, &OverviewContent::sourcesRequested, this, &OverviewPage::showSources);
    connect(m_content, &OverviewContent::rejectedRequested, this, &OverviewPage::showRejected);
    connect(m_content, &OverviewContent::evidenceRequested, this, &OverviewPage::showEvidence);
    reset();
}

OverviewPage::~OverviewPage()
{
    m_job.cancel();
    m_pool.waitForDone();
}

void OverviewPage::reset()
{
    m_later.stop();
    m_job.forget();
    m_shown.reset();
    if (m_session.hasCase()) {
        load();
    } else {
        showStatus(tr("No case is open."), {});
    }
}

void OverviewPage::contentChanged()
{
    if (!m_session.hasCase()) {
        return;
    }
    if (!m_session.isImporting()) {
        m_later.stop();
        load();
    } else if (!m_later.isActive() && !isLoading()) {
        m_later.start();
    }
}

void OverviewPage::load()
{
    m_job.start([this](const std::stop_token &stop) {
        return readOverview(m_pool, m_session.casePath(), stop);
    });
    if (!m_shown) {
        showStatus(tr("Reading the case…"), tr("Cancel"));
    }
}

void OverviewPage::cancel()
{
    m_job.cancel();
    showStatus(tr("Cancelled: the Overview was not made."), tr("Try again"));
}

void OverviewPage::showResult()
{
    if (m_job.watcher().isCanceled() || m_job.watcher().future().resultCount() == 0) {
        return;
    }
    Result<CaseOverview> result = m_job.watcher().result();
    if (!result) {
        // What is shown already stays: a running import can make a single reading fail.
        if (!m_shown && result.error().code != Error::Code::Cancelled) {
            showStatus(tr("The Overview cannot be made. %1").arg(result.error().toText()),
                       tr("Try again"));
        }
        return;
    }
    m_shown = std::move(*result);
    if (m_shown->overview.events == 0 && m_shown->summary.rejected == 0) {
        showStatus(m_session.isImporting() ? tr("Nothing has been imported yet.")
                                           : tr("This case holds no events."),
                   {});
        return;
    }
    m_content->setContent(*m_shown);
    m_content->setCasePath(m_session.casePath());
    showTimes();
    m_stack->setCurrentWidget(m_content);
}

void OverviewPage::showStatus(const QString &text, const QString &action)
{
    m_status->tell(text, isLoading(), action);
    m_stack->setCurrentWidget(m_status);
}

void OverviewPage::showTimes()
{
    if (m_shown) {
        m_content->setTimeZone(m_shown->overview, m_session.timeZone());
    }
}

void OverviewPage::filterRequested(const QString &filter, Unit unit)
{
    // The number counts the whole case: neither a range of time nor noise may hide a part of it.
    [[maybe_unused]] const Result<void> set = m_session.showCounted(filter, unit);
    Q_ASSERT(set);
    Q_EMIT showEvents();
}

} // namespace auditloupe
