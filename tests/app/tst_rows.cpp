// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// What the rows of the event table stand for, and whose they are, in the real window.

#include "app/statusline.h"
#include "tests/app/windowtesting.h"
#include "tests/testsupport.h"
#include "views/details/stagestrip.h"
#include "views/events/emptynote.h"
#include "views/events/eventtableview.h"
#include "views/events/noiseswitch.h"
#include "views/events/unitswitch.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QToolButton>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

namespace {

using Column = EventTableModel::Column;

struct Entry
{
    const char *id;
    const char *stage;
    const char *verb;
    const char *user;
    const char *object;
    const char *uri;
    int code;
    const char *time; ///< of the stage; seconds after 10:00
};

// An exec that ended, one that is open, a denial of a node, two routine reads of nodes, and a read
// of Jane's whose end was logged after all else.
constexpr Entry Entries[] = {
    {"slow", "RequestReceived", "list", "jane", R"("resource":"pods")", "/api/v1/pods", 0, "00"},
    {"exec", "ResponseStarted", "get", "jane", R"("resource":"pods","subresource":"exec")",
     "/x/exec?command=ls&command=-l&tty=true", 101, "01"},
    {"node1", "ResponseComplete", "get", "system:node:w1", R"("resource":"nodes")", "/x", 200,
     "02"},
    {"node2", "ResponseComplete", "update", "system:node:w2", R"("resource":"leases")", "/x", 200,
     "03"},
    {"denied", "ResponseComplete", "get", "system:node:w2", R"("resource":"secrets")", "/x", 403,
     "04"},
    {"open", "ResponseStarted", "create", "bob", R"("resource":"pods","subresource":"exec")",
     "/x/exec?command=sh", 101, "05"},
    {"exec", "ResponseComplete", "get", "jane", R"("resource":"pods","subresource":"exec")",
     "/x/exec?command=ls&command=-l&tty=true", 101, "31"},
    {"slow", "ResponseComplete", "list", "jane", R"("resource":"pods")", "/api/v1/pods", 200, "40"},
};

QByteArray lineOf(const Entry &entry)
{
    const auto received = [&entry] {
        for (const Entry &other : Entries) {
            if (std::string_view(other.id) == entry.id) {
                return other.time;
            }
        }
        return entry.time;
    };
    const auto at = [](const char *second) {
        return QByteArray(R"("2026-11-20T10:00:)") + second + R"(.000000Z")";
    };
    QByteArray line = QByteArray(R"({"kind":"Event","apiVersion":"audit.k8s.io/v1",)"
                                 R"("level":"Metadata","auditID":")")
        + entry.id + R"(","stage":")" + entry.stage + R"(","requestURI":")" + entry.uri
        + R"(","verb":")" + entry.verb + R"(","user":{"username":")" + entry.user
        + R"("},"objectRef":{)" + entry.object + R"(,"namespace":"ns","name":"n"},)";
    if (entry.code != 0) {
        line += R"("responseStatus":{"code":)" + QByteArray::number(entry.code) + "},";
    }
    return line + R"("requestReceivedTimestamp":)" + at(received()) + R"(,"stageTimestamp":)"
        + at(entry.time) + "}\n";
}

} // namespace

class tst_Rows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTestSettings(u"tst_rows"_s); }
    void init() { beginWindowTest(); }
    void cleanup() { endWindowTest(); }
    void rowIsARequest();
    void unitsAreSwitchedByKeys();
    void selectionGoesWithTheRequest();
    void sessionsHaveColumns();
    void sortsByDuration();
    void noiseIsHiddenAndCounted();
    void choicesAreRemembered();
    void emptyPageNamesTheCondition();
    void emptyPageNamesTheTimeRange();
    void emptyPageNamesTheNoise();

