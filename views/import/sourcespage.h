// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/caserows.h"
#include "views/common/latestjob.h"

#include <QThreadPool>
#include <QWidget>

#include <map>
#include <vector>

class QAction;
class QLabel;
class QTableView;

namespace auditloupe {

class CaseSession;
class LinkButton;
class SourceDetails;
class SourceTableModel;

struct SourceListing
{
    std::vector<SourceInfo> sources = {};
    std::map<SourceId, std::vector<EarlierFile>> earlier = {}; ///< of those that have any
};

/// Where the events of the case came from: each source with its counts, and everything that was
/// recorded about the selected one.
class SourcesPage : public QWidget
{
    Q_OBJECT

public:
    explicit SourcesPage(CaseSession &session, QWidget *parent = nullptr);
    ~SourcesPage() override;

Q_SIGNALS:
    void showEvents(); ///< after the session's filter was set to a source
    void showRejected(SourceId source);
    void showEvidence(SourceId source);
    void readAsRequested(const QString &path); ///< of a file, in another format

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    void reload();
    void showSources();
    void showSelected();
    void showTimes();
    void makeActions();
    void updateActions();
    void filterSource(const QString &filter);
    void editCluster();
    void writeCluster(SourceId source, const QString &name);
    void takeWritten();
    void say(const QString &text);

    CaseSession &m_session;
    QThreadPool m_pool;
    LatestJob<Result<SourceListing>> m_job;
    LatestJob<Result<void>> m_write;
    std::map<SourceId, std::vector<EarlierFile>> m_earlier;
    SourceTableModel *m_model;
    QTableView *m_table;
    SourceDetails *m_details;
    QLabel *m_note;
    QAction *m_showEvents = nullptr;
    QAction *m_editCluster = nullptr;
    QAction *m_readAs = nullptr;
    bool m_isStale = true; // read only once somebody looks
    bool m_isReading = false; // the reset at its end would take the cell's editor
};

} // namespace auditloupe
