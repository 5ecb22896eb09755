// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/casefile/casetesting.h"

#include <QCoreApplication>
#include <QProcess>

#include <csignal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// Imports are killed, cancelled and starved of disk in a second process: this test's own program
/// with arguments.
class tst_ImportKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedImportLeavesWholeBatches_data();
    void killedImportLeavesWholeBatches();
    void killedWhileNothingWasWritten();
    void cancelStopsAndSaysSo();
    void fullDiskKeepsWhatWasWritten();
    void secondWriterIsRefused();

private:
    QString writeLogs(int files, int eventsEach);
    std::unique_ptr<QProcess> startImport(const QString &mode);
    void finishAndCompare();
    QString casePath() const { return m_folder->filePath(u"killed.auditcase"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::string> m_expected; // the rows of an import that nobody disturbed
};

void tst_ImportKill::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString logs = writeLogs(3, 40'000);
    const QString whole = m_folder->filePath(u"whole.auditcase"_s);
    VERIFY_OK(importLogs({.casePath = whole, .inputs = {logs}}, {}));
    CaseReader reader = std::move(CaseReader::open(whole).value());
    m_expected = dumpEvents(reader);
    QCOMPARE(m_expected.size(), 120'000U - 2U * 1000U);
}

/// Each file repeats the last 1,000 events of the one before.
QString tst_ImportKill::writeLogs(int files, int eventsEach)
{
    for (int file = 0; file < files; ++file) {
        const int from = file * (eventsEach - 1000);
        writeFile(*m_folder, u"logs/%1.log"_s.arg(file), auditLines(from, from + eventsEach));
    }
    return m_folder->filePath(u"logs"_s);
}

std::unique_ptr<QProcess> tst_ImportKill::startImport(const QString &mode)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile::remove(casePath() + suffix);
    }
    auto process = std::make_unique<QProcess>();
    process->start(QCoreApplication::applicationFilePath(),
                   {u"--import-child"_s, mode, casePath(), m_folder->filePath(u"logs"_s)});
    if (!process->waitForStarted()) {
        qFatal("the second process does not start");
    }
    return process;
}

void tst_ImportKill::killedImportLeavesWholeBatches_data()
{
    QTest::addColumn<int>("reports"); // killed when it has told of its progress so often
    for (const int reports : {1, 2, 3}) {
        QTest::addRow("%d", reports) << reports;
    }
}

void tst_ImportKill::killedImportLeavesWholeBatches()
{
    QFETCH(int, reports);
    const auto process = startImport(u"throttled"_s);
    // The child says how many rows it has committed, and waits to be told to go on.
    std::int64_t committed = 0;
    for (int i = 0; i < reports; ++i) {
        process->write(i > 0 ? "\n" : "");
        QVERIFY(process->waitForReadyRead(30'000));
        committed = process->readAllStandardOutput().trimmed().toLongLong();
    }
    process->kill();
    QVERIFY(process->waitForFinished());

    const QByteArray before = sha256Of(casePath());
    {
        Result<CaseReader> reader = CaseReader::open(casePath());
        VERIFY_OK(reader);
        const auto summary = reader->summary();
        VERIFY_OK(summary);
        QCOMPARE_GE(summary->events, committed);
        QVERIFY(!summary->finished);
        // Every row that is there is whole: its bytes are the line it came from.
        for (std::uint32_t id = 1; id <= summary->events; id += 997) {
            const auto bytes = reader->eventBytes(EventId{id});
            VERIFY_OK(bytes);
            QVERIFY(bytes->startsWith('{') && bytes->endsWith('}'));
        }
        const auto sources = reader->sources();
        VERIFY_OK(sources);
        QCOMPARE(sources->size(), 3U);
        QCOMPARE(sources->back().state, SourceState::Importing);
    }
    QCOMPARE(sha256Of(casePath()), before);
    finishAndCompare();
}

void tst_ImportKill::finishAndCompare()
{
    VERIFY_OK(finishImport(casePath(), Rest::Read, {}));
    Result<CaseReader> reader = CaseReader::open(casePath());
    VERIFY_OK(reader);
    QVERIFY(reader->summary()->finished);
    QVERIFY(dumpEvents(*reader) == m_expected);
    const auto sources = reader->sources();
    VERIFY_OK(sources);
    for (const SourceInfo &source : *sources) {
        QCOMPARE(source.sha256, sha256Of(source.path));
    }
}

void tst_ImportKill::killedWhileNothingWasWritten()
{
    // A case of which only the private, empty file was made is no case yet, and says so.
    QFile empty(m_folder->filePath(u"empty.auditcase"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    const auto reader = CaseReader::open(empty.fileName());
    QVERIFY(!reader);
    QVERIFY(!reader.error().message.isEmpty());
    // Importing into it makes it one.
    VERIFY_OK(importLogs({.casePath = empty.fileName(),
                          .inputs = {writeFile(*m_folder, u"few.log"_s, auditLines(0, 3))}},
                         {}));
}

void tst_ImportKill::cancelStopsAndSaysSo()
{
    QFile::remove(casePath());
    std::stop_source stop;
    const JobControl control{.stop = stop.get_token(), .progress = [&](const Progress &progress) {
                                 if (progress.events > 0) {
                                     stop.request_stop();
                                 }
                             }};
    const auto report =
        importLogs({.casePath = casePath(), .inputs = {m_folder->filePath(u"logs"_s)}}, control);
    VERIFY_OK(report);
    QVERIFY(report->cancelled);
    CaseReader reader = std::move(CaseReader::open(casePath()).value());
    QVERIFY(!reader.summary()->finished);
    QCOMPARE(reader.sources()->back().state, SourceState::Cancelled);
    finishAndCompare();
}

void tst_ImportKill::fullDiskKeepsWhatWasWritten()
{
#ifdef Q_OS_UNIX
    const auto process = startImport(u"starved"_s);
    QVERIFY(process->waitForFinished(60'000));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 3);
    QVERIFY(!process->readAllStandardError().isEmpty());
    Result<CaseReader> reader = CaseReader::open(casePath());
    VERIFY_OK(reader);
    QVERIFY(!reader->summary()->finished);
    finishAndCompare();
#else
    QSKIP("there is no limit to set on the size of files");
#endif
}

void tst_ImportKill::secondWriterIsRefused()
{
    const auto process = startImport(u"throttled"_s);
    QVERIFY(process->waitForReadyRead(30'000));
    const auto second =
        importLogs({.casePath = casePath(), .inputs = {m_folder->filePath(u"few.log"_s)}}, {});
    QVERIFY(!second);
    QCOMPARE(second.error().code, Error::Code::Storage);
    process->kill();
    process->waitForFinished();
}

namespace {

/// The second process: imports, telling on standard output how many rows are committed.
int importChild(const QStringList &arguments)
{
    const QString mode = arguments.at(2);
#ifdef Q_OS_UNIX
    if (mode == u"starved"_s) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{.rlim_cur = 12U << 20U, .rlim_max = 12U << 20U};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
#endif
    const JobControl control{.progress = [&](const Progress &progress) {
        if (mode == u"throttled"_s && progress.events > 0) {
            std::printf("%lld\n", static_cast<long long>(progress.events));
            std::fflush(stdout);
            std::getchar(); // goes on when it is told to
        }
    }};
    const auto report =
        importLogs({.casePath = arguments.at(3), .inputs = {arguments.at(4)}}, control);
    if (!report) {
        std::fprintf(stderr, "%s\n", qPrintable(report.error().toText()));
    }
    return report ? 0 : 3;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == u"--import-child"_s) {
        return importChild(application.arguments());
    }
    tst_ImportKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_importkill.moc"
