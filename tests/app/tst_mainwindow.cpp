// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/casecontroller.h"
#include "app/mainwindow.h"
#include "app/sidedock.h"
#include "model/casefile/caselibrary.h"
#include "model/casefile/casereader.h"
#include "model/session/casesession.h"
#include "tests/app/windowtesting.h"
#include "tests/testsupport.h"
#include "views/common/messagebar.h"
#include "views/events/columnheader.h"
#include "views/events/eventfeed.h"
#include "views/events/eventspage.h"
#include "views/events/eventtableview.h"
#include "views/events/filterbar.h"
#include "views/evidence/evidencepage.h"
#include "views/evidence/findingview.h"
#include "views/import/formatdialog.h"
#include "views/overview/linkbutton.h"
#include "views/overview/overviewpage.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTestSettings(u"tst_mainwindow"_s); }
    void init() { beginWindowTest(); }
    void cleanup() { endWindowTest(); }
    void opensALogAndShowsItsEvents();
    void filterNarrowsAndErrorKeepsRows();
    void eventsThatCannotTellAreCounted();
    void emptyResultNamesTheHidingCondition();
    void sortsByColumn();
    void copiesRowsAndEvents();
    void copiedEventsHaveNoCredentials();
    void cancelledImportCanBeFinished();
    void whatIsNoLogIsSaid();
    void formatCanBeChosenForWhatIsNoLog();
    void dialogForOpeningTakesAFormat();
    void closingAsksWhetherToKeep();
    void evidenceIsReachedAndLeadsBack();
    void opensACase();
    void opensTheSample();
    void sampleIsNoRecentCase();
    void killedImportIsFoundAgain();
    void savedCaseHasItsNewNameEverywhere();
    void openingLogsAsksWhereTheyGo_data();
    void openingLogsAsksWhereTheyGo();
    void droppedCaseIsOpened();
    void messageOfAnImportGoesWithTheNextPage();
    void excludedEventIsNotLookedAt();
    void closingTheDetailsGivesTheKeyboardToThePage();
    void closesWhileImporting();
    void caseSavedWhereItIsStaysThere();
    void closingWaitsForTheCopy();

private:
    QString writeLog(const QString &name, int events, int first = 0)
    {
        return testing::writeLog(m_folder, name, events, first);
    }
    void openLog(MainWindow &window, int events) { testing::openLog(window, m_folder, events); }

    QTemporaryDir m_folder;
};

void tst_MainWindow::opensALogAndShowsItsEvents()
{
    MainWindow window;
    openLog(window, 200);
    QTRY_VERIFY(window.events()->feed()->counts());
    QCOMPARE(window.events()->feed()->counts()->all.events, 200);
    QCOMPARE(window.events()->feed()->counts()->shown.requests, 200);
    QCOMPARE(window.currentPage(), MainWindow::Page::Overview);
    QVERIFY(isInCaseFolder(window.session()->casePath()));

    window.showPage(MainWindow::Page::Events);
    EventTableView *view = window.events()->view();
    QTRY_VERIFY(view->eventModel()->loadedRow(0));
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(window.session()->selectedEvent(), view->eventModel()->eventAt(0));
}

void tst_MainWindow::filterNarrowsAndErrorKeepsRows()
{
    MainWindow window;
    openLog(window, 200);
    const EventTableModel *model = window.events()->feed()->model();
    VERIFY_OK(window.session()->setFilterText(u"verb=delete"_s));
    QTRY_COMPARE(model->rowCount(), 20);
    QCOMPARE(window.currentPage(), MainWindow::Page::Events);
    QVERIFY(!window.session()->setFilterText(u"verb=delete and"_s));
    QCOMPARE(model->rowCount(), 20);
    window.session()->goBack();
    QTRY_COMPARE(model->rowCount(), 200);
}

void tst_MainWindow::eventsThatCannotTellAreCounted()
{
    MainWindow window;
    openLog(window, 20);
    const auto *feed = window.findChild<EventsPage *>()->feed();
    VERIFY_OK(window.session()->setFilterText(u"verb=get or requestObject.a=1"_s));
    QTRY_VERIFY(feed->unknownNote().contains(u"requestObject"_s));
    const QList<QLabel *> labels = window.findChild<FilterBar *>()->findChildren<QLabel *>();
    QVERIFY(std::ranges::contains(labels, feed->unknownNote(), &QLabel::text));
    VERIFY_OK(window.session()->setFilterText(u"verb=get"_s));
    QVERIFY(feed->unknownNote().isEmpty());
}

