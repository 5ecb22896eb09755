// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// What rows are, and whose: requests or events, with noise or without.

#include "model/query/emptyresult.h"
#include "model/query/eventquery.h"
#include "model/query/noise.h"
#include "model/query/unitcounts.h"
#include "tests/model/casefile/casetesting.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace auditloupe;
using namespace auditloupe::testing;

namespace {

using Ids = std::vector<EventId>;

Ids select(CaseReader &reader, const Filter &filter, SortOrder order = {})
{
    Ids ids;
    const Result<void> done =
        selectEvents(reader, filter, order, {}, [&ids](std::span<const EventId> found) {
            ids.insert(ids.end(), found.begin(), found.end());
            return true;
        });
    if (!done) {
        qFatal("%s", qPrintable(done.error().toText()));
    }
    return ids;
}

Filter filterOf(const QString &text, Unit unit, Noise noise = Noise::Shown)
{
    Filter filter = text.isEmpty() ? Filter() : parseFilter(text).value();
    filter.unit = unit;
    filter.noise = noise;
    return filter;
}

std::int64_t count(CaseReader &reader, const Filter &filter)
{
    return countEvents(reader, filter, {}).value_or(-1);
}

} // namespace

class tst_Units : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(); }
    void requestsComeInOrderOfReceipt_data();
    void requestsComeInOrderOfReceipt();
    void firstRequestsComeFromAnIndex();
    void bothUnitsAreCounted_data();
    void bothUnitsAreCounted();
    void clustersWithOneAuditIdAreTwoRequests();
    void noiseIsACondition();
    void whatIsHiddenAndWhatIsNotMakeAll_data();
    void whatIsHiddenAndWhatIsNotMakeAll();
    void noiseNeverHides_data();
    void noiseNeverHides();
    void whatCannotTellIsNoNoise();
    void emptyResultNamesWhatHidesMost_data();
    void emptyResultNamesWhatHidesMost();
    void emptyResultKnowsTheTimeCovered();
    void emptyResultKnowsWhatWasRecorded();

private:
    CaseReader reader() const { return CaseReader::open(m_case).value(); }
    CaseReader caseOf(const QString &name, const std::string &lines,
                      const QString &cluster = {}) const;

    QTemporaryDir m_folder;
    QString m_case; // the sample incident
};

void tst_Units::initTestCase()
{
    QStringList logs;
    for (const QFileInfo &log : QDir(QStringLiteral(AUDITLOUPE_SAMPLE))
                                    .entryInfoList({u"*.log"_s, u"*.log.gz"_s}, QDir::Files)) {
        logs += log.filePath();
    }
    m_case = m_folder.filePath(u"sample.auditcase"_s);
    VERIFY_OK(importLogs({.casePath = m_case, .inputs = logs}, {}));
}

CaseReader tst_Units::caseOf(const QString &name, const std::string &lines,
                             const QString &cluster) const
{
    const QString path = m_folder.filePath(name);
    const QString log = writeFile(m_folder, name + cluster + u".log"_s, lines);
    if (!importLogs({.casePath = path, .inputs = {log}, .cluster = cluster}, {})) {
        qFatal("cannot import");
    }
    return CaseReader::open(path).value();
}

void tst_Units::requestsComeInOrderOfReceipt_data()
{
    QTest::addColumn<QString>("condition");
    QTest::newRow("all") << QString();
    QTest::newRow("by columns") << u"user.kind=human"_s;
    QTest::newRow("by documents") << u"pods"_s;
}

void tst_Units::requestsComeInOrderOfReceipt()
{
    QFETCH(const QString, condition);
    CaseReader caseReader = reader();
    const Filter filter = filterOf(condition, Unit::Requests);
    const Ids up = select(caseReader, filter);
    QVERIFY(up.size() > 20);
    Ids down = select(caseReader, filter, SortOrder::by(SortKey::Time, true));
    std::ranges::reverse(down);
    QVERIFY(up == down);
    const std::vector<EventRow> rows = caseReader.rows(up).value();
    const auto received = [](const EventRow &row) {
        return std::pair(row.receivedUs.value_or(row.timeUs.value_or(0)), row.id);
    };
    QVERIFY(std::ranges::is_sorted(rows, {}, received));
    const bool areLast = std::ranges::all_of(rows, &EventRow::last);
    QVERIFY(areLast);
    QVERIFY(!std::ranges::is_sorted(rows, {}, &EventRow::timeUs)); // or it would say nothing
}

