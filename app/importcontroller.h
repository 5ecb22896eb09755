// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/import/importer.h"
#include "views/common/latestjob.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>

namespace auditloupe {

class CaseSession;

/// Runs the import of the window's case, one at a time, and tells the session of new rows.
class ImportController : public QObject
{
    Q_OBJECT

public:
    /// Whether a disk that looks too small stops an import before it begins.
    enum class Space { Check, Ignore };

    explicit ImportController(CaseSession *session, QObject *parent = nullptr);
    ~ImportController() override;
    Q_DISABLE_COPY_MOVE(ImportController)

    bool isRunning() const { return m_job.isRunning(); }
    /// The session shows the case as soon as it has something to show.
    void start(const ImportRequest &request, Space space = Space::Check);
    /// Finishes an import that was interrupted.
    void finish(const QString &casePath, Rest rest);
    /// What is imported by then stays; finished() follows.
    void cancel();

    /// Of the last import that ended.
    const Result<ImportReport> &report() const { return m_ended.report; }
    /// Whether it did not even begin, for want of space.
    bool lacksSpace() const { return m_ended.lacksSpace; }
    /// Rows of the case behind the last import, whatever was there before.
    std::int64_t caseEvents() const { return m_ended.caseEvents; }
    /// What is running, or ran last.
    const ImportRequest &request() const { return m_request; }

Q_SIGNALS:
    /// `secondsLeft` is negative while it cannot be said.
    void progressed(const auditloupe::Progress &progress, double secondsLeft);
    void finished(); ///< report() is new

private:
    struct Ended
    {
        Result<ImportReport> report = {};
        bool lacksSpace = false;
        std::int64_t caseEvents = 0;
    };

    static Ended endedWith(const Result<ImportReport> &report);
    static Ended checkAndImport(const ImportRequest &request, Space space,
                                const JobControl &control);
    template <typename Work>
    void run(Work work);
    void takeProgress(const Progress &progress);
    void end();
    void showCase();

    CaseSession *m_session;
    QThreadPool m_pool;
    LatestJob<Ended> m_job;
    ImportRequest m_request;
    Ended m_ended;
    QElapsedTimer m_clock;
    QElapsedTimer m_announced; // when the session was told last
    std::int64_t m_events = 0; // rows that the session was told of
};

} // namespace auditloupe
