// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventquery.h"
#include "model/query/fieldreference.h"
#include "tests/model/casefile/casetesting.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace auditloupe;
using namespace auditloupe::testing;

namespace {

/// One event of the small log. Empty fields are absent.
struct Line
{
    const char *id = "";
    const char *stage = "ResponseComplete";
    const char *verb = "get";
    const char *user = "";
    const char *object = ""; ///< members of objectRef
    int code = 0;
    const char *received = "";
    const char *time = "";
    const char *more = "";
};

constexpr Line Lines[] = {
    {.id = "r1",
     .stage = "RequestReceived",
     .user = "alice",
     .object = R"("resource":"pods")",
     .received = "2026-03-14T02:00:00.000000Z",
     .time = "2026-03-14T02:00:00.000000Z"},
    {.id = "r1",
     .user = "alice",
     .object = R"("resource":"pods","name":"b")",
     .code = 200,
     .received = "2026-03-14T02:00:00.000000Z",
     .time = "2026-03-14T02:00:00.250000Z"},
    {.id = "r2",
     .verb = "delete",
     .user = "bob",
     .object = R"("resource":"configmaps","namespace":"production","name":"a")",
     .code = 403,
     .received = "2026-03-14T02:00:01.000000Z",
     .time = "2026-03-14T02:00:01.000000Z",
     .more = R"(,"annotations":{"authorization.k8s.io/decision":"forbid"})"},
    {.id = "r3",
     .verb = "create",
     .user = "system:serviceaccount:ci:deployer",
     .object = R"("resource":"pods","subresource":"exec","namespace":"production","name":"c")",
     .code = 101,
     .received = "2026-03-14T01:59:59.000000Z",
     .time = "2026-03-14T02:00:02.000000Z"},
    {.id = "r4",
     .verb = "create",
     .user = "alice",
     .object = R"("resource":"pods","namespace":"production")",
     .code = 201,
     .received = "2026-03-14T02:00:01.000000Z",
     .time = "2026-03-14T02:00:01.000000Z",
     .more = R"(,"requestObject":{"spec":{"hostNetwork":true,"containers":[{"image":"evil/x"},)"
             R"({"image":"good/y"}]},"replicas":3})"},
    {.id = "r5",
     .verb = "",
     .user = "",
     .code = 401,
     .received = "2026-03-14T02:00:05.000000Z",
     .time = "2026-03-14T02:00:05.000000Z"},
    {.id = "r6",
     .stage = "Panic",
     .verb = "list",
     .user = "alice",
     .object = R"("resource":"secrets")",
     .time = ""},
};

std::string lineText(const Line &line)
{
    const auto member = [](const char *key, std::string_view value) {
        return value.empty() ? std::string()
                             : ",\"" + std::string(key) + "\":" + std::string(value);
    };
    const auto quoted = [](std::string_view text) {
        return text.empty() ? std::string() : '"' + std::string(text) + '"';
    };
    const std::string user = std::string_view(line.user).empty()
        ? std::string("{}")
        : R"({"username":)" + quoted(line.user) + R"(,"groups":["g","system:authenticated"]})";
    const std::string object = std::string_view(line.object).empty()
        ? std::string()
        : '{' + std::string(line.object) + '}';
    const std::string status = line.code == 0
        ? std::string()
        : R"({"metadata":{},"code":)" + std::to_string(line.code) + '}';
    return R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":)"
        + quoted(line.id) + R"(,"stage":)" + quoted(line.stage) + R"(,"requestURI":"/x","verb":")"
        + line.verb + R"(","user":)" + user + R"(,"sourceIPs":["10.0.0.1","10.0.0.9"])"
        + member("objectRef", object) + member("responseStatus", status)
        + member("requestReceivedTimestamp", quoted(line.received))
        + member("stageTimestamp", quoted(line.time)) + line.more + "}\n";
}

} // namespace

class tst_EventQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(); }
    void selectsByCondition_data();
    void selectsByCondition();
    void requestsAreJudgedByTheirLastEvent();
    void timeRangeIsHalfOpen();
    void ordersTotally_data();
    void ordersTotally();
    void descendingIsTheReverse();
    void severalColumnsDecideInTheirOrder();
    void ordersAreReadAndRefused();
    void stopsWhenNoMoreIsWanted();
    void handsTheFirstIdsOverEarly();
    void cancelStops();
    void countsGroups_data();
    void countsGroups();
    void listsOfOneEventAreNotMultiplied();
    void valuesReadAsText();
    void countsAgreeWithEveryFieldsValues();

