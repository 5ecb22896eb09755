// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/mainwindow.h"

#include "app/casecontroller.h"
#include "app/fetch/fetchurl.h"
#include "app/mainmenu.h"
#include "app/questions.h"
#include "app/shortcutsdialog.h"
#include "app/sidedock.h"
#include "app/statusline.h"
#include "app/urldialog.h"
#include "model/session/casesession.h"
#include "views/common/messagebar.h"
#include "views/details/detailspanel.h"
#include "views/events/eventfeed.h"
#include "views/events/eventspage.h"
#include "views/events/filterbar.h"
#include "views/evidence/evidencepage.h"
#include "views/facets/facetspanel.h"
#include "views/import/importsummary.h"
#include "views/import/rejectedpage.h"
#include "views/import/sourcespage.h"
#include "views/overview/overviewpage.h"
#include "views/sql/sqlpage.h"
#include "views/start/startpage.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <utility>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr auto GeometryKey = "window/geometry"_L1;
constexpr auto StateKey = "window/state2"_L1; // changes with the docks
constexpr auto DetailsKey = "window/details"_L1;
constexpr auto FacetsKey = "window/facets"_L1;
constexpr auto LocalTimeKey = "window/localTime"_L1;
constexpr auto UnitKey = "window/unit"_L1;
constexpr auto NoiseKey = "window/noise"_L1;
constexpr auto EventsUnit = "events"_L1;
constexpr auto HiddenNoise = "hidden"_L1;

constexpr QSize FirstSize(1280, 800);
constexpr int FirstDetailsWidth = 400;
constexpr int FirstFacetsWidth = 232;

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths;
}

/// URLs of other machines, as browsers and mail programs give them: as such, or as text.
QStringList remoteUrls(const QMimeData *data)
{
    QStringList urls;
    for (const QUrl &url : data->urls()) {
        if (!url.isLocalFile()) {
            urls.append(url.toString(QUrl::FullyEncoded));
        }
    }
    if (data->hasUrls()) {
        return urls;
    }
    for (const QString &line : data->text().split(u'\n')) {
        const QString word = line.trimmed();
        if (!word.isEmpty() && (word.contains(u' ') || !looksLikeUrl(word))) {
            return {}; // other text
        }
        if (!word.isEmpty()) {
            urls.append(word);
        }
    }
    return urls;
}

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_session(new CaseSession(this))
    , m_messages(new MessageBar(this))
    , m_cases(new CaseController(m_session, m_messages, this))
    , m_stack(new QStackedWidget(this))
    , m_start(new StartPage(this))
    , m_workspace(new QWidget(this))
    , m_status(new StatusLine(m_session, this))
{
    setAcceptDrops(true);
    setStatusBar(m_status);
    auto *center = new QWidget(this);
    auto *layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    setCentralWidget(center);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_workspace);
    makeWorkspace();
    makeDocks();
    new MainMenu(this);
    connectSession();
    connectPages();
    connectCases();
    restoreSettings();
    showState();
}

/// What the children still say while they go, one after the other, nobody can use any more.
MainWindow::~MainWindow()
{
    const auto children = findChildren<QObject *>();
    for (QObject *child : children) {
        child->disconnect(this);
    }
}

void MainWindow::open(const QStringList &arguments)
{
    QStringList files;
    QStringList urls;
    for (const QString &argument : arguments) {
        (looksLikeUrl(argument) ? urls : files).append(argument);
    }
    m_cases->open(files);
    if (!urls.isEmpty()) {
        offerUrls(urls);
    }
}

void MainWindow::offerUrls(const QStringList &urls)
{
    if (!m_urls) {
        m_urls = new UrlDialog(this);
        connect(m_urls, &UrlDialog::fetched, m_cases, &CaseController::takeDownloads);
        connect(m_urls, &UrlDialog::progressed, this, [this](const QString &text, int perMille) {
            m_status->showDownload(text, perMille);
            m_status->show();
        });
        connect(m_urls, &UrlDialog::ended, this, [this] {
            m_status->hideDownload();
            showState();
        });
        connect(m_status, &StatusLine::stopDownloadRequested, m_urls, &UrlDialog::stop);
    }
    const bool isEmpty = urls.isEmpty() && m_urls->isEmpty();
    m_urls->offer(isEmpty ? remoteUrls(QGuiApplication::clipboard()->mimeData()) : urls);
}

