// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/namecluster.h"
#include "model/query/eventquery.h"
#include "model/query/overview.h"
#include "model/sources/pathplace.h"
#include "tests/model/casefile/casetesting.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// Several clusters, nodes and API servers in one case.
class tst_Places : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void pathTellsServerAndNode_data();
    void pathTellsServerAndNode();
    void mustGatherIsWhole();
    void aggregatedServersEventIsItsOwn();
    void serversOfTheSameInstantStayApart();
    void wrapperNamesTheSourcesCluster();
    void clustersOfOneNameAreToldApart_data();
    void clustersOfOneNameAreToldApart();
    void accountThatIsNotToldIsTheOnlyOne();
    void usersWordIsRecordedAsSuch();
    void unknownPlacesCanBeAskedFor();
    void everyOriginInTheOverviewLeadsToItsEvents();
    void blanksAroundANameAreNoneOfIt();
    void namedClusterHoldsForTheEvents();
    void namingMergesWhatIsOne();
    void namingSplitsRequestsOfTwoClusters();
    void nameThatWouldSplitAnEventIsRefused();
    void exportsOwnClusterCannotBeRenamed();
    void mustGatherInAnArchiveIsTheSame();
    void knownBytesLearnTheirPlace_data();
    void knownBytesLearnTheirPlace();

private:
    QString write(const QString &name, std::string_view bytes)
    {
        return writeFile(*m_folder, name, bytes);
    }

    ImportReport import(const QStringList &inputs, const QString &cluster = {},
                        const QString &node = {})
    {
        const auto report = importLogs(
            {.casePath = casePath(), .inputs = inputs, .cluster = cluster, .node = node}, {});
        if (!report) {
            qFatal("%s", qPrintable(report.error().toText()));
        }
        return *report;
    }

    static std::string subscription(const std::string &owner, const std::string &event);
    std::int64_t count(const QString &condition, Unit unit = Unit::Events)
    {
        Result<Filter> filter = parseFilter(condition);
        if (!filter) {
            qFatal("%s", qPrintable(filter.error().toText()));
        }
        filter->unit = unit;
        CaseReader reader = this->reader();
        return countEvents(reader, *filter, {}).value_or(-1);
    }

    CaseReader reader() { return std::move(CaseReader::open(casePath()).value()); }
    QString casePath() const { return m_folder->filePath(u"c.auditcase"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// What CloudWatch delivers of a cluster in this account.
std::string tst_Places::subscription(const std::string &owner, const std::string &event)
{
    const QJsonObject message{{u"id"_s, u"1"_s}, {u"message"_s, QString::fromStdString(event)}};
    return R"({"messageType":"DATA_MESSAGE","owner":")" + owner
        + R"(","logGroup":"/aws/eks/prod/cluster","logEvents":[)"
        + QJsonDocument(message).toJson(QJsonDocument::Compact).toStdString() + "]}";
}

void tst_Places::pathTellsServerAndNode_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("node");
    QTest::newRow("must-gather") << u"/m/audit_logs/kube-apiserver/cp1.example-audit.log.gz"_s
                                 << u"kube-apiserver"_s << u"cp1.example"_s;
    QTest::newRow("rotated")
        << u"/m/audit_logs/oauth-apiserver/cp1-audit-2026-03-14T02-20-00.000.log.gz"_s
        << u"oauth-apiserver"_s << u"cp1"_s;
    QTest::newRow("unpacked") << u"/m/audit_logs/oauth-server/cp1-audit.log"_s << u"oauth-server"_s
                              << u"cp1"_s;
    QTest::newRow("node's own folder")
        << u"/var/log/openshift-apiserver/audit.log"_s << u"openshift-apiserver"_s << QString();
    QTest::newRow("any folder") << u"/home/x/cp1-audit.log"_s << QString() << QString();
    QTest::newRow("no slash") << u"-"_s << QString() << QString();
}

void tst_Places::pathTellsServerAndNode()
{
    QFETCH(const QString, path);
    const PathPlace place = placeOfPath(path);
    QTEST(place.server, "server");
    QTEST(place.node, "node");
}

