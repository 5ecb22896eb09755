// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/session/casesession.h"
#include "tests/model/casefile/casetesting.h"
#include "views/details/detailspanel.h"
#include "views/details/eventheader.h"
#include "views/details/eventplaceview.h"
#include "views/details/fieldlistmodel.h"
#include "views/details/fieldsview.h"
#include "views/details/flowingtext.h"
#include "views/details/jsonpane.h"
#include "views/details/jsonview.h"
#include "views/details/sessionview.h"
#include "views/details/stagestrip.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;
using namespace std::string_literals;

namespace {

const auto Password = "aHVudGVyMi1odW50ZXIy"s; // base64, as in a Secret

std::string secretRead()
{
    return R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"RequestResponse",)"
           R"("auditID":"secret","stage":"ResponseComplete",)"
           R"("requestURI":"/api/v1/namespaces/production/secrets/db","verb":"get",)"
           R"("user":{"username":"jane@example.com"},"sourceIPs":["10.0.3.4"],)"
           R"("objectRef":{"resource":"secrets","namespace":"production","name":"db"},)"
           R"("responseStatus":{"code":200},"responseObject":{"kind":"Secret","data":)"
           R"({"password":")"
        + Password
        + R"("}},"requestReceivedTimestamp":"2026-03-14T02:41:10.000000Z",)"
          R"("stageTimestamp":"2026-03-14T02:41:10.004000Z"})";
}

std::string eventWith(const std::string &auditId, const std::string &userAgent,
                      const std::string &more = {})
{
    return R"({"level":"Request","auditID":")" + auditId
        + R"(","stage":"ResponseComplete","requestURI":"/api","verb":"get",)"
          R"("user":{"username":"u"},"userAgent":")"
        + userAgent
        + R"(","requestReceivedTimestamp":"2026-03-14T03:41:10.000000Z",)"
          R"("stageTimestamp":"2026-03-14T03:41:10.004000Z")"
        + more + "}";
}

std::string execEvent(const std::string &auditId, const std::string &stage,
                      const std::string &query, const std::string &time)
{
    return R"({"level":"Metadata","auditID":")" + auditId + R"(","stage":")" + stage
        + R"(","requestURI":"/api/v1/namespaces/a/pods/b/exec?)" + query
        + R"(","verb":"get","user":{"username":"u"},"objectRef":{"resource":"pods",)"
          R"("subresource":"exec","namespace":"a","name":"b"},"responseStatus":{"code":101},)"
          R"("requestReceivedTimestamp":"2026-03-14T03:41:10.000000Z","stageTimestamp":")"
        + time + "\"}\n";
}

std::string execEvents()
{
    const std::string query = "command=sh&command=-c&command=ps+aux+%7C+grep+db&container=app"
                              "&stdin=true&stdout=true&tty=true";
    return execEvent("exec", "ResponseStarted", query, "2026-03-14T03:41:10.020000Z")
        + execEvent("exec", "ResponseComplete", query, "2026-03-14T03:42:15.000000Z")
        + execEvent("open", "ResponseStarted", "command=sh", "2026-03-14T03:41:10.020000Z")
        + execEvent("login", "ResponseComplete", "command=mysql&command=--password%3Dhunter2",
                    "2026-03-14T03:41:12.000000Z");
}

} // namespace

class tst_DetailsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nothingSelectedSaysWhatToDo();
    void showsTheSentence();
    void masksASecretUntilRevealed();
    void copiesAreMaskedUntilRevealed();
    void stagesSelectEachOther();
    void stageOfARequestIsLookedAtInItsRow();
    void sessionHasASection();
    void openSessionIsSaidToBe();
    void commandIsMaskedUntilRevealed();
    void copiesOfAnEventAreListed();
    void hostileTextStaysPlainAndVisible();
    void longEventDoesNotBlock();
    void newestSelectionWins();
    void missingCaseIsAnErrorInWords();
    void fieldMakesACondition();
    void textsAreNeverCutOff();

private:
    void select(const std::string &auditId, Stage stage = Stage::ResponseComplete);
    EventId idOf(const std::string &auditId, Stage stage);
    QString json() const { return m_panel->findChild<JsonView *>()->toPlainText(); }
    QString headerText() const;
    QTreeView *fields() const { return m_panel->findChild<FieldsView *>()->list(); }

    QTemporaryDir m_folder;
    QString m_case;
    std::unique_ptr<CaseSession> m_session;
    std::unique_ptr<DetailsPanel> m_panel;
};