void tst_Units::firstRequestsComeFromAnIndex()
{
    CaseReader caseReader = reader();
    SQLite::Statement plan(caseReader.database(),
                           "EXPLAIN QUERY PLAN SELECT e.id FROM event AS e WHERE e.last = 1 ORDER "
                           "BY coalesce(e.received_us, e.time_us), e.id");
    QString steps;
    while (plan.executeStep()) {
        steps += QString::fromStdString(plan.getColumn(3).getString()) + u'\n';
    }
    QVERIFY2(steps.contains("USING INDEX request_time"_L1)
                 || steps.contains("USING COVERING INDEX request_time"_L1),
             qPrintable(steps));
    QVERIFY2(!steps.contains("TEMP B-TREE"_L1), qPrintable(steps));
}

void tst_Units::bothUnitsAreCounted_data()
{
    QTest::addColumn<QString>("condition");
    for (const QString &condition :
         {QString(), u"stage=RequestReceived"_s, u"verb=watch"_s, u"outcome=denied"_s,
          u"user.kind=human and stage=ResponseStarted"_s, u"user=nobody"_s}) {
        QTest::newRow(qPrintable(condition)) << condition;
    }
}

/// The status bar's numbers, counted by looking at each event.
void tst_Units::bothUnitsAreCounted()
{
    QFETCH(const QString, condition);
    CaseReader caseReader = reader();
    const Ids events = select(caseReader, filterOf(condition, Unit::Events));
    std::set<EventId> requests;
    for (const EventId id : events) {
        requests.insert(caseReader.stagesOf(id).value().back());
    }
    const UnitCounts ofEvents = countUnits(caseReader, events, Unit::Events, {}).value();
    QCOMPARE(ofEvents.events, std::ssize(events));
    QCOMPARE(ofEvents.requests, std::ssize(requests));

    const Ids lasts = select(caseReader, filterOf(condition, Unit::Requests));
    std::int64_t stages = 0;
    for (const EventId id : lasts) {
        stages += std::ssize(caseReader.stagesOf(id).value());
    }
    const UnitCounts ofRequests = countUnits(caseReader, lasts, Unit::Requests, {}).value();
    QCOMPARE(ofRequests.requests, std::ssize(lasts));
    QCOMPARE(ofRequests.events, stages);
}

void tst_Units::clustersWithOneAuditIdAreTwoRequests()
{
    const std::string lines =
        auditLine(1, "RequestReceived") + '\n' + auditLine(1) + '\n' + auditLine(2) + '\n';
    static_cast<void>(caseOf(u"clusters"_s, lines, u"one"_s));
    CaseReader caseReader = caseOf(u"clusters"_s, lines, u"two"_s);
    const Ids all = select(caseReader, filterOf({}, Unit::Events));
    QCOMPARE(all.size(), std::size_t{6});
    QCOMPARE(countUnits(caseReader, all, Unit::Events, {})->requests, 4);
    const Ids one =
        select(caseReader, filterOf(u"cluster=one and name=c00000001"_s, Unit::Requests));
    QCOMPARE(one.size(), std::size_t{1});
    QCOMPARE(countUnits(caseReader, one, Unit::Requests, {})->events, 2);
    // The other cluster's event of that stage is not this request's.
    const std::string received = auditLine(3, "RequestReceived") + '\n';
    static_cast<void>(caseOf(u"stages"_s, received + auditLine(3) + '\n', u"one"_s));
    CaseReader stages = caseOf(u"stages"_s, auditLine(3) + '\n', u"two"_s);
    QCOMPARE(count(stages, filterOf(u"stage=RequestReceived"_s, Unit::Requests)), 1);
    QCOMPARE(count(stages, filterOf(u"not stage=RequestReceived"_s, Unit::Requests)), 1);
}

