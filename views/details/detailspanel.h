// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/latestjob.h"
#include "views/details/eventloader.h"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace auditloupe {

class CaseSession;
class EventHeader;
class EventPlaceView;
class FieldsView;
class FlowingText;
class JsonPane;
class Notice;

/// Shows the session's selected event whole: a sentence, the level, the stages, the fields, the
/// JSON and its place. Reading and layout happen in a job; the newest selection wins.
class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(CaseSession *session, QWidget *parent = nullptr);
    ~DetailsPanel() override;

    QSize sizeHint() const override;

private:
    enum class Page { Empty, Loading, Failed, Event };

    QWidget *makeEventPage();
    QWidget *makeMessagePage(FlowingText *text);
    void loadSelected();
    void load();
    void showLoaded();
    void display(EventDetails event);
    void showPage(Page page);
    void select(EventId id);

    CaseSession *m_session;
    QThreadPool m_pool;
    LatestJob<Result<EventDetails>> m_job;
    EventId m_stage = EventId{0}; // of the selected request, where another than its last is shown
    QTimer m_slow; // until the wait is worth a word
    QStackedWidget *m_pages;
    FlowingText *m_empty;
    FlowingText *m_loading;
    FlowingText *m_failure;
    EventHeader *m_header;
    QTabBar *m_tabs;
    QStackedWidget *m_views;
    FieldsView *m_fields;
    JsonPane *m_json;
    EventPlaceView *m_place;
    Notice *m_notice;
};

} // namespace auditloupe