void MainWindow::paste()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    const QStringList files = localFiles(clipboard);
    const QStringList urls = remoteUrls(clipboard);
    if (!files.isEmpty()) {
        m_cases->open(files);
    } else if (!urls.isEmpty()) {
        offerUrls(urls);
    } else if (const QString text = clipboard->text(); !text.trimmed().isEmpty()) {
        m_cases->openText(text.toUtf8());
    } else {
        m_messages->show(MessageBar::Kind::Note,
                         tr("The clipboard holds no text. Copy one or more audit events, a log "
                            "file or an https:// URL, and paste again."),
                         MessageBar::Stay::UntilSeen);
    }
}

void MainWindow::showPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
    if (page == Page::Events) {
        m_events->setFocus(Qt::OtherFocusReason);
    } else if (page == Page::Evidence) {
        m_evidence->setFocus(Qt::OtherFocusReason);
    } else if (page == Page::Sql) {
        m_sql->setFocus(Qt::OtherFocusReason);
    }
}

MainWindow::Page MainWindow::currentPage() const
{
    return static_cast<Page>(m_tabs->currentIndex());
}

void MainWindow::focusFilter()
{
    m_filterBar->focusFilter();
}

void MainWindow::focusDetails()
{
    showDocks();
    m_details->enter();
}

void MainWindow::focusFacets()
{
    m_facets->enter();
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(menuBar(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Auditloupe"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Auditloupe %1").arg(QStringLiteral(AUDITLOUPE_VERSION)));
    box->setInformativeText(tr(
        "A loupe for Kubernetes audit logs: who did what, to which object, from where, and "
        "were they allowed to.\n\nIt works without a network and contacts nobody unless you open "
        "a URL, keeps the bytes of the logs as "
        "they came, and never writes beside them.\n\nLicensed under the Apache License 2.0."));
    box->setIconPixmap(windowIcon().pixmap(64));
    box->open();
}

void MainWindow::showImportReport()
{
    m_summary->setReport(m_cases->lastReport(), m_session->timeZone());
    if (m_tabs->indexOf(m_summary) < 0) {
        m_tabs->addTab(m_summary, tr("Import"));
    }
    m_tabs->setCurrentWidget(m_summary);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSettings();
    if (askToStopDownload()) {
        event->ignore();
        return;
    }
    if (m_cases->canCloseAtOnce()) {
        event->accept();
        return;
    }
    event->ignore();
    // Queued: where nothing is to be asked the answer comes at once, inside this very event.
    m_cases->close(
        [this] { QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection); });
}

bool MainWindow::askToStopDownload()
{
    if (!m_urls || !m_urls->isRunning()) {
        return false;
    }
    ask(this,
        {.text = tr("A download is running."),
         .explanation = tr("What has arrived is kept: opening the same URL later goes on from "
                           "there."),
         .answers = {{tr("Stop the download and close"), [this](bool) {
                          m_urls->hide();
                          std::exchange(m_urls, nullptr)->deleteLater(); // stops it
                          close();
                      }}}});
    return true;
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty() || !remoteUrls(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction); // evidence is never moved
    event->accept();
    m_cases->open(localFiles(event->mimeData()));
    if (const QStringList urls = remoteUrls(event->mimeData()); !urls.isEmpty()) {
        offerUrls(urls);
    }
}

void MainWindow::makeWorkspace()
{
    m_filterBar = new FilterBar(m_session, this);
    m_toolBar = addToolBar(tr("Filter"));
    m_toolBar->setObjectName("filter");
    m_toolBar->setMovable(false);
    m_toolBar->toggleViewAction()->setVisible(false); // a hidden filter would still filter
    m_toolBar->addWidget(m_filterBar);
    m_tabs = new QTabWidget(m_workspace);
    m_tabs->setDocumentMode(true);
    m_overview = new OverviewPage(*m_session, m_tabs);
    m_events = new EventsPage(m_session, m_tabs);
    m_sources = new SourcesPage(*m_session, m_tabs);
    m_rejected = new RejectedPage(*m_session, m_tabs);
    m_evidence = new EvidencePage(*m_session, m_tabs);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_events, tr("Events"));
    m_tabs->addTab(m_sources, tr("Sources"));
    m_tabs->addTab(m_rejected, tr("Rejected lines"));
    m_tabs->addTab(m_evidence, tr("What arrived"));
    m_sql = new SqlPage(m_session, m_tabs);
    m_tabs->addTab(m_sql, tr("SQL"));
    m_summary = new ImportSummary(this);
    m_summary->hide();

    auto *layout = new QVBoxLayout(m_workspace);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs, 1);
}

