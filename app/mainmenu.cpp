// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/mainmenu.h"

#include "app/casecontroller.h"
#include "app/mainwindow.h"
#include "app/sidedock.h"
#include "model/session/casesession.h"
#include "views/events/eventspage.h"
#include "views/questions/questionmenu.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QtConcurrentRun>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t MostRecent = 10;
constexpr int LongestRecentPath = 480; // pixels

bool isUtc(const CaseSession *session)
{
    return session->timeZone() == QTimeZone(QTimeZone::UTC);
}

} // namespace

MainMenu::MainMenu(MainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_session(window->session())
    , m_cases(window->cases())
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeGoMenu();
    makeQuestionMenu();
    makeHelpMenu();
    connect(m_session, &CaseSession::caseChanged, this, &MainMenu::updateActions);
    connect(m_session, &CaseSession::caseChanged, this, &MainMenu::readRecent);
    connect(m_session, &CaseSession::caseRenamed, this, &MainMenu::readRecent);
    connect(m_cases, &CaseController::recentChanged, this, &MainMenu::readRecent);
    connect(m_session, &CaseSession::importingChanged, this, &MainMenu::updateActions);
    connect(m_session, &CaseSession::historyChanged, this, &MainMenu::updateActions);
    connect(&m_readRecent.watcher(), &QFutureWatcherBase::finished, this, &MainMenu::showRecent);
    updateActions();
    readRecent();
}

MainMenu::~MainMenu()
{
    m_readRecent.cancel();
    m_pool.waitForDone();
}

template <typename Slot>
QAction *MainMenu::add(QMenu *menu, const QString &icon, const QString &text,
                       const QKeySequence &shortcut, Slot slot)
{
    QAction *action = menu->addAction(QIcon::fromTheme(icon), text);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void MainMenu::makeFileMenu()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&File"));
    add(menu, u"document-open"_s, tr("&Open…"), QKeySequence::Open,
        [this] { m_cases->chooseFiles(); });
    add(menu, u"folder-open"_s, tr("Open &folder…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
        [this] { m_cases->chooseFolder(); });
    add(menu, u"folder-remote"_s, tr("Open &URL…"), Qt::CTRL | Qt::Key_D,
        [this] { m_window->offerUrls({}); });
    add(menu, u"help-hint"_s, tr("Open sample &incident"), {}, [this] { m_cases->openSample(); });
    m_recent = menu->addMenu(QIcon::fromTheme(u"document-open-recent"_s), tr("&Recent cases"));
    menu->addSeparator();
    m_needIdleCase.append(add(menu, u"document-import"_s, tr("Import &more…"), Qt::CTRL | Qt::Key_I,
                              [this] { m_cases->chooseMoreFiles(); }));
    m_needIdleCase.append(add(menu, u"document-save-as"_s, tr("&Save case as…"),
                              Qt::CTRL | Qt::SHIFT | Qt::Key_S,
                              [this] { m_cases->chooseSaveName(); }));
    m_needIdleCase.append(
        add(menu, {}, tr("&Last import"), {}, [this] { m_window->showImportReport(); }));
    m_needCase.append(add(menu, u"document-close"_s, tr("&Close"), QKeySequence::Close,
                          [this] { m_cases->close(); }));
    menu->addSeparator();
    add(menu, u"application-exit"_s, tr("&Quit"), Qt::CTRL | Qt::Key_Q,
        [this] { m_window->close(); });
}

void MainMenu::makeEditMenu()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Edit"));
    m_needCase.append(add(menu, u"edit-copy"_s, tr("&Copy rows"), QKeySequence::Copy,
                          [this] { m_window->events()->copySelectedRows(); }));
    add(menu, u"edit-paste"_s, tr("&Paste events"), QKeySequence::Paste,
        [this] { m_window->paste(); });
    menu->addSeparator();
    m_needCase.append(add(menu, u"view-filter"_s, tr("&Filter"), Qt::CTRL | Qt::Key_L,
                          [this] { m_window->focusFilter(); }));
    m_needCase.append(add(menu, u"edit-clear-all"_s, tr("C&lear filter"),
                          Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] { m_session->clearFilter(); }));
}

void MainMenu::makeViewMenu()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&View"));
    makePageActions(menu);
    menu->addSeparator();
    QAction *facets = m_window->facetsDock()->toggleViewAction();
    facets->setText(tr("F&acets"));
    facets->setShortcut(Qt::Key_F8);
    menu->addAction(facets);
    QAction *details = m_window->detailsDock()->toggleViewAction();
    details->setText(tr("Event &details"));
    details->setShortcut(Qt::Key_F9);
    menu->addAction(details);
    QMenu *columns = menu->addMenu(tr("&Columns"));
    connect(columns, &QMenu::aboutToShow, this,
            [this, columns] { m_window->events()->fillColumnMenu(columns); });
    m_needCase.append(columns->menuAction());
    menu->addSeparator();
    makeUnitActions(menu);
    menu->addSeparator();
    makeZoneActions(menu);
    menu->addSeparator();
    makeThemeMenu(menu->addMenu(tr("C&olours")));
    QAction *fullScreen = add(menu, u"view-fullscreen"_s, tr("F&ull screen"), Qt::Key_F11, [this] {
        m_window->setWindowState(m_window->windowState() ^ Qt::WindowFullScreen);
    });
    m_window->addAction(fullScreen);
}

