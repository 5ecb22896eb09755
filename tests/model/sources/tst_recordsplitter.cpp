// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/blockbuilder.h"
#include "model/sources/recordsplitter.h"
#include "tests/testsupport.h"

#include <QStringList>

using namespace auditloupe;
using namespace Qt::StringLiterals;

namespace {

std::string eventLine(const std::string &id, const std::string &more = {})
{
    return R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":")" + id
        + R"(","stage":"ResponseComplete","requestURI":"/readyz","verb":"get")" + more + "}";
}

/// The element of an EventList: no kind, no apiVersion.
std::string item(const std::string &id)
{
    return R"({"level":"Metadata","auditID":")" + id
        + R"(","stage":"ResponseComplete","requestURI":"/a","verb":"get"})";
}

struct Found
{
    QStringList ids = {};
    QStringList salvaged = {};
    QStringList rejected = {}; // "line: reason"
    std::map<std::string, std::int64_t> other = {};
    std::string stream = {}; // the blocks, put together again
    std::vector<std::string> bytes = {}; // of each event
};

/// Splits `stream`, handed over in pieces of `piece` bytes.
Found split(const std::string &stream, std::size_t piece)
{
    Found found;
    BlockBuilder builder({}, [&](const ParsedBlock &block) {
        found.stream += block.bytes;
        for (const ParsedEvent &parsed : block.events) {
            const QString id = QString::fromStdString(block.text.substr(
                static_cast<std::size_t>(parsed.auditId.offset), parsed.auditId.length));
            const bool isSalvaged = (parsed.flags & bit(EventFlag::Salvaged)) != 0;
            (isSalvaged ? found.salvaged : found.ids).append(id);
            found.bytes.push_back(block.bytes.substr(parsed.offset, parsed.length));
        }
        for (const ParsedRejection &rejection : block.rejected) {
            found.rejected.append(
                u"%1: %2"_s.arg(rejection.line).arg(QString::fromStdString(rejection.reason)));
        }
        for (const auto &[reason, count] : block.other) {
            found.other[reason] += count;
        }
    });
    RecordSplitter splitter(builder);
    for (std::size_t at = 0; at < stream.size(); at += piece) {
        splitter.feed(std::string_view(stream).substr(at, piece));
    }
    splitter.finish();
    return found;
}

} // namespace

class tst_RecordSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEvents_data();
    void findsEvents();
    void keepsEveryByte_data() { findsEvents_data(); }
    void keepsEveryByte();
    void eventBytesAreExact();
    void cutLineIsSalvaged();
    void cutLineDoesNotSwallowTheNext();
    void badElementCostsOnlyItself();
    void invalidUtf8IsSalvaged();
    void textBetweenEventsIsCounted();
    void tooLongRecordIsRejected();
    void longTextLineNeedsNoMemory();
    void deepNestingIsNoCrash();
    void lineNumbersCountFromOne();
};

