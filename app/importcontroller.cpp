// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/importcontroller.h"

#include "model/casefile/caselibrary.h"
#include "model/casefile/casereader.h"
#include "model/session/casesession.h"

#include <QtConcurrentRun>

namespace auditloupe {

namespace {

constexpr qint64 AnnounceMs = 250;
constexpr qint64 EstimateAfterMs = 1500;

} // namespace

ImportController::ImportController(CaseSession *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_job.watcher(), &QFutureWatcherBase::finished, this, &ImportController::end);
}

ImportController::~ImportController()
{
    m_job.cancel();
    m_pool.waitForDone();
}

ImportController::Ended ImportController::endedWith(const Result<ImportReport> &report)
{
    Ended ended{.report = report};
    if (report) {
        const Result<CaseSummary> summary =
            CaseReader::open(report->casePath).and_then(&CaseReader::summary);
        ended.caseEvents = summary ? summary->events : report->events;
    }
    return ended;
}

ImportController::Ended ImportController::checkAndImport(const ImportRequest &request, Space space,
                                                         const JobControl &control)
{
    if (space == Space::Check) {
        const std::int64_t needed =
            estimateCaseBytes(request.inputs, control) + request.pasted.size();
        if (const Result<void> room = checkFreeSpace(request.casePath, needed); !room) {
            return {.report = std::unexpected(room.error()), .lacksSpace = true};
        }
    }
    return endedWith(importLogs(request, control));
}

void ImportController::start(const ImportRequest &request, Space space)
{
    m_request = request;
    run([request, space](const JobControl &control) {
        return checkAndImport(request, space, control);
    });
}

void ImportController::finish(const QString &casePath, Rest rest)
{
    m_request = {.casePath = casePath};
    run([casePath, rest](const JobControl &control) {
        return endedWith(finishImport(casePath, rest, control));
    });
}

void ImportController::cancel()
{
    m_job.requestStop();
}

template <typename Work>
void ImportController::run(Work work)
{
    m_events = 0;
    m_clock.start();
    m_announced.start();
    m_session->setImporting(true);
    // The pool is waited for before this object goes.
    const auto report = [this](const Progress &progress) {
        QMetaObject::invokeMethod(
            this, [this, progress] { takeProgress(progress); }, Qt::QueuedConnection);
    };
    m_job.start([&](const std::stop_token &stop) {
        return QtConcurrent::run(&m_pool, [work, report, stop] {
            return work(JobControl{.stop = stop, .progress = report});
        });
    });
}

void ImportController::takeProgress(const Progress &progress)
{
    if (!m_job.isRunning()) {
        return;
    }
    // Towards the end the importer needs the case for itself: no reader is called any more.
    const bool isReading = progress.total == 0 || progress.done < progress.total;
    const bool isTime = m_events == 0 || m_announced.elapsed() >= AnnounceMs;
    if (isReading && progress.events > m_events && isTime) {
        m_events = progress.events;
        m_announced.restart();
        showCase();
        m_session->announceContent();
    }
    const bool canEstimate =
        m_clock.elapsed() > EstimateAfterMs && progress.done > 0 && progress.total > 0;
    const double secondsLeft = canEstimate ? static_cast<double>(m_clock.elapsed()) / 1000.0
            * static_cast<double>(progress.total - progress.done)
            / static_cast<double>(progress.done)
                                           : -1.0;
    Q_EMIT progressed(progress, secondsLeft);
}

void ImportController::end()
{
    if (!m_job.isFinished()) {
        return;
    }
    m_ended = m_job.result();
    if (m_ended.report) {
        showCase();
    }
    m_session->setImporting(false);
    Q_EMIT finished();
}

void ImportController::showCase()
{
    if (m_session->casePath() != m_request.casePath) {
        m_session->setCasePath(m_request.casePath);
    }
}

} // namespace auditloupe
