// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidence.h"
#include "model/evidence/evidencejson.h"
#include "model/evidence/evidencetext.h"
#include "model/evidence/findingtext.h"
#include "model/query/eventquery.h"
#include "tests/model/casefile/casetesting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>
#include <numeric>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

namespace {

QString corpus(const QString &name)
{
    return QStringLiteral(AUDITLOUPE_TEST_CORPUS "/evidence/") + name;
}

const QString Sample = QStringLiteral(AUDITLOUPE_SAMPLE);

/// These two compare with this machine's clock and with the time of the checkout.
bool dependsOnTheMachine(FindingKind kind)
{
    return kind == FindingKind::FutureTime || kind == FindingKind::AfterModified;
}

/// "audit.log: gap" for each finding, in order.
QStringList findings(const std::vector<SourceEvidence> &evidence, bool all = false)
{
    QStringList list;
    for (const SourceEvidence &source : evidence) {
        for (const Finding &finding : source.findings) {
            if (all || !dependsOnTheMachine(finding.kind)) {
                list +=
                    QFileInfo(source.source.path).fileName() + u": "_s + findingName(finding.kind);
            }
        }
    }
    return list;
}

const Finding *find(const std::vector<SourceEvidence> &evidence, FindingKind kind)
{
    for (const SourceEvidence &source : evidence) {
        const auto found = std::ranges::find(source.findings, kind, &Finding::kind);
        if (found != source.findings.end()) {
            return &*found;
        }
    }
    return nullptr;
}

QStringList names(const std::vector<const Field *> &fields)
{
    QStringList list;
    for (const Field *field : fields) {
        list += QString::fromUtf8(field->name);
    }
    return list;
}

} // namespace

class tst_Evidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void eachSignIsFoundAlone_data();
    void eachSignIsFoundAlone();
    void untouchedLogsHaveNoSign_data();
    void untouchedLogsHaveNoSign();
    void sampleTellsOfTheRestart();
    void countsAreThoseOfTheSource();
    void copiesBelongToTheirSource();
    void gapSaysWhatOthersRecorded();
    void futureIsLaterThanTheImport();
    void eventsAfterTheFileWereAdded();
    void clocksOfTwoServersAreCompared();
    void storeClockIsCompared();
    void formatsAreCountedByEvent();
    void textOfOurOwnIsNotJudged();
    void wrappedCopiesAreRead();
    void absentFieldsAreToldApart();
    void rejectedLinesKeepTheirPlace();
    void filtersLeadToTheEvents_data();
    void filtersLeadToTheEvents();
    void unfinishedSourceSaysSo();
    void emptyCaseHasNoSources();
    void cancelStopsTheScan();
    void wordsAreThereForEveryKind();
    void detailsCannotForgeText();
    void jsonHoldsEveryFinding();

private:
    Result<CaseReader> import(const QStringList &inputs);
    std::vector<SourceEvidence> evidence(const QStringList &inputs);

    QTemporaryDir m_folder;
    int m_cases = 0;
};

Result<CaseReader> tst_Evidence::import(const QStringList &inputs)
{
    const QString path = m_folder.filePath(u"case%1"_s.arg(++m_cases));
    const Result<ImportReport> report = importLogs({.casePath = path, .inputs = inputs}, {});
    if (!report) {
        return std::unexpected(report.error());
    }
    return CaseReader::open(path);
}

std::vector<SourceEvidence> tst_Evidence::evidence(const QStringList &inputs)
{
    Result<CaseReader> reader = import(inputs);
    if (!reader) {
        qWarning("%s", qPrintable(reader.error().toText()));
        return {};
    }
    return evidenceOf(*reader, {}).value_or(std::vector<SourceEvidence>());
}

