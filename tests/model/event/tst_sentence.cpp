// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/outcome.h"
#include "model/event/sentence.h"
#include "tests/model/event/eventcorpus.h"

#include <QTest>
#include <QTimeZone>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_Sentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatRealEventsSay();
    void saysWhatHappened_data();
    void saysWhatHappened();
    void showsTimeInZone();
    void nothingKnownStillMakesASentence();
    void hostileTextStaysOnOneLine();
    void placeholdersInValuesStay();
    void hidesCredentials();
    void shortensAgents_data();
    void shortensAgents();
};

namespace {

constexpr std::int64_t FiveTenPastNoon = 1'795'176'310'000'000; // 2026-11-20T12:05:10Z

/// jane from 10.0.3.4 with kubectl, answered 200, allowed.
EventFields janes()
{
    return {.stage = Stage::ResponseComplete,
            .decision = Decision::Allow,
            .stageUs = FiveTenPastNoon,
            .code = 200,
            .requestUri = "/api/v1",
            .username = "jane@example.com",
            .userGroups = R"(["dev-team"])",
            .sourceIps = R"(["10.0.3.4"])",
            .userAgent = "kubectl/v1.36.2 (linux/amd64) kubernetes/0000000"};
}

EventFields on(EventFields event, std::string_view verb, std::string_view resource,
               std::string_view space, std::string_view name)
{
    event.verb = verb;
    event.resource = resource;
    event.objectNamespace = space;
    event.name = name;
    return event;
}

EventFields refused(EventFields event, int code, Decision decision, std::string_view reason = {})
{
    event.code = code;
    event.decision = decision;
    event.reason = reason;
    return event;
}

QString sentence(const EventFields &event)
{
    return eventSentence(event, QTimeZone::UTC);
}

} // namespace

void tst_Sentence::init()
{
    QTest::failOnWarning();
}

void tst_Sentence::saysWhatRealEventsSay()
{
    const std::vector<std::string> events = nativeEvents(u"sentences.jsonl"_s);
    const std::vector<std::string> sentences =
        fileLines(QStringLiteral(AUDITLOUPE_TEST_CORPUS "/../data/sentences.txt"));
    QVERIFY(!events.empty());
    QCOMPARE(events.size(), sentences.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const ParsedEvent event(events[i]);
        QCOMPARE(event.kind, JsonKind::AuditEvent);
        QCOMPARE(sentence(event.fields), QString::fromStdString(sentences[i]));
    }
}

void tst_Sentence::saysWhatHappened_data()
{
    QTest::addColumn<EventFields>("event");
    QTest::addColumn<QString>("text");
    // Without the time, which all of them have in common.
    const auto row = [](const char *name, const EventFields &event, const QString &text) {
        QTest::newRow(name) << event << u"At 12:05:10Z "_s + text;
    };
    EventFields event = on(janes(), "delete", "configmaps", "production", "app-config");
    event.reason =
        R"(RBAC: allowed by RoleBinding "dev-edit/dev" of ClusterRole "admin" to User "jane")";
    row("delete", event,
        u"jane@example.com deleted ConfigMap production/app-config from 10.0.3.4 with kubectl: "
        u"200, "
        "allowed by RoleBinding dev-edit/dev of ClusterRole admin"_s);

    event = refused(on(janes(), "delete", "secrets", "production", "db-pass"), 403,
                    Decision::Forbid, "");
    event.username = "alice";
    row("forbidden", event,
        u"alice tried to delete Secret production/db-pass from 10.0.3.4 with kubectl: forbidden "
        "(403), no role allows it"_s);

    row("403 without decision", refused(on(janes(), "get", "pods", "a", "b"), 403, Decision::None),
        u"jane@example.com tried to read Pod a/b from 10.0.3.4 with kubectl: forbidden (403) "
        u"before "
        "authorization, as happens to those who may not act as somebody else"_s);

    event = refused(on(janes(), "create", "pods", "a", "b"), 422, Decision::Allow);
    event.flags = bit(EventFlag::ValidationFailed);
    row("422 by policy", event,
        u"jane@example.com tried to create Pod a/b from 10.0.3.4 with kubectl: refused by an "
        "admission policy (422)"_s);

    event = on(janes(), "get", "pods", "a", "b");
    event.subresource = "exec";
    event.requestUri = "/x/exec?command=%2Fbin%2Fbash&stdin=true&tty=true";
    event.code = 101;
    row("shell", event,
        u"jane@example.com opened a shell (`/bin/bash`) in Pod a/b from 10.0.3.4 with kubectl: "
        u"101, "
        "allowed"_s);

    event.verb = "create";
    event.requestUri = "/x/exec?command=sh&command=-c&command=cat+a&container=app";
    event.stage = Stage::ResponseStarted;
    row("started command", event,
        u"jane@example.com started to run `sh -c 'cat a'` in container app of Pod a/b from "
        u"10.0.3.4 "
        "with kubectl: 101, allowed"_s);

    event = on(janes(), "watch", "secrets", "", "");
    event.stage = Stage::RequestReceived;
    event.code.reset();
    row("received", event,
        u"jane@example.com asked to watch Secrets in all namespaces from 10.0.3.4 with kubectl; "
        u"this "
        "event was written before the answer"_s);

    event.flags = bit(EventFlag::Salvaged);
    event.stage = Stage::Unknown;
    row("salvaged", event,
        u"jane@example.com asked to watch Secrets in all namespaces from 10.0.3.4 with kubectl; "
        u"how "
        "it ended was not recorded; the rest of this event was cut off"_s);

    event = on(janes(), "list", "secrets", "kube-system", "");
    event.stage = Stage::ResponseStarted;
    event.code = 401;
    event.username = {};
    event.sourceIps = R"(["203.0.113.66"])";
    row("not authenticated", event,
        u"somebody at 203.0.113.66 failed to authenticate (401) with kubectl; the request was to "
        "list Secrets in kube-system"_s);

    event = on(janes(), "frob", "widgets", "a", "b");
    event.apiGroup = "example.com";
    event.sourceIps = {};
    event.userAgent = {};
    row("unknown verb and resource", event,
        u"jane@example.com used the verb frob on widgets.example.com a/b: 200, allowed"_s);

    event = on(janes(), "update", "namespaces", "prod", "prod");
    event.impersonatedUser = "system:serviceaccount:ci:deployer";
    row("impersonation", event,
        u"jane@example.com, acting as service account ci/deployer, updated Namespace prod from "
        "10.0.3.4 with kubectl: 200, allowed"_s);

    event = on(janes(), "get", "", "", "");
    event.requestUri = "/metrics";
    row("call", event,
        u"jane@example.com called GET /metrics from 10.0.3.4 with kubectl: 200, allowed"_s);

    row("unusual error", refused(on(janes(), "get", "pods", "a", "b"), 418, Decision::Allow),
        u"jane@example.com tried to read Pod a/b from 10.0.3.4 with kubectl: refused (418)"_s);
    row("unusual server error", refused(on(janes(), "get", "pods", "a", "b"), 507, Decision::Allow),
        u"jane@example.com tried to read Pod a/b from 10.0.3.4 with kubectl: server error (507)"_s);
}