void tst_MainWindow::emptyResultNamesTheHidingCondition()
{
    MainWindow window;
    openLog(window, 100);
    VERIFY_OK(window.session()->setFilterText(u"verb=delete and user=nobody"_s));
    const EventFeed *feed = window.events()->feed();
    QTRY_VERIFY(feed->whyEmpty() && feed->whyEmpty()->hiding);
    QCOMPARE(feed->whyEmpty()->hiding->text, u"user=nobody"_s);
    QCOMPARE(feed->whyEmpty()->hiding->without.toText(), u"verb=delete"_s);
    QCOMPARE(feed->whyEmpty()->hiding->wouldShow, 10);
}

void tst_MainWindow::sortsByColumn()
{
    MainWindow window;
    openLog(window, 100);
    const EventTableModel *model = window.events()->feed()->model();
    const EventId first = model->eventAt(0);
    window.session()->setSortOrder(SortOrder::by(SortKey::Time, true));
    QTRY_COMPARE(model->eventAt(99), first);

    // jane has the even ones; every tenth is a deletion, all of them bob's.
    ColumnHeader *header = window.events()->view()->header();
    Q_EMIT header->sortRequested(static_cast<int>(EventTableModel::Column::User), false);
    Q_EMIT header->sortRequested(static_cast<int>(EventTableModel::Column::Verb), true);
    Q_EMIT header->sortRequested(static_cast<int>(EventTableModel::Column::Time), true);
    Q_EMIT header->sortRequested(static_cast<int>(EventTableModel::Column::Time), true);
    QTRY_COMPARE(model->eventAt(0), EventId{94});
    QCOMPARE(model->eventAt(9), EventId{4});
    QCOMPARE(model->eventAt(10), EventId{100});
    QCOMPARE(window.session()->sortOrder().terms.size(), std::size_t(3));
}

void tst_MainWindow::copiesRowsAndEvents()
{
    MainWindow window;
    openLog(window, 30);
    window.showPage(MainWindow::Page::Events);
    EventTableView *view = window.events()->view();
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QGuiApplication::clipboard()->setText(u"before"_s);
    window.events()->copySelectedRows();
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"\tjane\t"_s));

    window.events()->feed()->copyEvent(view->eventModel()->eventAt(3));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                 QString::fromUtf8(eventLine(3, "delete", "bob")).trimmed());
}

void tst_MainWindow::copiedEventsHaveNoCredentials()
{
    QFile file(m_folder.filePath(u"secret.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(eventLine(1, "get", "jane")
                   .replace("}\n",
                            R"(,"responseObject":{"kind":"Secret","data":{"key":"aHVudGVyMjI="}}})"
                            "\n"));
    file.close();
    MainWindow window;
    window.show();
    window.cases()->open({file.fileName()});
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), 1);
    QGuiApplication::clipboard()->clear();
    const auto copied = [&window] {
        window.events()->feed()->copyEvent(window.events()->view()->eventModel()->eventAt(0));
    };
    copied();
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"jane"_s));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"aHVudGVyMjI="_s));
    window.session()->setRevealsCredentials(true);
    copied();
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"aHVudGVyMjI="_s));
}