void tst_RecordSplitter::findsEvents_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QStringList>("ids");
    const std::string a = eventLine("a");
    const std::string b = eventLine("b");
    const QStringList both{u"a"_s, u"b"_s};
    const auto row = [](const char *name, const std::string &stream, const QStringList &ids) {
        QTest::newRow(name) << QByteArray::fromStdString(stream) << ids;
    };
    row("lines", a + "\n" + b + "\n", both);
    row("no last line break", a + "\n" + b, both);
    row("CRLF", a + "\r\n" + b + "\r\n", both);
    row("blank lines", "\n\n" + a + "\n \n" + b + "\n\n", both);
    row("byte order mark", "\xef\xbb\xbf" + a + "\n" + b + "\n", both);
    row("one behind the other", a + b, both);
    row("blank between", a + " " + b + "\n", both);
    row("array", "[" + a + "," + b + "]", both);
    row("array over lines", "[\n  " + a + ",\n  " + b + "\n]\n", both);
    row("empty array", "[]\n" + a + "\n" + b, both);
    row("list",
        R"({"kind":"EventList","apiVersion":"audit.k8s.io/v1","metadata":{},"items":[)" + item("a")
            + "," + item("b") + "]}\n",
        both);
    row("list with a tail",
        R"({"items":[)" + item("a") + "," + item("b")
            + R"(],"kind":"EventList","metadata":{"x":[1,{"y":2}]}})" + "\n",
        both);
    row("two lists",
        R"({"items":[)" + item("a") + R"(]})" + "\n" + R"({"items":[)" + item("b") + "]}\n", both);
    row("empty list", R"({"kind":"EventList","items":[]})" + a + "\n" + b, both);
    row("pretty",
        "{\n \"level\": \"Metadata\",\n \"auditID\": \"a\",\n \"stage\": \"Panic\"\n}\n" + b, both);
    row("brackets in strings", eventLine("a", R"(,"userAgent":"{[\"}]\\")") + "\n" + b + "\n",
        both);
    row("list, then lines", R"({"items":[)" + item("a") + "]}\n" + b + "\n", both);
}

void tst_RecordSplitter::findsEvents()
{
    QFETCH(QByteArray, stream);
    QFETCH(QStringList, ids);
    // However the bytes arrive, the same is found.
    for (const std::size_t piece : {1UZ, 2UZ, 3UZ, 7UZ, 64UZ, 1'000'000UZ}) {
        const Found found = split(stream.toStdString(), piece);
        QCOMPARE(found.ids, ids);
        QVERIFY(found.rejected.isEmpty());
        QVERIFY(found.other.empty());
    }
}

void tst_RecordSplitter::keepsEveryByte()
{
    QFETCH(QByteArray, stream);
    for (const std::size_t piece : {1UZ, 5UZ, 1'000'000UZ}) {
        QCOMPARE(split(stream.toStdString(), piece).stream, stream.toStdString());
    }
}

void tst_RecordSplitter::eventBytesAreExact()
{
    const std::string odd = eventLine(
        "a",
        R"(,"requestObject":{"n":12345678901234567890, "f":1.0e+2,"s":"\u003c\ud83d\ude00 é"})");
    const Found found = split("  " + odd + "  \r\n", 16);
    QCOMPARE(found.bytes.size(), 1UZ);
    QCOMPARE(found.bytes.front(), odd);
}

void tst_RecordSplitter::cutLineIsSalvaged()
{
    const std::string whole =
        eventLine("a", R"(,"user":{"username":"jane","groups":["dev"]},"sourceIPs":["10.0.0.1"])");
    // Cut anywhere behind the auditID's end, the event is still known.
    const std::size_t from = whole.find(R"(,"requestURI")");
    for (std::size_t cut = from + 1; cut < whole.size(); ++cut) {
        const Found found = split(whole.substr(0, cut) + "\n" + eventLine("b") + "\n", 4096);
        QCOMPARE(found.salvaged, QStringList{u"a"_s});
        QCOMPARE(found.ids, QStringList{u"b"_s});
    }
    const Found tail = split(eventLine("b") + "\n" + whole.substr(0, from + 5), 4096);
    QCOMPARE(tail.salvaged, QStringList{u"a"_s});
    // Cut before it, nothing tells which event it was: rejected, with its line.
    const Found early = split(eventLine("b") + "\n" + whole.substr(0, 60) + "\n", 4096);
    QCOMPARE(early.ids, QStringList{u"b"_s});
    QCOMPARE(early.rejected, QStringList{u"2: cut off"_s});
}

void tst_RecordSplitter::cutLineDoesNotSwallowTheNext()
{
    // Behind a colon the next line would be legal JSON for a while.
    const std::string cut = eventLine("a", R"(,"requestObject":)");
    const Found found = split(
        cut.substr(0, cut.size() - 1) + "\n" + eventLine("b") + "\n" + eventLine("c") + "\n", 50);
    QCOMPARE(found.salvaged, QStringList{u"a"_s});
    QCOMPARE(found.ids, (QStringList{u"b"_s, u"c"_s}));
}

void tst_RecordSplitter::badElementCostsOnlyItself()
{
    const std::string list = R"({"kind":"EventList","items":[)" + item("a")
        + R"(,{"level":"Metadata","auditID":"x" "stage":"Panic"},)" + item("b") + "]}\n";
    const Found found = split(list, 4096);
    QCOMPARE(found.ids, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(found.rejected.size() + found.salvaged.size(), 1);
}

void tst_RecordSplitter::invalidUtf8IsSalvaged()
{
    const Found found =
        split(eventLine("a", ",\"userAgent\":\"caf\xe9\"") + "\n"
                  + eventLine("b", std::string(",\"userAgent\":\"x\0y\"", 18)) + "\n",
              4096);
    QCOMPARE(found.salvaged, (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(found.rejected.isEmpty());
}

void tst_RecordSplitter::textBetweenEventsIsCounted()
{
    const Found found =
        split("I1120 16:13:25.000000       1 server.go:42] started\n" + eventLine("a")
                  + "\n[a line in brackets]\n" + eventLine("b") + "\nbye",
              10);
    QCOMPARE(found.ids, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(found.other.at("klog"), 1);
    QCOMPARE(found.other.at("text"), 2);
}

void tst_RecordSplitter::tooLongRecordIsRejected()
{
    const std::string big = eventLine("big", ",\"x\":\"" + std::string(65UZ << 20U, 'y') + "\"");
    const std::string stream = eventLine("a") + "\n" + big + "\n" + eventLine("b") + "\n";
    const Found found = split(stream, 1U << 18U);
    QCOMPARE(found.ids, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(found.rejected, QStringList{u"2: longer than 64 MiB"_s});
    QCOMPARE(found.stream, stream);
}

void tst_RecordSplitter::longTextLineNeedsNoMemory()
{
    std::size_t largest = 0;
    std::int64_t lines = 0;
    BlockBuilder builder({}, [&](const ParsedBlock &block) {
        largest = std::max(largest, block.bytes.size());
        for (const auto &[reason, count] : block.other) {
            lines += count;
        }
    });
    RecordSplitter splitter(builder);
    const std::string piece(1U << 18U, 'x');
    for (int i = 0; i < 256; ++i) {
        splitter.feed(piece);
    }
    splitter.finish();
    QCOMPARE(lines, 1);
    QCOMPARE_LE(largest, 2U << 20U);
}

void tst_RecordSplitter::deepNestingIsNoCrash()
{
    const std::string deep =
        eventLine("a", ",\"requestObject\":" + std::string(10'000, '[') + std::string(10'000, ']'));
    const Found found = split(deep + "\n" + eventLine("b") + "\n", 333);
    QVERIFY(found.ids.contains(u"b"_s));
    QCOMPARE(found.ids.size() + found.salvaged.size() + found.rejected.size(), 2);
    const Found open = split(std::string(200'000, '[') + "\n" + eventLine("b") + "\n", 4096);
    QCOMPARE(open.stream.size(), 200'002 + eventLine("b").size());
}

void tst_RecordSplitter::lineNumbersCountFromOne()
{
    const Found found = split(
        "text\n" + eventLine("a") + "\n{\"auditID\": nonsense here}\n{\"kind\":\"Event\",", 8);
    QCOMPARE(found.rejected.size(), 2);
    QVERIFY2(found.rejected[0].startsWith(u"3: "_s), qPrintable(found.rejected[0]));
    QVERIFY2(found.rejected[1].startsWith(u"4: "_s), qPrintable(found.rejected[1]));
}

QTEST_GUILESS_MAIN(tst_RecordSplitter)
#include "tst_recordsplitter.moc"
