// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace auditloupe {

class CaseSession;
class EventFeed;

/// What stands in the table's place while it has no rows: why, and what would help.
class EmptyNote : public QWidget
{
    Q_OBJECT

public:
    EmptyNote(CaseSession *session, const EventFeed *feed, QWidget *parent = nullptr);

    void refresh();

private:
    void sayNothingMatches();
    void removeHidingTerm();

    CaseSession *m_session;
    const EventFeed *m_feed;
    QLabel *m_title;
    QLabel *m_reason;
    QPushButton *m_without;
    QPushButton *m_clear;
};

} // namespace auditloupe