/// A pipe that nobody writes to keeps the import from its end; a file is there afterwards.
void tst_MainWindow::cancelledImportCanBeFinished()
{
    MainWindow window;
    window.show();
    const QString pipe = m_folder.filePath(u"rest.log"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    window.cases()->open({writeLog(u"large.log"_s, 60'000), pipe});
    QTRY_VERIFY_WITH_TIMEOUT(window.session()->hasCase(), 20'000);
    window.cases()->importer()->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!window.session()->isImporting(), 20'000);
    QVERIFY(window.cases()->lastReport().cancelled);
    QVERIFY(QFile::remove(pipe));
    writeLog(u"rest.log"_s, 10, 60'000);
    auto *messages = window.findChild<MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    messages->findChild<QPushButton *>()->click();
    QTRY_VERIFY(window.session()->isImporting());
    QTRY_VERIFY_WITH_TIMEOUT(!window.session()->isImporting(), 30'000);
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), 60'010);
}

void tst_MainWindow::whatIsNoLogIsSaid()
{
    MainWindow window;
    window.show();
    const QString path = m_folder.filePath(u"photo.jpg"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromHex("ffd8ffe000104a464946000101").repeated(50));
    file.close();
    window.cases()->open({path});
    auto *messages = window.findChild<MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    QVERIFY2(messages->text().contains(u"photo.jpg"_s), qPrintable(messages->text()));
    QTRY_VERIFY(!window.session()->hasCase());
    QVERIFY(QDir(*caseFolder()).isEmpty(QDir::Files));
}

/// In a folder such lines are not taken for the log: somebody has to say it.
void tst_MainWindow::formatCanBeChosenForWhatIsNoLog()
{
    QTemporaryDir folder;
    QVERIFY(QFile::copy(QStringLiteral(AUDITLOUPE_TEST_CORPUS "/formats/legacy-text/audit.log"),
                        folder.filePath(u"audit.log"_s)));
    MainWindow window;
    window.show();
    window.cases()->open({folder.path()});
    auto *messages = window.findChild<MessageBar *>();
    QTRY_VERIFY(messages->isVisible() && !window.session()->hasCase());
    const auto buttons = messages->findChildren<QAbstractButton *>();
    const auto choose = std::ranges::find(buttons, u"Choose the format…"_s, &QAbstractButton::text);
    QVERIFY(choose != buttons.end());
    (*choose)->click();
    auto *dialog = window.findChild<FormatDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->chosen(u"legacy-text"_s);
    dialog->accept();
    QTRY_VERIFY(window.session()->hasCase() && !window.session()->isImporting());
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), 3);
}

void tst_MainWindow::dialogForOpeningTakesAFormat()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"audit.log"_s);
    QVERIFY(QFile::copy(QStringLiteral(AUDITLOUPE_TEST_CORPUS "/formats/cri/whole.log"), path));
    MainWindow window;
    window.show();
    window.cases()->chooseFiles();
    auto *dialog = window.findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->nameFilters().contains(u"gelf (*)"_s));
    dialog->selectNameFilter(u"cri (*)"_s);
    Q_EMIT dialog->filesSelected({path});
    dialog->close();
    QTRY_VERIFY(window.session()->hasCase() && !window.session()->isImporting());
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), 3);
    QCOMPARE(window.cases()->lastReport().sources[0].format, u"cri"_s);
}

void tst_MainWindow::closingAsksWhetherToKeep()
{
    QSettings().remove(u"cases/onClose"_s);
    MainWindow window;
    openLog(window, 10);
    const QString path = window.session()->casePath();
    QVERIFY(!window.close());
    auto *box = window.findChild<QMessageBox *>();
    QVERIFY(box);
    QTRY_VERIFY(box->isVisible());
    box->defaultButton()->click(); // keep
    QTRY_VERIFY(!window.isVisible());
    QVERIFY(QFile::exists(path));
}

void tst_MainWindow::evidenceIsReachedAndLeadsBack()
{
    MainWindow window;
    openLog(window, 200);
    window.detailsDock()->hide();
    auto *overview = window.findChild<OverviewPage *>();
    QTRY_VERIFY(!overview->isLoading());
    Q_EMIT overview->showEvidence();
    QCOMPARE(window.currentPage(), MainWindow::Page::Evidence);
    auto *page = window.findChild<EvidencePage *>();
    QTRY_VERIFY(!page->isLoading() && page->findChild<FindingView *>() != nullptr);
    // This log's times are whole seconds.
    const auto links = page->findChildren<LinkButton *>();
    const auto link = std::ranges::find(links, u"Show in the events"_s, &LinkButton::text);
    QVERIFY(link != links.end());
    (*link)->click();
    QCOMPARE(window.currentPage(), MainWindow::Page::Events);
    QVERIFY(window.session()->filterText().startsWith(u"source="_s));
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), 200);
    Q_EMIT page->showDetails();
    QVERIFY(window.detailsDock()->isVisible());
}

