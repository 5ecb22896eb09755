// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/eventparser.h"
#include "model/sources/gkemapping.h"

#include <QTest>

using namespace auditloupe;

/// What a LogEntry of Google's says of the API server's answer.
class tst_GkeMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerIsThatOfTheEntry_data();
    void answerIsThatOfTheEntry();
    void rowsTellTheSame_data();
    void rowsTellTheSame();
    void versionTellsWhereTheGroupEnds_data();
    void versionTellsWhereTheGroupEnds();
};

namespace {

constexpr int Unknown = -1;
constexpr int Success = 200;

struct Answer
{
    bool isEvent = false;
    bool isFailure = false;
    int code = Unknown;
};

Answer answerOf(Entry::Shape shape, QByteArray bytes, const ListHead &head = {})
{
    bytes.reserve(bytes.size() + EventParser::Padding);
    Entry entry;
    entry.open(shape, {bytes.constData(), static_cast<std::size_t>(bytes.size())}, head);
    const std::string event = composeGkeEvent(entry);
    EventFields fields;
    EventParser parser;
    const bool isEvent = parser.parseCopy(event, fields) == JsonKind::AuditEvent;
    return {.isEvent = isEvent,
            .isFailure = event.find(R"("status":"Failure")") != std::string::npos,
            .code = fields.code.value_or(Unknown)};
}

} // namespace

void tst_GkeMapping::answerIsThatOfTheEntry_data()
{
    QTest::addColumn<QByteArray>("said"); // members of the payload
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<int>("code");
    const QByteArray allow = R"({"authorization.k8s.io/decision":"allow"})";
    const QByteArray forbid = R"({"authorization.k8s.io/decision":"forbid"})";
    const auto row = [&](const char *name, const char *said, int code) {
        QTest::newRow(name) << QByteArray(said) << allow << code;
    };
    row("nothing", "", Success);
    row("an empty status", R"(,"status":{})", Success);
    row("null", R"(,"status":null)", Success);
    row("nulls", R"(,"status":{"code":null,"message":null,"details":[]})", Success);
    row("0", R"(,"status":{"code":0})", Success);
    row("OK", R"(,"status":{"code":"OK"})", Success);
    row("granted", R"(,"authorizationInfo":[{"granted":true},{"permission":"p"}])", Success);
    row("7", R"(,"status":{"code":7,"message":"m"})", 403);
    row("7 as text", R"(,"status":{"code":"7"})", 403);
    row("7.0", R"(,"status":{"code":7.0})", 403);
    row("a name", R"(,"status":{"code":"PERMISSION_DENIED"})", 403);
    row("another name", R"(,"status":{"code":"ABORTED"})", 409);
    row("not granted", R"(,"authorizationInfo":[{"granted":true},{"granted":false}])", 403);
    row("not granted as text", R"(,"authorizationInfo":[{"granted":"false"}])", 403);
    row("not granted and 0", R"(,"status":{"code":0},"authorizationInfo":[{"granted":false}])",
        403);
    row("not granted and another code",
        R"(,"status":{"code":5},"authorizationInfo":[{"granted":false}])", 404);
    row("no such code", R"(,"status":{"code":99})", Unknown);
    row("no code at all", R"(,"status":{"code":"DENIED"})", Unknown);
    row("half a number", R"(,"status":{"code":"7x"})", Unknown);
    row("a message alone", R"(,"status":{"message":"denied"})", Unknown);
    row("no object", R"(,"status":"denied")", Unknown);
    QTest::newRow("forbid") << QByteArray() << forbid << 403;
    QTest::newRow("forbid and an empty status") << QByteArray(R"(,"status":{})") << forbid << 403;
}

void tst_GkeMapping::answerIsThatOfTheEntry()
{
    QFETCH(const QByteArray, said);
    QFETCH(const QByteArray, labels);
    QFETCH(const int, code);
    const Answer answer =
        answerOf(Entry::Shape::Object,
                 R"({"insertId":"i","timestamp":"2026-03-14T02:15:07.000101Z","labels":)" + labels
                     + R"(,"protoPayload":{"serviceName":"k8s.io","methodName":)"
                       R"("io.k8s.core.v1.pods.list","resourceName":"core/v1/pods")"
                     + said + "}}");
    QVERIFY(answer.isEvent);
    QCOMPARE(answer.code, code);
    QCOMPARE(answer.isFailure, code != Success);
}

void tst_GkeMapping::rowsTellTheSame_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << QByteArray("status.code") << QByteArray() << Success;
    QTest::newRow("a code") << QByteArray("status.code") << QByteArray("5") << 404;
    QTest::newRow("a message") << QByteArray("status.message") << QByteArray("denied") << Unknown;
    QTest::newRow("not granted") << QByteArray("authorizationInfo")
                                 << QByteArray(R"("[{""granted"":false}]")") << 403;
}

void tst_GkeMapping::rowsTellTheSame()
{
    QFETCH(const QByteArray, column);
    QFETCH(const QByteArray, cell);
    QFETCH(const int, code);
    const ListHead head{.kind = ListHead::Kind::CommaRows,
                        .bytes = "insertId,protoPayload.methodName,protoPayload."
                            + column.toStdString()};
    const Answer answer = answerOf(Entry::Shape::Row, "i,io.k8s.core.v1.pods.list," + cell, head);
    QVERIFY(answer.isEvent);
    QCOMPARE(answer.code, code);
    QCOMPARE(answer.isFailure, code != Success);
}

void tst_GkeMapping::versionTellsWhereTheGroupEnds_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("stable") << QByteArray("io.k8s.core.v1.things.get") << QByteArray("v1");
    QTest::newRow("beta") << QByteArray("io.k8s.batch.v2beta10.things.get")
                          << QByteArray("v2beta10");
    QTest::newRow("alpha") << QByteArray("io.k8s.batch.v1alpha1.things.get")
                           << QByteArray("v1alpha1");
    QTest::newRow("a group that is like one")
        << QByteArray("io.v1example.v1beta.v1.things.get") << QByteArray("v1");
}

void tst_GkeMapping::versionTellsWhereTheGroupEnds()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, version);
    const GkeRequest request = gkeRequest(std::string_view(method), "g/v/things");
    QCOMPARE(request.apiVersion, std::string_view(version));
    QCOMPARE(request.resource, std::string_view("things"));
}

QTEST_GUILESS_MAIN(tst_GkeMapping)
#include "tst_gkemapping.moc"
