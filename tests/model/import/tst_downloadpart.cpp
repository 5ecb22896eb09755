// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/casefile/casetesting.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

namespace {

/// What the case says of its events, but for their numbers.
std::vector<std::string> eventsOf(const QString &casePath)
{
    Result<CaseReader> reader = CaseReader::open(casePath);
    std::vector<std::string> events = dumpEvents(*reader);
    for (std::string &event : events) {
        event.erase(0, event.find(' '));
    }
    std::ranges::sort(events);
    return events;
}

ImportReport importDownload(const QString &casePath, const QString &path, bool isWhole)
{
    const ImportRequest request{
        .casePath = casePath,
        .inputs = {path},
        .downloads = {{path, {.url = u"https://example.com/a"_s, .isWhole = isWhole}}}};
    return importLogs(request, {}).value();
}

} // namespace

class tst_DownloadPart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeFileIsAsIfItHadNeverBrokenOff_data();
    void wholeFileIsAsIfItHadNeverBrokenOff();
    void rejectedLinesAreCountedOnce();
    void anotherFileIsNoContinuation();
    void cutEventThatIsKnownFromElsewhereStays();
};

void tst_DownloadPart::wholeFileIsAsIfItHadNeverBrokenOff_data()
{
    QTest::addColumn<QString>("path");
    const QString folder = QStringLiteral(AUDITLOUPE_TEST_CORPUS "/formats");
    QDirIterator files(folder, {u"*.json"_s, u"*.jsonl"_s, u"*.log"_s, u"*.csv"_s, u"*.yaml"_s},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(QDir(folder).relativeFilePath(path))) << path;
    }
}

/// Cut anywhere: within pieces of an entry, in what is encoded, in front of what can be salvaged.
void tst_DownloadPart::wholeFileIsAsIfItHadNeverBrokenOff()
{
    QFETCH(const QString, path);
    constexpr qsizetype Cuts = 7;
    const QByteArray bytes = readFile(path);
    const QTemporaryDir folder;
    const QString log = writeFile(folder, u"whole/log"_s, bytes.toStdString());
    const QString wholeCase = folder.filePath(u"whole.auditcase"_s);
    importDownload(wholeCase, log, true);
    const std::vector<std::string> events = eventsOf(wholeCase);
    const CaseSummary whole = CaseReader::open(wholeCase)->summary().value();
    for (qsizetype cut = 1; cut <= Cuts; ++cut) {
        const qsizetype size = bytes.size() * cut / (Cuts + 1);
        const QString casePath = folder.filePath(u"%1.auditcase"_s.arg(size));
        const QString part = writeFile(folder, u"part/log"_s, bytes.first(size).toStdString());
        importDownload(casePath, part, false);
        writeFile(folder, u"part/log"_s, bytes.toStdString());
        importDownload(casePath, part, true);
        const QByteArray at = "cut after " + QByteArray::number(size);
        QVERIFY2(eventsOf(casePath) == events, at.constData());
        const CaseSummary summary = CaseReader::open(casePath)->summary().value();
        QVERIFY2(summary.salvaged == whole.salvaged, at.constData());
        QVERIFY2(summary.rejected == whole.rejected, at.constData());
        QVERIFY2(summary.requests == whole.requests, at.constData());
        QVERIFY2(summary.conflicts == whole.conflicts, at.constData());
    }
}

void tst_DownloadPart::rejectedLinesAreCountedOnce()
{
    const QTemporaryDir folder;
    const std::string bad = "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\"}\n";
    const std::string start = auditLines(0, 3) + bad + auditLines(3, 5);
    const QString path = writeFile(folder, u"log"_s, start);
    const QString casePath = folder.filePath(u"a.auditcase"_s);
    QCOMPARE(importDownload(casePath, path, false).rejected, 1);
    writeFile(folder, u"log"_s, start + auditLines(5, 9));
    importDownload(casePath, path, true);
    Result<CaseReader> reader = CaseReader::open(casePath);
    QCOMPARE(reader->summary()->events, 9);
    QCOMPARE(reader->summary()->rejected, 1);
    const std::vector<SourceInfo> sources = reader->sources().value();
    QCOMPARE(sources.size(), 1U);
    QCOMPARE(sources[0].state, SourceState::Complete);
    QCOMPARE(sources[0].rejected, 1);
}

void tst_DownloadPart::anotherFileIsNoContinuation()
{
    const QTemporaryDir folder;
    const QString path =
        writeFile(folder, u"log"_s, auditLines(0, 4) + auditLine(4).substr(0, 500));
    const QString casePath = folder.filePath(u"a.auditcase"_s);
    importDownload(casePath, path, false);
    writeFile(folder, u"log"_s, auditLines(10, 30));
    importDownload(casePath, path, true);
    Result<CaseReader> reader = CaseReader::open(casePath);
    QCOMPARE(reader->sources().value()[0].state, SourceState::Damaged);
    QCOMPARE(reader->summary()->events, 25);
    QCOMPARE(reader->summary()->salvaged, 1);
}

void tst_DownloadPart::cutEventThatIsKnownFromElsewhereStays()
{
    const QTemporaryDir folder;
    const QString casePath = folder.filePath(u"a.auditcase"_s);
    // Cut behind all that tells the event from others, so that it is one with its copy.
    const std::string more = R"(,"annotations":{"authorization.k8s.io/decision":"allow"})";
    const std::string event = auditLine(7, "ResponseComplete", more);
    const std::string cut = event.substr(0, event.size() - 20);
    const QString path = writeFile(folder, u"log"_s, auditLines(0, 3) + cut);
    importDownload(casePath, path, false);
    // A shorter copy of it: the row's content stays the cut one's or becomes the other's.
    const QString other = writeFile(folder, u"other"_s, auditLine(7) + '\n');
    VERIFY_OK(importLogs({.casePath = casePath, .inputs = {other}}, {}));
    writeFile(folder, u"log"_s, auditLines(0, 3) + event + '\n');
    importDownload(casePath, path, true);
    Result<CaseReader> reader = CaseReader::open(casePath);
    QCOMPARE(reader->summary()->events, 4);
    QCOMPARE(reader->summary()->salvaged, 0);
    const SQLite::Transaction reading(reader->database());
    SQLite::Statement orphans(
        reader->database(), "SELECT count(*) FROM copy WHERE event NOT IN (SELECT id FROM event)");
    QVERIFY(orphans.executeStep());
    QCOMPARE(orphans.getColumn(0).getInt(), 0);
}

QTEST_GUILESS_MAIN(tst_DownloadPart)
#include "tst_downloadpart.moc"