void tst_DetailsPanel::initTestCase()
{
    const std::string hostile = "<b>x</b><img src='file:///etc/passwd'>\\u001b[31m\xE2\x80\xAE"
                                "txet";
    const std::string lines = auditLine(1, "RequestReceived") + '\n' + auditLine(1) + '\n'
        + secretRead() + '\n' + eventWith("hostile", hostile) + '\n'
        + eventWith("long", "a",
                    R"(,"requestObject":{"text":")" + std::string(1'000'000, 'x') + R"("})")
        + '\n' + execEvents();
    const QString first = writeFile(m_folder, u"audit.log"_s, lines);
    const QString second = writeFile(m_folder, u"copy.log"_s, auditLine(1) + '\n');
    m_case = m_folder.filePath(u"test.auditcase"_s);
    const auto report = importLogs({.casePath = m_case, .inputs = {first, second}}, {});
    VERIFY_OK(report);
    QCOMPARE(report->events, 9);
    QCOMPARE(report->duplicates, 1);
}

void tst_DetailsPanel::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_session = std::make_unique<CaseSession>();
    m_session->setCasePath(m_case);
    m_panel = std::make_unique<DetailsPanel>(m_session.get());
    m_panel->resize(440, 700);
    m_panel->show();
}

void tst_DetailsPanel::cleanup()
{
    m_panel.reset();
    m_session.reset();
}

EventId tst_DetailsPanel::idOf(const std::string &auditId, Stage stage)
{
    auto reader = CaseReader::open(m_case);
    for (std::uint32_t id = 1; reader && id < 20; ++id) {
        const EventId ids[] = {EventId{id}};
        const auto rows = reader->rows(ids);
        if (rows && !rows->empty() && rows->front().auditId == auditId
            && rows->front().stage == stage) {
            return EventId{id};
        }
    }
    return EventId{0};
}

void tst_DetailsPanel::select(const std::string &auditId, Stage stage)
{
    const EventId id = idOf(auditId, stage);
    QVERIFY(id != EventId{0});
    m_session->setSelectedEvent(id);
    QTRY_VERIFY(json().contains(QString::fromStdString(auditId)));
}

QString tst_DetailsPanel::headerText() const
{
    QStringList texts;
    for (const FlowingText *text :
         m_panel->findChild<EventHeader *>()->findChildren<FlowingText *>()) {
        texts << text->toPlainText();
    }
    return texts.join(u'\n');
}

void tst_DetailsPanel::nothingSelectedSaysWhatToDo()
{
    const auto texts = m_panel->findChildren<FlowingText *>();
    QVERIFY(std::ranges::any_of(texts, [](const FlowingText *text) {
        return text->isVisible() && text->toPlainText().contains(u"Select an event"_s);
    }));
}

void tst_DetailsPanel::showsTheSentence()
{
    select("secret");
    QVERIFY(headerText().contains(u"jane@example.com"_s));
    QVERIFY(headerText().contains(u"production/db"_s));
    QVERIFY(headerText().contains(u"Kept:"_s));
}

void tst_DetailsPanel::masksASecretUntilRevealed()
{
    select("secret");
    QVERIFY(!json().contains(QString::fromStdString(Password)));
    auto *button = m_panel->findChild<EventHeader *>()->findChild<QPushButton *>();
    QVERIFY(button->isVisible());
    button->click();
    QVERIFY(m_session->revealsCredentials());
    QTRY_VERIFY(json().contains(QString::fromStdString(Password)));
    button->click();
    QTRY_VERIFY(!json().contains(QString::fromStdString(Password)));
}

void tst_DetailsPanel::copiesAreMaskedUntilRevealed()
{
    select("secret");
    auto *pane = m_panel->findChild<JsonPane *>();
    QSignalSpy copied(pane, &JsonPane::copied);
    const auto copyAll = [pane] {
        QStringList texts;
        pane->copyEvent();
        texts << QApplication::clipboard()->text();
        pane->view()->selectAll();
        pane->view()->copy();
        texts << QApplication::clipboard()->text();
        pane->view()->setTextCursor(QTextCursor(pane->view()->document()));
        pane->copyYaml();
        texts << QApplication::clipboard()->text();
        return texts;
    };
    for (const QString &text : copyAll()) {
        QVERIFY(text.contains(u"jane@example.com"_s));
        QVERIFY(!text.contains(QString::fromStdString(Password)));
    }
    QVERIFY(copied.first().first().toString().contains(u"masked"_s));
    m_session->setRevealsCredentials(true);
    QTRY_VERIFY(json().contains(QString::fromStdString(Password)));
    for (const QString &text : copyAll()) {
        QVERIFY(text.contains(QString::fromStdString(Password)));
    }
}