void tst_Evidence::eachSignIsFoundAlone_data()
{
    QTest::addColumn<QStringList>("expected");
    for (const char *name :
         {"before-receipt", "coarse-time", "early-answer", "foreign-field", "key-order",
          "line-order", "member-order", "open-request", "plain-markup", "received-twice",
          "rejected", "salvaged", "spaces", "stage-field", "stage-time", "stage-twice",
          "time-digits", "time-missing", "truncated"}) {
        const QString file = QString::fromLatin1(name) + u".log"_s;
        QTest::newRow(qPrintable(file)) << QStringList{file + u": "_s + QString::fromLatin1(name)};
    }
    QTest::newRow("gap.log.gz") << QStringList{u"gap.log.gz: gap"_s};
    QTest::newRow("rotation") << QStringList();
    QTest::newRow("piece-missing")
        << QStringList{u"audit-2026-03-12T09-19-26.116.log: piece-missing"_s};
    QTest::newRow("live-file-missing")
        << QStringList{u"audit-2026-03-12T08-25-55.083.log: live-file-missing"_s};
    QTest::newRow("short-piece") << QStringList{
        u"audit-2026-03-12T08-25-55.083.log: short-piece"_s};
    QTest::newRow("early-in-piece") << QStringList{u"audit.log: early-in-piece"_s};
    // What closed too early also leaves a hole behind it.
    QTest::newRow("late-in-piece") << QStringList{
        u"audit-2026-03-12T07-46-45.755.log: late-in-piece"_s, u"audit.log: piece-missing"_s};
    QTest::newRow("conflict") << QStringList{u"one.log: conflict"_s, u"other.log: conflict"_s};
    QTest::newRow("only-elsewhere") << QStringList{u"audit.log: only-elsewhere"_s};
    QTest::newRow("clocks") << QStringList();
}

void tst_Evidence::eachSignIsFoundAlone()
{
    QFETCH(const QStringList, expected);
    const auto found = evidence({corpus(QString::fromLatin1(QTest::currentDataTag()))});
    QVERIFY(!found.empty());
    QCOMPARE(findings(found), expected);
}

void tst_Evidence::untouchedLogsHaveNoSign_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("sample incident")
        << Sample
        << QStringList{u"audit-2026-03-12T17-41-15.655.log.gz: truncated"_s,
                       u"audit-2026-03-14T04-52-21.573.log.gz: open-request"_s};
    const QString shared = QStringLiteral(AUDITLOUPE_SHARED_DATA "/apiserver/");
    for (const char *name : {"metadata-all", "mixed-teaching", "requestresponse-all",
                             "extra/blocking", "extra/retry", "extra/stdout", "extra/panic"}) {
        QTest::newRow(name) << shared + QString::fromLatin1(name) << QStringList();
    }
}

void tst_Evidence::untouchedLogsHaveNoSign()
{
    QFETCH(const QString, folder);
    QFETCH(const QStringList, missing);
    if (!QDir(folder).exists()) {
        QSKIP("the collection of real logs is not here");
    }
    const auto found = evidence({folder});
    QVERIFY(!found.empty());
    QCOMPARE(findings(found), missing);
}

void tst_Evidence::sampleTellsOfTheRestart()
{
    const auto found = evidence({Sample});
    QCOMPARE(found.size(), std::size_t{3});
    const Finding *open = find(found, FindingKind::OpenRequest);
    QVERIFY(open != nullptr);
    QCOMPARE(open->count, 1);
    QCOMPARE(open->events.size(), std::size_t{1});
    QCOMPARE(open->events[0].user, u"bob"_s);
    QCOMPARE(open->events[0].stage, Stage::RequestReceived);
    for (const SourceEvidence &source : found) {
        QVERIFY(source.rhythm);
        QCOMPARE(source.streamSources, 3);
    }
}

void tst_Evidence::countsAreThoseOfTheSource()
{
    const auto found = evidence({Sample});
    std::int64_t events = 0;
    for (const SourceEvidence &source : found) {
        QCOMPARE(source.events, source.source.events);
        QCOMPARE(std::accumulate(source.levels.begin(), source.levels.end(), std::int64_t{0}),
                 source.events);
        QCOMPARE(std::accumulate(source.stages.begin(), source.stages.end(), std::int64_t{0}),
                 source.events);
        events += source.events;
    }
    QCOMPARE(events, 6406);
}

void tst_Evidence::copiesBelongToTheirSource()
{
    const auto found =
        evidence({corpus(u"only-elsewhere/audit.log"_s), corpus(u"only-elsewhere/webhook.json"_s)});
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[1].source.events, 1);
    QCOMPARE(found[1].source.duplicates, 30);
    QCOMPARE(found[1].events, 31);
    QCOMPARE(found[1].stages[std::size_t(Stage::ResponseComplete)], 31);
    QCOMPARE(found[0].shared.size(), std::size_t{1});
    QCOMPARE(found[0].shared[0].events, 30);
    QCOMPARE(found[0].shared[0].onlyThere, 1);
    QCOMPARE(found[1].shared[0].onlyThere, 0);
    // Events of a webhook's list have no kind of their own, those of a file have.
    QVERIFY(names(found[1].absent.possible).contains(u"kind"_s));
    QVERIFY(!names(found[0].absent.possible).contains(u"kind"_s));
}

