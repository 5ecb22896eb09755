// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace auditloupe {

class CaseSession;
class EventFeed;
struct EmptyResult;

/// What stands in the table's place while it has no rows: why, and what would help.
class EmptyNote : public QWidget
{
    Q_OBJECT

public:
    EmptyNote(CaseSession *session, const EventFeed *feed, QWidget *parent = nullptr);

    void refresh();

private:
    void sayNothingMatches();
    void offerWithout(const EmptyResult &why);
    QString coverageText(const EmptyResult &why) const;
    QString recordingText(const EmptyResult &why) const;
    void removeHidingPart();

    CaseSession *m_session;
    const EventFeed *m_feed;
    QLabel *m_title;
    QLabel *m_hiding;
    QLabel *m_coverage;
    QLabel *m_recording;
    QPushButton *m_without;
    QPushButton *m_clear;
};

} // namespace auditloupe