private:
    CaseReader reader() { return CaseReader::open(m_case).value(); }
    QStringList select(const QString &condition,
                       const SortOrder &order = SortOrder::by(SortKey::Import));

    QTemporaryDir m_folder;
    QString m_case;
};

void tst_EventQuery::initTestCase()
{
    std::string log;
    for (const Line &line : Lines) {
        log += lineText(line);
    }
    m_case = m_folder.filePath(u"small.auditcase"_s);
    const QString path = writeFile(m_folder, u"small.log"_s, log);
    const auto report = importLogs({.casePath = m_case, .inputs = {path}}, {});
    VERIFY_OK(report);
    QCOMPARE(report->events, static_cast<std::int64_t>(std::size(Lines)));
}

/// What the row is sorted by: a number or a text, nothing where it is missing.
using Key = std::pair<std::optional<std::int64_t>, std::vector<std::optional<std::string>>>;

Key keyOf(const EventRow &row, SortKey key)
{
    const auto text = [&row](std::string_view field) {
        return fieldValue(*findField(field), row, {});
    };
    switch (key) {
    case SortKey::Import:
        return {static_cast<std::int64_t>(row.id), {}};
    case SortKey::Time:
    case SortKey::End:
        return {row.timeUs, {}};
    case SortKey::Level:
        return {static_cast<int>(row.level), {}};
    case SortKey::Stage:
        return {static_cast<int>(row.stage), {}};
    case SortKey::Code:
        return {row.code, {}};
    case SortKey::Latency:
    case SortKey::Duration: {
        const auto seconds = text(sortName(key));
        return {seconds ? std::optional(std::llround(std::stod(*seconds) * 1e6)) : std::nullopt,
                {}};
    }
    case SortKey::Resource:
        return {{}, {row.resource, row.subresource}};
    case SortKey::SourceIp:
        return {{}, {row.sourceIps}};
    default:
        return {{}, {text(sortName(key))}};
    }
}

/// Whether the one row may stand in front of the other.
bool isInOrder(const EventRow &one, const EventRow &other, const SortOrder &order)
{
    for (const SortTerm &term : order.terms) {
        const Key left = keyOf(one, term.key);
        const Key right = keyOf(other, term.key);
        if (left != right) {
            return term.descending ? left > right : left < right;
        }
    }
    const auto left = std::pair(one.timeUs, one.id);
    const auto right = std::pair(other.timeUs, other.id);
    return order.terms.back().descending ? left > right : left < right;
}

/// "r1/RequestReceived", …
QStringList tst_EventQuery::select(const QString &condition, const SortOrder &order)
{
    CaseReader caseReader = reader();
    Filter filter = parseFilter(condition).value();
    std::vector<EventId> ids;
    const Result<void> done =
        selectEvents(caseReader, filter, order, {}, [&ids](std::span<const EventId> found) {
            ids.insert(ids.end(), found.begin(), found.end());
            return true;
        });
    if (!done) {
        return {done.error().toText() + done.error().detail};
    }
    QStringList names;
    const std::vector<EventRow> rows = caseReader.rows(ids).value();
    for (const EventRow &row : rows) {
        names += QString::fromStdString(row.auditId.value_or("?"));
    }
    if (countEvents(caseReader, filter, {}).value_or(-1) != names.size()) {
        names += u"count differs"_s;
    }
    return names;
}

