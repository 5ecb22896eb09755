// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/clientsession.h"
#include "tests/testsupport.h"

#include <QProcess>
#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

namespace {

EventFields exec(std::string_view uri, std::string_view verb = "get")
{
    return {.requestUri = uri, .verb = verb, .resource = "pods", .subresource = "exec"};
}

} // namespace

class tst_ClientSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void subresourceOrVerbMakesASession_data();
    void subresourceOrVerbMakesASession();
    void commandIsTypedAsAShellTakesIt_data();
    void commandIsTypedAsAShellTakesIt();
    void onlyAnExecHasACommand();
    void flagsAreReadAsTheApiServerReadsThem_data();
    void flagsAreReadAsTheApiServerReadsThem();
    void lastsFromReceiptToItsEnd();
    void isOpenWithoutAnEnd();
};

void tst_ClientSession::subresourceOrVerbMakesASession_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("subresource");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("method");
    const auto row = [](const QString &verb, const QString &sub, const QString &kind,
                        const QString &method) {
        QTest::addRow("%s %s", qPrintable(verb), qPrintable(sub)) << verb << sub << kind << method;
    };
    row(u"create"_s, u"exec"_s, u"exec"_s, u"POST"_s);
    row(u"get"_s, u"exec"_s, u"exec"_s, u"GET"_s);
    row(u"get"_s, u"attach"_s, u"attach"_s, u"GET"_s);
    row(u"create"_s, u"portforward"_s, u"portforward"_s, u"POST"_s);
    row(u"watch"_s, {}, u"watch"_s, {});
    row(u"delete"_s, u"exec"_s, u"exec"_s, {});
    row(u"get"_s, u"log"_s, {}, {});
    row(u"get"_s, {}, {}, {});
    row(u"create"_s, u"proxy"_s, {}, {});
}

void tst_ClientSession::subresourceOrVerbMakesASession()
{
    QFETCH(const QString, verb);
    QFETCH(const QString, subresource);
    QFETCH(const QString, kind);
    QFETCH(const QString, method);
    const std::string verbText = verb.toStdString();
    const std::string sub = subresource.toStdString();
    const EventFields event{.verb = verbText, .subresource = sub};
    QCOMPARE(sessionKindName(sessionKind(event)), kind.toStdString());
    QCOMPARE(sessionMethod(event), method.toStdString());
}

void tst_ClientSession::commandIsTypedAsAShellTakesIt_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << u"command=ls&command=-la&command=%2Fetc"_s << u"ls -la /etc"_s;
    QTest::newRow("blanks") << u"command=sh&command=-c&command=cat+a+%7C+tee%20b"_s
                            << u"sh -c 'cat a | tee b'"_s;
    QTest::newRow("quotes") << u"command=echo&command=it%27s"_s << u"echo 'it'\\''s'"_s;
    QTest::newRow("empty argument") << u"command=echo&command="_s << u"echo ''"_s;
    QTest::newRow("meant for the shell")
        << u"command=echo&command=%24HOME%3B"_s << u"echo '$HOME;'"_s;
}

/// A shell that is given the line has the very arguments.
void tst_ClientSession::commandIsTypedAsAShellTakesIt()
{
    QFETCH(const QString, query);
    QFETCH(const QString, line);
    const std::string uri = "/x/exec?" + query.toStdString() + "&container=app";
    const std::optional<std::string> typed = sessionCommandLine(exec(uri));
    QCOMPARE(QString::fromStdString(typed.value_or("")), line);
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"printf '%s\\n' "_s + line});
    QVERIFY(shell.waitForFinished());
    std::string arguments;
    for (const std::string &argument : sessionCommand(exec(uri))) {
        arguments += argument + '\n';
    }
    QCOMPARE(shell.readAllStandardOutput().toStdString(), arguments);
}

void tst_ClientSession::onlyAnExecHasACommand()
{
    EventFields event = exec("/x/attach?command=ls&container=app&stdin=true");
    event.subresource = "attach";
    QVERIFY(!sessionCommandLine(event));
    QCOMPARE(sessionContainer(event), std::optional<std::string>("app"));
    QCOMPARE(sessionFlag(event, "stdin"), std::optional(true));
    event.subresource = "portforward";
    QVERIFY(!sessionContainer(event));
    QVERIFY(!sessionFlag(event, "stdin"));
    QVERIFY(!sessionCommandLine(exec("/x/exec?stdin=true")));
    QVERIFY(!sessionContainer(exec("/x/exec?command=ls&container=")));
}

void tst_ClientSession::flagsAreReadAsTheApiServerReadsThem_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isSet");
    QTest::newRow("true") << u"tty=true"_s << true;
    QTest::newRow("one") << u"tty=1"_s << true;
    QTest::newRow("no value") << u"tty"_s << true;
    QTest::newRow("anything") << u"tty=no"_s << true;
    QTest::newRow("false") << u"tty=False"_s << false;
    QTest::newRow("zero") << u"tty=0"_s << false;
    QTest::newRow("the first counts") << u"tty=false&tty=true"_s << false;
    QTest::newRow("absent") << u"stdin=true"_s << false;
}

void tst_ClientSession::flagsAreReadAsTheApiServerReadsThem()
{
    QFETCH(const QString, query);
    QFETCH(const bool, isSet);
    const std::string uri = "/x/exec?" + query.toStdString();
    QCOMPARE(sessionFlag(exec(uri), "tty"), std::optional(isSet));
    QCOMPARE(sessionFlagName(isSet), isSet ? std::string_view("true") : std::string_view("false"));
}

void tst_ClientSession::lastsFromReceiptToItsEnd()
{
    EventFields event = exec("/x/exec?command=sh");
    event.stage = Stage::ResponseComplete;
    event.code = 101;
    event.receivedUs = 1'000;
    event.stageUs = 61'000;
    QCOMPARE(sessionDurationUs(event, true), std::optional<std::int64_t>(60'000));
    QVERIFY(!sessionDurationUs(event, false));
    QVERIFY(!isSessionOpen(event, true));
    event.code = 403;
    QVERIFY(!sessionDurationUs(event, true));
    event.code = 101;
    event.receivedUs.reset();
    QVERIFY(!sessionDurationUs(event, true));
    event.receivedUs = 1'000;
    event.subresource = {};
    QVERIFY(!sessionDurationUs(event, true));
}

void tst_ClientSession::isOpenWithoutAnEnd()
{
    EventFields event = exec("/x/exec?command=sh");
    event.stage = Stage::ResponseStarted;
    event.code = 101;
    QVERIFY(isSessionOpen(event, true));
    QVERIFY(!isSessionOpen(event, false));
    QVERIFY(!sessionDurationUs(event, true));
    event.code = 403;
    QVERIFY(!isSessionOpen(event, true));
    event.code.reset();
    event.stage = Stage::RequestReceived;
    QVERIFY(!isSessionOpen(event, true));
}

QTEST_GUILESS_MAIN(tst_ClientSession)
#include "tst_clientsession.moc"