void tst_Places::mustGatherIsWhole()
{
    const ImportReport report =
        import({QStringLiteral(AUDITLOUPE_TEST_CORPUS "/must-gather/audit_logs")});
    QCOMPARE(report.sources.size(), 6U);
    QCOMPARE(report.rejected, 0);
    QCOMPARE(report.skipped.size(), 4U);
    for (const SkippedFile &file : report.skipped) {
        QVERIFY2(file.path.endsWith(u".audit_logs_listing"_s), qPrintable(file.path));
        QVERIFY2(file.reason.contains(u"list of audit log files"_s), qPrintable(file.reason));
        QVERIFY(!file.isFault);
    }
    QCOMPARE(count(u"server=kube-apiserver"_s), 3);
    QCOMPARE(count(u"server=openshift-apiserver"_s), 1);
    QCOMPARE(count(u"node=cp1.example.internal"_s), 3);
    QCOMPARE(count(u"node=cp2.example.internal and server=oauth-server"_s), 1);
    const SourceInfo &source = report.sources.front();
    QCOMPARE(source.nodeFrom, ToldBy::Path);
    QCOMPARE(source.clusterFrom, ToldBy::Nobody);
}

void tst_Places::aggregatedServersEventIsItsOwn()
{
    import({QStringLiteral(AUDITLOUPE_TEST_CORPUS "/must-gather/audit_logs")});
    const QString condition = u"auditID=3f1c0a52-0000-4000-8000-000000000002"_s;
    QCOMPARE(count(condition), 2);
    QCOMPARE(count(condition, Unit::Requests), 2);
    QCOMPARE(count(condition + u" and server=kube-apiserver"_s), 1);
    QCOMPARE(count(condition + u" and server=openshift-apiserver"_s), 1);
    QCOMPARE(reader().summary()->duplicates, 0);
}

/// Times of full seconds: nothing but the server tells them apart. A copy of an unknown server is
/// merged with the first.
void tst_Places::serversOfTheSameInstantStayApart()
{
    const std::string line = auditLines(0, 1);
    write(u"audit_logs/kube-apiserver/cp1-audit.log"_s, line);
    write(u"audit_logs/openshift-apiserver/cp1-audit.log"_s, line);
    const ImportReport report = import({m_folder->filePath(u"audit_logs"_s)});
    QCOMPARE(report.events, 2);
    QCOMPARE(reader().summary()->requests, 2);
    import({write(u"unknown.log"_s, auditLines(1, 2) + line)});
    QCOMPARE(reader().summary()->events, 3);
    QCOMPARE(reader().summary()->duplicates, 1);
    QCOMPARE(count(u"server=openshift-apiserver"_s), 1);
}

void tst_Places::wrapperNamesTheSourcesCluster()
{
    const QString corpus = QStringLiteral(AUDITLOUPE_TEST_CORPUS "/formats/");
    const ImportReport report = import(
        {corpus + u"cloudwatch-subscription/firehose.json"_s, corpus + u"node-logs/oc.log"_s});
    const SourceInfo &eks = report.sources.at(0);
    QCOMPARE(eks.clusterFrom, ToldBy::Entries);
    QVERIFY(!eks.cluster.isEmpty());
    QCOMPARE(count(u"cluster="_s + eks.cluster), eks.events);
    QCOMPARE(report.sources.at(1).node, u"cp1.example.internal"_s);
    QCOMPARE(report.sources.at(1).nodeFrom, ToldBy::Entries);
}

void tst_Places::clustersOfOneNameAreToldApart_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("in one import") << true;
    QTest::newRow("in two") << false;
}

/// The same events, so that they would be merged if they were of one cluster.
void tst_Places::clustersOfOneNameAreToldApart()
{
    QFETCH(const bool, atOnce);
    const QString first = write(u"1.json"_s, subscription("111122223333", auditLine(1)));
    const QString second = write(u"2.json"_s, subscription("444455556666", auditLine(1)));
    const QString third = write(u"3.json"_s, subscription("444455556666", auditLine(2)));
    ImportReport report = import(atOnce ? QStringList{first, second, third} : QStringList{first});
    if (!atOnce) {
        QCOMPARE(count(u"cluster=prod"_s), 1); // short as long as there is one
        QCOMPARE(report.sources[0].cluster, u"prod"_s);
        report = import({second, third});
    }
    QCOMPARE(report.duplicates, 0);
    QCOMPARE(count(u"cluster=\"prod (111122223333)\""_s), 1);
    QCOMPARE(count(u"cluster=\"prod (444455556666)\""_s), 2);
    QCOMPARE(count(u"cluster=prod"_s), 0);
    QStringList clusters;
    CaseReader reader = this->reader();
    const std::vector<SourceInfo> sources = reader.sources().value();
    for (const SourceInfo &source : sources) {
        QCOMPARE(source.clusterFrom, ToldBy::Entries);
        clusters.append(source.cluster);
    }
    QCOMPARE(clusters,
             (QStringList{u"prod (111122223333)"_s, u"prod (444455556666)"_s,
                          u"prod (444455556666)"_s}));
}

