// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/import/interruptedcase.h"

#include <QDateTime>
#include <QLockFile>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// What becomes of a source that an import was killed in.
class tst_ImportResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void finishedCaseEqualsAnUndisturbedOne_data();
    void finishedCaseEqualsAnUndisturbedOne();
    void grownFileIsReadToItsEnd();
    void otherFileOfTheSameSizeAndTimeChangesNothing();
    void otherFileChangesNothing_data();
    void otherFileChangesNothing();
    void fileThatIsAwayCanBeFinishedLater();
    void restCanBeGivenUp();
    void cancelledFinishingKeepsWhatIsThere();
    void recordAcrossTheEndOfWhatIsKeptIsNotTornApart();
    void importingTheSameFileGoesOnWithIt();
    void otherLogsCanBeAddedMeanwhile();
    void lockOfAKilledProgramWithThisNumberIsNone();

private:
    QString write(const QString &name, std::string_view bytes)
    {
        return writeFile(*m_folder, name, bytes);
    }
    QString casePath() const { return m_folder->filePath(u"c.auditcase"_s); }
    CaseReader reader() { return std::move(CaseReader::open(casePath()).value()); }

    /// A log of 100 events, of which an import got the first ones before it was killed.
    QString interrupted(int events);

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// In a container every program may have the same process number.
void tst_ImportResume::lockOfAKilledProgramWithThisNumberIsNone()
{
    interrupted(40);
    const QString lockPath = casePath() + u"-lock"_s;
    QLockFile lock(lockPath);
    QVERIFY(lock.tryLock());
    const QByteArray content = readFile(lockPath);
    lock.unlock();
    QFile left(writeFile(*m_folder, QFileInfo(lockPath).fileName(), content.toStdString()));
    QVERIFY(left.open(QIODevice::ReadWrite));
    QVERIFY(left.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-60),
                             QFileDevice::FileModificationTime));
    left.close();
    const auto report = finishImport(casePath(), Rest::Read, {});
    VERIFY_OK(report);
    QCOMPARE(report->events, 100);
}

QString tst_ImportResume::interrupted(int events)
{
    const QString log = write(u"audit.log"_s, auditLines(0, 100));
    interruptedImport(casePath(), log, auditLines(0, events));
    return log;
}

void tst_ImportResume::finishedCaseEqualsAnUndisturbedOne_data()
{
    QTest::addColumn<int>("events"); // there when it was killed
    for (const int events : {0, 1, 40, 99, 100}) {
        QTest::addRow("%d of 100", events) << events;
    }
}

void tst_ImportResume::finishedCaseEqualsAnUndisturbedOne()
{
    QFETCH(int, events);
    const QString log = interrupted(events);
    const auto report = finishImport(casePath(), Rest::Read, {});
    VERIFY_OK(report);
    QCOMPARE(report->events, 100);
    const QString whole = m_folder->filePath(u"whole.auditcase"_s);
    VERIFY_OK(importLogs({.casePath = whole, .inputs = {log}}, {}));
    CaseReader finished = reader();
    CaseReader undisturbed = std::move(CaseReader::open(whole).value());
    QVERIFY(dumpEvents(finished) == dumpEvents(undisturbed));
    QVERIFY(finished.summary()->finished);
    const SourceInfo source = finished.sources().value().front();
    QCOMPARE(source.state, SourceState::Complete);
    QCOMPARE(source.events, 100);
    QCOMPARE(source.sha256, sha256Of(log));
    QByteArray stream;
    VERIFY_OK(finished.exportSource(source.id, [&stream](QByteArrayView bytes) {
        stream += bytes;
        return true;
    }));
    QCOMPARE(stream, readFile(log));
}

void tst_ImportResume::grownFileIsReadToItsEnd()
{
    interrupted(40);
    write(u"audit.log"_s, auditLines(0, 130)); // the API server writes on
    VERIFY_OK(finishImport(casePath(), Rest::Read, {}));
    CaseReader reader = this->reader();
    QCOMPARE(reader.summary()->events, 130);
    QCOMPARE(reader.sources()->front().state, SourceState::Complete);
}

void tst_ImportResume::otherFileOfTheSameSizeAndTimeChangesNothing()
{
    const QString log = interrupted(40);
    const QDateTime time = QFileInfo(log).lastModified();
    write(u"audit.log"_s, auditLines(100, 200));
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    file.close();
    VERIFY_OK(finishImport(casePath(), Rest::Read, {}));
    CaseReader reader = this->reader();
    const auto rows = dumpEvents(reader);
    QCOMPARE(rows.size(), 40U);
    QVERIFY(rows.back().ends_with(auditLine(39)));
    QVERIFY(reader.summary()->finished);
    const SourceInfo source = reader.sources().value().front();
    QCOMPARE(source.state, SourceState::Damaged);
    QVERIFY(!source.message.isEmpty());
    QCOMPARE(source.events, 40);
}

void tst_ImportResume::otherFileChangesNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    row("shorter", auditLines(0, 10));
    row("empty", "");
    row("no log", "hello\n");
    row("other from its middle", auditLines(0, 20) + auditLines(50, 130));
    row("damaged archive", "\x1f\x8b no gzip at all");
    row("event goes on behind what was read",
        auditLines(0, 39) + auditLine(39, "ResponseComplete", ",\"more\":1") + '\n');
}