void tst_Sentence::saysWhatHappened()
{
    QFETCH(const EventFields, event);
    QFETCH(const QString, text);
    QCOMPARE(sentence(event), text);
}

void tst_Sentence::showsTimeInZone()
{
    const EventFields event = on(janes(), "get", "pods", "a", "b");
    const QTimeZone india = QTimeZone::fromSecondsAheadOfUtc(19'800);
    const QTimeZone newfoundland = QTimeZone::fromSecondsAheadOfUtc(-12'600);
    QVERIFY(eventSentence(event, india).startsWith("At 17:35:10+05:30 jane"_L1));
    QVERIFY(eventSentence(event, newfoundland).startsWith("At 08:35:10-03:30 jane"_L1));
}

void tst_Sentence::nothingKnownStillMakesASentence()
{
    QCOMPARE(sentence({}),
             u"At an unknown time somebody asked to call ; how it ended was not recorded"_s);
}

void tst_Sentence::hostileTextStaysOnOneLine()
{
    EventFields event = on(janes(), "get\n", "po\u202Eds", "a\nb", "<b>c</b>\r");
    event.username = "jane\u2028";
    event.userAgent = "kubectl\x1b[31m";
    event.sourceIps = R"(["10.0.0.1\nevil"])";
    const QString text = sentence(event);
    for (const QChar c : text) {
        QVERIFY(c.isPrint());
    }
    QVERIFY(text.contains("<b>c</b>\\u000d"_L1));
    const std::string longName(100'000, 'x');
    event.name = longName;
    QVERIFY(sentence(event).size() < 2000);
}

void tst_Sentence::placeholdersInValuesStay()
{
    EventFields event = on(janes(), "get", "pods", "%1", "%2%3%4%5");
    event.username = "%3";
    event.userAgent = "%1/2";
    QCOMPARE(sentence(event),
             u"At 12:05:10Z %3 read Pod %1/%2%3%4%5 from 10.0.3.4 with %1: 200, allowed"_s);
}

void tst_Sentence::hidesCredentials()
{
    EventFields event = on(janes(), "get", "pods", "a", "b");
    event.subresource = "exec";
    event.requestUri = "/x/exec?command=mysql&command=--password%3Dhunter2";
    QVERIFY(!sentence(event).contains("hunter2"_L1));
    event = on(janes(), "get", "", "", "");
    event.requestUri = "/x?token=hunter2";
    QVERIFY(!sentence(event).contains("hunter2"_L1));
}

void tst_Sentence::shortensAgents_data()
{
    QTest::addColumn<QByteArray>("agent");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *agent, const QString &text) {
        QTest::newRow(agent) << QByteArray(agent) << text;
    };
    row("kubectl/v1.36.2 (linux/amd64) kubernetes/0000000", u"kubectl"_s);
    row("kubectl-1.36.4/v1.36.4 (linux/amd64)", u"kubectl-1.36.4"_s);
    row("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", u"Mozilla"_s);
    row("hollow-kubelet", u"hollow-kubelet"_s);
    row("", QString());
    row("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", QString(40, u'A') + u'…');
}

void tst_Sentence::shortensAgents()
{
    QFETCH(const QByteArray, agent);
    QFETCH(const QString, text);
    QCOMPARE(agentText(agent.toStdString()), text);
}

QTEST_GUILESS_MAIN(tst_Sentence)
#include "tst_sentence.moc"
