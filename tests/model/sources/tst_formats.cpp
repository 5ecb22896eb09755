// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/jsonoutline.h"
#include "model/sources/gkefields.h"
#include "tests/model/sources/certainformats.h"
#include "tests/model/sources/takenstream.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <set>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;
using namespace std::string_literals;

namespace {

/// The samples of a folder named after the formats, "cri" or "docker-json+gelf".
void addSamples()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("format");
    QDirIterator walk(formatCorpus(), QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QFileInfo file = walk.nextFileInfo();
        const QString folder = file.dir().dirName();
        const bool isOfEvents = folder != u"legacy-text"_s && folder != u"event-fragment"_s;
        if (folder != u"formats"_s && isOfEvents) {
            QTest::addRow("%s/%s", qPrintable(folder), qPrintable(file.fileName()))
                << file.filePath() << QString(folder).replace(u'+', u'/');
        }
    }
}

/// The events, packed.
QByteArray encodedGzip()
{
    QFile file(QStringLiteral(AUDITLOUPE_TEST_CORPUS "/formats/events.jsonl.gz"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    }
    return file.readAll();
}

} // namespace

class tst_Formats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognisesItsSamples_data() { addSamples(); }
    void recognisesItsSamples();
    void wrappersGiveTheSameBytes_data() { addSamples(); }
    void wrappersGiveTheSameBytes();
    void pieceByPieceIsTheSame_data() { addSamples(); }
    void pieceByPieceIsTheSame();
    void noFormatIsTakenForAnother_data() { addSamples(); }
    void noFormatIsTakenForAnother();
    void everyFormatHasASample();
    void namesAreUnique();
    void cutEventInsideIsSalvaged();
    void cutWrapperIsSalvaged();
    void cutEntryTellsNothingElse_data() { addSamples(); }
    void cutEntryTellsNothingElse();
    void oneBadRecordCostsOnlyItself();
    void strayQuoteCostsItsRow();
    void wrappersInWrappersAreOpened();
    void piecesOfTwoStreamsAreToldApart();
    void controlMessagesAreCounted();
    void otherCategoriesAreNamed();
    void clusterComesFromTheWrapper();
    void everyByteIsKept_data();
    void everyByteIsKept();
    void openStringIsText();
    void piecesOfTwoStreamsStayInOneBlock();
    void logBehindATableIsRead_data();
    void logBehindATableIsRead();
    void circleOfAliasesEnds();
    void oldTextIsReadWhereItIsChosen();
    void eventWithoutItsBeginningIsSalvaged();
    void pieceWithoutAnIdIsTold_data();
    void pieceWithoutAnIdIsTold();
    void bareEncodedGzipIsOpened_data();
    void bareEncodedGzipIsOpened();
    void damagedEncodedGzipIsTold();
    void longHeadOfAListIsKept();
    void tableOfGkeFieldsIsWhole();
};

void tst_Formats::recognisesItsSamples()
{
    QFETCH(const QString, path);
    QFETCH(const QString, format);
    const Taken taken = take(contentOf(path));
    QCOMPARE(taken.events.size(), originals().size());
    QCOMPARE(taken.formats.size(), 1U);
    QCOMPARE(QString::fromStdString(taken.formats.begin()->first), format);
    QCOMPARE(taken.rejected, QStringList{});
    QCOMPARE(taken.salvaged, 0);
    QCOMPARE(taken.stream, contentOf(path));
}

void tst_Formats::wrappersGiveTheSameBytes()
{
    QFETCH(const QString, path);
    const Taken taken = take(contentOf(path));
    if (taken.inferred > 0 || path.contains(u"/aks-audit/"_s)) {
        for (const QString &id : {u"0001"_s, u"0002"_s, u"0003"_s}) {
            QVERIFY(taken.events.join(u'\n').contains(u"-4000-8000-00000000"_s + id));
        }
        return; // put together from what the export kept
    }
    QStringList events = taken.events;
    QStringList expected = originals();
    events.sort();
    expected.sort();
    QCOMPARE(events, expected);
}

void tst_Formats::pieceByPieceIsTheSame()
{
    QFETCH(const QString, path);
    const std::string stream = contentOf(path);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{4096}}) {
        const Taken taken = take(stream, piece);
        QCOMPARE(taken.events, take(stream).events);
        QCOMPARE(taken.stream, stream);
    }
}