void tst_Units::noiseIsACondition()
{
    const QString text = QString::fromUtf8(noiseText());
    const Result<Filter> read = parseFilter(text);
    VERIFY_OK(read);
    QVERIFY(read->condition == noiseCondition());
    CaseReader caseReader = reader();
    QCOMPARE(count(caseReader, *read), count(caseReader, filterOf({}, Unit::Events, Noise::Only)));
}

void tst_Units::whatIsHiddenAndWhatIsNotMakeAll_data()
{
    QTest::addColumn<QString>("condition");
    for (const QString &condition :
         {QString(), u"verb=get"_s, u"user.kind=node"_s, u"\"kube-system\""_s,
          u"requestObject.spec.replicas exists"_s}) {
        QTest::newRow(qPrintable(condition)) << condition;
    }
}

void tst_Units::whatIsHiddenAndWhatIsNotMakeAll()
{
    QFETCH(const QString, condition);
    CaseReader caseReader = reader();
    for (const Unit unit : {Unit::Events, Unit::Requests}) {
        const Ids all = select(caseReader, filterOf(condition, unit));
        const Ids hidden = select(caseReader, filterOf(condition, unit, Noise::Only));
        Ids rest = select(caseReader, filterOf(condition, unit, Noise::Hidden));
        QVERIFY(std::ranges::includes(std::set(all.begin(), all.end()),
                                      std::set(hidden.begin(), hidden.end())));
        QCOMPARE(rest.size() + hidden.size(), all.size());
        Ids expected;
        std::ranges::copy_if(all, std::back_inserter(expected),
                             [&hidden](EventId id) { return !std::ranges::contains(hidden, id); });
        QVERIFY(rest == expected);
        QCOMPARE(count(caseReader, filterOf(condition, unit, Noise::Only)), std::ssize(hidden));
    }
}

void tst_Units::noiseNeverHides_data()
{
    QTest::addColumn<QString>("condition");
    QTest::newRow("a denial") << u"outcome=denied"_s;
    QTest::newRow("an exec") << u"session in (exec, attach, portforward)"_s;
    QTest::newRow("a proxy") << u"access=connect"_s;
    QTest::newRow("people") << u"user.kind=human and resource exists and not resource=leases"_s;
    QTest::newRow("somebody else's name") << u"impersonatedUser.username exists"_s;
    QTest::newRow("changes of roles")
        << u"objectRef.apiGroup=rbac.authorization.k8s.io and access=write"_s;
}

void tst_Units::noiseNeverHides()
{
    QFETCH(const QString, condition);
    CaseReader caseReader = reader();
    for (const Unit unit : {Unit::Events, Unit::Requests}) {
        QVERIFY(count(caseReader, filterOf(condition, unit)) > 0);
        QCOMPARE(count(caseReader, filterOf(condition, unit, Noise::Only)), 0);
    }
    // Of what machinery does, too.
    const auto line = [](int n, std::string_view verb, std::string_view more,
                         std::string_view code) {
        std::string text = auditLine(n);
        const auto replace = [&text](std::string_view from, std::string_view to) {
            text.replace(text.find(from), from.size(), to);
        };
        replace(R"("username":"user)" + std::to_string(n % 7) + '"',
                R"("username":"system:node:worker")");
        replace(R"("verb":"delete")", R"("verb":")" + std::string(verb) + '"');
        replace(R"("name":")", std::string(more) + R"("name":")");
        replace(R"("code":200)", R"("code":)" + std::string(code));
        return text + '\n';
    };
    CaseReader made =
        caseOf(u"machinery"_s,
               line(1, "get", "", "200") + line(2, "get", "", "403")
                   + line(3, "get", R"("subresource":"exec",)", "101")
                   + line(4, "update", R"("apiGroup":"rbac.authorization.k8s.io",)", "200"));
    QCOMPARE(count(made, filterOf({}, Unit::Requests, Noise::Only)), 1);
    QVERIFY(QFile::remove(m_folder.filePath(u"machinery"_s)));
}

