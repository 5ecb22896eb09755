// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/latestjob.h"
#include "views/evidence/evidencejobs.h"

#include <QThreadPool>
#include <QWidget>

#include <map>

class QStackedLayout;
class QTableView;

namespace auditloupe {

class CaseSession;
class EvidenceContent;
class EvidenceTableModel;
class JobStatus;

/// What arrived: each source with what it can and cannot prove. Looks at every event, so it
/// begins only once somebody looks at the page, and can be cancelled.
class EvidencePage : public QWidget
{
    Q_OBJECT

public:
    explicit EvidencePage(CaseSession &session, QWidget *parent = nullptr);
    ~EvidencePage() override;

    bool isLoading() const { return m_job.isRunning(); }

    /// Shows one source, as soon as it is known.
    void setSource(SourceId source);

Q_SIGNALS:
    void showEvents(); ///< after the session's filter was set
    void showDetails(); ///< after an event was selected
    void showRejected(SourceId source);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeReport();
    QWidget *makeHead();
    void reset();
    void load();
    void cancel();
    void showResult();
    void showStatus(const QString &message, const QString &action);
    void showSelected();
    void filterEvents(const EventsLink &link);
    void compareSelected();
    void showComparison();
    bool isShown(SourceId source) const;
    void copyText();

    CaseSession &m_session;
    QThreadPool m_pool;
    LatestJob<Result<std::vector<SourceEvidence>>> m_job;
    LatestJob<Result<FileComparison>> m_comparison;
    EvidenceTableModel *m_model;
    QStackedLayout *m_stack;
    JobStatus *m_status;
    QTableView *m_table = nullptr;
    EvidenceContent *m_content = nullptr;
    QWidget *m_report = nullptr;
    SourceId m_wanted = SourceId{0}; // 0: the first row
    SourceId m_compared = SourceId{0};
    std::map<SourceId, FileComparison> m_files;
    bool m_isStale = true;
};

} // namespace auditloupe