void tst_Formats::noFormatIsTakenForAnother()
{
    QFETCH(const QString, path);
    QFETCH(const QString, format);
    CertainFormats formats;
    RecordSplitter splitter(formats);
    splitter.feed(contentOf(path));
    splitter.finish();
    QCOMPARE(formats.contested, QStringList{});
    for (const QString &certain : std::as_const(formats.certain)) {
        QVERIFY2(format.split(u'/').contains(certain) || certain == u"encoded-payload"_s,
                 qPrintable(certain));
    }
}

void tst_Formats::everyFormatHasASample()
{
    for (const Format *format : allFormats()) {
        const QString name = QString::fromUtf8(format->name());
        bool found = name == u"encoded-payload"_s; // its events are of the format inside
        for (const QString &folder : QDir(formatCorpus()).entryList(QDir::Dirs)) {
            found = found || folder.split(u'+').contains(name);
        }
        QVERIFY2(found, qPrintable(name));
    }
}

void tst_Formats::namesAreUnique()
{
    QSet<QString> names;
    for (const Format *format : allFormats()) {
        QVERIFY(formatNamed(format->name()) == format);
        QVERIFY(!QString::fromUtf8(format->description()).isEmpty());
        names.insert(QString::fromUtf8(format->name()));
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(allFormats().size()));
}

void tst_Formats::cutEventInsideIsSalvaged()
{
    const QString event = originals().first();
    const QString cut = event.left(event.size() * 3 / 4);
    const QString quoted = QString(cut).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    const QString entry =
        u"{\"events\":[{\"timestamp\":1,\"message\":\"%1[Truncated...]\",\"eventId\":\"1\"}]}"_s;
    const Taken taken = take(entry.arg(quoted).toStdString());
    QCOMPARE(taken.salvaged, 1);
    QCOMPARE(taken.events, QStringList{cut + u"[Truncated...]"_s});
}

void tst_Formats::cutWrapperIsSalvaged()
{
    const std::string whole = contentOf(formatCorpus() + u"/docker-json/whole.log"_s);
    const std::string first = whole.substr(0, whole.find('\n'));
    const Taken taken = take(first.substr(0, first.size() * 3 / 4));
    QCOMPARE(taken.salvaged, 1);
    QVERIFY(originals().first().startsWith(taken.events.first()));
}

/// Wherever an export is cut: what is left of an event is what stood there, and a column holds all
/// that the whole event has in it, or nothing.
void tst_Formats::cutEntryTellsNothingElse()
{
    QFETCH(const QString, path);
    const std::string stream = contentOf(path);
    const Taken whole = take(stream);
    if (whole.inferred > 0 || path.contains(u"/aks-audit/"_s)) {
        return; // put together from what the export kept
    }
    for (std::size_t length = stream.size() / 4; length < stream.size(); length += 3) {
        const Taken cut = take(stream.substr(0, length));
        for (QString event : cut.events) {
            while (event.endsWith(u'\uFFFD')) { // of a character that was cut
                event.chop(1);
            }
            QVERIFY2(std::ranges::any_of(
                         whole.events,
                         [&event](const QString &known) { return known.startsWith(event); }),
                     qPrintable(event));
        }
        for (const auto &[auditId, columns] : cut.columns) {
            QVERIFY2(whole.columns.contains(auditId), auditId.c_str());
            for (qsizetype i = 0; i < columns.size(); ++i) {
                QVERIFY2(columns[i].isEmpty() || columns[i] == whole.columns.at(auditId)[i],
                         qPrintable(QString::number(length) + u": "_s + columns[i]));
            }
        }
    }
}

void tst_Formats::oneBadRecordCostsOnlyItself()
{
    std::string list = contentOf(formatCorpus() + u"/cloudwatch-events/pretty.json"_s);
    const std::size_t second = list.find("\"timestamp\"", list.find("\"timestamp\"") + 1);
    list.replace(second, 11, "\"timestamp");
    const Taken taken = take(list);
    QCOMPARE(taken.events.size() + taken.rejected.size(), originals().size());
    QVERIFY(taken.events.size() >= originals().size() - 1);
    QCOMPARE(taken.stream, list);
}

void tst_Formats::strayQuoteCostsItsRow()
{
    std::string table = contentOf(formatCorpus() + u"/logs-insights/results.csv"_s);
    const std::size_t second = table.find('\n', table.find('\n') + 1) + 1;
    table.insert(second, "broken,\"row\n");
    const Taken taken = take(table);
    QCOMPARE(taken.events.size(), originals().size());
    QCOMPARE(taken.rejected, QStringList{u"a row with a stray quote"_s});
}