void tst_EventQuery::selectsByCondition_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QStringList>("ids");

    QTest::newRow("all") << QString() << u"r1 r1 r2 r3 r4 r5 r6"_s.split(u' ');
    QTest::newRow("user") << u"user=alice"_s << u"r1 r1 r4 r6"_s.split(u' ');
    QTest::newRow("user that is not there") << u"user=mallory"_s << QStringList();
    QTest::newRow("two terms") << u"user=alice and verb=create"_s << QStringList{u"r4"_s};
    QTest::newRow("level") << u"level=Request"_s << QStringList();
    QTest::newRow("stage") << u"stage=Panic"_s << QStringList{u"r6"_s};
    QTest::newRow("code") << u"code=403"_s << QStringList{u"r2"_s};
    QTest::newRow("decision") << u"decision=forbid"_s << QStringList{u"r2"_s};
    QTest::newRow("name") << u"name=a"_s << QStringList{u"r2"_s};
    QTest::newRow("any element of a list") << u"ip=10.0.0.9 and code=101"_s << QStringList{u"r3"_s};
    QTest::newRow("part of a list's text") << u"ip=10.0.0"_s << QStringList();
    QTest::newRow("first element of a list") << u"ip[0]=10.0.0.9"_s << QStringList();
    QTest::newRow("group") << u"group=g and verb=delete"_s << QStringList{u"r2"_s};
    QTest::newRow("empty text is not missing") << u"verb=\"\""_s << QStringList{u"r5"_s};
    QTest::newRow("missing is nothing") << u"ns=\"\""_s << QStringList();
    QTest::newRow("outcome allowed") << u"outcome=allowed"_s << u"r1 r3 r4"_s.split(u' ');
    QTest::newRow("outcome denied") << u"outcome=denied"_s << u"r2 r5"_s.split(u' ');
    QTest::newRow("outcome failed") << u"outcome=failed"_s << QStringList{u"r6"_s};
    QTest::newRow("outcome open") << u"outcome=open"_s << QStringList{u"r1"_s};
    QTest::newRow("denied by") << u"outcome.by=authentication"_s << QStringList{u"r5"_s};
    QTest::newRow("access connect") << u"access=connect"_s << QStringList{u"r3"_s};
    QTest::newRow("access write") << u"access=write"_s << u"r2 r4"_s.split(u' ');
    QTest::newRow("kind of user") << u"user.kind=serviceaccount"_s << QStringList{u"r3"_s};
    QTest::newRow("latency") << u"latency=250ms"_s << QStringList{u"r1"_s};
    QTest::newRow("time") << u"time=2026-03-14T03:00:02+01:00"_s << QStringList{u"r3"_s};
    QTest::newRow("time of receipt")
        << u"requestReceivedTimestamp=2026-03-14T02:00:05Z"_s << QStringList{u"r5"_s};
    QTest::newRow("body") << u"requestObject.spec.hostNetwork=true"_s << QStringList{u"r4"_s};
    QTest::newRow("any element in a body")
        << u"requestObject.spec.containers[].image=good/y"_s << QStringList{u"r4"_s};
    QTest::newRow("number in a body") << u"requestObject.replicas=3"_s << QStringList{u"r4"_s};
    QTest::newRow("body and column") << u"requestObject.replicas=3 and user=bob"_s << QStringList();
    QTest::newRow("annotation by path")
        << u"annotations[\"authorization.k8s.io/decision\"]=forbid"_s << QStringList{u"r2"_s};
    QTest::newRow("not equal, where there is one") << u"ns!=production"_s << QStringList();
    QTest::newRow("not, where there is none or another")
        << u"not ns=production"_s << u"r1 r1 r5 r6"_s.split(u' ');
    QTest::newRow("choice") << u"code=403 or code=101"_s << u"r2 r3"_s.split(u' ');
    QTest::newRow("and binds closer")
        << u"code=403 or user=alice and verb=create"_s << u"r2 r4"_s.split(u' ');
    QTest::newRow("parentheses") << u"(code=403 or user=alice) and verb=create"_s
                                 << QStringList{u"r4"_s};
    QTest::newRow("list of values")
        << u"verb in (delete, list, nothing)"_s << u"r2 r6"_s.split(u' ');
    QTest::newRow("network") << u"ip in 10.0.0.8/29 and code>=400"_s << u"r2 r5"_s.split(u' ');
    QTest::newRow("no network of theirs") << u"ip in 10.0.1.0/24"_s << QStringList();
    QTest::newRow("numbers as numbers") << u"code>=201 and code<403"_s << u"r4 r5"_s.split(u' ');
    QTest::newRow("beginning of a number") << u"code startswith 4"_s << u"r2 r5"_s.split(u' ');
    QTest::newRow("pattern") << u"user glob system:*:deployer"_s << QStringList{u"r3"_s};
    QTest::newRow("expression is of the whole")
        << u"user regex \"al|alic.\""_s << u"r1 r1 r4 r6"_s.split(u' ');
    QTest::newRow("capitals or not") << u"user icontains LIC"_s << u"r1 r1 r4 r6"_s.split(u' ');
    QTest::newRow("time after the last but one second")
        << u"time>=now-3s"_s << u"r3 r5"_s.split(u' ');
    QTest::newRow("hour and day") << u"time.hour=2 and time.weekday>=saturday and code=403"_s
                                  << QStringList{u"r2"_s};
    QTest::newRow("longer than") << u"latency > 200ms"_s << u"r1 r3"_s.split(u' ');
    QTest::newRow("order of stages")
        << u"stage>=ResponseComplete and user=alice"_s << u"r1 r4 r6"_s.split(u' ');
    QTest::newRow("alias") << u"ka.verb=delete and ka.target.name=a"_s << QStringList{u"r2"_s};
    QTest::newRow("word") << u"EVIL"_s << QStringList{u"r4"_s};
    QTest::newRow("two words") << u"configmaps forbid"_s << QStringList{u"r2"_s};
    QTest::newRow("phrase") << u"\"a\\\"}\""_s << QStringList{u"r2"_s};
    QTest::newRow("there") << u"name exists and code exists"_s << u"r1 r2 r3"_s.split(u' ');
    QTest::newRow("body or column")
        << u"requestObject.replicas>2 or code=403"_s << u"r2 r4"_s.split(u' ');
    QTest::newRow("on one element")
        << u"any(requestObject.spec.containers[], image startswith good)"_s << QStringList{u"r4"_s};
    QTest::newRow("kind of the event") << u"kind=Event and code=401"_s << QStringList{u"r5"_s};
}