void MainMenu::makePageActions(QMenu *menu)
{
    using enum MainWindow::Page;
    struct Entry
    {
        MainWindow::Page page;
        QString text;
        Qt::Key key;
    };
    const Entry entries[] = {
        {Overview, tr("&Overview"), Qt::Key_1},     {Events, tr("&Events"), Qt::Key_2},
        {Sources, tr("&Sources"), Qt::Key_3},       {Rejected, tr("&Rejected lines"), Qt::Key_4},
        {Evidence, tr("What &arrived"), Qt::Key_5}, {Sql, tr("S&QL console"), Qt::Key_6}};
    for (const Entry &entry : entries) {
        m_needCase.append(add(menu, {}, entry.text, Qt::CTRL | entry.key,
                              [this, page = entry.page] { m_window->showPage(page); }));
    }
}

void MainMenu::makeUnitActions(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    QAction *requests = add(menu, {}, tr("One row a re&quest"), Qt::CTRL | Qt::Key_R,
                            [this] { m_session->setUnit(Unit::Requests); });
    QAction *events = add(menu, {}, tr("One row an eve&nt"), Qt::CTRL | Qt::Key_E,
                          [this] { m_session->setUnit(Unit::Events); });
    for (QAction *action : {requests, events}) {
        action->setCheckable(true);
        group->addAction(action);
    }
    QAction *people = add(menu, {}, tr("Only &people and workloads"), Qt::CTRL | Qt::Key_P, [this] {
        const bool hides = m_session->noise() == Noise::Hidden;
        m_session->setNoise(hides ? Noise::Shown : Noise::Hidden);
    });
    people->setCheckable(true);
    const auto update = [this, requests, events, people] {
        (m_session->unit() == Unit::Requests ? requests : events)->setChecked(true);
        people->setChecked(m_session->noise() == Noise::Hidden);
    };
    connect(m_session, &CaseSession::filterChanged, group, update);
    connect(m_session, &CaseSession::caseChanged, group, update);
    update();
    m_needCase.append(QList{requests, events, people});
}

void MainMenu::makeZoneActions(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    QAction *utc = add(menu, {}, tr("Times in &UTC"), Qt::CTRL | Qt::Key_U,
                       [this] { m_session->setTimeZone(QTimeZone(QTimeZone::UTC)); });
    QAction *local = add(menu, {}, tr("&Local times"), Qt::CTRL | Qt::SHIFT | Qt::Key_U,
                         [this] { m_session->setTimeZone(QTimeZone::systemTimeZone()); });
    for (QAction *action : {utc, local}) {
        action->setCheckable(true);
        group->addAction(action);
    }
    const auto update = [this, utc, local] { (isUtc(m_session) ? utc : local)->setChecked(true); };
    connect(m_session, &CaseSession::timeZoneChanged, group, update);
    update();
}

void MainMenu::makeThemeMenu(QMenu *menu)
{
    new QActionGroup(menu);
    addTheme(menu, Theme::System, tr("As the &system"));
    addTheme(menu, Theme::Light, tr("&Light"));
    addTheme(menu, Theme::Dark, tr("&Dark"));
}

void MainMenu::addTheme(QMenu *menu, Theme theme, const QString &text)
{
    QAction *action = add(menu, {}, text, {}, [theme] {
        storeTheme(theme);
        applyTheme(theme);
    });
    action->setCheckable(true);
    action->setChecked(storedTheme() == theme);
    menu->findChild<QActionGroup *>()->addAction(action);
}

void MainMenu::makeGoMenu()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Go"));
    m_back = add(menu, u"go-previous"_s, tr("&Back"), Qt::ALT | Qt::Key_Left,
                 [this] { m_session->goBack(); });
    m_forward = add(menu, u"go-next"_s, tr("&Forward"), Qt::ALT | Qt::Key_Right,
                    [this] { m_session->goForward(); });
}

void MainMenu::makeQuestionMenu()
{
    auto *menu = new QuestionMenu(m_session, m_window);
    m_window->menuBar()->addMenu(menu);
    m_needCase.append(menu->menuAction());
    connect(menu, &QuestionMenu::asked, m_window,
            [this] { m_window->showPage(MainWindow::Page::Events); });
    connect(menu, &QuestionMenu::failed, m_window, &MainWindow::showProblem);
}

void MainMenu::makeHelpMenu()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Help"));
    add(menu, u"input-keyboard"_s, tr("&Keyboard shortcuts"), QKeySequence::HelpContents,
        [this] { m_window->showShortcuts(); });
    menu->addSeparator();
    add(menu, u"help-about"_s, tr("&About Auditloupe"), {}, [this] { m_window->showAbout(); });
    add(menu, {}, tr("About &Qt"), {}, [] { QApplication::aboutQt(); });
}

void MainMenu::updateActions()
{
    const bool hasCase = m_session->hasCase();
    for (QAction *action : std::as_const(m_needCase)) {
        action->setEnabled(hasCase);
    }
    for (QAction *action : std::as_const(m_needIdleCase)) {
        action->setEnabled(hasCase && !m_session->isImporting());
    }
    m_back->setEnabled(m_session->canGoBack());
    m_forward->setEnabled(m_session->canGoForward());
}

void MainMenu::readRecent()
{
    m_recent->setEnabled(false);
    m_readRecent.start([this](const std::stop_token &) {
        return QtConcurrent::run(&m_pool, [] { return recentCases(); });
    });
}

void MainMenu::showRecent()
{
    if (!m_readRecent.hasResult()) {
        return;
    }
    m_recent->clear();
    std::vector<RecentCase> cases = m_readRecent.result();
    cases.resize(std::min(cases.size(), MostRecent));
    for (const RecentCase &recent : cases) {
        QAction *action =
            m_recent->addAction(m_recent->fontMetrics()
                                    .elidedText(recent.path, Qt::ElideMiddle, LongestRecentPath)
                                    .replace(u'&', u"&&"_s));
        action->setEnabled(!recent.isMissing);
        connect(action, &QAction::triggered, this,
                [this, path = recent.path] { m_cases->open({path}); });
    }
    m_recent->setEnabled(!cases.empty());
}

} // namespace auditloupe
