// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/caselibrary.h"
#include "tests/model/import/interruptedcase.h"

#ifdef Q_OS_UNIX
#include <unistd.h>

#include <sys/wait.h>
#endif

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

class tst_CaseReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void seesWhatIsImportedWhileItIsOpen();
    void runningQueryKeepsWritersWaiting();
    void sealedCaseIsReadWithoutATrace_data();
    void sealedCaseIsReadWithoutATrace();
    void readOnlyFolderOfAKilledImportIsRead();
    void linkLeadsToTheCaseAndItsLog();

private:
    QString write(const QString &name, std::string_view bytes)
    {
        return writeFile(*m_folder, name, bytes);
    }
    QString casePath() const { return m_folder->filePath(u"c.auditcase"_s); }
    QString killedCase();

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// A case of 30 rows in a folder of its own, all of them in its write-ahead log.
QString tst_CaseReader::killedCase()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 50));
    const CaseWriter writer = interruptedImport(casePath(), log, auditLines(0, 30));
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        write(u"killed/c.auditcase"_s + suffix, readFile(casePath() + suffix).toStdString());
    }
    return m_folder->filePath(u"killed/c.auditcase"_s);
}

void tst_CaseReader::seesWhatIsImportedWhileItIsOpen()
{
    const QString first = write(u"1.log"_s, auditLines(0, 3000));
    const QString second = write(u"2.log"_s, auditLines(2000, 9000));
    VERIFY_OK(importLogs({.casePath = casePath(), .inputs = {first}}, {}));
    CaseReader reader = std::move(CaseReader::open(casePath()).value());
    QCOMPARE(dumpEvents(reader).size(), 3000U);
    VERIFY_OK(importLogs({.casePath = casePath(), .inputs = {second}}, {}));
    const auto summary = reader.summary();
    VERIFY_OK(summary);
    QCOMPARE(summary->events, 9000);
    QCOMPARE(reader.eventBytes(EventId{4001}).value_or("").toStdString(), auditLine(3000));
    CaseReader later = std::move(CaseReader::open(casePath()).value());
    QVERIFY(dumpEvents(reader) == dumpEvents(later));
}

/// A writer does not pull the case from under a query, and can be stopped while it waits.
void tst_CaseReader::runningQueryKeepsWritersWaiting()
{
    const QString log = write(u"1.log"_s, auditLines(0, 2000));
    VERIFY_OK(importLogs({.casePath = casePath(), .inputs = {log}}, {}));
    CaseReader reader = std::move(CaseReader::open(casePath()).value());
    int pieces = 0;
    VERIFY_OK(reader.exportSource(SourceId{1}, [&](QByteArrayView) {
        int asked = 0;
        const Result<CaseWriter> writer =
            CaseWriter::open(casePath(), [&asked] { return ++asked > 2; });
        pieces += !writer && writer.error().code == Error::Code::Cancelled ? 1 : 0;
        return pieces == 0;
    }));
    QCOMPARE(pieces, 1);
    VERIFY_OK(CaseWriter::open(casePath()));
}

void tst_CaseReader::sealedCaseIsReadWithoutATrace_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("whole") << false;
    QTest::newRow("import was killed") << true;
}

void tst_CaseReader::sealedCaseIsReadWithoutATrace()
{
    QFETCH(bool, isKilled);
    QString path = m_folder->filePath(u"killed/c.auditcase"_s);
    if (isKilled) {
        path = killedCase();
    } else {
        QDir(m_folder->path()).mkdir(u"killed"_s);
        const QString log = write(u"audit.log"_s, auditLines(0, 30));
        VERIFY_OK(importLogs({.casePath = path, .inputs = {log}}, {}));
    }
    const auto state = [&path] {
        QList<QByteArray> sums;
        for (const QFileInfo &file : QFileInfo(path).dir().entryInfoList(QDir::Files)) {
            sums << file.fileName().toUtf8() << sha256Of(file.filePath());
        }
        return sums;
    };
    const QList<QByteArray> before = state();
    QCOMPARE(before.size(), isKilled ? 4 : 2);
    {
        Result<CaseReader> reader = CaseReader::open(path, CaseAccess::Sealed);
        VERIFY_OK(reader);
        QCOMPARE(dumpEvents(*reader).size(), 30U);
        QCOMPARE(reader->summary()->finished, !isKilled);
        QCOMPARE(state(), before);
    }
    QCOMPARE(state(), before);
    const QString copy = m_folder->filePath(u"copy.auditcase"_s);
    VERIFY_OK(saveCaseAs(path, copy, {}));
    CaseReader copied = std::move(CaseReader::open(copy).value());
    QCOMPARE(dumpEvents(copied).size(), 30U);
}

/// As somebody whom permissions bind: root's do not.
void tst_CaseReader::readOnlyFolderOfAKilledImportIsRead()
{
#ifdef Q_OS_UNIX
    const QString path = killedCase();
    const QString folder = QFileInfo(path).path();
    constexpr auto Readers = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    constexpr auto Walkers = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        QVERIFY(QFile::setPermissions(path + suffix, Readers));
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), Readers | Walkers | QFile::WriteOwner));
    QVERIFY(QFile::setPermissions(folder, Readers | Walkers));
    const pid_t child = fork();
    if (child == 0) {
        constexpr uid_t Nobody = 65'534;
        const bool isBound = geteuid() != 0 || setuid(Nobody) == 0;
        Result<CaseReader> reader = CaseReader::open(path);
        _exit(isBound && reader ? static_cast<int>(dumpEvents(*reader).size()) : 99);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(QFile::setPermissions(folder, Readers | Walkers | QFile::WriteOwner));
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 30);
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
#else
    QSKIP("permissions are another matter here");
#endif
}

void tst_CaseReader::linkLeadsToTheCaseAndItsLog()
{
    const QString path = killedCase();
    const QString link = m_folder->filePath(u"link.auditcase"_s);
    QVERIFY(QFile::link(path, link));
    Result<CaseReader> reader = CaseReader::open(link, CaseAccess::Sealed);
    VERIFY_OK(reader);
    QCOMPARE(dumpEvents(*reader).size(), 30U);
}

QTEST_GUILESS_MAIN(tst_CaseReader)
#include "tst_casereader.moc"