void tst_Evidence::gapSaysWhatOthersRecorded()
{
    const auto alone = evidence({corpus(u"gap.log.gz"_s)});
    const Finding *gap = find(alone, FindingKind::Gap);
    QVERIFY(gap != nullptr);
    QCOMPARE(*gap->toUs - *gap->fromUs, 7290LL * 1'000'000);
    QCOMPARE(gap->of, 0);
    QVERIFY(!findingSeen(*gap, QTimeZone(QTimeZone::UTC)).contains(u"meanwhile"_s));

    const QString begin = u"audit-2026-03-12T17-41-15.655.log.gz"_s;
    const auto both = evidence({corpus(u"gap.log.gz"_s), Sample + u'/' + begin});
    gap = find(both, FindingKind::Gap);
    QVERIFY(gap != nullptr);
    QCOMPARE(gap->of, 1);
    QVERIFY(gap->count > 100);
    QVERIFY(findingSeen(*gap, QTimeZone(QTimeZone::UTC)).contains(u"meanwhile"_s));
}

void tst_Evidence::futureIsLaterThanTheImport()
{
    const auto found = evidence({corpus(u"future-time.log"_s)});
    QVERIFY(findings(found, true).contains(u"future-time.log: future-time"_s));
    QCOMPARE(find(found, FindingKind::FutureTime)->count, 1);
}

void tst_Evidence::eventsAfterTheFileWereAdded()
{
    const QString path = writeFile(m_folder, u"old/audit.log"_s, auditLines(0, 5));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::fromString(u"2026-03-13T00:00:00Z"_s, Qt::ISODate),
                             QFileDevice::FileModificationTime));
    file.close();
    const auto found = evidence({path});
    QVERIFY(findings(found, true).contains(u"audit.log: after-modified"_s));
    QCOMPARE(find(found, FindingKind::AfterModified)->count, 5);
}

void tst_Evidence::clocksOfTwoServersAreCompared()
{
    const auto found = evidence({corpus(u"clocks"_s)});
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[0].clocks.size(), std::size_t{1});
    const ClockComparison &ahead = found[0].clocks[0];
    QCOMPARE(ahead.requests, 12);
    QCOMPARE(ahead.agreeing, 12);
    QCOMPARE(ahead.leastUs, 39'999'900);
    QCOMPARE(ahead.mostUs, 40'000'100);
    QCOMPARE(found[1].clocks[0].leastUs, -40'000'100);
    QVERIFY(evidence({corpus(u"rotation"_s)})[0].clocks.empty());
}

void tst_Evidence::storeClockIsCompared()
{
    const auto found = evidence({corpus(u"store-clock.json"_s)});
    QCOMPARE(findings(found), QStringList());
    QCOMPARE(found[0].delays.size(), std::size_t{1});
    const StoreDelay &delay = found[0].delays[0];
    QCOMPARE(delay.fact, u"ingestionTime"_s);
    QCOMPARE(delay.events, 8);
    QVERIFY(delay.leastUs < -899'000 && delay.leastUs > -902'000);
    QVERIFY(delay.mostUs > 2'000'000 && delay.mostUs < 2'300'000);
    QVERIFY(comparisonTexts(found[0]).first().contains(u"before it happened"_s));
}

void tst_Evidence::formatsAreCountedByEvent()
{
    const auto found = evidence({corpus(u"store-clock.json"_s)});
    QCOMPARE(found[0].formats.size(), std::size_t{1});
    QCOMPARE(found[0].formats[0].format, u"cloudwatch-events"_s);
    QCOMPARE(found[0].formats[0].events, 8);
    QVERIFY(formatReason(found[0].formats[0].format).contains(u"CloudWatch"_s));
    const auto native = evidence({corpus(u"rotation/audit.log"_s)});
    QCOMPARE(native[0].formats[0].format, u"audit.k8s.io"_s);
}

