// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/caselibrary.h"
#include "tests/testsupport.h"

#include <QDate>
#include <QDir>
#include <QLocale>
#include <QSettings>
#include <QSysInfo>
#include <QTemporaryDir>

#include <limits>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace auditloupe;
using namespace Qt::StringLiterals;

namespace {

constexpr auto OwnerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto Everybody = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
    | QFile::WriteOther | QFile::ExeOther;

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void writeDatabase(const QString &path, int bytes)
{
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("CREATE TABLE t (x); INSERT INTO t VALUES (randomblob(" + std::to_string(bytes)
                  + "))");
}

} // namespace

class tst_CaseLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void caseFolderIsTheOwnersAlone();
    void namesAreReadable_data();
    void namesAreReadable();
    void newPathIsFree();
    void estimateKnowsCompressedFiles();
    void fullDiskIsToldWithBothNumbers();
    void folderThatIsNotThereYetCountsAsItsParent();
    void saveAsCopiesEveryByteForTheOwnerAlone();
    void saveAsReplacesAFileWhole();
    void saveAsJoinsTheJournal();
    void cancelledSaveAsLeavesNothing();
    void saveAsOntoItselfChangesNothing();
    void discardRemovesTheCaseAndItsJournals();
    void discardRefusesAForeignFile();
    void temporaryCaseGoesWithItsObject();
    void temporaryCaseOfAKilledProcessIsRemoved();
    void temporaryCaseInUseStays();
    void recentCasesAreOrderedAndBounded();
    void missingCaseIsShownAsMissing();
    void forgottenCaseIsGone();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_CaseLibrary::init()
{
    QTest::failOnWarning();
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    qputenv("XDG_DATA_HOME", (m_home->path() + u"/data"_s).toUtf8());
    qputenv("XDG_CACHE_HOME", (m_home->path() + u"/cache"_s).toUtf8());
    qputenv("XDG_CONFIG_HOME", (m_home->path() + u"/config"_s).toUtf8());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home->path());
    QCoreApplication::setOrganizationName(u"auditloupe-test"_s);
    QCoreApplication::setApplicationName(u"auditloupe"_s);
}

void tst_CaseLibrary::cleanup()
{
    m_home.reset();
}

void tst_CaseLibrary::caseFolderIsTheOwnersAlone()
{
    const Result<QString> folder = caseFolder();
    VERIFY_OK(folder);
    QVERIFY(folder->startsWith(m_home->path()));
    QVERIFY(!(QFile::permissions(*folder) & Everybody));
}

void tst_CaseLibrary::namesAreReadable_data()
{
    QTest::addColumn<QStringList>("inputs");
    QTest::addColumn<QString>("start");
    QTest::addRow("one log") << QStringList{u"/evidence/audit.log.gz"_s} << u"audit "_s;
    QTest::addRow("rotated") << QStringList{u"/e/audit-2026-11-20T16-13-25.000.log"_s}
                             << u"audit-2026-11-20T16-13-25.000 "_s;
    QTest::addRow("folder") << QStringList{u"/evidence/prod cluster/"_s} << u"prod cluster "_s;
    QTest::addRow("several") << QStringList{u"/e/a.json"_s, u"/e/b.json"_s, u"/e/c.json"_s}
                             << u"a +2 "_s;
    QTest::addRow("standard input") << QStringList{u"-"_s} << u"standard input "_s;
    QTest::addRow("only a suffix") << QStringList{u"/e/.log"_s} << u"log "_s;
    QTest::addRow("hostile") << QStringList{u"/e/..\n\u202eevil*?.log"_s} << u"__evil__ "_s;
    QTest::addRow("long") << QStringList{u"/e/"_s + QString(300, u'x')} << QString(48, u'x') + u' ';
    QTest::addRow("nothing") << QStringList{} << u"case "_s;
}

void tst_CaseLibrary::namesAreReadable()
{
    QFETCH(const QStringList, inputs);
    QFETCH(const QString, start);
    const Result<QString> path = newCasePath(inputs);
    VERIFY_OK(path);
    const QString name = QFileInfo(*path).fileName();
    QCOMPARE(name, start + QDate::currentDate().toString(Qt::ISODate) + u".auditcase"_s);
    QVERIFY(!QFileInfo::exists(*path));
}

void tst_CaseLibrary::newPathIsFree()
{
    const Result<QString> first = newCasePath({u"/e/audit.log"_s});
    VERIFY_OK(first);
    write(*first, "taken");
    const Result<QString> second = newCasePath({u"/e/audit.log"_s});
    VERIFY_OK(second);
    QVERIFY(*second != *first);
    QVERIFY(second->endsWith(u" (2).auditcase"_s));
}