void tst_Formats::wrappersInWrappersAreOpened()
{
    const QString path = formatCorpus() + u"/cri+json-field/fluent-bit.log"_s;
    const Taken taken = take(contentOf(path));
    QCOMPARE(taken.events.size(), originals().size());
    QCOMPARE(taken.formats.begin()->first, "cri/json-field");
}

void tst_Formats::piecesOfTwoStreamsAreToldApart()
{
    const std::string event = originals().first().toStdString();
    const std::string log = "2026-03-14T02:15:00.000000001Z stdout P " + event.substr(0, 100)
        + "\n2026-03-14T02:15:00.000000002Z stderr F I0314 02:15:00.000000       1 x.go:1] klog\n"
        + "2026-03-14T02:15:00.000000003Z stdout F " + event.substr(100) + "\n";
    const Taken taken = take(log);
    QCOMPARE(taken.events, QStringList{QString::fromStdString(event)});
    QCOMPARE(taken.other.at("klog"), 1);
}

void tst_Formats::controlMessagesAreCounted()
{
    const Taken taken = take(R"({"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs",)"
                             R"("logGroup":"","logStream":"","subscriptionFilters":[],)"
                             R"("logEvents":[{"id":"","timestamp":1,"message":"CWL CONTROL )"
                             R"(MESSAGE: Checking health of destination Firehose."}]})");
    QCOMPARE(taken.events, QStringList{});
    QCOMPARE(taken.other.at("CONTROL_MESSAGE"), 1);
}

void tst_Formats::otherCategoriesAreNamed()
{
    const Taken taken = take(R"({"records":[{"category":"guard","properties":{"log":"x"},)"
                             R"("time":"2026-03-14T02:15:00.0000000Z"}]})");
    QCOMPARE(taken.other.at("AKS category guard"), 1);
}

void tst_Formats::clusterComesFromTheWrapper()
{
    const QString path = formatCorpus() + u"/cloudwatch-subscription/firehose.json"_s;
    QCOMPARE(take(contentOf(path)).clusters.first(), u"loupe-demo"_s);
    QString rows =
        QString::fromStdString(contentOf(formatCorpus() + u"/logs-insights/results.csv"_s));
    rows.replace(u"@logStream"_s, u"@log"_s)
        .replace(QRegularExpression(u",kube-apiserver-audit-[0-9a-f]+,"_s),
                 u",123456789012:/aws/eks/other/cluster,"_s);
    QCOMPARE(take(rows.toStdString()).clusters, QStringList(originals().size(), u"other"_s));
}