// The rows of AKSAudit hold an event's fields, from which the program puts events together.
void tst_Evidence::textOfOurOwnIsNotJudged()
{
    QByteArray rows =
        readFile(QStringLiteral(AUDITLOUPE_TEST_CORPUS "/formats/aks-audit/tables.json"));
    QVERIFY(rows.contains("secrets?limit=500"));
    rows.replace("secrets?limit=500", "secrets?limit=500&a=<b>");
    const auto found = evidence(
        {writeFile(m_folder, u"tables.json"_s, {rows.constData(), std::size_t(rows.size())})});
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].formats[0].format, u"aks-audit"_s);
    QCOMPARE(findings(found), QStringList());
}

// The events of the export are copies of the file's: what they hold is inside of their wrappers.
void tst_Evidence::wrappedCopiesAreRead()
{
    QFile exported(corpus(u"store-clock.json"_s));
    QVERIFY(exported.open(QIODevice::ReadOnly));
    std::string lines;
    const QJsonArray events =
        QJsonDocument::fromJson(exported.readAll()).object()[u"events"_s].toArray();
    for (const QJsonValue &event : events) {
        lines += event[u"message"_s].toString().toStdString() + '\n';
    }
    const QString file = writeFile(m_folder, u"copied.log"_s, lines + auditLines(0, 3));
    const auto found = evidence({file, corpus(u"store-clock.json"_s)});
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[1].source.duplicates, 8);
    QCOMPARE(found[1].formats[0].format, u"cloudwatch-events"_s);
    QVERIFY(found[1].absent.always.empty());
    QVERIFY(!names(found[1].absent.possible).contains(u"user.uid"_s));
}

void tst_Evidence::absentFieldsAreToldApart()
{
    const QString path = writeFile(
        m_folder, u"poor.log"_s,
        R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"a",)"
        R"("stage":"RequestReceived","requestURI":"/x","verb":"get",)"
        R"("requestReceivedTimestamp":"2026-03-14T02:00:00.000001Z",)"
        R"("stageTimestamp":"2026-03-14T02:00:00.000001Z"})"
        "\n");
    const AbsentFields absent = evidence({path})[0].absent;
    QCOMPARE(names(absent.always), QStringList{u"user"_s});
    QVERIFY(names(absent.possible).contains(u"userAgent"_s));
    QVERIFY(names(absent.possible).contains(u"annotations"_s));
    QVERIFY(names(absent.unrecorded).contains(u"responseStatus"_s));
    QVERIFY(names(absent.unrecorded).contains(u"requestObject"_s));
    // The members of an absent object are not listed as well.
    QVERIFY(!names(absent.unrecorded).contains(u"responseStatus.code"_s));
    QVERIFY(!names(absent.possible).contains(u"verb"_s));
}

void tst_Evidence::rejectedLinesKeepTheirPlace()
{
    const auto found = evidence({corpus(u"rejected.log"_s)});
    QCOMPARE(found[0].rejected.size(), std::size_t{1});
    QCOMPARE(found[0].rejected[0].count, 1);
    QCOMPARE(found[0].rejected[0].firstLine, 5);
    QVERIFY(!found[0].rejected[0].reason.isEmpty());
}

void tst_Evidence::filtersLeadToTheEvents_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("truncated.log") << int(FindingKind::Truncated);
    QTest::newRow("open-request.log") << int(FindingKind::OpenRequest);
    QTest::newRow("coarse-time.log") << int(FindingKind::CoarseTime);
    QTest::newRow("late-in-piece") << int(FindingKind::LateInPiece);
    QTest::newRow("early-in-piece") << int(FindingKind::EarlyInPiece);
}

void tst_Evidence::filtersLeadToTheEvents()
{
    QFETCH(const int, kind);
    Result<CaseReader> reader = import({corpus(QString::fromLatin1(QTest::currentDataTag()))});
    VERIFY_OK(reader);
    const auto found = evidenceOf(*reader, {});
    VERIFY_OK(found);
    const Finding *finding = find(*found, static_cast<FindingKind>(kind));
    QVERIFY(finding != nullptr);
    QVERIFY(!finding->link.isEmpty());
    Result<Filter> filter = parseFilter(finding->link.filter);
    VERIFY_OK(filter);
    filter->fromUs = finding->link.fromUs;
    filter->toUs = finding->link.toUs;
    QCOMPARE(countEvents(*reader, *filter, {}).value_or(-1), finding->count);
}

