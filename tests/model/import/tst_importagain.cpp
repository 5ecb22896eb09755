// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/casefile/casetesting.h"

#include <QProcess>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// Files that were imported before: what is new in them is added, and nothing twice.
class tst_ImportAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void sameFileAddsNothing();
    void grownFileAddsWhatIsNew_data();
    void grownFileAddsWhatIsNew();
    void halfWrittenLastLineBecomesWhole_data();
    void halfWrittenLastLineBecomesWhole();
    void listThatGoesOnHasAnEnd();
    void secondGzipMemberIsAdded();
    void cutGzipIsCompleted();
    void rotatedFileIsKnownByItsContent_data();
    void rotatedFileIsKnownByItsContent();
    void movedFileIsKnownUnderItsNewName();
    void shorterFileTakesNothingAway();
    void emptiedFileTakesNothingAway();
    void replacedFileIsAnotherSource();
    void fileThatDiffersLateIsAnotherSource();
    void pieceAfterPieceGivesTheSameRows();
    void earlierHashIsKept();
    void cancelledBeforeAnythingNewLeavesTheSource();

private:
    QString write(const QString &name, std::string_view bytes)
    {
        return writeFile(*m_folder, name, bytes);
    }

    ImportReport import(const QStringList &inputs)
    {
        const auto report = importLogs({.casePath = casePath(), .inputs = inputs}, {});
        if (!report) {
            qFatal("%s", qPrintable(report.error().toText()));
        }
        return *report;
    }

    CaseReader reader() { return std::move(CaseReader::open(casePath()).value()); }
    QString casePath() const { return m_folder->filePath(u"c.auditcase"_s); }

    /// The stream of the case's first source.
    std::string stream()
    {
        std::string bytes;
        const auto exported = reader().exportSource(SourceId{1}, [&bytes](QByteArrayView piece) {
            bytes.append(piece.data(), static_cast<std::size_t>(piece.size()));
            return true;
        });
        return exported ? bytes : exported.error().toText().toStdString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_ImportAgain::sameFileAddsNothing()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 50));
    import({log});
    const ImportReport report = import({log});
    QCOMPARE(report.events, 0);
    QCOMPARE(report.duplicates, 0);
    QCOMPARE(report.sources.size(), 0U);
    QCOMPARE(report.known.size(), 1U);
    QCOMPARE(report.known[0].kind, KnownFile::Kind::Same);
    QCOMPARE(reader().sources()->size(), 1U);
    QCOMPARE(reader().summary()->events, 50);
}

void tst_ImportAgain::grownFileAddsWhatIsNew_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<int>("events");
    QTest::newRow("lines") << auditLines(0, 40) << auditLines(0, 60) << 20;
    QTest::newRow("many blocks") << auditLines(0, 3000) << auditLines(0, 7000) << 4000;
    QTest::newRow("without the last end of line")
        << auditLines(0, 39) + auditLine(39) << auditLines(0, 60) << 20;
    QTest::newRow("noise alone") << auditLines(0, 40) << auditLines(0, 40) + "noise\n" << 0;
}

void tst_ImportAgain::grownFileAddsWhatIsNew()
{
    QFETCH(const std::string, before);
    QFETCH(const std::string, after);
    QFETCH(const int, events);
    const QString log = write(u"audit.log"_s, before);
    const std::int64_t first = import({log}).events;
    write(u"audit.log"_s, after);
    const ImportReport report = import({log});
    QCOMPARE(report.events, events);
    QCOMPARE(report.duplicates, 0);
    QCOMPARE(report.known.size(), 1U);
    QCOMPARE(report.known[0].kind, KnownFile::Kind::Grown);
    QCOMPARE(report.known[0].newEvents, events);
    const auto sources = reader().sources();
    QCOMPARE(sources->size(), 1U);
    QCOMPARE(sources->front().state, SourceState::Complete);
    QCOMPARE(sources->front().events, first + events);
    QCOMPARE(sources->front().sha256, sha256Of(log));
    QCOMPARE(reader().summary()->requests, first + events);
    QCOMPARE(stream(), after);
}

void tst_ImportAgain::halfWrittenLastLineBecomesWhole_data()
{
    QTest::addColumn<int>("cut"); // bytes of the last line that were there
    QTest::newRow("rejected") << 40;
    QTest::newRow("salvaged") << int(auditLine(0).size()) - 60;
    QTest::newRow("all but the brace") << int(auditLine(0).size()) - 1;
}

void tst_ImportAgain::halfWrittenLastLineBecomesWhole()
{
    QFETCH(const int, cut);
    const std::string whole = auditLines(0, 60);
    const std::string before =
        auditLines(0, 40) + auditLine(40).substr(0, static_cast<std::size_t>(cut));
    const QString log = write(u"audit.log"_s, before);
    const ImportReport first = import({log});
    QCOMPARE(first.salvaged + first.rejected, 1);
    QCOMPARE(stream(), before);
    write(u"audit.log"_s, whole);
    const ImportReport report = import({log});
    QCOMPARE(reader().summary()->events, 60);
    QCOMPARE(reader().summary()->requests, 60);
    QCOMPARE(reader().summary()->salvaged, 0);
    QCOMPARE(reader().summary()->rejected, 0);
    QCOMPARE(reader().rejected(0, 10)->size(), 0U);
    QCOMPARE(report.events, 60 - first.events);
    QCOMPARE(reader().sources()->size(), 1U);
    QCOMPARE(stream(), whole);
    CaseReader reader = this->reader();
    const std::vector<std::string> rows = dumpEvents(reader);
    QCOMPARE(rows.size(), 60U);
    QVERIFY(rows[40].ends_with(auditLine(40)));
}