void tst_Formats::everyByteIsKept_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("a string that never ends")
        << QByteArray("2026-03-14T02:15:00.1Z stdout F \"a\\n");
    QTest::newRow("values without blanks")
        << QByteArray("x AUDIT: id=\"1\"") + QByteArray("=\"\"").repeated(20'000);
    QTest::newRow("rows that stay open")
        << QByteArray("@message,x\n") + QByteArray("x\",\"\n").repeated(20'000);
    QTest::newRow("objects cut at the end") << QByteArray("{\"a\":\n").repeated(20'000);
    QTest::newRow("lists in lists") << QByteArray("{\"items\":[").repeated(20'000);
    QTest::newRow("many cells") << QByteArray("@message,x\n") + QByteArray(200'000, ',');
    QTest::newRow("many kinds") << [] {
        QByteArray stream;
        for (int i = 0; i < 2000; ++i) {
            stream += "{\"category\":\"" + QByteArray::number(i) + "\",\"properties\":{}}\n";
        }
        return stream;
    }();
}

void tst_Formats::everyByteIsKept()
{
    QFETCH(const QByteArray, stream);
    const Taken taken = take(stream.toStdString());
    QCOMPARE(QByteArray::fromStdString(taken.stream), stream);
    QVERIFY(taken.other.size() <= 201);
}

void tst_Formats::openStringIsText()
{
    std::string scratch;
    for (const std::string &text : {"\"abc\\n"s, "\"ab\\\""s, "\""s}) {
        const std::string found(textOf(text, scratch));
        QCOMPARE(found, text);
    }
    const std::string padded = "\"a\\\"b\\n\"" + std::string(64, ' ');
    const std::string found(textOf(std::string_view(padded).substr(0, 8), scratch));
    QCOMPARE(found, "a\"b\n"s);
    for (const std::string &text : {"\"abc\n"s, "\"ab\\\""s, "\"a\"b\""s, "\""s, "a"s}) {
        QVERIFY2(!isJsonString(text), text.c_str());
    }
    QVERIFY(isJsonString("\"a\\\"b\\\\\""));
}

void tst_Formats::piecesOfTwoStreamsStayInOneBlock()
{
    const std::string event = originals().first().toStdString();
    const std::string time = "2026-03-14T02:15:00.000000001Z ";
    const auto filler = [&](const std::string &name) {
        return time + name + " F I0314 02:15:00.000000       1 x.go:1] " + std::string(200'000, 'x')
            + "\n";
    };
    const std::string stream = filler("stdout") + time + "stderr P " + event.substr(0, 90) + "\n"
        + filler("stdout") + time + "stdout P " + event.substr(0, 50) + "\n" + time + "stderr F "
        + event.substr(90) + "\n" + filler("stderr") + filler("stderr") + time + "stdout F "
        + event.substr(50) + "\n";
    const Taken taken = take(stream);
    QCOMPARE(taken.events, QStringList(2, QString::fromStdString(event)));
    QCOMPARE(taken.stream, stream);
}

void tst_Formats::logBehindATableIsRead_data()
{
    QTest::addColumn<QString>("first");
    QTest::newRow("a table") << u"/logs-insights/results.csv"_s;
    QTest::newRow("documents") << u"/gcloud-yaml+gke-log-entry/gcloud.yaml"_s;
}

void tst_Formats::logBehindATableIsRead()
{
    QFETCH(const QString, first);
    const Taken taken =
        take(contentOf(formatCorpus() + first) + contentOf(formatCorpus() + u"/events.jsonl"_s));
    QCOMPARE(taken.events.size(), 2 * originals().size());
    QCOMPARE(taken.formats.at(std::string(NativeFormat)), originals().size());
}

void tst_Formats::circleOfAliasesEnds()
{
    const std::string circle = "insertId: x\nprotoPayload: &a\n- *a\n";
    QCOMPARE(take(circle).events, QStringList{});
    QCOMPARE(take(circle).stream, circle);
}

void tst_Formats::oldTextIsReadWhereItIsChosen()
{
    const std::string log = contentOf(formatCorpus() + u"/legacy-text/audit.log"_s);
    const Format *legacy = formatNamed("legacy-text");
    QVERIFY(legacy != nullptr);
    const Taken taken = take(log, 4096, legacy);
    QCOMPARE(taken.events.size(), originals().size());
    QCOMPARE(taken.formats.begin()->first, "legacy-text");
    QVERIFY(taken.events.first().contains(u"\"verb\":\"list\""_s));
    QCOMPARE(take(log).events, QStringList{});
    QCOMPARE(take(log).other.at("legacy audit text"), originals().size());
}

void tst_Formats::eventWithoutItsBeginningIsSalvaged()
{
    const std::string lines = contentOf(formatCorpus() + u"/event-fragment/cut.log"_s);
    const std::string pretty = contentOf(formatCorpus() + u"/event-fragment/lines.json"_s);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{4096}}) {
        const Taken taken = take(lines + pretty, piece);
        QCOMPARE(taken.events.size(), 3);
        QCOMPARE(taken.salvaged, 3);
        QCOMPARE(taken.formats, (std::map<std::string, int>{{"event-fragment", 3}}));
        QCOMPARE(taken.rejected, QStringList());
        QCOMPARE(taken.stream, lines + pretty);
        QVERIFY2(taken.events[0].startsWith(u"{\"level\":\"Metadata\",\"auditID\":"_s),
                 qPrintable(taken.events[0]));
        QVERIFY2(taken.events[1].startsWith(u"{\"auditID\":"_s), qPrintable(taken.events[1]));
        QVERIFY2(taken.events[2].startsWith(u"{\"apiVersion\": "_s), qPrintable(taken.events[2]));
    }
    const Taken whole = take(pretty + originals().first().toStdString());
    QCOMPARE(whole.events.size(), 2); // what follows is a record of its own
    QCOMPARE(take(lines.substr(0, lines.find("annotations"))).salvaged, 1);
}

void tst_Formats::pieceWithoutAnIdIsTold_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("on one line") << QByteArray(
        R"(ts","verb":"get","stageTimestamp":"2026-03-14T02:15:07.000101Z","annotations":{}})");
    QTest::newRow("on several") << QByteArray(
        "\"verb\": \"get\",\n\"stageTimestamp\": \"2026-03-14T02:15:07.000101Z\"\n}");
}

void tst_Formats::pieceWithoutAnIdIsTold()
{
    QFETCH(const QByteArray, piece);
    const Taken taken = take(piece.toStdString());
    QCOMPARE(taken.events, QStringList());
    QCOMPARE(taken.rejected, QStringList{u"a piece of an event without its auditID"_s});
}

void tst_Formats::bareEncodedGzipIsOpened_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<int>("events");
    const QByteArray text = encodedGzip().toBase64();
    QByteArray wrapped;
    for (qsizetype at = 0; at < text.size(); at += 76) {
        wrapped += text.sliced(at, std::min<qsizetype>(76, text.size() - at)) + '\n';
    }
    QTest::newRow("a line") << text << 3;
    QTest::newRow("two lines") << text + '\n' + text + '\n' << 6;
    QTest::newRow("wrapped over lines") << wrapped << 3;
    QTest::newRow("between other lines") << "a line\n" + wrapped + "another\n" << 3;
    QTest::newRow("in a field") << R"({"time":1,"payload":")" + text + "\"}" << 3;
    QTest::newRow("in a column") << "time,payload\n1," + text + '\n' << 0; // no table that is known
    QTest::newRow("text that begins so") << QByteArray("H4sI is what gzip begins with\n") << 0;
}