void tst_EventQuery::selectsByCondition()
{
    QFETCH(const QString, condition);
    QFETCH(const QStringList, ids);

    QCOMPARE(select(condition), ids);
}

void tst_EventQuery::requestsAreJudgedByTheirLastEvent()
{
    CaseReader caseReader = reader();
    const auto count = [&](const QString &condition) {
        Filter filter = parseFilter(condition).value();
        filter.unit = Unit::Requests;
        return countEvents(caseReader, filter, {}).value_or(-1);
    };
    QCOMPARE(count(QString()), 6);
    QCOMPARE(count(u"outcome=open"_s), 0);
    QCOMPARE(count(u"stage=RequestReceived"_s), 1);
    QCOMPARE(count(u"stage=RequestReceived and code=200"_s), 1);
}

void tst_EventQuery::timeRangeIsHalfOpen()
{
    constexpr std::int64_t Second = 1'000'000;
    CaseReader caseReader = reader();
    const std::int64_t two =
        caseReader.rows(std::vector{EventId{1}}).value().front().timeUs.value();
    const auto count = [&](std::int64_t from, std::int64_t to, Unit unit = Unit::Events) {
        return countEvents(caseReader, {.fromUs = from, .toUs = to, .unit = unit}, {}).value_or(-1);
    };
    QCOMPARE(count(two, two + Second), 2);
    QCOMPARE(count(two + 1, two + Second), 1);
    QCOMPARE(count(two + Second, two + Second + 1), 2);
    QCOMPARE(count(two + Second, two + Second), 0);
    // A request's time is that of its receipt.
    QCOMPARE(count(two - Second, two, Unit::Requests), 1);
}