void tst_ImportAgain::listThatGoesOnHasAnEnd()
{
    const std::string begin = "[" + auditLine(0) + ",\n" + auditLine(1);
    const std::string more = begin + ",\n" + auditLine(2);
    const std::string whole = more + "]\n";
    for (const std::string &content : {begin, more}) {
        import({write(u"audit.json"_s, content)});
        const auto rejected = reader().rejected(0, 10);
        QCOMPARE(rejected->size(), 1U);
        QCOMPARE(rejected->front().reason, u"the list has no end"_s);
        QCOMPARE(rejected->front().line, 1);
    }
    import({write(u"audit.json"_s, whole)});
    QCOMPARE(reader().rejected(0, 10)->size(), 0U);
    QCOMPARE(reader().summary()->rejected, 0);
    QCOMPARE(reader().summary()->events, 3);
    QCOMPARE(stream(), whole);
}

void tst_ImportAgain::secondGzipMemberIsAdded()
{
    const QString one = write(u"1"_s, auditLines(0, 40));
    const QString two = write(u"2"_s, auditLines(40, 70));
    QCOMPARE(QProcess::execute(u"gzip"_s, {one, two}), 0);
    const QByteArray first = readFile(one + u".gz"_s);
    const QString log = write(u"audit.log.gz"_s, first.toStdString());
    import({log});
    write(u"audit.log.gz"_s, (first + readFile(two + u".gz"_s)).toStdString());
    const ImportReport report = import({log});
    QCOMPARE(report.events, 30);
    QCOMPARE(reader().sources()->size(), 1U);
    QCOMPARE(reader().sources()->front().sha256, sha256Of(log));
    QCOMPARE(stream(), auditLines(0, 70));
}

/// The file was still being copied when it was imported.
void tst_ImportAgain::cutGzipIsCompleted()
{
    const QString plain = write(u"audit.log"_s, auditLines(0, 3000));
    QCOMPARE(QProcess::execute(u"gzip"_s, {plain}), 0);
    const QString log = plain + u".gz"_s;
    const QByteArray whole = readFile(log);
    write(u"audit.log.gz"_s, whole.first(whole.size() / 2).toStdString());
    const ImportReport half = import({log});
    QCOMPARE(half.sources.front().state, SourceState::Damaged);
    write(u"audit.log.gz"_s, whole.toStdString());
    import({log});
    QCOMPARE(reader().sources()->size(), 1U);
    QCOMPARE(reader().sources()->front().state, SourceState::Complete);
    QCOMPARE(reader().sources()->front().message, QString());
    QCOMPARE(reader().summary()->events, 3000);
    QCOMPARE(stream(), auditLines(0, 3000));
}

void tst_ImportAgain::rotatedFileIsKnownByItsContent_data()
{
    QTest::addColumn<bool>("isCompressed");
    QTest::addColumn<int>("grownTo");
    QTest::newRow("as it was") << false << 40;
    QTest::newRow("as it was, compressed") << true << 40;
    QTest::newRow("grown before") << false << 45;
    QTest::newRow("grown before, compressed") << true << 45;
}

void tst_ImportAgain::rotatedFileIsKnownByItsContent()
{
    QFETCH(const bool, isCompressed);
    QFETCH(const int, grownTo);
    const QString folder = m_folder->filePath(u"logs"_s);
    write(u"logs/audit.log"_s, auditLines(0, 40));
    import({folder});
    QString rotated = write(u"logs/audit-2026-03-14T02-45-00.000.log"_s, auditLines(0, grownTo));
    if (isCompressed) {
        QCOMPARE(QProcess::execute(u"gzip"_s, {rotated}), 0);
        rotated += u".gz"_s;
    }
    const QString live = write(u"logs/audit.log"_s, auditLines(grownTo, 60));
    const ImportReport report = import({folder});
    QCOMPARE(report.events, 20);
    QCOMPARE(report.duplicates, 0);
    QCOMPARE(report.known.size(), 2U);
    QCOMPARE(report.known[0].path, rotated);
    QCOMPARE(report.known[0].importedAs, live);
    QCOMPARE(report.known[0].newEvents, grownTo - 40);
    QVERIFY(knownFileText(report.known[0]).contains(live));
    QCOMPARE(report.known[1].path, live);
    QCOMPARE(report.known[1].kind, KnownFile::Kind::Replaced);
    const auto sources = reader().sources();
    QCOMPARE(sources->size(), 2U);
    QCOMPARE(sources->at(0).path, rotated);
    QCOMPARE(sources->at(0).sha256, sha256Of(rotated));
    QCOMPARE(sources->at(1).path, live);
    QCOMPARE(reader().summary()->events, 60);
    QCOMPARE(reader().summary()->requests, 60);
    QCOMPARE(import({folder}).events, 0); // and once more: both are known now
    QCOMPARE(reader().sources()->size(), 2U);
}