void tst_ImportResume::otherFileChangesNothing()
{
    QFETCH(QByteArray, bytes);
    interrupted(40);
    write(u"audit.log"_s, bytes.toStdString());
    VERIFY_OK(finishImport(casePath(), Rest::Read, {}));
    CaseReader reader = this->reader();
    QCOMPARE(dumpEvents(reader).size(), 40U);
    QCOMPARE(reader.sources()->size(), 1U);
    QCOMPARE(reader.sources()->front().state, SourceState::Damaged);
    QCOMPARE(reader.sources()->front().events, 40);
    QVERIFY(reader.summary()->finished);
}

/// Its disk is not there today.
void tst_ImportResume::fileThatIsAwayCanBeFinishedLater()
{
    const QString log = interrupted(40);
    const QString away = m_folder->filePath(u"away.log"_s);
    QVERIFY(QFile::rename(log, away));
    const auto report = finishImport(casePath(), Rest::Read, {});
    VERIFY_OK(report);
    QVERIFY(report->missesInput());
    QCOMPARE(report->skipped.front().path, log);
    QVERIFY(!reader().summary()->finished);
    QCOMPARE(reader().summary()->events, 40);
    QVERIFY(QFile::rename(away, log));
    VERIFY_OK(finishImport(casePath(), Rest::Read, {}));
    QVERIFY(reader().summary()->finished);
    QCOMPARE(reader().summary()->events, 100);
}

void tst_ImportResume::restCanBeGivenUp()
{
    interrupted(40);
    const auto report = finishImport(casePath(), Rest::GiveUp, {});
    VERIFY_OK(report);
    QCOMPARE(report->sources.size(), 1U);
    QVERIFY(reader().summary()->finished);
    QCOMPARE(reader().summary()->events, 40);
    QCOMPARE(reader().sources()->front().state, SourceState::Damaged);
    QVERIFY(!reader().sources()->front().message.isEmpty());
}

void tst_ImportResume::cancelledFinishingKeepsWhatIsThere()
{
    interrupted(40);
    std::stop_source stop;
    const JobControl control{.stop = stop.get_token(),
                             .progress = [&stop](const Progress &) { stop.request_stop(); }};
    const auto report = finishImport(casePath(), Rest::Read, control);
    VERIFY_OK(report);
    QVERIFY(report->cancelled);
    QCOMPARE(reader().sources()->front().state, SourceState::Cancelled);
    QCOMPARE(reader().sources()->front().events, 40);
    QCOMPARE(reader().summary()->events, 40);
    QVERIFY(!reader().summary()->finished);
    VERIFY_OK(finishImport(casePath(), Rest::Read, {}));
    QCOMPARE(reader().summary()->events, 100);
}

/// The last line was being written when the import met the end of the file.
void tst_ImportResume::recordAcrossTheEndOfWhatIsKeptIsNotTornApart()
{
    const std::string lines = auditLines(0, 40);
    const QString log = write(u"audit.log"_s, lines);
    interruptedImport(casePath(), log, std::string_view(lines).substr(0, lines.size() - 100));
    VERIFY_OK(finishImport(casePath(), Rest::Read, {}));
    QCOMPARE(reader().sources()->front().state, SourceState::Complete);
    CaseReader reader = this->reader();
    QCOMPARE(reader.summary()->events, 40);
    QCOMPARE(reader.summary()->rejected + reader.summary()->salvaged, 0);
    QCOMPARE(dumpEvents(reader).size(), 40U);
}

void tst_ImportResume::importingTheSameFileGoesOnWithIt()
{
    const QString log = interrupted(40);
    const QString more = write(u"more.log"_s, auditLines(100, 110));
    const auto report = importLogs({.casePath = casePath(), .inputs = {log, more}}, {});
    VERIFY_OK(report);
    QCOMPARE(report->events, 110);
    QCOMPARE(report->duplicates, 0);
    CaseReader reader = this->reader();
    QCOMPARE(reader.sources()->size(), 2U);
    QCOMPARE(reader.summary()->events, 110);
    QVERIFY(reader.summary()->finished);
}

/// The other log repeats events of both parts: what is there already, and what is still to come.
void tst_ImportResume::otherLogsCanBeAddedMeanwhile()
{
    interrupted(40);
    const QString other = write(u"other.log"_s, auditLines(30, 60) + auditLines(200, 210));
    const auto report = importLogs({.casePath = casePath(), .inputs = {other}}, {});
    VERIFY_OK(report);
    QCOMPARE(report->events, 30);
    QCOMPARE(report->duplicates, 10);
    {
        CaseReader reader = this->reader();
        QCOMPARE(reader.summary()->events, 70);
        QVERIFY(!reader.summary()->finished);
        QCOMPARE(reader.sources()->front().state, SourceState::Cancelled);
        QCOMPARE(reader.sources()->front().events, 40);
    }
    VERIFY_OK(finishImport(casePath(), Rest::Read, {}));
    CaseReader reader = this->reader();
    const auto summary = reader.summary();
    VERIFY_OK(summary);
    QVERIFY(summary->finished);
    QCOMPARE(summary->events, 110);
    QCOMPARE(summary->requests, 110);
    QCOMPARE(summary->duplicates, 30);
    QCOMPARE(dumpEvents(reader).size(), 110U);
    const auto sources = reader.sources();
    VERIFY_OK(sources);
    std::int64_t counted = 0;
    for (const SourceInfo &source : *sources) {
        QCOMPARE(source.state, SourceState::Complete);
        counted += source.events;
    }
    QCOMPARE(counted, 110);
}

QTEST_GUILESS_MAIN(tst_ImportResume)
#include "tst_importresume.moc"