void tst_Evidence::unfinishedSourceSaysSo()
{
    const QByteArray whole = readFile(Sample + u"/audit-2026-03-12T17-41-15.655.log.gz"_s);
    const QString path =
        writeFile(m_folder, u"cut.log.gz"_s, {whole.constData(), std::size_t(whole.size() / 2)});
    const auto found = evidence({path});
    QVERIFY(findings(found).contains(u"cut.log.gz: unfinished"_s));
}

void tst_Evidence::emptyCaseHasNoSources()
{
    const QString path = writeFile(m_folder, u"empty.log"_s, "");
    Result<CaseReader> reader = import({path});
    VERIFY_OK(reader);
    const auto found = evidenceOf(*reader, {});
    VERIFY_OK(found);
    QVERIFY(found->empty());
}

void tst_Evidence::cancelStopsTheScan()
{
    Result<CaseReader> reader = import({Sample});
    VERIFY_OK(reader);
    std::stop_source stop;
    std::int64_t told = 0;
    const JobControl control{.stop = stop.get_token(), .progress = [&](const Progress &now) {
                                 told = now.total;
                                 stop.request_stop();
                             }};
    const auto found = evidenceOf(*reader, control);
    QVERIFY(!found);
    QCOMPARE(found.error().code, Error::Code::Cancelled);
    QCOMPARE(told, 6406);
}

void tst_Evidence::wordsAreThereForEveryKind()
{
    QStringList known;
    for (int i = 0; i <= int(FindingKind::Conflict); ++i) {
        const auto kind = static_cast<FindingKind>(i);
        const Finding finding{.kind = kind, .count = 3, .of = 7, .fromUs = 0, .toUs = 1};
        const QString seen = findingSeen(finding, QTimeZone(QTimeZone::UTC));
        QVERIFY(!findingTitle(kind).isEmpty());
        QVERIFY(!seen.isEmpty());
        QVERIFY2(!seen.contains(u'%'), qPrintable(seen));
        QVERIFY(!findingMeaning(kind).isEmpty());
        QVERIFY(!findingInnocence(kind).isEmpty());
        QVERIFY(!known.contains(findingName(kind)));
        known += findingName(kind);
        // A sign is no proof: no text may say that somebody did something.
        for (const QString &text : {seen, findingTitle(kind), findingMeaning(kind)}) {
            QVERIFY2(!text.contains(u"forge"_s) && !text.contains(u"tamper"_s)
                         && !text.contains(u"manipulat"_s),
                     qPrintable(text));
        }
    }
}

// Names of fields come from the log, whoever wrote that.
void tst_Evidence::detailsCannotForgeText()
{
    const Finding finding{
        .kind = FindingKind::ForeignMember, .count = 1, .of = 2, .detail = u"%1\u202e%2\n<b>"_s};
    const QString seen = findingSeen(finding, QTimeZone(QTimeZone::UTC));
    QVERIFY(seen.contains(u"%1\\u202e%2\\u000a<b>"_s));
}

void tst_Evidence::jsonHoldsEveryFinding()
{
    const auto found = evidence({corpus(u"stage-field.log"_s)});
    const QJsonObject json = toJson(found[0]);
    QCOMPARE(json[u"events"_s].toInt(), 2);
    const QJsonObject finding = json[u"findings"_s].toArray()[0].toObject();
    QCOMPARE(finding[u"id"_s].toString(), u"stage-field"_s);
    QCOMPARE(finding[u"group"_s].toString(), u"unlike"_s);
    QCOMPARE(finding[u"count"_s].toInt(), 1);
    QCOMPARE(finding[u"detail"_s].toString(), u"user.username"_s);
    const QJsonObject event = finding[u"events"_s].toArray()[0].toObject();
    QVERIFY(!event[u"auditID"_s].toString().isEmpty());
    QCOMPARE(event[u"offset"_s].toInt(-1), 0);
    const QString text = evidenceText(found[0], QTimeZone(QTimeZone::UTC));
    QVERIFY(text.contains(findingTitle(FindingKind::StageField)));
    QVERIFY(text.contains(findingInnocence(FindingKind::StageField)));
}

QTEST_GUILESS_MAIN(tst_Evidence)
#include "tst_evidence.moc"
