// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/casefile/casetesting.h"

#include <QProcess>

#include <sqlite3.h>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

class tst_BadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void notALogIsSkippedWithAReason_data();
    void notALogIsSkippedWithAReason();
    void missingFileIsNamed();
    void unreadableFileIsNamed();
    void cutKeepsWhatCameBefore_data();
    void cutKeepsWhatCameBefore();
    void shortGzipIsReadUpToItsCut();
    void damageInTheMiddleKeepsWhatCameBefore();
    void bytesBehindCompressedOnesAreTold();
    void damagedGzipFromTheStartIsSkipped();
    void bombStops();
    void hugeSparseFileIsGivenUpEarly();
    void hugeLineBetweenEvents();
    void rejectedLinesAreBounded();
    void endlessNewStringsNeedNoMemory();
    void otherFilesAreNoCases_data();
    void otherFilesAreNoCases();
    void newerCaseIsRefused();
    void damagedCaseIsAnError();
    void readOnlyCaseCanBeRead();

private:
    QString write(const QString &name, std::string_view bytes)
    {
        return writeFile(*m_folder, name, bytes);
    }
    QString casePath() const { return m_folder->filePath(u"c.auditcase"_s); }
    Result<ImportReport> import(const QStringList &inputs)
    {
        return importLogs({.casePath = casePath(), .inputs = inputs}, {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_BadInput::notALogIsSkippedWithAReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word"); // of the reason
    const auto row = [](const char *name, const QByteArray &bytes, const QString &word) {
        QTest::newRow(name) << bytes << word;
    };
    row("empty", "", u"empty"_s);
    row("blank", "\n\n \n", u"No audit event"_s);
    row("binary",
        QByteArray("\x7f"
                   "ELF\0\0\1\2\3\0\xff\xfe",
                   12)
            + QByteArray(4096, '\0'),
        u"binary"_s);
    row("core Events",
        R"({"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Event",)"
        R"("involvedObject":{"kind":"Pod"},"reason":"Killing","message":"x"}]})",
        u"kubectl get events"_s);
    row("klog", "I0612 13:30:25.000000       1 server.go:42] Starting\n", u"klog"_s);
    row("auditd", "type=PROCTITLE msg=audit(1686576625.000:1): proctitle=6C73\n", u"auditd"_s);
    row("container log", "2023-06-12T13:30:25.123456789Z stdout F hello there, container\n",
        u"container"_s);
    row("AdmissionReview",
        R"({"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"x"}})",
        u"admission webhook"_s);
    row("policy", "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: Metadata\n",
        u"No audit event"_s);
    row("other JSON", R"({"kind":0})", u"No audit event"_s);
    row("open brackets", QByteArray(100'000, '['), u"No audit event"_s);
}

void tst_BadInput::notALogIsSkippedWithAReason()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    const QString path = write(u"odd"_s, bytes.toStdString());
    const auto report = import({path});
    VERIFY_OK(report);
    QCOMPARE(report->events, 0);
    QVERIFY(report->sources.empty());
    QCOMPARE(report->skipped.size(), 1U);
    QCOMPARE(report->skipped[0].path, path);
    QVERIFY2(report->skipped[0].reason.contains(word), qPrintable(report->skipped[0].reason));
}

void tst_BadInput::missingFileIsNamed()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 3));
    const QString missing = m_folder->filePath(u"not there.log"_s);
    const auto report = import({missing, log});
    VERIFY_OK(report);
    QCOMPARE(report->events, 3);
    QCOMPARE(report->skipped.size(), 1U);
    QCOMPARE(report->skipped[0].path, missing);
    QVERIFY(!report->skipped[0].reason.isEmpty());
}

void tst_BadInput::unreadableFileIsNamed()
{
#ifdef Q_OS_UNIX
    if (geteuid() == 0) {
        QSKIP("root may read every file");
    }
#endif
    const QString path = write(u"secret.log"_s, auditLines(0, 3));
    QVERIFY(QFile::setPermissions(path, QFileDevice::Permissions{}));
    const auto report = import({path});
    VERIFY_OK(report);
    QCOMPARE(report->skipped.size(), 1U);
    QCOMPARE(report->skipped[0].path, path);
}

void tst_BadInput::cutKeepsWhatCameBefore_data()
{
    QTest::addColumn<QString>("tool");
    QTest::newRow("gzip") << u"gzip"_s;
    QTest::newRow("zstd") << u"zstd"_s;
    QTest::newRow("xz") << u"xz"_s;
}