void tst_CaseLibrary::estimateKnowsCompressedFiles()
{
    const std::int64_t nothing = estimateCaseBytes({}, {});
    QVERIFY(QDir(m_home->path()).mkpath(u"logs/deep"_s));
    write(m_home->filePath(u"logs/plain.log"_s), QByteArray(1000, 'x'));
    write(m_home->filePath(u"logs/deep/packed"_s), "\x1f\x8b" + QByteArray(998, 'x'));
    QCOMPARE(estimateCaseBytes({m_home->filePath(u"logs/plain.log"_s)}, {}), nothing + 400);
    QCOMPARE(estimateCaseBytes({m_home->filePath(u"logs"_s)}, {}), nothing + 400 + 4000);
    QCOMPARE(estimateCaseBytes({u"-"_s, u"/is/not/there"_s}, {}), nothing);
}

void tst_CaseLibrary::fullDiskIsToldWithBothNumbers()
{
    constexpr std::int64_t TooMuch = std::numeric_limits<std::int64_t>::max();
    const Result<void> room = checkFreeSpace(m_home->filePath(u"x.auditcase"_s), TooMuch);
    QVERIFY(!room);
    QCOMPARE(room.error().code, Error::Code::Io);
    QVERIFY(room.error().message.contains(QLocale().formattedDataSize(TooMuch)));
    QVERIFY(room.error().message.contains(u"left"_s));
    VERIFY_OK(checkFreeSpace(m_home->filePath(u"x.auditcase"_s), 1));
}

void tst_CaseLibrary::folderThatIsNotThereYetCountsAsItsParent()
{
    VERIFY_OK(checkFreeSpace(m_home->filePath(u"a/b/c/x.auditcase"_s), 1));
    QVERIFY(!QFileInfo::exists(m_home->filePath(u"a"_s)));
}

void tst_CaseLibrary::saveAsCopiesEveryByteForTheOwnerAlone()
{
    const QString from = m_home->filePath(u"from.auditcase"_s);
    const QString to = m_home->filePath(u"to.auditcase"_s);
    writeDatabase(from, 3'000'000);
    const QByteArray bytes = read(from);
    std::int64_t last = 0;
    const JobControl control{.progress = [&last](const Progress &p) { last = p.done; }};
    VERIFY_OK(saveCaseAs(from, to, control));
    QCOMPARE(read(to), bytes);
    QCOMPARE(last, bytes.size());
    QVERIFY(!(QFile::permissions(to) & (Everybody | QFile::ExeOwner)));
    QVERIFY(QFile::permissions(to).testFlags(OwnerFile));
}

