// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "views/events/eventjobs.h"
#include "views/events/eventspage.h"

#include <QStatusBar>

#include <optional>

class QLabel;

namespace auditloupe {

class CaseSession;
class RunningWork;

/// The window's last line: requests and events, the time they span, what is selected, and how
/// far an import and a download have come.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(CaseSession *session, QWidget *parent = nullptr);

    /// `rows` are shown until the counts are there.
    void showCounts(const std::optional<EventCounts> &counts, int rows);
    void showSelection(const EventsPage::Selection &selection);
    void showProgress(const Progress &progress, double secondsLeft);
    void hideProgress();
    void showDownload(const QString &text, int perMille);
    void hideDownload();
    bool isDownloadShown() const;

Q_SIGNALS:
    void cancelRequested();
    void stopDownloadRequested();

private:
    void showSpan();

    CaseSession *m_session;
    QLabel *m_counts;
    QLabel *m_span;
    QLabel *m_selection;
    RunningWork *m_import;
    RunningWork *m_download;
    std::optional<EventCounts> m_known;
};

} // namespace auditloupe
