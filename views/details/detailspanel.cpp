// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/detailspanel.h"

#include "model/session/casesession.h"
#include "views/details/eventheader.h"
#include "views/details/eventplaceview.h"
#include "views/details/fieldsview.h"
#include "views/details/flowingtext.h"
#include "views/details/jsonpane.h"
#include "views/details/jsonview.h"
#include "views/details/notice.h"

#include <QBoxLayout>
#include <QStackedWidget>
#include <QTabBar>

#include <chrono>

namespace auditloupe {

namespace {

using namespace std::chrono_literals;

/// Shorter waits pass without a word: a flicker would only disturb.
constexpr auto SlowAfter = 150ms;

QWidget *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    line->setFixedHeight(1);
    return line;
}

} // namespace

DetailsPanel::DetailsPanel(CaseSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_pages(new QStackedWidget(this))
    , m_empty(new FlowingText)
    , m_loading(new FlowingText)
    , m_failure(new FlowingText)
{
    m_empty->setText(tr("Select an event to see it whole."));
    m_loading->setText(tr("Reading the event…"));
    m_pages->addWidget(makeMessagePage(m_empty));
    m_pages->addWidget(makeMessagePage(m_loading));
    m_pages->addWidget(makeMessagePage(m_failure));
    m_pages->addWidget(makeEventPage());
    m_notice = new Notice(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_slow.setSingleShot(true);

    connect(&m_slow, &QTimer::timeout, this, [this] { showPage(Page::Loading); });
    connect(&m_job.watcher(), &QFutureWatcherBase::finished, this, &DetailsPanel::showLoaded);
    connect(session, &CaseSession::caseChanged, this, &DetailsPanel::loadSelected);
    connect(session, &CaseSession::selectionChanged, this, &DetailsPanel::loadSelected);
    connect(session, &CaseSession::importingChanged, this, &DetailsPanel::load); // more copies
    connect(session, &CaseSession::timeZoneChanged, this, &DetailsPanel::load);
    connect(session, &CaseSession::revealsCredentialsChanged, this, &DetailsPanel::load);
    load();
}

DetailsPanel::~DetailsPanel()
{
    m_job.forget();
    m_pool.waitForDone();
}

QSize DetailsPanel::sizeHint() const
{
    return {440, 640};
}

QWidget *DetailsPanel::makeMessagePage(FlowingText *text)
{
    auto *page = new QWidget;
    text->setQuiet(true);
    text->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(2);
    layout->addWidget(text);
    layout->addStretch(3);
    return page;
}

QWidget *DetailsPanel::makeEventPage()
{
    auto *page = new QWidget;
    m_header = new EventHeader(page);
    m_tabs = new QTabBar(page);
    m_views = new QStackedWidget(page);
    m_fields = new FieldsView(page);
    m_json = new JsonPane(page);
    m_place = new EventPlaceView(page);
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Fields"));
    m_tabs->addTab(tr("JSON", "the tab with the event's text"));
    m_views->addWidget(m_fields);
    m_views->addWidget(m_json);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_tabs);
    layout->addWidget(makeLine(page));
    layout->addWidget(m_views, 1);
    layout->addWidget(makeLine(page));
    layout->addWidget(m_place);
    const auto say = [this](const QString &what) { m_notice->say(what); };
    connect(m_tabs, &QTabBar::currentChanged, m_views, &QStackedWidget::setCurrentIndex);
    // The keyboard goes where something can be done: to the fields or the JSON, never the labels.
    connect(
        m_tabs, &QTabBar::tabBarClicked, this,
        [this] { m_views->currentWidget()->setFocus(Qt::MouseFocusReason); },
        Qt::QueuedConnection); // the tab changes behind the click
    connect(m_views, &QStackedWidget::currentChanged, this,
            [this] { setFocusProxy(m_views->currentWidget()); });
    setFocusProxy(m_fields);
    connect(m_header, &EventHeader::stageChosen, this, &DetailsPanel::select);
    connect(m_header, &EventHeader::revealWanted, m_session, &CaseSession::setRevealsCredentials);
    connect(m_fields, &FieldsView::conditionChosen, m_session, &CaseSession::includeCondition);
    connect(m_fields, &FieldsView::copied, this, say);
    connect(m_json, &JsonPane::copied, this, say);
    connect(m_place, &EventPlaceView::copied, this, say);
    return page;
}

/// Where a row is a request, its row stays the selected one.
void DetailsPanel::select(EventId id)
{
    if (m_session->unit() == Unit::Requests) {
        m_stage = id;
        load();
    } else {
        m_session->setSelectedEvent(id);
    }
}

void DetailsPanel::loadSelected()
{
    m_stage = EventId{0};
    load();
}

void DetailsPanel::load()
{
    const EventId selected = m_session->selectedEvent();
    const EventId id = m_stage == EventId{0} ? selected : m_stage;
    if (!m_session->hasCase() || selected == EventId{0}) {
        m_job.forget();
        m_slow.stop();
        showPage(Page::Empty);
        return;
    }
    const EventRequest request{.casePath = m_session->casePath(),
                               .id = id,
                               .revealCredentials = m_session->revealsCredentials(),
                               .zone = m_session->timeZone(),
                               .font = m_json->view()->font()};
    m_slow.start(SlowAfter);
    m_job.start([&](const std::stop_token &) { return loadEvent(m_pool, request); });
}

void DetailsPanel::showLoaded()
{
    if (!m_job.hasResult()) {
        return;
    }
    m_slow.stop();
    Result<EventDetails> loaded = m_job.watcher().future().takeResult();
    if (loaded) {
        display(std::move(*loaded));
    } else {
        m_failure->setText(loaded.error().toText());
        m_failure->setAlignment(Qt::AlignCenter);
        showPage(Page::Failed);
    }
}

void DetailsPanel::display(EventDetails event)
{
    m_header->setEvent(event);
    m_place->setEvent(event);
    m_fields->setFields(std::move(event.fields));
    m_json->setEvent(std::move(event.page), std::move(event.document), event.row, event.masked);
    showPage(Page::Event);
}

void DetailsPanel::showPage(Page page)
{
    m_pages->setCurrentIndex(static_cast<int>(page));
}

} // namespace auditloupe