void MainWindow::makeDocks()
{
    m_facetsPanel = new FacetsPanel(m_session, this);
    m_facets = new SideDock(u"facets"_s, tr("Facets"), m_facetsPanel, this);
    m_details =
        new SideDock(u"details"_s, tr("Event details"), new DetailsPanel(m_session, this), this);
    addDockWidget(Qt::LeftDockWidgetArea, m_facets);
    addDockWidget(Qt::RightDockWidgetArea, m_details);
    resizeDocks({m_facets, m_details}, {FirstFacetsWidth, FirstDetailsWidth}, Qt::Horizontal);
    for (const SideDock *dock : {m_facets, m_details}) {
        // Whoever reads there and closes it goes on with the page beside it.
        connect(dock, &SideDock::left, this,
                [this] { m_tabs->currentWidget()->setFocus(Qt::OtherFocusReason); });
    }
}

void MainWindow::connectSession()
{
    connect(m_session, &CaseSession::caseChanged, this, &MainWindow::showState);
    connect(m_session, &CaseSession::caseRenamed, this, &MainWindow::showState);
    connect(m_session, &CaseSession::importingChanged, this, &MainWindow::showState);
    connect(m_session, &CaseSession::filterChanged, this, [this] {
        m_messages->goOn();
        m_mayShowOverview = false;
        m_tabs->setCurrentWidget(m_events);
        showCounts();
    });
    connect(m_session, &CaseSession::selectionChanged, this, [this] { m_mayShowOverview = false; });
    connect(m_session, &CaseSession::timeZoneChanged, this, [this] {
        QSettings().setValue(LocalTimeKey, m_session->timeZone() != QTimeZone(QTimeZone::UTC));
    });
}

void MainWindow::connectPages()
{
    const auto showEvents = [this] { showPage(Page::Events); };
    const auto showRejected = [this](SourceId source) {
        m_rejected->setSource(source);
        showPage(Page::Rejected);
    };
    const auto showEvidence = [this](SourceId source) {
        m_evidence->setSource(source);
        showPage(Page::Evidence);
    };
    const auto showSources = [this] { showPage(Page::Sources); };
    connect(m_filterBar, &FilterBar::filterApplied, this, showEvents);
    connect(m_overview, &OverviewPage::showEvents, this, showEvents);
    connect(m_overview, &OverviewPage::showSources, this, showSources);
    connect(m_overview, &OverviewPage::showRejected, this,
            [showRejected] { showRejected(SourceId{0}); });
    connect(m_overview, &OverviewPage::showEvidence, this,
            [showEvidence] { showEvidence(SourceId{0}); });
    connect(m_sources, &SourcesPage::showEvents, this, showEvents);
    connect(m_sources, &SourcesPage::showEvidence, this, showEvidence);
    connect(m_sources, &SourcesPage::showRejected, this, showRejected);
    connect(m_evidence, &EvidencePage::showEvents, this, showEvents);
    connect(m_evidence, &EvidencePage::showRejected, this, showRejected);
    connect(m_evidence, &EvidencePage::showDetails, m_details, &QWidget::show);
    connect(m_sql, &SqlPage::eventRequested, this, [this](EventId id) {
        m_session->setSelectedEvent(id);
        focusDetails();
    });
    const auto readAs = [this](const QString &path) { m_cases->readAs({path}); };
    connect(m_sources, &SourcesPage::readAsRequested, this, readAs);
    connect(m_summary, &ImportSummary::readAsRequested, this, readAs);
    connect(m_summary, &ImportSummary::showRejected, this, showRejected);
    connect(m_summary, &ImportSummary::showSources, this, showSources);
    connect(m_summary, &ImportSummary::closed, this,
            [this] { m_tabs->removeTab(m_tabs->indexOf(m_summary)); });
    connect(m_events, &EventsPage::eventActivated, this, &MainWindow::focusDetails);
    connect(m_events, &EventsPage::failed, this, &MainWindow::showProblem);
    connect(m_events, &EventsPage::selectionChanged, this,
            [this] { m_status->showSelection(m_events->selection()); });
    connect(m_events->feed(), &EventFeed::stateChanged, this, &MainWindow::showCounts);
    connect(m_tabs, &QTabWidget::tabBarClicked, this, [this] { m_mayShowOverview = false; });
    connect(m_tabs, &QTabWidget::currentChanged, m_messages, &MessageBar::goOn);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::showDocks);
}

void MainWindow::showProblem(const QString &message)
{
    m_messages->show(MessageBar::Kind::Problem, message);
}

