// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "views/events/eventjobs.h"
#include "views/events/eventspage.h"

#include <QStatusBar>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace auditloupe {

class CaseSession;

/// The window's last line: requests and events, the time they span, what is selected, and how
/// far an import has come.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(CaseSession *session, QWidget *parent = nullptr);

    void showCounts(const std::optional<EventCounts> &counts, int shownEvents);
    void showSelection(const EventsPage::Selection &selection);
    void showProgress(const Progress &progress, double secondsLeft);
    void hideProgress();

Q_SIGNALS:
    void cancelRequested();

private:
    void showSpan();

    CaseSession *m_session;
    QLabel *m_counts;
    QLabel *m_span;
    QLabel *m_selection;
    QLabel *m_reading;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    std::optional<EventCounts> m_known;
};

} // namespace auditloupe