void tst_EventQuery::ordersTotally_data()
{
    QTest::addColumn<SortKey>("key");
    QTest::addColumn<QString>("ids");

    QTest::newRow("import") << SortKey::Import << u"r1 r1 r2 r3 r4 r5 r6"_s;
    QTest::newRow("time, unknown first") << SortKey::Time << u"r6 r1 r1 r2 r4 r3 r5"_s;
    QTest::newRow("user") << SortKey::User << u"r5 r6 r1 r1 r4 r2 r3"_s;
    QTest::newRow("verb") << SortKey::Verb << u"r5 r4 r3 r2 r1 r1 r6"_s;
    QTest::newRow("resource") << SortKey::Resource << u"r5 r2 r1 r1 r4 r3 r6"_s;
    QTest::newRow("namespace") << SortKey::Namespace << u"r6 r1 r1 r5 r2 r4 r3"_s;
    QTest::newRow("name") << SortKey::Name << u"r6 r1 r4 r5 r2 r1 r3"_s;
    QTest::newRow("code") << SortKey::Code << u"r6 r1 r3 r1 r4 r5 r2"_s;
    QTest::newRow("stage") << SortKey::Stage << u"r1 r1 r2 r4 r3 r5 r6"_s;
    QTest::newRow("latency") << SortKey::Latency << u"r6 r1 r2 r4 r5 r1 r3"_s;
    QTest::newRow("end") << SortKey::End << u"r6 r1 r1 r2 r4 r3 r5"_s;
    QTest::newRow("duration of a session") << SortKey::Duration << u"r6 r1 r1 r2 r4 r5 r3"_s;
    QTest::newRow("level") << SortKey::Level << u"r6 r1 r1 r2 r4 r3 r5"_s;
    QTest::newRow("address") << SortKey::SourceIp << u"r6 r1 r1 r2 r4 r3 r5"_s;
    QTest::newRow("user agent, none") << SortKey::UserAgent << u"r6 r1 r1 r2 r4 r3 r5"_s;
}

void tst_EventQuery::ordersTotally()
{
    QFETCH(const SortKey, key);
    QFETCH(const QString, ids);

    QCOMPARE(select(QString(), SortOrder::by(key)).join(u' '), ids);
}

void tst_EventQuery::descendingIsTheReverse()
{
    for (int key = 0; key <= static_cast<int>(SortKey::Source); ++key) {
        for (const QString &condition : {QString(), u"kind=Event"_s, u"user=alice"_s}) {
            const auto sortKey = static_cast<SortKey>(key);
            QStringList down = select(condition, SortOrder::by(sortKey, true));
            std::ranges::reverse(down);
            QCOMPARE(down, select(condition, SortOrder::by(sortKey)));
        }
    }
}

void tst_EventQuery::severalColumnsDecideInTheirOrder()
{
    const QString casePath = m_folder.filePath(u"sample.auditcase"_s);
    VERIFY_OK(
        importLogs({.casePath = casePath, .inputs = {QStringLiteral(AUDITLOUPE_SAMPLE)}}, {}));
    CaseReader caseReader = CaseReader::open(casePath).value();
    std::mt19937 random(20261120);
    for (int round = 0; round < 60; ++round) {
        std::vector<SortKey> keys;
        for (int key = 0; key <= static_cast<int>(SortKey::Source); ++key) {
            keys.push_back(static_cast<SortKey>(key));
        }
        std::ranges::shuffle(keys, random);
        SortOrder order{.terms = {}};
        for (std::size_t i = 0; i <= round % SortOrder::MostTerms; ++i) {
            order.terms.push_back({.key = keys[i], .descending = random() % 2 == 0});
        }
        std::vector<EventId> ids;
        const Filter filter = parseFilter(round % 3 == 0 ? u"kind=Event"_s : QString()).value();
        VERIFY_OK(selectEvents(caseReader, filter, order, {}, [&](std::span<const EventId> found) {
            ids.insert(ids.end(), found.begin(), found.end());
            return true;
        }));
        QCOMPARE(std::ssize(ids), countEvents(caseReader, filter, {}).value());
        const std::vector<EventRow> rows = caseReader.rows(ids).value();
        const auto wrong =
            std::ranges::adjacent_find(rows, [&order](const EventRow &one, const EventRow &other) {
                return !isInOrder(one, other, order);
            });
        if (wrong != rows.end()) {
            QString terms;
            for (const SortTerm &term : order.terms) {
                terms +=
                    QString::fromUtf8(sortName(term.key)) + (term.descending ? u"- "_s : u" "_s);
            }
            QFAIL(qPrintable(u"%1at row %2"_s.arg(terms).arg(wrong - rows.begin())));
        }
    }
}