void tst_BadInput::cutKeepsWhatCameBefore()
{
    QFETCH(QString, tool);
    const QString path = write(u"audit.log"_s, auditLines(0, 5000));
    QProcess packing;
    packing.start(tool, {u"-c"_s, path});
    QVERIFY(packing.waitForFinished());
    const QByteArray whole = packing.readAllStandardOutput();
    const QString cut = write(u"cut"_s, whole.first(whole.size() / 2).toStdString());
    const auto report = import({cut});
    VERIFY_OK(report);
    QCOMPARE_GT(report->events, 1000);
    QCOMPARE_LT(report->events, 5000);
    QCOMPARE_LE(report->salvaged + report->rejected, 1);
    QCOMPARE(report->sources[0].state, SourceState::Damaged);
    QVERIFY2(report->sources[0].message.contains(u"cut off"_s),
             qPrintable(report->sources[0].message));
    QCOMPARE(report->sources[0].sha256, sha256Of(cut));
    QVERIFY(CaseReader::open(casePath())->summary()->finished);
}

/// Short enough that all of it is one piece of work for a decompressor.
void tst_BadInput::shortGzipIsReadUpToItsCut()
{
    const QString path = write(u"audit.log"_s, auditLines(0, 40));
    QCOMPARE(QProcess::execute(u"gzip"_s, {path}), 0);
    const QByteArray whole = readFile(path + u".gz"_s);
    const auto report = import({write(u"cut.gz"_s, whole.first(whole.size() - 30).toStdString())});
    VERIFY_OK(report);
    QCOMPARE_GE(report->events, 35);
    QCOMPARE_LE(report->events, 40);
    QCOMPARE(report->sources[0].state, SourceState::Damaged);
}

void tst_BadInput::damageInTheMiddleKeepsWhatCameBefore()
{
    const QString path = write(u"audit.log"_s, auditLines(0, 5000));
    QCOMPARE(QProcess::execute(u"gzip"_s, {path}), 0);
    QByteArray bytes = readFile(path + u".gz"_s);
    const qsizetype middle = bytes.size() / 2;
    bytes.replace(middle, 64, QByteArray(64, '\xff'));
    const auto report = import({write(u"torn.gz"_s, bytes.toStdString())});
    VERIFY_OK(report);
    QCOMPARE_GT(report->events, 1000);
    QCOMPARE(report->sources[0].state, SourceState::Damaged);
    QVERIFY2(report->sources[0].message.contains(u"damaged"_s),
             qPrintable(report->sources[0].message));
}

void tst_BadInput::bytesBehindCompressedOnesAreTold()
{
    const QString path = write(u"audit.log"_s, auditLines(0, 40));
    QCOMPARE(QProcess::execute(u"gzip"_s, {path}), 0);
    const std::string packed = readFile(path + u".gz"_s).toStdString();
    const auto report = import({write(u"padded.gz"_s, packed + std::string(512, '\0')),
                                write(u"joined.gz"_s, packed + auditLines(40, 50))});
    VERIFY_OK(report);
    QCOMPARE(report->sources[0].message, QString());
    QCOMPARE(report->sources[1].state, SourceState::Damaged);
    QVERIFY2(report->sources[1].message.contains(QString::number(packed.size())),
             qPrintable(report->sources[1].message));
}

void tst_BadInput::damagedGzipFromTheStartIsSkipped()
{
    const auto report = import({write(u"x.gz"_s, "\x1f\x8b no gzip at all")});
    VERIFY_OK(report);
    QCOMPARE(report->skipped.size(), 1U);
    QVERIFY(!report->skipped[0].reason.isEmpty());
}

void tst_BadInput::bombStops()
{
    const QString path = write(u"bomb"_s, auditLines(0, 10));
    QVERIFY(QFile(path).resize(3LL << 30));
    QCOMPARE(QProcess::execute(u"zstd"_s, {u"-q"_s, u"--rm"_s, path}), 0);
    const auto report = import({path + u".zst"_s});
    VERIFY_OK(report);
    QCOMPARE(report->events, 10);
    QCOMPARE(report->sources[0].state, SourceState::Damaged);
    QVERIFY(report->sources[0].message.contains(u"500"_s));
    QCOMPARE_LT(report->sources[0].streamBytes, (1LL << 30) + (1LL << 20));
}

void tst_BadInput::hugeSparseFileIsGivenUpEarly()
{
    const QString path = write(u"huge"_s, "x");
    QVERIFY(QFile(path).resize(1LL << 40)); // a terabyte that takes no room
    const auto report = import({path});
    VERIFY_OK(report);
    QCOMPARE(report->skipped.size(), 1U);
    QCOMPARE_LT(QFileInfo(casePath()).size(), 1LL << 20);
}

void tst_BadInput::hugeLineBetweenEvents()
{
    const std::string log =
        auditLine(1) + '\n' + std::string(200U << 20U, '{') + '\n' + auditLine(2) + '\n';
    const auto report = import({write(u"audit.log"_s, log)});
    VERIFY_OK(report);
    QCOMPARE(report->events, 2);
    QCOMPARE(report->rejected, 1);
}

