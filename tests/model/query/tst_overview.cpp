// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/caselibrary.h"
#include "model/casefile/casereader.h"
#include "model/import/importer.h"
#include "model/query/eventquery.h"
#include "model/query/overview.h"
#include "tests/testsupport.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace auditloupe;
using namespace Qt::StringLiterals;

/// Counts of the sample incident's logs, which are cut from real ones, checked against the
/// queries that their filters make.
class tst_Overview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(); }
    void everyNumberHasAFilterThatSelectsIt_data();
    void everyNumberHasAFilterThatSelectsIt();
    void eventsAreCountedByLevelAndStage();
    void totalsAgreeWithTheirFilters();
    void mostComeFirst();
    void peopleAreNoMachines();
    void changedLevelOfSecretsIsABlindSpot();
    void logWithoutBodiesIsSaidToHaveNone();
    void cancelEndsThePass();
    void emptyCaseGivesAnEmptyOverview();
    void hostileNamesStayInOneLine();

private:
    CaseReader open(const QString &name) const;
    QString importText(const QString &name, const QByteArray &log) const;
    std::int64_t requests(const QString &filter, Unit unit = Unit::Requests) const;

    QTemporaryDir m_folder;
    QString m_case;
    Overview m_overview;
};

CaseReader tst_Overview::open(const QString &name) const
{
    Result<CaseReader> reader = CaseReader::open(m_folder.filePath(name));
    if (!reader) {
        qFatal("%s", qPrintable(reader.error().toText()));
    }
    return std::move(*reader);
}

QString tst_Overview::importText(const QString &name, const QByteArray &log) const
{
    const QString path = m_folder.filePath(name + u".log"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(log) != log.size()) {
        qFatal("cannot write the log");
    }
    file.close();
    const QString casePath = m_folder.filePath(name);
    if (!importLogs({.casePath = casePath, .inputs = {path}}, {})) {
        qFatal("cannot import the log");
    }
    return name;
}

std::int64_t tst_Overview::requests(const QString &text, Unit unit) const
{
    CaseReader reader = open(u"sample.auditcase"_s);
    Result<Filter> filter = parseFilter(text);
    if (!filter) {
        return -1;
    }
    filter->unit = unit;
    return countEvents(reader, *filter, {}).value_or(-2);
}

void tst_Overview::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QStringList logs;
    for (const QFileInfo &log : QDir(QStringLiteral(AUDITLOUPE_SAMPLE))
                                    .entryInfoList({u"*.log"_s, u"*.log.gz"_s}, QDir::Files)) {
        logs += log.filePath();
    }
    QVERIFY(!logs.isEmpty());
    m_case = m_folder.filePath(u"sample.auditcase"_s);
    VERIFY_OK(importLogs({.casePath = m_case, .inputs = logs}, {}));
    CaseReader reader = open(u"sample.auditcase"_s);
    Result<Overview> overview = overviewOf(reader, {});
    VERIFY_OK(overview);
    m_overview = std::move(*overview);
}

void tst_Overview::everyNumberHasAFilterThatSelectsIt_data()
{
    QTest::addColumn<std::vector<OverviewCount>>("counts");
    QTest::addRow("people") << m_overview.people;
    QTest::addRow("workloads") << m_overview.workloads;
    QTest::addRow("denials") << m_overview.denials;
    QTest::addRow("deletions") << m_overview.deletions;
    QTest::addRow("rbac changes") << m_overview.rbacChanges;
    QTest::addRow("connections") << m_overview.connections;
}

void tst_Overview::everyNumberHasAFilterThatSelectsIt()
{
    QFETCH(const std::vector<OverviewCount>, counts);
    QVERIFY(!counts.empty());
    for (const OverviewCount &count : counts) {
        QVERIFY2(requests(count.filter) == count.count, qPrintable(count.filter));
    }
}

void tst_Overview::eventsAreCountedByLevelAndStage()
{
    std::int64_t sum = 0;
    for (const OverviewCount &count : m_overview.levels) {
        QCOMPARE(requests(count.filter, Unit::Events), count.count);
        sum += count.count;
    }
    QCOMPARE(sum, m_overview.events);
    QCOMPARE(m_overview.stages.size(), std::size_t{4});
    for (const OverviewCount &count : m_overview.stages) {
        QCOMPARE(requests(count.filter, Unit::Events), count.count);
    }
}

void tst_Overview::totalsAgreeWithTheirFilters()
{
    QCOMPARE(m_overview.events, requests({}, Unit::Events));
    QCOMPARE(m_overview.requests, requests({}));
    QCOMPARE(m_overview.writes, requests(u"access=write"_s));
    QCOMPARE(m_overview.denied, requests(u"outcome=denied"_s));
    QCOMPARE(m_overview.failedLogins, requests(u"outcome.by=authentication"_s));
    QVERIFY(m_overview.failedLogins > 0);
    SQLite::Database database(m_case.toStdString(), SQLite::OPEN_READONLY);
    QCOMPARE(m_overview.firstUs, database.execAndGet("SELECT min(time_us) FROM event").getInt64());
    QCOMPARE(m_overview.lastUs, database.execAndGet("SELECT max(time_us) FROM event").getInt64());
}

