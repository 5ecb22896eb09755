// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/outcome.h"

#include <QTest>

using namespace auditloupe;

class tst_Outcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void judgesOutcome_data();
    void judgesOutcome();
    void judgesAccess_data();
    void judgesAccess();
};

void tst_Outcome::init()
{
    QTest::failOnWarning();
}

void tst_Outcome::judgesOutcome_data()
{
    QTest::addColumn<EventFields>("event");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("by");
    const auto row = [](const char *name, const EventFields &event, const char *outcome,
                        const char *by) {
        QTest::newRow(name) << event << QString::fromLatin1(outcome) << QString::fromLatin1(by);
    };
    using enum Decision;
    const auto complete = [](int code, Decision decision, std::uint32_t flags = 0) {
        return EventFields{
            .stage = Stage::ResponseComplete, .decision = decision, .flags = flags, .code = code};
    };
    row("200", complete(200, Allow), "allowed", "");
    row("304", complete(304, Allow), "allowed", "");
    row("started", {.stage = Stage::ResponseStarted, .code = 200}, "allowed", "");
    row("401", {.stage = Stage::ResponseStarted, .code = 401}, "denied", "authentication");
    row("403 by authorizer", complete(403, Forbid), "denied", "authorization");
    row("403 without decision", complete(403, None), "denied", "authorization");
    row("403 by admission", complete(403, Allow), "denied", "admission");
    row("422", complete(422, Allow), "failed", "");
    row("422 by policy", complete(422, Allow, bit(EventFlag::ValidationFailed)), "denied",
        "admission");
    row("200 audited by policy", complete(200, Allow, bit(EventFlag::ValidationFailed)), "allowed",
        "");
    row("404", complete(404, Allow), "failed", "");
    row("409", complete(409, Allow), "failed", "");
    row("500", complete(500, None), "failed", "");
    row("panic", {.stage = Stage::Panic, .code = 500}, "failed", "");
    row("panic without code", {.stage = Stage::Panic}, "failed", "");
    row("received", {.stage = Stage::RequestReceived}, "open", "");
    row("complete without code", {.stage = Stage::ResponseComplete}, "", "");
    row("nothing known", {}, "", "");
}

void tst_Outcome::judgesOutcome()
{
    QFETCH(const EventFields, event);
    QFETCH(const QString, outcome);
    QFETCH(const QString, by);
    QCOMPARE(QString::fromLatin1(outcomeName(auditloupe::outcome(event))), outcome);
    QCOMPARE(QString::fromLatin1(deniedByName(deniedBy(event))), by);
}

void tst_Outcome::judgesAccess_data()
{
    QTest::addColumn<EventFields>("event");
    QTest::addColumn<QString>("access");
    const auto row = [](const char *name, const EventFields &event, const char *access) {
        QTest::newRow(name) << event << QString::fromLatin1(access);
    };
    row("get", {.verb = "get", .resource = "pods"}, "read");
    row("watch", {.verb = "watch", .resource = "pods"}, "read");
    row("logs", {.verb = "get", .resource = "pods", .subresource = "log"}, "read");
    row("head", {.requestUri = "/healthz", .verb = "head"}, "read");
    row("deletecollection", {.verb = "deletecollection", .resource = "pods"}, "write");
    row("post", {.requestUri = "/x", .verb = "post"}, "write");
    row("token", {.verb = "create", .resource = "serviceaccounts", .subresource = "token"},
        "write");
    row("exec by get", {.verb = "get", .resource = "pods", .subresource = "exec"}, "connect");
    row("exec by create", {.verb = "create", .resource = "pods", .subresource = "exec"}, "connect");
    row("node proxy", {.verb = "get", .resource = "nodes", .subresource = "proxy"}, "connect");
    row("verb proxy", {.verb = "proxy", .resource = "nodes"}, "connect");
    row("access review",
        {.verb = "create", .apiGroup = "authorization.k8s.io", .resource = "subjectaccessreviews"},
        "check");
    row("token review",
        {.verb = "create", .apiGroup = "authentication.k8s.io", .resource = "tokenreviews"},
        "check");
    row("look-alike of a review",
        {.verb = "create", .apiGroup = "example.com", .resource = "tokenreviews"}, "write");
    row("dry run", {.requestUri = "/api/v1/x?a=b&dryRun=All", .verb = "create", .resource = "pods"},
        "check");
    row("no dry run", {.requestUri = "/api/v1/x?a=dryRun=All", .verb = "create"}, "write");
    row("reading is no dry run", {.requestUri = "/api/v1/x?dryRun=All", .verb = "get"}, "read");
    row("unknown verb", {.verb = "frob", .resource = "pods"}, "");
    row("no verb", {.verb = "", .resource = "pods"}, "");
}

void tst_Outcome::judgesAccess()
{
    QFETCH(const EventFields, event);
    QFETCH(const QString, access);
    QCOMPARE(QString::fromLatin1(accessName(auditloupe::access(event))), access);
}

QTEST_GUILESS_MAIN(tst_Outcome)
#include "tst_outcome.moc"