void tst_Units::whatCannotTellIsNoNoise()
{
    // Cut off before the user, whose kind is unknown then.
    const std::string cut = R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata",)"
                            R"("auditID":"x","stage":"ResponseComplete","requestURI":"/healthz",)";
    CaseReader caseReader = caseOf(u"cut"_s, cut + '\n' + auditLine(1) + '\n');
    QCOMPARE(count(caseReader, filterOf({}, Unit::Events)), 2);
    QCOMPARE(count(caseReader, filterOf({}, Unit::Events, Noise::Hidden)), 2);
    QCOMPARE(count(caseReader, filterOf({}, Unit::Events, Noise::Only)), 0);
}

void tst_Units::emptyResultNamesWhatHidesMost_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("hiding");
    QTest::newRow("one of two") << u"verb=list and ns=nowhere"_s << u"ns=nowhere"_s;
    QTest::newRow("the one of more")
        << u"verb=delete and user.kind=human and resource=nothing"_s << u"resource=nothing"_s;
    QTest::newRow("two") << u"ns=nowhere and user=nobody"_s << QString();
}

void tst_Units::emptyResultNamesWhatHidesMost()
{
    QFETCH(const QString, condition);
    QFETCH(const QString, hiding);
    CaseReader caseReader = reader();
    const Filter filter = filterOf(condition, Unit::Requests);
    QCOMPARE(count(caseReader, filter), 0);
    const Result<EmptyResult> why = whyEmpty(caseReader, filter, {});
    VERIFY_OK(why);
    QCOMPARE(why->hiding ? why->hiding->text : QString(), hiding);
    if (why->hiding) {
        QVERIFY(why->hiding->kind == HidingPart::Kind::Condition);
        QCOMPARE(count(caseReader, why->hiding->without), why->hiding->wouldShow);
        QCOMPARE(why->hiding->without.unit, Unit::Requests);
    } else {
        QCOMPARE(why->nowhere, (std::vector{u"ns=nowhere"_s, u"user=nobody"_s}));
    }
}

void tst_Units::emptyResultKnowsTheTimeCovered()
{
    CaseReader caseReader = reader();
    const CaseSummary summary = caseReader.summary().value();
    Filter filter = filterOf(u"verb=get"_s, Unit::Requests);
    filter.fromUs = *summary.lastUs + 1'000'000;
    const EmptyResult after = whyEmpty(caseReader, filter, {}).value();
    QVERIFY(after.hiding && after.hiding->kind == HidingPart::Kind::TimeRange);
    QVERIFY(!after.hiding->without.fromUs);
    QCOMPARE(after.eventsInRange, 0);
    QCOMPARE(after.sourcesInRange, 0);
    QCOMPARE(after.lastUs, summary.lastUs);
    filter.fromUs = summary.firstUs;
    filter.condition = parseFilter(u"user=nobody"_s)->condition;
    const EmptyResult within = whyEmpty(caseReader, filter, {}).value();
    QVERIFY(within.hiding && within.hiding->kind == HidingPart::Kind::Condition);
    QVERIFY(within.eventsInRange > 0 && within.sourcesInRange > 0);
    // Noise alone.
    Filter nodes = filterOf(u"user.kind=node and resource=leases"_s, Unit::Requests, Noise::Hidden);
    QCOMPARE(count(caseReader, nodes), 0);
    const EmptyResult hidden = whyEmpty(caseReader, nodes, {}).value();
    QVERIFY(hidden.hiding && hidden.hiding->kind == HidingPart::Kind::Noise);
    QVERIFY(hidden.hiding->without.noise == Noise::Shown);
}

void tst_Units::emptyResultKnowsWhatWasRecorded()
{
    CaseReader caseReader = reader();
    const Filter body = filterOf(u"requestObject.data.nothing=1"_s, Unit::Requests);
    QVERIFY(whyEmpty(caseReader, body, {})->unknown > 0);
    const Filter column = filterOf(u"user=nobody"_s, Unit::Requests);
    QCOMPARE(whyEmpty(caseReader, column, {})->unknown,
             countUnknown(caseReader, column, {}).value());
    std::stop_source stop;
    stop.request_stop();
    const Result<EmptyResult> cancelled = whyEmpty(caseReader, body, {.stop = stop.get_token()});
    QVERIFY(!cancelled && cancelled.error().code == Error::Code::Cancelled);
}

QTEST_GUILESS_MAIN(tst_Units)
#include "tst_units.moc"