void tst_Formats::bareEncodedGzipIsOpened()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const int, events);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{100}, std::size_t{1} << 20U}) {
        const Taken taken = take(stream.toStdString(), piece);
        QCOMPARE(taken.events.size(), events);
        QCOMPARE(taken.rejected, QStringList());
        QCOMPARE(taken.stream, stream.toStdString());
    }
}

void tst_Formats::damagedEncodedGzipIsTold()
{
    const QByteArray text = encodedGzip().toBase64();
    const Taken taken = take(text.first(text.size() / 8 * 4).toStdString());
    QCOMPARE(taken.rejected, QStringList{u"gzip in base64 that is damaged or cut off"_s});
}

void tst_Formats::longHeadOfAListIsKept()
{
    const std::string head = R"({"padding":")" + std::string(200'000, 'x')
        + R"(","messageType":"DATA_MESSAGE","logGroup":"/aws/eks/prod/cluster","logEvents":[)";
    const std::string event =
        QJsonDocument(QJsonObject{{u"id"_s, u"1"_s}, {u"message"_s, originals().first()}})
            .toJson(QJsonDocument::Compact)
            .toStdString();
    const Taken taken = take(head + event + ',' + event + "]}");
    QCOMPARE(taken.events.size(), 2);
    QCOMPARE(taken.clusters, (QStringList{u"prod"_s, u"prod"_s}));
}

/// Every field of an event that is put together stands in the table, and the other way round.
void tst_Formats::tableOfGkeFieldsIsWhole()
{
    const std::string entry =
        R"({"insertId":"i","timestamp":"2026-03-14T02:15:07.000101Z","labels":{"a":"b"},)"
        R"("resource":{"labels":{"cluster_name":"demo"}},"operation":{"id":"o"},"protoPayload":{)"
        R"("serviceName":"k8s.io","methodName":"io.k8s.apps.v1.deployments.scale.patch",)"
        R"("resourceName":"apps/v1/namespaces/n/deployments/d/scale","authenticationInfo":)"
        R"({"principalEmail":"u"},"requestMetadata":{"callerIp":"10.0.0.1",)"
        R"("callerSuppliedUserAgent":"k"},"status":{"code":7,"message":"m"},"request":{"r":1},)"
        R"("response":{"s":1}}})"
        "\n";
    const Taken taken = take(entry);
    QCOMPARE(taken.events.size(), 1);
    QCOMPARE(taken.clusters, QStringList{u"demo"_s});
    const std::string event = taken.events.first().toStdString();
    const JsonOutline outline = JsonOutline::read(event);
    std::set<std::string> made{"cluster"};
    for (std::uint32_t node = 1; node < outline.nodes.size(); ++node) {
        const std::string path = outline.path(event, node);
        const bool isWhole = path == "requestObject" || path == "responseObject"
            || path == "annotations" || path == "responseStatus.metadata";
        const bool isInside = path.contains('[') || path.starts_with("requestObject.")
            || path.starts_with("responseObject.") || path.starts_with("annotations.");
        const bool isGroup = outline.nodes[node].kind == JsonNode::Kind::Object && !isWhole;
        if (!isGroup && !isInside) {
            made.insert(path);
        }
    }
    made.erase("kind");
    made.erase("apiVersion");
    std::set<std::string> told;
    for (const GkeField &field : gkeFields()) {
        QCOMPARE(field.entry.empty(), field.origin == GkeOrigin::Absent);
        if (field.origin != GkeOrigin::Absent) {
            told.emplace(field.event);
        }
    }
    QCOMPARE(made, told);
}

QTEST_GUILESS_MAIN(tst_Formats)
#include "tst_formats.moc"
