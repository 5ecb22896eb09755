// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/casewriter.h"
#include "model/query/savedfilters.h"
#include "model/session/keptfilters.h"
#include "tests/model/casefile/casetesting.h"

#include <QSettings>
#include <QStandardPaths>

#include <unistd.h>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

class tst_SavedFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void caseKeepsThem();
    void sameNameIsReplaced();
    void readingChangesNothing();
    void olderCaseHasNoneUntilOneIsSaved();
    void readOnlyCaseRefuses();
    void caseThatIsWrittenRefuses();
    void settingsKeepThem();
    void usedOnesAreRememberedOnce();

private:
    QString makeCase(const QString &name);
    static std::vector<SavedFilter> savedIn(const QString &path);

    QTemporaryDir m_folder;
};

namespace {

const SavedFilter Deletions{
    .name = u"Löschungen; DROP TABLE \"event\""_s,
    .text = u"verb = delete  and ns=\"a b\""_s,
    .filter = {.fromUs = 1'000, .unit = Unit::Requests, .noise = Noise::Hidden}};
const SavedFilter Everything{.name = u"all"_s, .filter = {.fromUs = -5, .toUs = 7}};

/// Root may write to everything: while this lives, questions for permission are somebody else's.
class NotRoot
{
public:
    NotRoot()
    {
        if (m_isRoot && setreuid(Nobody, 0) != 0) {
            qFatal("cannot be somebody else");
        }
    }
    ~NotRoot()
    {
        if (m_isRoot && setreuid(0, 0) != 0) {
            qFatal("cannot be root again");
        }
    }
    Q_DISABLE_COPY_MOVE(NotRoot)

private:
    static constexpr uid_t Nobody = 65'534;
    bool m_isRoot = geteuid() == 0;
};

} // namespace

void tst_SavedFilters::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"auditloupe-test"_s);
    QCoreApplication::setApplicationName(u"tst_savedfilters"_s);
}

void tst_SavedFilters::init()
{
    QTest::failOnWarning();
    QSettings().clear();
}

QString tst_SavedFilters::makeCase(const QString &name)
{
    const QString path = m_folder.filePath(name + u".auditcase"_s);
    const QString log = writeFile(m_folder, name + u".log"_s, auditLines(0, 3));
    return importLogs({.casePath = path, .inputs = {log}}, {}) ? path : QString();
}

std::vector<SavedFilter> tst_SavedFilters::savedIn(const QString &path)
{
    CaseReader reader = CaseReader::open(path).value();
    return filtersSavedIn(reader).value();
}

void tst_SavedFilters::caseKeepsThem()
{
    const QString path = makeCase(u"keep"_s);
    QVERIFY(savedIn(path).empty());
    VERIFY_OK(saveFilterIn(path, Everything));
    VERIFY_OK(saveFilterIn(path, Deletions));
    QVERIFY(savedIn(path) == (std::vector{Deletions, Everything})); // by name
    VERIFY_OK(dropFilterFrom(path, Deletions.name));
    QVERIFY(savedIn(path) == std::vector{Everything});
    CaseReader reader = CaseReader::open(path).value();
    QCOMPARE(reader.summary().value().events, 3);
    QVERIFY(!QFile::exists(path + u"-wal"_s));
}

void tst_SavedFilters::sameNameIsReplaced()
{
    const QString path = makeCase(u"replace"_s);
    VERIFY_OK(saveFilterIn(path, Everything));
    SavedFilter other = Everything;
    other.text = u"verb=get"_s;
    VERIFY_OK(saveFilterIn(path, other));
    QVERIFY(savedIn(path) == std::vector{other});
}

void tst_SavedFilters::readingChangesNothing()
{
    const QString path = makeCase(u"still"_s);
    VERIFY_OK(saveFilterIn(path, Deletions));
    const QByteArray before = sha256Of(path);
    QCOMPARE(savedIn(path).size(), std::size_t(1));
    QCOMPARE(sha256Of(path), before);
}

/// A case of the first version, as far as this program can tell.
void tst_SavedFilters::olderCaseHasNoneUntilOneIsSaved()
{
    const QString path = makeCase(u"older"_s);
    {
        SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
        database.exec("DROP TABLE saved_filter");
        database.exec("PRAGMA user_version = 1");
    }
    const QByteArray before = sha256Of(path);
    QVERIFY(savedIn(path).empty());
    QCOMPARE(sha256Of(path), before);
    VERIFY_OK(saveFilterIn(path, Deletions));
    QVERIFY(savedIn(path) == std::vector{Deletions});
    CaseReader reader = CaseReader::open(path).value();
    QCOMPARE(reader.summary().value().events, 3);
}

void tst_SavedFilters::readOnlyCaseRefuses()
{
    const QString path = makeCase(u"sealed"_s);
    VERIFY_OK(saveFilterIn(path, Everything));
    const QByteArray before = sha256Of(path);
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner));
    const NotRoot user;
    QVERIFY(!QFileInfo(path).isWritable());
    const Result<void> saved = saveFilterIn(path, Deletions);
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(u"read-only"_s), qPrintable(saved.error().message));
    QVERIFY(!dropFilterFrom(path, Everything.name));
    QCOMPARE(sha256Of(path), before);
    QVERIFY(savedIn(path) == std::vector{Everything});
}

void tst_SavedFilters::caseThatIsWrittenRefuses()
{
    const QString path = makeCase(u"busy"_s);
    {
        Result<CaseWriter> writer = CaseWriter::open(path);
        VERIFY_OK(writer);
        const Result<void> saved = saveFilterIn(path, Deletions);
        QVERIFY(!saved && !saved.error().message.isEmpty());
        VERIFY_OK(writer->close());
    }
    VERIFY_OK(saveFilterIn(path, Deletions));
}

void tst_SavedFilters::settingsKeepThem()
{
    QVERIFY(filtersInSettings().empty());
    saveFilterInSettings(Everything);
    saveFilterInSettings(Deletions);
    QVERIFY(filtersInSettings() == (std::vector{Deletions, Everything}));
    SavedFilter other = Everything;
    other.filter.fromUs = {};
    saveFilterInSettings(other);
    QVERIFY(filtersInSettings() == (std::vector{Deletions, other}));
    dropFilterFromSettings(Deletions.name);
    QVERIFY(filtersInSettings() == std::vector{other});
}

void tst_SavedFilters::usedOnesAreRememberedOnce()
{
    noteUsedFilter({});
    QVERIFY(usedFilters().isEmpty());
    noteUsedFilter(u"verb=get"_s);
    noteUsedFilter(u"ns=a"_s);
    noteUsedFilter(u"ns=a and verb=list"_s); // goes on from it
    noteUsedFilter(u"verb=get"_s);
    QCOMPARE(usedFilters(), (QStringList{u"verb=get"_s, u"ns=a and verb=list"_s}));
    for (int i = 0; i < 100; ++i) {
        noteUsedFilter(u"code=%1"_s.arg(i));
    }
    QCOMPARE(usedFilters().size(), 40);
    QCOMPARE(usedFilters().constFirst(), u"code=99"_s);
    forgetUsedFilters();
    QVERIFY(usedFilters().isEmpty());
}

QTEST_GUILESS_MAIN(tst_SavedFilters)
#include "tst_savedfilters.moc"