void tst_CaseLibrary::saveAsReplacesAFileWhole()
{
    const QString from = m_home->filePath(u"from.auditcase"_s);
    const QString to = m_home->filePath(u"to.auditcase"_s);
    writeDatabase(from, 10);
    write(to, QByteArray(100'000, 'x'));
    write(to + u"-wal"_s, "a journal of the old one");
    VERIFY_OK(saveCaseAs(from, to, {}));
    QCOMPARE(read(to), read(from));
    QVERIFY(!QFileInfo::exists(to + u"-wal"_s));
    QVERIFY(!QFileInfo::exists(to + u".part"_s));
}

void tst_CaseLibrary::saveAsJoinsTheJournal()
{
    const QString from = m_home->filePath(u"from.auditcase"_s);
    const QString to = m_home->filePath(u"to.auditcase"_s);
    SQLite::Database writer(from.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    writer.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (42)");
    QVERIFY(QFileInfo(from + u"-wal"_s).size() > 0);
    VERIFY_OK(saveCaseAs(from, to, {}));
    QVERIFY(!QFileInfo::exists(to + u"-wal"_s));
    QVERIFY(!(QFile::permissions(to) & Everybody));
    SQLite::Database copy(to.toStdString(), SQLite::OPEN_READONLY);
    QCOMPARE(copy.execAndGet("SELECT x FROM t").getInt(), 42);
    QCOMPARE(copy.execAndGet("PRAGMA journal_mode").getString(), "delete");
}

void tst_CaseLibrary::cancelledSaveAsLeavesNothing()
{
    const QString from = m_home->filePath(u"from.auditcase"_s);
    const QString to = m_home->filePath(u"to.auditcase"_s);
    writeDatabase(from, 5'000'000);
    std::stop_source stop;
    const JobControl control{.stop = stop.get_token(),
                             .progress = [&stop](const Progress &) { stop.request_stop(); }};
    const Result<void> saved = saveCaseAs(from, to, control);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, Error::Code::Cancelled);
    QVERIFY(!QFileInfo::exists(to));
    QVERIFY(!QFileInfo::exists(to + u".part"_s));
}

void tst_CaseLibrary::saveAsOntoItselfChangesNothing()
{
    const QString from = m_home->filePath(u"from.auditcase"_s);
    write(from, "evidence");
    VERIFY_OK(saveCaseAs(from, m_home->filePath(u"./from.auditcase"_s), {}));
    QCOMPARE(read(from), "evidence");
}

void tst_CaseLibrary::discardRemovesTheCaseAndItsJournals()
{
    const Result<QString> path = newCasePath({u"audit.log"_s});
    VERIFY_OK(path);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        write(*path + suffix, "x");
    }
    VERIFY_OK(discardCase(*path));
    QCOMPARE(QDir(*caseFolder()).entryList(QDir::Files).size(), 0);
}

void tst_CaseLibrary::discardRefusesAForeignFile()
{
    const QString evidence = m_home->filePath(u"audit.auditcase"_s);
    write(evidence, "evidence");
    QVERIFY(!discardCase(evidence));
    QCOMPARE(read(evidence), "evidence");
}

void tst_CaseLibrary::temporaryCaseGoesWithItsObject()
{
    QString path;
    {
        Result<TemporaryCase> temporary = TemporaryCase::create();
        VERIFY_OK(temporary);
        path = temporary->path();
        QVERIFY(!(QFile::permissions(QFileInfo(path).path()) & Everybody));
        write(path, "secret");
        write(path + u"-wal"_s, "secret");
        const TemporaryCase moved = std::move(*temporary);
        QVERIFY(QFileInfo::exists(path));
    }
    QVERIFY(!QFileInfo::exists(QFileInfo(path).path()));
    QCOMPARE(
        QDir(TemporaryCase::folder()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries).size(), 0);
}

void tst_CaseLibrary::temporaryCaseOfAKilledProcessIsRemoved()
{
    // What a killed process leaves: a folder, and a lock file that names a process that may well
    // be alive (numbers are used again) but holds no lock.
    const QString left = TemporaryCase::folder() + u"/left"_s;
    QVERIFY(QDir().mkpath(left));
    write(left + u"/temporary.auditcase"_s, "secret");
    const QString name = QFileInfo(QCoreApplication::applicationFilePath()).fileName();
    const qint64 pid = QCoreApplication::applicationPid();
    write(left + u".lock"_s,
          u"%1\n%2\n%3\n"_s.arg(pid).arg(name, QSysInfo::machineHostName()).toUtf8());
    QTest::qSleep(5); // the lock file must be older than a millisecond
    TemporaryCase::removeStale();
    QVERIFY(!QFileInfo::exists(left));
    QVERIFY(!QFileInfo::exists(left + u".lock"_s));
}

void tst_CaseLibrary::temporaryCaseInUseStays()
{
    const Result<TemporaryCase> first = TemporaryCase::create();
    VERIFY_OK(first);
    write(first->path(), "in use");
    QTest::qSleep(5);
    const Result<TemporaryCase> second = TemporaryCase::create();
    VERIFY_OK(second);
    QCOMPARE(read(first->path()), "in use");
    QVERIFY(first->path() != second->path());
}

void tst_CaseLibrary::recentCasesAreOrderedAndBounded()
{
    for (int i = 0; i < 20; ++i) {
        rememberCase(u"/cases/%1.auditcase"_s.arg(i), i);
    }
    rememberCase(u"/cases/15.auditcase"_s, 1500);
    const std::vector<RecentCase> recent = recentCases();
    QCOMPARE(recent.size(), std::size_t{12});
    QCOMPARE(recent[0].path, u"/cases/15.auditcase"_s);
    QCOMPARE(recent[0].events, 1500);
    QCOMPARE(recent[1].path, u"/cases/19.auditcase"_s);
    QVERIFY(recent[0].openedUs >= recent[1].openedUs);
}

void tst_CaseLibrary::missingCaseIsShownAsMissing()
{
    const QString there = m_home->filePath(u"there.auditcase"_s);
    write(there, "x");
    rememberCase(there, 1);
    rememberCase(m_home->filePath(u"gone.auditcase"_s), 2);
    const std::vector<RecentCase> recent = recentCases();
    QCOMPARE(recent.size(), std::size_t{2});
    QVERIFY(recent[0].isMissing);
    QVERIFY(!recent[1].isMissing);
}

void tst_CaseLibrary::forgottenCaseIsGone()
{
    rememberCase(u"/cases/a.auditcase"_s, 1);
    rememberCase(u"/cases/b.auditcase"_s, 1);
    forgetCase(u"/cases/b.auditcase"_s);
    QCOMPARE(recentCases().size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(tst_CaseLibrary)
#include "tst_caselibrary.moc"