void tst_Places::accountThatIsNotToldIsTheOnlyOne()
{
    import({write(u"1.json"_s, subscription("111122223333", auditLine(1)))});
    const ImportReport report = import({write(u"2.log"_s, auditLine(1) + '\n')}, u"prod"_s);
    QCOMPARE(report.duplicates, 1);
    QCOMPARE(count(u"cluster=prod"_s), 1);
}

void tst_Places::usersWordIsRecordedAsSuch()
{
    const ImportReport report =
        import({write(u"audit.log"_s, auditLines(0, 5))}, u"east"_s, u"cp7"_s);
    QCOMPARE(report.sources.front().clusterFrom, ToldBy::User);
    QCOMPARE(report.sources.front().nodeFrom, ToldBy::User);
    QCOMPARE(count(u"cluster=east and node=cp7"_s), 5);
}

void tst_Places::unknownPlacesCanBeAskedFor()
{
    import({write(u"1.log"_s, auditLines(0, 5))}, u"east"_s);
    import({write(u"2.log"_s, auditLines(10, 13))});
    QCOMPARE(count(u"cluster=\"\""_s), 3);
    QCOMPARE(count(u"node=\"\""_s), 8);
}

void tst_Places::everyOriginInTheOverviewLeadsToItsEvents()
{
    import({write(u"1.log"_s, auditLines(0, 5))}, u"east"_s, u"cp7"_s);
    import({write(u"2.log"_s, auditLines(10, 13))}, u"west"_s);
    import({write(u"3.log"_s, auditLines(20, 22)),
            QStringLiteral(AUDITLOUPE_TEST_CORPUS "/must-gather/audit_logs")});
    CaseReader reader = this->reader();
    const Result<Overview> overview = overviewOf(reader, {});
    VERIFY_OK(overview);
    QCOMPARE(overview->clusters.size(), 3U); // one of them unknown
    QCOMPARE(overview->nodes.size(), 4U);
    QCOMPARE(overview->servers.size(), 4U);
    for (const auto &counts : {overview->clusters, overview->nodes, overview->servers}) {
        for (const OverviewCount &origin : counts) {
            QVERIFY2(!origin.filter.isEmpty(), qPrintable(origin.label));
            QCOMPARE(count(origin.filter, Unit::Requests), origin.count);
        }
    }
}

void tst_Places::blanksAroundANameAreNoneOfIt()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 10));
    const ImportReport report = import({log}, u" prod "_s, u"cp1\n"_s);
    QCOMPARE(report.sources.front().cluster, u"prod"_s);
    QCOMPARE(report.sources.front().node, u"cp1"_s);
    QCOMPARE(import({log}, u"prod"_s, u"cp1"_s).known.size(), 1U);
}

void tst_Places::namedClusterHoldsForTheEvents()
{
    import({write(u"1.log"_s, auditLines(0, 5)), write(u"2.log"_s, auditLines(10, 13))});
    VERIFY_OK(nameCluster(casePath(), SourceId{1}, u" east  one "_s, {}));
    QCOMPARE(count(u"cluster=\"east one\""_s), 5);
    QCOMPARE(count(u"cluster=\"\""_s), 3);
    const SourceInfo named = reader().sources()->front();
    QCOMPARE(named.cluster, u"east one"_s);
    QCOMPARE(named.clusterFrom, ToldBy::User);
    VERIFY_OK(nameCluster(casePath(), SourceId{1}, u"east"_s, {}));
    QCOMPARE(count(u"cluster=east"_s), 5);
    VERIFY_OK(nameCluster(casePath(), SourceId{1}, {}, {}));
    QCOMPARE(count(u"cluster=\"\""_s), 8);
    QCOMPARE(reader().sources()->front().clusterFrom, ToldBy::Nobody);
}

void tst_Places::namingMergesWhatIsOne()
{
    import({write(u"1.log"_s, auditLines(0, 5))}, u"east"_s);
    import({write(u"2.log"_s, "\n" + auditLines(0, 5))}, u"west"_s);
    QCOMPARE(reader().summary()->events, 10);
    VERIFY_OK(nameCluster(casePath(), SourceId{2}, u"east"_s, {}));
    const auto summary = reader().summary();
    QCOMPARE(summary->events, 5);
    QCOMPARE(summary->duplicates, 5);
    QCOMPARE(summary->requests, 5);
}

