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
    std::int64_t scannedBytes = 0;
};

std::string repeated(const std::string &text, int times)
{
    std::string result;
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

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
    found.scannedBytes = splitter.scannedBytes();
    return found;
}

/// Takes every object that is whole, and counts what it is asked.
class CountingSink : public RecordSink
{
public:
    Verdict json(std::string_view bytes, RecordPlace /*place*/) override
    {
        ++calls;
        triedBytes += bytes.size();
        const bool isOne = bytes.find("}{") == std::string_view::npos;
        return isOne ? Verdict::Taken : Verdict::NotWhole;
    }
    void broken(std::string_view /*bytes*/, RecordPlace /*place*/, Damage /*damage*/) override
    {
        ++calls;
    }
    TextVerdict text(std::string_view /*line*/, RecordPlace /*place*/) override
    {
        return TextVerdict::Taken;
    }
    void row(std::string_view /*bytes*/, RecordPlace /*place*/) override { }
    bool isOwnLine(std::string_view /*line*/) override { return false; }
    void document(std::string_view /*bytes*/, RecordPlace /*place*/) override { }
    void listBegun(std::string_view /*head*/) override { }
    void listEnded() override { }
    void listCut(RecordPlace /*place*/) override { }
    std::size_t settled(std::string &buffer, std::size_t settled, bool /*last*/) override
    {
        buffer.erase(0, settled);
        return settled;
    }
    bool isCancelled() const override { return isUnwanted; }

    std::size_t calls = 0;
    std::size_t triedBytes = 0;
    bool isUnwanted = false;
};

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
    void listWithoutEndIsTold_data();
    void listWithoutEndIsTold();
    void damageHidesNothingReadable_data();
    void damageHidesNothingReadable();
    void damageIsGoneThroughAFewTimesAtMost_data() { damageHidesNothingReadable_data(); }
    void damageIsGoneThroughAFewTimesAtMost();
    void objectsOfOneLineAreTriedOnce();
    void cancelStopsInsideOfOneFeed();
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
    row("two lists in one object",
        R"({"items":[)" + item("a") + R"(],"between":{"x":1},"items":[)" + item("b") + "]}\n",
        both);
    row("another list behind",
        R"({"items":[)" + item("a") + "," + item("b") + R"(],"otheritems":[)" + item("c") + "]}\n",
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

void tst_RecordSplitter::listWithoutEndIsTold_data()
{
    QTest::addColumn<std::string>("stream");
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("line"); // where the list begins; 0 where it has an end
    const auto row = [](const char *name, const std::string &stream, int events, int line) {
        QTest::newRow(name) << stream << events << line;
    };
    const std::string a = eventLine("a");
    const std::string many = repeated(a + ",\n", 4000);
    row("behind an element", "[" + a, 1, 1);
    row("behind a comma", "\n[" + a + ",\n" + a + ",\n", 2, 2);
    row("in an object", a + "\n{\"records\":[" + item("b") + ",", 2, 2);
    row("in the object, behind the list", "{\"items\":[" + item("a") + "],\"x\":", 1, 1);
    row("in two lists", "[{\"items\":[" + item("a"), 1, 1);
    row("a bracket between lines", a + "\n[\n" + a + "\n" + a + "\n", 3, 2);
    row("large", "[" + many, 4000, 1);
    row("large, behind the list", "{\"items\":[" + many + "]", 4000, 1);
    row("an array", "[" + a + "," + a + "]", 2, 0);
    row("an object", "{\"items\":[" + item("a") + "]}", 1, 0);
    row("a large array", "[" + many + "]", 4000, 0);
    row("a bracket and text", a + "\n[\ntext\n" + a, 2, 0);
}

void tst_RecordSplitter::listWithoutEndIsTold()
{
    QFETCH(const std::string, stream);
    QFETCH(const int, events);
    QFETCH(const int, line);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{4096}, stream.size()}) {
        const Found found = split(stream, piece);
        QCOMPARE(found.ids.size(), events);
        QCOMPARE(found.rejected,
                 line == 0 ? QStringList() : QStringList{u"%1: the list has no end"_s.arg(line)});
        QCOMPARE(found.stream, stream);
    }
}