void tst_BadInput::rejectedLinesAreBounded()
{
    std::string log = auditLine(1) + '\n';
    for (int i = 0; i < 30'000; ++i) {
        log += "{\"auditID\":broken\n";
    }
    const auto report = import({write(u"audit.log"_s, log)});
    VERIFY_OK(report);
    QCOMPARE(report->events, 1);
    QCOMPARE(report->rejected, 30'000);
    CaseReader reader = std::move(CaseReader::open(casePath()).value());
    QCOMPARE(reader.rejected(0, 100'000)->size(), 10'000U);
}

void tst_BadInput::endlessNewStringsNeedNoMemory()
{
    // The writer's memory of strings is bounded; what it forgot it must find again.
    std::string log;
    for (int n = 0; n < 40'000; ++n) {
        const std::string agent = std::string(1500, 'x') + std::to_string(n);
        const std::string line = auditLine(n % 20'000, n < 20'000 ? "RequestReceived" : "Panic",
                                           R"(,"userAgent":")" + agent + '"');
        log += line + '\n';
    }
    const auto report = import({write(u"audit.log"_s, log)});
    VERIFY_OK(report);
    QCOMPARE(report->events, 40'000);
    CaseReader reader = std::move(CaseReader::open(casePath()).value());
    const EventId ids[] = {EventId{7}, EventId{39'999}};
    const auto rows = reader.rows(ids);
    QVERIFY(rows.value().at(0).userAgent->ends_with("x6"));
    QVERIFY(rows.value().at(1).userAgent->ends_with("x39998"));
}

void tst_BadInput::otherFilesAreNoCases_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << "hello, this is no case at all\n"_ba.repeated(100);
    QTest::newRow("short") << "x"_ba;
    QTest::newRow("half a header") << "SQLite format 3\0"_ba;
}

void tst_BadInput::otherFilesAreNoCases()
{
    QFETCH(QByteArray, bytes);
    const QString path = write(u"x.auditcase"_s, bytes.toStdString());
    const auto reader = CaseReader::open(path);
    QVERIFY(!reader);
    QCOMPARE(reader.error().where.file, path);
    QVERIFY(!reader.error().message.isEmpty());
    // Nor may an import write into it.
    QVERIFY(!importLogs({.casePath = path, .inputs = {}}, {}));
    QCOMPARE(readFile(path), bytes);
}

void tst_BadInput::newerCaseIsRefused()
{
    VERIFY_OK(import({write(u"audit.log"_s, auditLines(0, 3))}));
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(qPrintable(casePath()), &handle), SQLITE_OK);
    QCOMPARE(sqlite3_exec(handle, "PRAGMA user_version = 99", nullptr, nullptr, nullptr),
             SQLITE_OK);
    sqlite3_close(handle);
    const QByteArray before = sha256Of(casePath());
    const auto reader = CaseReader::open(casePath());
    QVERIFY(!reader);
    QVERIFY(reader.error().message.contains(u"newer"_s));
    QVERIFY(!import({write(u"audit.log"_s, auditLines(0, 3))}));
    QCOMPARE(sha256Of(casePath()), before);
}

void tst_BadInput::damagedCaseIsAnError()
{
    VERIFY_OK(import({write(u"audit.log"_s, auditLines(0, 3000))}));
    QByteArray bytes = readFile(casePath());
    // Everything behind the schema's page is noise.
    for (qsizetype at = 20'000; at < bytes.size(); at += 3) {
        bytes[at] = static_cast<char>(at * 7);
    }
    write(u"c.auditcase"_s, bytes.toStdString());
    auto reader = CaseReader::open(casePath());
    if (reader) {
        // Whatever it says, it says it as an error or as rows, and does not crash.
        const EventId ids[] = {EventId{1}, EventId{2000}};
        const auto rows = reader->rows(ids);
        const auto summary = reader->summary();
        const auto event = reader->eventBytes(EventId{1});
        QVERIFY(!rows || !summary || !event || event->isEmpty() || !event->startsWith('{'));
    }
}

void tst_BadInput::readOnlyCaseCanBeRead()
{
    VERIFY_OK(import({write(u"audit.log"_s, auditLines(0, 30))}));
    QVERIFY(QFile::setPermissions(casePath(), QFileDevice::ReadOwner));
    QVERIFY(
        QFile::setPermissions(m_folder->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    {
        auto reader = CaseReader::open(casePath());
        VERIFY_OK(reader);
        QCOMPARE(dumpEvents(*reader).size(), 30U);
    }
    QVERIFY(QFile::setPermissions(m_folder->path(),
                                  QFileDevice::ReadOwner | QFileDevice::WriteOwner
                                      | QFileDevice::ExeOwner));
}

QTEST_GUILESS_MAIN(tst_BadInput)
#include "tst_badinput.moc"