void tst_DetailsPanel::stagesSelectEachOther()
{
    m_session->setUnit(Unit::Events);
    const std::string id = "id-00000001";
    select(id);
    auto *strip = m_panel->findChild<StageStrip *>();
    QVERIFY(strip->isVisible());
    const auto buttons = strip->findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons[0]->text(), u"RequestReceived"_s);
    QVERIFY(buttons[1]->isChecked());
    buttons[0]->click();
    QTRY_COMPARE(m_session->selectedEvent(), idOf(id, Stage::RequestReceived));
    QTRY_VERIFY(json().contains(u"RequestReceived\""_s));
    select("secret");
    QTRY_VERIFY(!strip->isVisible());
}

void tst_DetailsPanel::stageOfARequestIsLookedAtInItsRow()
{
    const std::string id = "id-00000001";
    select(id);
    const EventId selected = m_session->selectedEvent();
    auto *strip = m_panel->findChild<StageStrip *>();
    strip->findChildren<QToolButton *>().at(0)->click();
    QTRY_VERIFY(json().contains(u"RequestReceived\""_s));
    QCOMPARE(m_session->selectedEvent(), selected);
    QTRY_VERIFY(strip->findChildren<QToolButton *>().at(0)->isChecked());
    select("secret");
    select(id);
    QTRY_VERIFY(json().contains(u"ResponseComplete\""_s)); // its last one again
}

void tst_DetailsPanel::sessionHasASection()
{
    const auto *section = m_panel->findChild<SessionView *>();
    select("exec");
    QTRY_VERIFY(section->isVisible());
    const auto texts = [section] {
        QStringList all;
        for (const FlowingText *text : section->findChildren<FlowingText *>()) {
            all << (text->isHidden() ? QString() : text->toPlainText());
        }
        return all;
    };
    const auto shown = [&texts] { return texts().join(u'\n'); };
    QTRY_VERIFY2(texts().contains(u"sh -c 'ps aux | grep db'"_s), qPrintable(texts().join(u'|')));
    QVERIFY(shown().contains(u"Container: app\n"_s));
    QVERIFY(shown().contains(u"stdin, stdout, tty"_s));
    QVERIFY(shown().contains(u"1 min 5 s"_s));
    QVERIFY(headerText().startsWith("From 03:41:10Z to 03:42:15Z (1 min 5 s) u ran"_L1));
    // The stage of its beginning knows of its end, too.
    const EventId started = idOf("exec", Stage::ResponseStarted);
    m_session->setSelectedEvent(started);
    QTRY_VERIFY(json().contains(u"ResponseStarted\""_s));
    QTRY_VERIFY(shown().contains(u"1 min 5 s"_s));
    select("secret");
    QTRY_VERIFY(!section->isVisible());
}

void tst_DetailsPanel::openSessionIsSaidToBe()
{
    select("open", Stage::ResponseStarted);
    const auto *section = m_panel->findChild<SessionView *>();
    QTRY_VERIFY(section->isVisible());
    QStringList all;
    for (const FlowingText *text : section->findChildren<FlowingText *>()) {
        all << text->toPlainText();
    }
    QVERIFY2(all.join(u'\n').contains(u"open: its end is not in this log"_s),
             qPrintable(all.join(u'|')));
}

void tst_DetailsPanel::commandIsMaskedUntilRevealed()
{
    select("login");
    auto *section = m_panel->findChild<SessionView *>();
    const auto shows = [section](const QString &text) {
        return std::ranges::any_of(
            section->findChildren<FlowingText *>(),
            [&text](const FlowingText *line) { return line->toPlainText().contains(text); });
    };
    QTRY_VERIFY(shows(u"mysql"_s));
    QVERIFY(!shows(u"hunter2"_s));
    const auto *fieldModel = fields()->model();
    const auto listed = [fieldModel](const QString &text) {
        return !fieldModel
                    ->match(fieldModel->index(0, 1), Qt::DisplayRole, text, -1,
                            Qt::MatchContains | Qt::MatchRecursive)
                    .isEmpty();
    };
    QVERIFY(listed(u"mysql"_s));
    QVERIFY(!listed(u"hunter2"_s));
    m_session->setRevealsCredentials(true);
    QTRY_VERIFY(shows(u"hunter2"_s));
    m_session->setRevealsCredentials(false);
}