void tst_RecordSplitter::badElementCostsOnlyItself()
{
    const std::string list = R"({"kind":"EventList","items":[)" + item("a")
        + R"(,{"level":"Metadata","auditID":"x" "stage":"Panic"},)" + item("b") + "]}\n";
    const Found found = split(list, 4096);
    QCOMPARE(found.ids, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(found.rejected.size() + found.salvaged.size(), 1);
}

/// `head`, then `nested` many times, then `tail`.
void tst_RecordSplitter::damageHidesNothingReadable_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("nested");
    QTest::addColumn<QByteArray>("tail");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *name, const std::string &head, const std::string &nested,
                        const std::string &tail, const QStringList &ids) {
        QTest::newRow(name) << QByteArray::fromStdString(head) << QByteArray::fromStdString(nested)
                            << QByteArray::fromStdString(tail) << ids;
    };
    const std::string a = eventLine("a");
    const std::string b = eventLine("b");
    const std::string prettyB =
        "{\n\"level\":\"Metadata\",\n\"auditID\":\"b\",\n\"stage\":\"Panic\"\n}";
    const std::string badList = R"({"kind":"EventList","items":[)" + item("a")
        + R"(,{"level":"Metadata" "auditID":"x"},)" + item("b") + "]}\n";
    const QStringList both{u"a"_s, u"b"_s};
    row("elements", "[", R"({"kind":)", a + "!" + b + "]", both);
    row("arrays", R"({"items":[)", "[", "!]}\n" + a + "\n" + b, both);
    row("lines", a + "\n", "{\"a\":\n", prettyB + "\n!\n", both);
    row("lines before lines", "", "{\"a\":\n", "!\n" + a + "\n" + b + "\n", both);
    row("lines up to the end", a + "\n", "{\"a\":\n", prettyB, both);
    row("lines behind a list", R"({"items":[)" + item("a") + ",", R"({"a":)",
        "!]}\n" + b + "\n" + eventLine("c") + "\n", {u"a"_s, u"b"_s, u"c"_s});
    row("a list inside", "", "{\"a\":\n", badList, both);
    // What is inside a string for the first element is outside of it for the second.
    row("strings and their gaps", R"([{",":1},)", R"({",":",":",":",":)", "!", {});
    row("first element's key", "[{\"lev\nel\":\"x\",", R"("k":[{"n":1}],)",
        "}," + a + "," + b + "]", both);
    row("first element's quote", "[\n  {\n    level\": 1,", R"("k":[{"n":1}],)",
        "},\n  " + a + ",\n  " + b + "\n]", both);
}

void tst_RecordSplitter::damageHidesNothingReadable()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, nested);
    QFETCH(QByteArray, tail);
    QFETCH(QStringList, ids);
    const std::string stream = (head + nested.repeated(30) + tail).toStdString();
    const Found whole = split(stream, stream.size());
    QCOMPARE(whole.ids, ids);
    QVERIFY(!whole.rejected.isEmpty());
    // However the bytes arrive, the same is found and the same is rejected.
    for (const std::size_t piece : {1UZ, 2UZ, 3UZ, 7UZ, 64UZ}) {
        const Found found = split(stream, piece);
        QCOMPARE(found.ids, whole.ids);
        QCOMPARE(found.salvaged, whole.salvaged);
        QCOMPARE(found.rejected, whole.rejected);
        QCOMPARE(found.other, whole.other);
        QCOMPARE(found.stream, stream);
    }
}

void tst_RecordSplitter::damageIsGoneThroughAFewTimesAtMost()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, nested);
    QFETCH(QByteArray, tail);
    const std::string stream = (head + nested.repeated(50'000) + tail).toStdString();
    const Found found = split(stream, 1U << 18U);
    QCOMPARE(found.stream.size(), stream.size());
    // Once inside of strings and once outside, and each time again for the records found.
    QCOMPARE_LE(found.scannedBytes, 4 * static_cast<std::int64_t>(stream.size()));
}

void tst_RecordSplitter::objectsOfOneLineAreTriedOnce()
{
    const std::string object = R"({"a":")" + std::string(1000, 'x') + R"("})";
    const std::string line = repeated(object, 3000);
    CountingSink sink;
    RecordSplitter splitter(sink);
    const std::size_t piece = 1U << 16U;
    for (std::size_t at = 0; at < line.size(); at += piece) {
        splitter.feed(std::string_view(line).substr(at, piece));
    }
    splitter.feed("\n");
    splitter.finish();
    QCOMPARE(sink.calls, 3000UZ);
    QCOMPARE(sink.triedBytes, line.size());
}

void tst_RecordSplitter::cancelStopsInsideOfOneFeed()
{
    const std::string stream = "[" + repeated(R"({"a":)", 50'000) + "!";
    CountingSink sink;
    RecordSplitter splitter(sink);
    sink.isUnwanted = true;
    splitter.feed(stream);
    QCOMPARE_LE(sink.calls, 100UZ);
    const std::size_t calls = sink.calls;
    splitter.feed(stream);
    splitter.finish();
    QCOMPARE(sink.calls, calls);
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