private:
    void open(MainWindow &window)
    {
        const QString path = m_folder.filePath(u"rows.log"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const Entry &entry : Entries) {
            file.write(lineOf(entry));
        }
        file.close();
        window.show();
        window.cases()->open({path});
        QTRY_VERIFY(window.session()->hasCase() && !window.session()->isImporting());
        window.showPage(MainWindow::Page::Events);
    }

    static EventTableModel *model(MainWindow &window) { return window.events()->feed()->model(); }

    /// What a column shows, row by row.
    static QStringList cells(MainWindow &window, Column column)
    {
        QStringList texts;
        for (int row = 0; row < model(window)->rowCount(); ++row) {
            texts += model(window)->index(row, int(column)).data().toString();
        }
        return texts;
    }

    static QString counts(const MainWindow &window)
    {
        return window.findChild<StatusLine *>()->findChild<QLabel *>()->text();
    }

    /// All that the page without rows says.
    static QString note(const MainWindow &window)
    {
        QStringList texts;
        for (const QLabel *label : window.findChild<EmptyNote *>()->findChildren<QLabel *>()) {
            texts += label->isVisible() ? label->text() : QString();
        }
        return texts.join(u'\n');
    }

    static QPushButton *shownButton(const MainWindow &window)
    {
        for (QPushButton *button : window.findChild<EmptyNote *>()->findChildren<QPushButton *>()) {
            if (button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    }

    QTemporaryDir m_folder;
};

void tst_Rows::rowIsARequest()
{
    MainWindow window;
    open(window);
    // In order of receipt.
    const QStringList ids{u"slow"_s, u"exec"_s, u"node1"_s, u"node2"_s, u"denied"_s, u"open"_s};
    QTRY_COMPARE(cells(window, Column::AuditId), ids);
    QCOMPARE(cells(window, Column::Time).front(), u"2026-11-20 10:00:00.000Z"_s);
    QCOMPARE(cells(window, Column::End).front(), u"2026-11-20 10:00:40.000Z"_s);
    QCOMPARE(cells(window, Column::Latency).front(), u"40 s"_s);
    QTRY_COMPARE(counts(window), u"6 request(s) · 8 event(s)"_s);
    VERIFY_OK(window.session()->setFilterText(u"user=jane"_s));
    QTRY_COMPARE(model(window)->rowCount(), 2);
    QTRY_COMPARE(counts(window), u"2 of 6 request(s) · 4 of 8 event(s)"_s);
    VERIFY_OK(window.session()->setFilterText(u"stage=RequestReceived"_s));
    QTRY_COMPARE(cells(window, Column::AuditId), QStringList{u"slow"_s});
    QTRY_COMPARE(counts(window), u"1 of 6 request(s) · 2 of 8 event(s)"_s);
    window.session()->setUnit(Unit::Events);
    QTRY_COMPARE(cells(window, Column::Stage), QStringList{u"RequestReceived"_s});
    QTRY_COMPARE(counts(window), u"1 of 6 request(s) · 1 of 8 event(s)"_s);
}

void tst_Rows::unitsAreSwitchedByKeys()
{
    MainWindow window;
    open(window);
    QTRY_COMPARE(model(window)->rowCount(), 6);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(model(window)->rowCount(), 8);
    QCOMPARE(window.findChild<UnitSwitch *>()->current(), 1);
    QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(model(window)->rowCount(), 6);
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(model(window)->rowCount(), 4);
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(model(window)->rowCount(), 6);
}

void tst_Rows::selectionGoesWithTheRequest()
{
    MainWindow window;
    open(window);
    window.session()->setUnit(Unit::Events);
    QTRY_COMPARE(model(window)->rowCount(), 8);
    const EventId received = model(window)->eventAt(0);
    const EventId complete = model(window)->eventAt(7);
    window.session()->setSelectedEvent(received);
    window.session()->setUnit(Unit::Requests);
    QTRY_COMPARE(window.session()->selectedEvent(), complete);
    QTRY_COMPARE(window.events()->view()->currentEvent(), complete);
    // One of its stages, without leaving the row.
    auto *strip = window.findChild<StageStrip *>();
    QTRY_COMPARE(strip->findChildren<QToolButton *>().size(), 2);
    strip->findChildren<QToolButton *>().front()->click();
    QCoreApplication::processEvents(); // the strip tells of a click behind it
    QTRY_VERIFY(strip->findChildren<QToolButton *>().front()->isChecked());
    QCOMPARE(window.session()->selectedEvent(), complete);
    window.session()->setUnit(Unit::Events);
    QTRY_COMPARE(model(window)->rowCount(), 8);
    QCOMPARE(window.session()->selectedEvent(), complete);
}

void tst_Rows::sessionsHaveColumns()
{
    MainWindow window;
    open(window);
    VERIFY_OK(window.session()->setFilterText(u"session=exec"_s));
    QTRY_COMPARE(cells(window, Column::Command), (QStringList{u"ls -l"_s, u"sh"_s}));
    QCOMPARE(cells(window, Column::Duration), (QStringList{u"30 s"_s, u"open"_s}));
    const QModelIndex command = model(window)->index(0, int(Column::Command));
    QCOMPARE(command.data(EventTableModel::ConditionRole).toString(),
             u"session.command=\"ls -l\""_s);
    window.session()->includeCondition(command.data(EventTableModel::ConditionRole).toString());
    QTRY_COMPARE(model(window)->rowCount(), 1);
}

void tst_Rows::sortsByDuration()
{
    MainWindow window;
    open(window);
    VERIFY_OK(window.session()->setFilterText(u"session exists or user=jane"_s));
    QTRY_COMPARE(model(window)->rowCount(), 3);
    window.session()->setSortOrder(SortOrder::by(SortKey::Duration, true));
    QTRY_COMPARE(cells(window, Column::AuditId).value(0), u"exec"_s);
    window.session()->setSortOrder(SortOrder::by(SortKey::Command, true));
    QTRY_COMPARE(cells(window, Column::AuditId).value(0), u"open"_s);
}

void tst_Rows::noiseIsHiddenAndCounted()
{
    MainWindow window;
    open(window);
    auto *noise = window.findChild<NoiseSwitch *>();
    const auto *number = noise->findChild<QLabel *>();
    QTRY_COMPARE(number->text(), u"would hide 2 request(s)"_s);
    QTest::mouseClick(noise->findChildren<QToolButton *>().front(), Qt::LeftButton);
    const QStringList ids{u"slow"_s, u"exec"_s, u"denied"_s, u"open"_s};
    QTRY_COMPARE(cells(window, Column::AuditId), ids);
    QTRY_COMPARE(number->text(), u"2 request(s) hidden"_s);
    QTRY_COMPARE(counts(window), u"4 of 6 request(s) · 6 of 8 event(s)"_s);
    VERIFY_OK(window.session()->setFilterText(u"resource=leases"_s));
    QTRY_COMPARE(model(window)->rowCount(), 0);
    QTRY_COMPARE(number->text(), u"1 request(s) hidden"_s);
}

void tst_Rows::choicesAreRemembered()
{
    {
        MainWindow window;
        open(window);
        window.session()->setUnit(Unit::Events);
        window.session()->setNoise(Noise::Hidden);
        VERIFY_OK(window.session()->showCounted(u"user=jane"_s, Unit::Requests)); // no choice
        window.close();
    }
    MainWindow window;
    QCOMPARE(window.session()->unit(), Unit::Events);
    QCOMPARE(window.session()->noise(), Noise::Hidden);
    QVERIFY(!window.session()->canGoBack());
    open(window);
    QTRY_COMPARE(model(window)->rowCount(), 6); // events of people and workloads
}

void tst_Rows::emptyPageNamesTheCondition()
{
    MainWindow window;
    open(window);
    VERIFY_OK(window.session()->setFilterText(u"user=jane and ns=production"_s));
    QTRY_VERIFY2(note(window).contains(u"Without ns=production there would be 2 request(s)."_s),
                 qPrintable(note(window)));
    QVERIFY(note(window).startsWith(u"No request matches."_s));
    QVERIFY2(note(window).contains(u"tells it of every event"_s), qPrintable(note(window)));
    shownButton(window)->click();
    QTRY_COMPARE(model(window)->rowCount(), 2);
    QCOMPARE(window.session()->filterText(), u"user=jane"_s);
    VERIFY_OK(window.session()->setFilterText(u"requestObject.a=1"_s));
    QTRY_VERIFY2(note(window).contains(u"left out requestObject"_s), qPrintable(note(window)));
    VERIFY_OK(window.session()->setFilterText(u"user=nobody and ns=nowhere"_s));
    QTRY_VERIFY2(
        note(window).contains(u"Holds nowhere in the whole case: user=nobody, ns=nowhere"_s),
        qPrintable(note(window)));
}

void tst_Rows::emptyPageNamesTheTimeRange()
{
    MainWindow window;
    open(window);
    constexpr std::int64_t Day = 86'400'000'000;
    QTRY_VERIFY(window.events()->feed()->counts());
    const std::int64_t last = *window.events()->feed()->counts()->all.lastUs;
    window.session()->setTimeRange(last + Day, last + 2 * Day);
    QTRY_VERIFY2(note(window).contains(u"Without the time range there would be 6 request(s)."_s),
                 qPrintable(note(window)));
    QVERIFY2(note(window).contains(u"No source covers the time range: the case goes from "
                                   "2026-11-20 10:00:00.000Z to 2026-11-20 10:00:40.000Z."_s),
             qPrintable(note(window)));
    window.session()->setTimeRange(last - 30'000'000, last - 20'000'000);
    QTRY_VERIFY2(note(window).contains(u"Nothing at all is recorded in the time range, though 1 "
                                       "source(s) reach(es) over it"_s),
                 qPrintable(note(window)));
    VERIFY_OK(window.session()->setFilterText(u"user=nobody"_s));
    window.session()->setTimeRange(last - Day, last);
    QTRY_VERIFY2(
        note(window).contains(u"The time range is covered: 7 event(s) of the case are in it."_s),
        qPrintable(note(window)));
    QTRY_VERIFY(shownButton(window));
    window.session()->clearFilter();
    QTRY_COMPARE(model(window)->rowCount(), 6);
}

void tst_Rows::emptyPageNamesTheNoise()
{
    MainWindow window;
    open(window);
    window.session()->setNoise(Noise::Hidden);
    VERIFY_OK(window.session()->setFilterText(u"user=system:node:w1 and resource=nodes"_s));
    QTRY_VERIFY2(note(window).contains(
                     u"Without the choice “People and workloads” there would be 1 request(s)."_s),
                 qPrintable(note(window)));
    shownButton(window)->click();
    QTRY_COMPARE(cells(window, Column::AuditId), QStringList{u"node1"_s});
    QCOMPARE(window.session()->noise(), Noise::Shown);
}

QTEST_MAIN(tst_Rows)
#include "tst_rows.moc"