void tst_Places::namingSplitsRequestsOfTwoClusters()
{
    import({write(u"1.log"_s, auditLine(1, "RequestReceived") + '\n')});
    import({write(u"2.log"_s, auditLine(1) + '\n')}, u"west"_s);
    QCOMPARE(reader().summary()->requests, 1);
    VERIFY_OK(nameCluster(casePath(), SourceId{1}, u"east"_s, {}));
    QCOMPARE(reader().summary()->requests, 2);
}

void tst_Places::nameThatWouldSplitAnEventIsRefused()
{
    import({write(u"1.log"_s, auditLines(0, 5))});
    import({write(u"2.log"_s, "\n" + auditLines(0, 5))}, u"west"_s);
    QCOMPARE(reader().summary()->events, 5);
    const auto refused = nameCluster(casePath(), SourceId{1}, u"east"_s, {});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"west"_s), qPrintable(refused.error().message));
    QCOMPARE(count(u"cluster=west"_s), 5);
    QCOMPARE(reader().sources()->front().cluster, QString());
    VERIFY_OK(nameCluster(casePath(), SourceId{1}, u"west"_s, {}));
}

void tst_Places::exportsOwnClusterCannotBeRenamed()
{
    import(
        {QStringLiteral(AUDITLOUPE_TEST_CORPUS "/formats/cloudwatch-subscription/firehose.json")});
    QVERIFY(!nameCluster(casePath(), SourceId{1}, u"mine"_s, {}));
}

void tst_Places::mustGatherInAnArchiveIsTheSame()
{
    const QString tar = m_folder->filePath(u"must-gather.tar.gz"_s);
    QCOMPARE(
        QProcess::execute(u"tar"_s,
                          {u"-czf"_s, tar, u"-C"_s,
                           QStringLiteral(AUDITLOUPE_TEST_CORPUS "/must-gather"), u"audit_logs"_s}),
        0);
    import({tar});
    QCOMPARE(count(u"server=kube-apiserver"_s), 3);
    QCOMPARE(count(u"server=openshift-apiserver and node=cp1.example.internal"_s), 1);
    const ImportReport again = import({tar});
    QCOMPARE(again.events + again.duplicates, 0);
    QCOMPARE(again.known.at(0).kind, KnownFile::Kind::Same);
    QCOMPARE(reader().summary()->events, 6);
    // Unpacked, its logs are what the archive held.
    const ImportReport unpacked =
        import({QStringLiteral(AUDITLOUPE_TEST_CORPUS "/must-gather/audit_logs")});
    QCOMPARE(unpacked.events + unpacked.duplicates, 0);
    QCOMPARE(unpacked.known.size(), 6U);
}

void tst_Places::knownBytesLearnTheirPlace_data()
{
    QTest::addColumn<bool>("isKept");
    QTest::newRow("the first file is still there") << true;
    QTest::newRow("it was moved") << false;
}

void tst_Places::knownBytesLearnTheirPlace()
{
    QFETCH(const bool, isKept);
    const std::string lines = auditLines(0, 5);
    const QString first = write(u"copied.log"_s, lines);
    import({first});
    QCOMPARE(count(u"node=cp1"_s), 0);
    if (!isKept) {
        QVERIFY(QFile::remove(first));
    }
    const QString gathered = write(u"audit_logs/kube-apiserver/cp1-audit.log"_s, lines);
    const ImportReport report = import({gathered});
    QCOMPARE(report.events, 0);
    QCOMPARE(report.known.size(), 1U);
    QCOMPARE(count(u"node=cp1"_s), 5);
    CaseReader reader = this->reader();
    const std::vector<SourceInfo> sources = reader.sources().value();
    QCOMPARE(sources.size(), 1U);
    QCOMPARE(sources[0].path, isKept ? first : gathered);
    QCOMPARE(sources[0].node, u"cp1"_s);
    QCOMPARE(sources[0].nodeFrom, ToldBy::Path);
    QCOMPARE(sources[0].server, u"kube-apiserver"_s);
    import({first, write(u"audit_logs/kube-apiserver/cp2-audit.log"_s, lines)});
    QCOMPARE(count(u"node=cp1"_s), 5); // who told it first
}

QTEST_GUILESS_MAIN(tst_Places)
#include "tst_places.moc"