void tst_DetailsPanel::copiesOfAnEventAreListed()
{
    select("id-00000001");
    auto *place = m_panel->findChild<EventPlaceView *>();
    const auto texts = place->findChildren<FlowingText *>();
    QVERIFY(std::ranges::any_of(texts, [](const FlowingText *text) {
        return text->toPlainText().contains(u"copy.log, byte 0"_s)
            || text->toPlainText().contains(u"audit.log, byte"_s);
    }));
    const auto buttons = place->findChildren<QToolButton *>();
    QVERIFY(std::ranges::any_of(buttons, [](const QToolButton *button) {
        return button->isVisible() && button->text().contains(u"Also seen in 1"_s);
    }));
}

void tst_DetailsPanel::hostileTextStaysPlainAndVisible()
{
    select("hostile");
    QVERIFY(json().contains(u"<b>x</b><img src='file:///etc/passwd'>"_s));
    QVERIFY(json().contains(u"\\u202etxet"_s));
    QVERIFY(!json().contains(QChar(0x202E)));
    auto *model = fields()->model();
    const QAbstractItemModelTester tester(model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QStringList shown;
    QStringList toolTips;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, int(FieldListModel::Column::Value));
        shown << index.data().toString();
        toolTips << index.data(Qt::ToolTipRole).toString();
    }
    const QString all = shown.join(u'\n');
    QVERIFY(all.contains(u"<b>x</b>"_s));
    QVERIFY(all.contains(u"\\u001b[31m\\u202etxet"_s));
    QVERIFY(!toolTips.join(u'\n').contains(u"<b>x"_s));
    QVERIFY(toolTips.join(u'\n').contains(u"&lt;b&gt;x"_s));
}

void tst_DetailsPanel::longEventDoesNotBlock()
{
    m_session->setSelectedEvent(idOf("long", Stage::ResponseComplete));
    QVERIFY(!json().contains(u"\"long\""_s)); // a job reads it, not this call
    QTRY_VERIFY(json().contains(u"\"long\""_s));
    QVERIFY(json().size() < 20'000);
    QVERIFY(json().contains(u"more characters"_s));
    auto *pane = m_panel->findChild<JsonPane *>();
    pane->copyEvent();
    QVERIFY(QApplication::clipboard()->text().size() > 1'000'000);
}

void tst_DetailsPanel::newestSelectionWins()
{
    m_session->setSelectedEvent(idOf("long", Stage::ResponseComplete));
    m_session->setSelectedEvent(idOf("hostile", Stage::ResponseComplete));
    m_session->setSelectedEvent(idOf("secret", Stage::ResponseComplete));
    QTRY_VERIFY(json().contains(u"\"secret\""_s));
    QCoreApplication::processEvents();
    QVERIFY(json().contains(u"\"secret\""_s));
}

void tst_DetailsPanel::missingCaseIsAnErrorInWords()
{
    m_session->setCasePath(m_folder.filePath(u"gone.auditcase"_s));
    m_session->setSelectedEvent(EventId{1});
    QTRY_VERIFY(
        std::ranges::any_of(m_panel->findChildren<FlowingText *>(), [](const FlowingText *text) {
            return text->isVisible() && text->toPlainText().contains(u"gone.auditcase"_s);
        }));
}

void tst_DetailsPanel::fieldMakesACondition()
{
    select("secret");
    Q_EMIT m_panel->findChild<FieldsView *>()->conditionChosen(u"verb=get"_s);
    QCOMPARE(m_session->filterText(), u"verb=get"_s);
}

/// Also when the panel got its event before it got its width.
void tst_DetailsPanel::textsAreNeverCutOff()
{
    for (const int width : {700, 300, 440}) {
        m_panel->resize(width, 900);
        select("secret");
        auto texts = m_panel->findChild<EventHeader *>()->findChildren<FlowingText *>();
        texts.removeIf([](const FlowingText *text) { return !text->isVisible(); });
        QCOMPARE(texts.size(), 2);
        for (const FlowingText *text : texts) {
            QTRY_VERIFY(text->height() >= text->heightForWidth(text->width()));
        }
    }
}

QTEST_MAIN(tst_DetailsPanel)
#include "tst_detailspanel.moc"