void tst_Overview::mostComeFirst()
{
    QVERIFY(
        std::ranges::is_sorted(m_overview.people, std::ranges::greater{}, &OverviewCount::count));
    QVERIFY(std::ranges::is_sorted(m_overview.deletions, std::ranges::greater{},
                                   &OverviewCount::count));
}

void tst_Overview::peopleAreNoMachines()
{
    for (const OverviewCount &person : m_overview.people) {
        QVERIFY(!person.label.startsWith(u"system:"_s));
    }
    const bool hasDeployer =
        std::ranges::contains(m_overview.workloads, u"ci/deployer"_s, &OverviewCount::label);
    QVERIFY(hasDeployer);
}

void tst_Overview::changedLevelOfSecretsIsABlindSpot()
{
    const QStringList sentences(m_overview.blindSpots.begin(), m_overview.blindSpots.end());
    const QStringList changes = sentences.filter(u"Secrets are recorded at"_s);
    QCOMPARE(changes.size(), 2);
    QVERIFY2(changes[0].contains(u"Metadata up to 2026-03-13\u00a018:31:12"_s),
             qPrintable(changes[0]));
    QVERIFY2(changes[1].contains(u"Metadata from 2026-03-14\u00a009:31:30"_s),
             qPrintable(changes[1]));
}

void tst_Overview::logWithoutBodiesIsSaidToHaveNone()
{
    importText(u"plain"_s,
               R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"a",)"
               R"("stage":"ResponseComplete","requestURI":"/api/v1/namespaces/n/configmaps",)"
               R"("verb":"create","user":{"username":"jane"},"sourceIPs":["1.2.3.4","10.0.0.1"],)"
               R"("objectRef":{"resource":"configmaps","namespace":"n","apiVersion":"v1"},)"
               R"("responseStatus":{"code":201},)"
               R"("requestReceivedTimestamp":"2026-11-20T12:00:00.000000Z",)"
               R"("stageTimestamp":"2026-11-20T12:00:00.010000Z"})"
               "\n");
    CaseReader reader = open(u"plain"_s);
    const Result<Overview> overview = overviewOf(reader, {});
    VERIFY_OK(overview);
    const QString all =
        QStringList(overview->blindSpots.begin(), overview->blindSpots.end()).join(u'\n');
    QVERIFY2(all.contains(u"No write has a request body"_s), qPrintable(all));
    QVERIFY2(all.contains(u"No event has a response body"_s), qPrintable(all));
    QVERIFY2(all.contains(u"Only the stage ResponseComplete"_s), qPrintable(all));
    QVERIFY2(all.contains(u"more than one source address: 1."_s), qPrintable(all));
    QVERIFY2(all.contains(u"No event names a user agent"_s), qPrintable(all));
    QVERIFY2(all.contains(u"No reads are recorded"_s), qPrintable(all));
}

void tst_Overview::cancelEndsThePass()
{
    std::stop_source stop;
    stop.request_stop();
    CaseReader reader = open(u"sample.auditcase"_s);
    reader.setCancelCheck([] { return true; });
    const Result<Overview> overview = overviewOf(reader, {.stop = stop.get_token()});
    QVERIFY(!overview);
    QCOMPARE(overview.error().code, Error::Code::Cancelled);
}

void tst_Overview::emptyCaseGivesAnEmptyOverview()
{
    importText(u"empty"_s, "not an event\n");
    CaseReader reader = open(u"empty"_s);
    const Result<Overview> overview = overviewOf(reader, {});
    VERIFY_OK(overview);
    QCOMPARE(overview->events, 0);
    QVERIFY(!overview->firstUs);
    QVERIFY(overview->people.empty());
    QVERIFY(overview->levels.empty());
}

void tst_Overview::hostileNamesStayInOneLine()
{
    importText(u"hostile"_s,
               R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"a",)"
               R"("stage":"ResponseComplete","requestURI":"/","verb":"get",)"
               R"("user":{"username":"eve\n\u202e \"and\" level=None"},)"
               R"("responseStatus":{"code":403},)"
               R"("requestReceivedTimestamp":"2026-11-20T12:00:00.000000Z",)"
               R"("stageTimestamp":"2026-11-20T12:00:00.010000Z"})"
               "\n");
    CaseReader reader = open(u"hostile"_s);
    const Result<Overview> overview = overviewOf(reader, {});
    VERIFY_OK(overview);
    QCOMPARE(overview->people.size(), std::size_t{1});
    const OverviewCount &person = overview->people.front();
    QVERIFY(!person.label.contains(u'\n'));
    QVERIFY(!person.label.contains(QChar(0x202e)));
    const Result<Filter> filter = parseFilter(person.filter);
    VERIFY_OK(filter);
    QCOMPARE(conjuncts(filter->condition).size(), std::size_t{1});
    QCOMPARE(countEvents(reader, *filter, {}).value_or(-1), 1);
}

QTEST_GUILESS_MAIN(tst_Overview)
#include "tst_overview.moc"