void tst_EventQuery::ordersAreReadAndRefused()
{
    const auto order = parseSortOrder(u"user.username, -time"_s);
    VERIFY_OK(order);
    QCOMPARE(*order, (SortOrder{.terms = {{.key = SortKey::User}, {SortKey::Time, true}}}));
    for (int key = 0; key <= static_cast<int>(SortKey::Source); ++key) {
        const auto sortKey = static_cast<SortKey>(key);
        QCOMPARE(parseSortOrder(QString::fromUtf8(sortName(sortKey))).value(),
                 SortOrder::by(sortKey));
    }
    for (const QString &text : {QString(), u"user,"_s, u"requestObject"_s, u"user,-user"_s,
                                u"a,b"_s, u"--user"_s, u"user,time,code,verb,level"_s}) {
        QVERIFY2(!parseSortOrder(text), qPrintable(text));
    }
}

void tst_EventQuery::stopsWhenNoMoreIsWanted()
{
    CaseReader caseReader = reader();
    for (const QString &condition : {QString(), u"kind=Event"_s}) {
        int calls = 0;
        const Result<void> done = selectEvents(caseReader, parseFilter(condition).value(), {}, {},
                                               [&calls](std::span<const EventId>) {
                                                   ++calls;
                                                   return false;
                                               });
        VERIFY_OK(done);
        QCOMPARE(calls, 1);
    }
}

void tst_EventQuery::handsTheFirstIdsOverEarly()
{
    const QString casePath = m_folder.filePath(u"many.auditcase"_s);
    const QString path = writeFile(m_folder, u"many.log"_s, auditLines(0, 3000));
    VERIFY_OK(importLogs({.casePath = casePath, .inputs = {path}}, {}));
    CaseReader caseReader = CaseReader::open(casePath).value();
    std::vector<std::size_t> portions;
    VERIFY_OK(selectEvents(caseReader, {}, {}, {}, [&portions](std::span<const EventId> ids) {
        portions.push_back(ids.size());
        return true;
    }));
    QCOMPARE(portions, (std::vector<std::size_t>{1000, 2000}));
}

void tst_EventQuery::cancelStops()
{
    CaseReader caseReader = reader();
    std::stop_source stop;
    stop.request_stop();
    const JobControl control{.stop = stop.get_token()};
    const Filter filter = parseFilter(u"kind=Event"_s).value();
    const auto counted = countEvents(caseReader, filter, control);
    QVERIFY(!counted);
    QCOMPARE(counted.error().code, Error::Code::Cancelled);
    const Result<void> selected = selectEvents(caseReader, filter, {}, control,
                                               [](std::span<const EventId>) { return true; });
    QVERIFY(!selected);
    QCOMPARE(selected.error().code, Error::Code::Cancelled);
    // The reader is as good as before.
    QCOMPARE(countEvents(caseReader, {}, {}).value_or(-1), 7);
}

void tst_EventQuery::countsGroups_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("groups");

    QTest::newRow("user") << u"user"_s << QString()
                          << u"alice=4 -=1 bob=1 system:serviceaccount:ci:deployer=1"_s;
    QTest::newRow("stage") << u"stage"_s << u"user=alice"_s
                           << u"ResponseComplete=2 Panic=1 RequestReceived=1"_s;
    QTest::newRow("two fields") << u"resource,verb"_s << u"user=alice"_s
                                << u"pods,get=2 pods,create=1 secrets,list=1"_s;
    QTest::newRow("each element of a list")
        << u"ip"_s << u"code=403"_s << u"10.0.0.1=1 10.0.0.9=1"_s;
    QTest::newRow("derived") << u"outcome"_s << QString()
                             << u"allowed=3 denied=2 failed=1 open=1"_s;
    QTest::newRow("body") << u"requestObject.spec.containers[].image"_s << u"user=alice"_s
                          << u"-=3 evil/x=1 good/y=1"_s;
    QTest::newRow("by body") << u"verb"_s << u"requestObject.replicas=3"_s << u"create=1"_s;
}

void tst_EventQuery::countsGroups()
{
    QFETCH(const QString, fields);
    QFETCH(const QString, condition);
    QFETCH(const QString, groups);

    std::vector<const Field *> wanted;
    for (const QString &name : fields.split(u',')) {
        wanted.push_back(resolveField(name.toStdString()));
    }
    CaseReader caseReader = reader();
    const auto counted = countBy(caseReader, parseFilter(condition).value(), wanted, {});
    VERIFY_OK(counted);
    QStringList found;
    for (const GroupCount &group : *counted) {
        QStringList values;
        for (const std::optional<std::string> &value : group.values) {
            values += QString::fromStdString(value.value_or("-"));
        }
        found += u"%1=%2"_s.arg(values.join(u',')).arg(group.count);
    }
    QCOMPARE(found.join(u' '), groups);
}