void tst_MainWindow::opensACase()
{
    QString path;
    {
        QSettings().setValue(u"cases/onClose"_s, u"keep"_s);
        MainWindow window;
        openLog(window, 50);
        path = window.session()->casePath();
        window.close();
    }
    MainWindow window;
    window.show();
    window.cases()->open({path});
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), 50);
    QCOMPARE(window.currentPage(), MainWindow::Page::Overview);
    QVERIFY(window.close()); // a case that was opened needs no question
    QVERIFY(QFile::exists(path));
}

void tst_MainWindow::opensTheSample()
{
    if (sampleLogs().isEmpty()) {
        QSKIP("The sample incident is not there.");
    }
    MainWindow window;
    window.show();
    window.cases()->openSample();
    QTRY_VERIFY_WITH_TIMEOUT(window.session()->hasCase() && !window.session()->isImporting(),
                             20'000);
    VERIFY_OK(window.session()->setFilterText(
        u"verb=delete and resource=configmaps and ns=production"_s));
    QTRY_VERIFY(window.events()->feed()->counts()
                && window.events()->feed()->counts()->shown.requests >= 1);
    const QString path = window.session()->casePath();
    window.cases()->close();
    QVERIFY(!window.session()->hasCase());
    QTRY_VERIFY(!QFile::exists(path));
}

void tst_MainWindow::sampleIsNoRecentCase()
{
    if (sampleLogs().isEmpty()) {
        QSKIP("The sample incident is not there.");
    }
    MainWindow window;
    window.show();
    window.cases()->openSample();
    QTRY_VERIFY_WITH_TIMEOUT(window.session()->hasCase() && !window.session()->isImporting(),
                             20'000);
    // Where the next program cleans up, should this one be killed.
    QVERIFY(window.session()->casePath().startsWith(TemporaryCase::folder()));
    QVERIFY(recentCases().empty());
}

void tst_MainWindow::killedImportIsFoundAgain()
{
    MainWindow window;
    window.show();
    window.cases()->open({writeLog(u"large.log"_s, 30'000)});
    QTRY_VERIFY(window.cases()->importer()->isRunning());
    const std::vector<RecentCase> recent = recentCases(); // as the next program would find them
    QCOMPARE(recent.size(), 1U);
    QCOMPARE(recent.front().path, window.cases()->importer()->request().casePath);
}

void tst_MainWindow::savedCaseHasItsNewNameEverywhere()
{
    MainWindow window;
    openLog(window, 20);
    const QString old = window.session()->casePath();
    const QString saved = m_folder.filePath(u"friday.auditcase"_s);
    window.cases()->chooseSaveName();
    auto *dialog = window.findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(saved);
    dialog->close();
    QTRY_COMPARE(window.session()->casePath(), saved);
    QVERIFY2(window.windowTitle().contains(u"friday.auditcase"_s),
             qPrintable(window.windowTitle()));
    const auto isSaid = [&saved](const QLabel *label) { return label->text().contains(saved); };
    QVERIFY(
        std::ranges::any_of(window.findChild<OverviewPage *>()->findChildren<QLabel *>(), isSaid));
    QVERIFY(!QFile::exists(old));
    QCOMPARE(recentCases().size(), 1U);
    QCOMPARE(recentCases().front().path, saved);
}

void tst_MainWindow::openingLogsAsksWhereTheyGo_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isAdded");
    QTest::newRow("into a new case") << u"Open as a new case"_s << false;
    QTest::newRow("into this one") << u"Add to this case"_s << true;
}

void tst_MainWindow::openingLogsAsksWhereTheyGo()
{
    QFETCH(const QString, answer);
    QFETCH(const bool, isAdded);
    MainWindow window;
    openLog(window, 20);
    const QString path = window.session()->casePath();
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(writeLog(u"more.log"_s, 10, 100))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    QTRY_VERIFY(window.findChild<QMessageBox *>());
    const auto buttons = window.findChild<QMessageBox *>()->buttons();
    const auto button = std::ranges::find(buttons, answer, &QAbstractButton::text);
    QVERIFY(button != buttons.end());
    (*button)->click();
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), isAdded ? 30 : 10);
    QTRY_VERIFY(!window.session()->isImporting());
    QCOMPARE(window.session()->casePath() == path, isAdded);
    QCOMPARE(QFile::exists(path), isAdded); // cases that nobody keeps are discarded here
}

void tst_MainWindow::droppedCaseIsOpened()
{
    QSettings().setValue(u"cases/onClose"_s, u"keep"_s);
    MainWindow window;
    openLog(window, 20);
    const QString first = window.session()->casePath();
    window.cases()->close();
    openLog(window, 10);
    window.cases()->open({first}); // no question: it cannot be added to another case
    QTRY_COMPARE(window.session()->casePath(), first);
    QVERIFY(!window.findChild<QMessageBox *>());
}

void tst_MainWindow::messageOfAnImportGoesWithTheNextPage()
{
    MainWindow window;
    openLog(window, 20);
    auto *messages = window.findChild<MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    window.showPage(MainWindow::Page::Events);
    QVERIFY(!messages->isVisible());
}

void tst_MainWindow::excludedEventIsNotLookedAt()
{
    MainWindow window;
    openLog(window, 20);
    window.showPage(MainWindow::Page::Events);
    const EventTableModel *model = window.events()->feed()->model();
    const EventId first = model->eventAt(0); // a get
    window.session()->setSelectedEvent(first);
    VERIFY_OK(window.session()->setFilterText(u"verb=get"_s));
    QTRY_COMPARE(model->rowCount(), 18);
    QCOMPARE(window.session()->selectedEvent(), first);
    VERIFY_OK(window.session()->setFilterText(u"verb=delete"_s));
    QTRY_COMPARE(window.session()->selectedEvent(), EventId{0});
    window.session()->goBack();
    QTRY_COMPARE(window.session()->selectedEvent(), first);
}

void tst_MainWindow::closingTheDetailsGivesTheKeyboardToThePage()
{
    MainWindow window;
    openLog(window, 20);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.showPage(MainWindow::Page::Events);
    EventTableView *view = window.events()->view();
    window.session()->setSelectedEvent(view->eventModel()->eventAt(0));
    QTRY_VERIFY(view->hasFocus());
    window.focusDetails();
    QTRY_VERIFY(window.detailsDock()->isAncestorOf(QApplication::focusWidget()));
    window.detailsDock()->toggleViewAction()->trigger();
    QVERIFY(view->hasFocus());
    window.detailsDock()->toggleViewAction()->trigger();
    QVERIFY(view->hasFocus());
}

void tst_MainWindow::closesWhileImporting()
{
    const QString pipe = m_folder.filePath(u"endless.log"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    auto window = std::make_unique<MainWindow>();
    window->show();
    window->cases()->open({pipe});
    QTRY_VERIFY(window->cases()->importer()->isRunning());
    const QString path = window->cases()->importer()->request().casePath;
    QFile writer(pipe);
    QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Unbuffered)); // and stays open
    for (int i = 0; i < 200; ++i) {
        QVERIFY(writer.write(eventLine(i, "get", "jane")) > 0);
    }
    window.reset();
    Result<CaseReader> reader = CaseReader::open(path);
    VERIFY_OK(reader);
    QVERIFY(!reader->summary()->finished);
}

void tst_MainWindow::caseSavedWhereItIsStaysThere()
{
    MainWindow window;
    openLog(window, 20);
    const QString path = window.session()->casePath();
    window.cases()->chooseSaveName();
    Q_EMIT window.findChild<QFileDialog *>()->fileSelected(path);
    QTRY_VERIFY(window.cases()->canCloseAtOnce()); // nothing is left to be decided
    QVERIFY(QFile::exists(path));
    QCOMPARE(window.session()->casePath(), path);
}

void tst_MainWindow::closingWaitsForTheCopy()
{
    MainWindow window;
    openLog(window, 20);
    const QString saved = m_folder.filePath(u"copied.auditcase"_s);
    window.cases()->chooseSaveName();
    Q_EMIT window.findChild<QFileDialog *>()->fileSelected(saved);
    bool isClosed = false;
    window.cases()->close([&isClosed] { isClosed = true; });
    QVERIFY(!isClosed);
    QTRY_VERIFY(isClosed);
    Result<CaseReader> reader = CaseReader::open(saved);
    VERIFY_OK(reader);
    QCOMPARE(reader->summary()->events, 20);
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