void MainWindow::connectCases()
{
    connect(m_start, &StartPage::openFiles, m_cases, &CaseController::chooseFiles);
    connect(m_start, &StartPage::openFolder, m_cases, &CaseController::chooseFolder);
    connect(m_start, &StartPage::openUrl, this, [this] { offerUrls({}); });
    connect(m_cases, &CaseController::urlRequested, this, &MainWindow::offerUrls);
    connect(m_start, &StartPage::openSample, m_cases, &CaseController::openSample);
    connect(m_start, &StartPage::openCase, m_cases,
            [this](const QString &path) { m_cases->open({path}); });
    connect(m_cases, &CaseController::recentChanged, m_start, &StartPage::refresh);
    connect(m_cases, &CaseController::opened, this, &MainWindow::beginCase);
    connect(m_cases, &CaseController::importFinished, this, &MainWindow::endImport);
    connect(m_cases, &CaseController::reportRequested, this, &MainWindow::showImportReport);
    connect(m_status, &StatusLine::cancelRequested, m_cases->importer(), &ImportController::cancel);
    connect(m_cases->importer(), &ImportController::progressed, m_status,
            &StatusLine::showProgress);
}

void MainWindow::showState()
{
    const bool isOpen = m_session->hasCase() || m_session->isImporting();
    m_stack->setCurrentWidget(isOpen ? m_workspace : m_start);
    m_toolBar->setVisible(isOpen);
    m_status->setVisible(isOpen || m_status->isDownloadShown());
    showDocks();
    if (!m_session->isImporting()) {
        m_status->hideProgress();
    }
    const QString name = QFileInfo(m_session->casePath()).fileName();
    setWindowTitle(name.isEmpty() ? tr("Auditloupe") : tr("%1 – Auditloupe").arg(name));
    showCounts();
}

/// Only beside the pages that select events: the others need the room.
void MainWindow::showDocks()
{
    const QWidget *page =
        m_stack->currentWidget() == m_workspace ? m_tabs->currentWidget() : nullptr;
    const bool hasEvents = page != nullptr && page == m_events;
    const bool hasEvent =
        page != nullptr && page == m_sql && m_session->selectedEvent() != EventId{0};
    m_facets->setPossible(hasEvents);
    m_details->setPossible(hasEvents || hasEvent);
}

void MainWindow::showCounts()
{
    const auto &counts = m_events->feed()->counts();
    m_status->showCounts(counts, m_events->feed()->model()->rowCount());
    m_filterBar->setReferenceTime(counts ? counts->firstUs : std::nullopt);
    m_filterBar->setNoise(m_events->feed()->noise());
    m_filterBar->showNote(m_events->feed()->unknownNote());
}

void MainWindow::beginCase()
{
    const bool isImporting = m_session->isImporting();
    m_mayShowOverview = isImporting;
    showPage(isImporting ? Page::Events : Page::Overview);
    m_tabs->removeTab(m_tabs->indexOf(m_summary));
    showState();
}

/// A short import ends where an opened case begins; whoever is reading already is left alone.
void MainWindow::endImport()
{
    if (m_mayShowOverview && m_session->hasCase()) {
        showPage(Page::Overview);
    }
    m_mayShowOverview = false;
    if (m_tabs->indexOf(m_summary) >= 0) {
        m_summary->setReport(m_cases->lastReport(), m_session->timeZone());
    }
}

void MainWindow::saveSettings()
{
    QSettings settings;
    settings.setValue(DetailsKey, m_details->isWanted());
    settings.setValue(FacetsKey, m_facets->isWanted());
    settings.setValue(UnitKey,
                      m_session->chosenUnit() == Unit::Events ? EventsUnit : "requests"_L1);
    settings.setValue(NoiseKey,
                      m_session->chosenNoise() == Noise::Hidden ? HiddenNoise : "shown"_L1);
    settings.setValue(GeometryKey, saveGeometry());
    settings.setValue(StateKey, saveState());
    m_events->saveSettings();
    m_facetsPanel->saveSettings();
}

void MainWindow::restoreSettings()
{
    const QSettings settings;
    if (settings.value(LocalTimeKey).toBool()) {
        m_session->setTimeZone(QTimeZone::systemTimeZone());
    }
    m_session->setChosen(
        settings.value(UnitKey).toString() == EventsUnit ? Unit::Events : Unit::Requests,
        settings.value(NoiseKey).toString() == HiddenNoise ? Noise::Hidden : Noise::Shown);
    if (!restoreGeometry(settings.value(GeometryKey).toByteArray())) {
        resize(FirstSize.boundedTo(screen()->availableSize()));
    }
    restoreState(settings.value(StateKey).toByteArray());
    m_details->setWanted(settings.value(DetailsKey, true).toBool());
    m_facets->setWanted(settings.value(FacetsKey, true).toBool());
}

} // namespace auditloupe