/// Each list alone can be counted by; together they would make 4 million groups of one event.
void tst_EventQuery::listsOfOneEventAreNotMultiplied()
{
    const auto texts = [](const QString &form) {
        QStringList list;
        for (int i = 0; i < 2000; ++i) {
            list += u'"' + form.arg(i) + u'"';
        }
        return u'[' + list.join(u',') + u']';
    };
    const QTemporaryDir folder;
    const QString event =
        uR"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Request","auditID":"a",)"
        R"("stage":"ResponseComplete","user":{"username":"u","groups":%1},"sourceIPs":%2,)"
        R"("requestObject":{"a":%1,"b":%2}})"_s.arg(texts(u"g%1"_s), texts(u"10.0.0.%1"_s));
    const QString path = folder.filePath(u"lists.auditcase"_s);
    const QString log = writeFile(folder, u"lists.log"_s, event.toStdString());
    VERIFY_OK(importLogs({.casePath = path, .inputs = {log}}, {}));
    CaseReader lists = std::move(CaseReader::open(path).value());
    for (const auto &[one, other] :
         {std::pair{"group", "ip"}, std::pair{"requestObject.a", "requestObject.b"}}) {
        const std::array both{resolveField(one), resolveField(other)};
        const auto alone = countBy(lists, {}, std::span(both).first(1), {});
        VERIFY_OK(alone);
        QCOMPARE(alone->size(), 2000U);
        const auto together = countBy(lists, {}, both, {});
        QVERIFY(!together);
        QVERIFY(together.error().message.contains(u"Count by fewer fields"_s));
    }
}

void tst_EventQuery::valuesReadAsText()
{
    CaseReader caseReader = reader();
    const EventId id{5};
    const EventRow row = caseReader.rows(std::vector{id}).value().front();
    const std::string document = caseReader.eventBytes(id).value().toStdString();
    const auto value = [&](std::string_view name) {
        return fieldValue(*resolveField(name), row, document).value_or("(missing)");
    };
    QCOMPARE(value("time"), "2026-03-14T02:00:01.000000Z");
    QCOMPARE(value("level"), "Metadata");
    QCOMPARE(value("user"), "alice");
    QCOMPARE(value("ip"), "10.0.0.1,10.0.0.9");
    QCOMPARE(value("code"), "201");
    QCOMPARE(value("name"), "(missing)");
    QCOMPARE(value("decision"), "(missing)");
    QCOMPARE(value("latency"), "0.000000");
    QCOMPARE(value("access"), "write");
    QCOMPARE(value("requestObject.replicas"), "3");
    QCOMPARE(value("requestObject.spec.containers[].image"), R"(["evil/x","good/y"])");
    QCOMPARE(value("responseStatus"), R"({"metadata":{},"code":201})");
}

/// What a row shows can be clicked on, and then selects that row.
void tst_EventQuery::countsAgreeWithEveryFieldsValues()
{
    CaseReader caseReader = reader();
    for (const Field &field : fieldCatalogue()) {
        if (field.type == FieldType::Object || field.type == FieldType::TextList
            || field.name == "source" || field.store == FieldStore::Whole) {
            continue;
        }
        std::map<std::string, std::int64_t> counts;
        for (std::uint32_t id = 1; id <= std::size(Lines); ++id) {
            const EventRow row = caseReader.rows(std::vector{EventId{id}}).value().front();
            const auto bytes = caseReader.eventBytes(EventId{id}).value().toStdString();
            if (const auto value = fieldValue(field, row, bytes)) {
                ++counts[*value];
            }
        }
        for (const auto &[value, count] : counts) {
            const Filter filter{.condition = Condition::of({.field = &field, .values = {value}})};
            const auto counted = countEvents(caseReader, filter, {});
            VERIFY_OK(counted);
            QVERIFY2(*counted == count, field.name.data());
        }
    }
}

QTEST_GUILESS_MAIN(tst_EventQuery)
#include "tst_eventquery.moc"