void tst_ImportAgain::movedFileIsKnownUnderItsNewName()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 40));
    import({log});
    const QString copy = write(u"copy.log"_s, auditLines(0, 40));
    QCOMPARE(import({copy}).known.at(0).kind, KnownFile::Kind::Same);
    QCOMPARE(reader().sources()->front().path, log); // it is still there
    QVERIFY(QFile::remove(log));
    QCOMPARE(import({copy}).events, 0);
    QCOMPARE(reader().sources()->front().path, copy);
    QCOMPARE(reader().earlierFiles(SourceId{1})->at(0).path, log);
}

void tst_ImportAgain::shorterFileTakesNothingAway()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 40));
    const QByteArray sum = sha256Of(log);
    import({log});
    write(u"audit.log"_s, auditLines(0, 10));
    const ImportReport report = import({log});
    QCOMPARE(report.events, 0);
    QCOMPARE(report.known.at(0).kind, KnownFile::Kind::Shorter);
    QCOMPARE(reader().sources()->size(), 1U);
    QCOMPARE(reader().sources()->front().sha256, sum);
    QCOMPARE(reader().summary()->events, 40);
}

void tst_ImportAgain::emptiedFileTakesNothingAway()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 40));
    import({log});
    write(u"audit.log"_s, "");
    QCOMPARE(import({log}).known.at(0).kind, KnownFile::Kind::Shorter);
    write(u"audit.log"_s, auditLines(100, 130)); // written on after it was emptied
    QCOMPARE(import({log}).events, 30);
    QCOMPARE(reader().summary()->events, 70);
}

void tst_ImportAgain::replacedFileIsAnotherSource()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 40));
    import({log});
    write(u"audit.log"_s, auditLines(100, 130));
    const ImportReport report = import({log});
    QCOMPARE(report.events, 30);
    QCOMPARE(report.known.at(0).kind, KnownFile::Kind::Replaced);
    const auto sources = reader().sources();
    QCOMPARE(sources->size(), 2U);
    QVERIFY(sources->at(0).isPathShared && sources->at(1).isPathShared);
    QCOMPARE(sources->at(0).events, 40);
    QCOMPARE(sources->at(1).events, 30);
}

void tst_ImportAgain::fileThatDiffersLateIsAnotherSource()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 2000));
    import({log});
    std::string changed = auditLines(0, 2100);
    const std::size_t name = changed.find("user3", changed.size() / 2);
    changed.replace(name, 5, "user9");
    write(u"audit.log"_s, changed);
    const ImportReport report = import({log});
    QCOMPARE(report.events, 100);
    QCOMPARE(report.duplicates, 2000);
    QCOMPARE(report.conflicts, 1);
    QCOMPARE(reader().sources()->size(), 2U);
    QCOMPARE(stream(), auditLines(0, 2000));
}

/// A log that is looked at again and again holds what it would if it were imported once.
void tst_ImportAgain::pieceAfterPieceGivesTheSameRows()
{
    const std::string whole = auditLines(0, 400);
    QString log;
    for (std::size_t end = 1000; end < whole.size(); end += 17'341) {
        log = write(u"audit.log"_s, std::string_view(whole).substr(0, end));
        import({log});
        QCOMPARE(stream(), whole.substr(0, end));
    }
    log = write(u"audit.log"_s, whole);
    import({log});
    QCOMPARE(stream(), whole);
    const auto source = reader().sources()->front();
    QCOMPARE(source.events, 400);
    QCOMPARE(source.duplicates + source.rejected + source.salvaged, 0);
    QCOMPARE(reader().summary()->events, 400);
    QCOMPARE(reader().summary()->requests, 400);
}

void tst_ImportAgain::earlierHashIsKept()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 40));
    const QByteArray sum = sha256Of(log);
    import({log});
    write(u"audit.log"_s, auditLines(0, 50));
    import({log});
    const auto earlier = reader().earlierFiles(SourceId{1});
    VERIFY_OK(earlier);
    QCOMPARE(earlier->size(), 1U);
    QCOMPARE(earlier->front().sha256, sum);
    QCOMPARE(earlier->front().path, log);
}

void tst_ImportAgain::cancelledBeforeAnythingNewLeavesTheSource()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 40));
    import({log});
    write(u"audit.log"_s, auditLines(0, 50));
    std::stop_source stop;
    stop.request_stop();
    [[maybe_unused]] const auto cancelled =
        importLogs({.casePath = casePath(), .inputs = {log}}, {.stop = stop.get_token()});
    QCOMPARE(reader().sources()->front().state, SourceState::Complete);
    QVERIFY(reader().summary()->finished);
    QCOMPARE(import({log}).events, 10);
}

QTEST_GUILESS_MAIN(tst_ImportAgain)
#include "tst_importagain.moc"
