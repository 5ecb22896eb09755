// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/filecomparison.h"
#include "tests/model/casefile/casetesting.h"
#include "tests/model/import/interruptedcase.h"
#include "tests/model/sources/archivewriting.h"

#include <QProcess>

#include <thread>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// Archives as inputs: their members are sources.
class tst_Archives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void membersAreSources_data();
    void membersAreSources();
    void foreignArchivesAreRead_data();
    void foreignArchivesAreRead();
    void standardInputMayBeAnArchive();
    void archivesInArchivesAreOpened();
    void fourthLevelIsNotOpened();
    void membersMayBeCompressedAndUtf16();
    void oddMembersAreToldAndTheRestRead_data();
    void oddMembersAreToldAndTheRestRead();
    void encryptedMembersAreTold();
    void damagedMemberKeepsTheOthers();
    void cutArchiveKeepsWhatCameBefore_data();
    void cutArchiveKeepsWhatCameBefore();
    void memberThatTheCutTakesIsNoFailure_data();
    void memberThatTheCutTakesIsNoFailure();
    void archiveWithoutLogsIsNamedOnce();
    void logThatBeginsWithZerosIsNoArchive();
    void bombStops();
    void manyMembersAreCheap();
    void killedImportGoesOn_data();
    void killedImportGoesOn();
    void changedArchiveKeepsWhatWasRead();
    void membersAreComparedInTheirArchive();

private:
    QString write(const QString &name, std::string_view bytes)
    {
        return writeFile(*m_folder, name, bytes);
    }
    QString casePath() const { return m_folder->filePath(u"c.auditcase"_s); }
    CaseReader reader() { return std::move(CaseReader::open(casePath()).value()); }

    ImportReport import(const QStringList &inputs)
    {
        const auto report = importLogs({.casePath = casePath(), .inputs = inputs}, {});
        if (!report) {
            qFatal("%s", qPrintable(report.error().toText()));
        }
        return *report;
    }

    std::string exported(SourceId source)
    {
        std::string stream;
        const auto done = reader().exportSource(source, [&](QByteArrayView piece) {
            stream.append(piece.data(), static_cast<std::size_t>(piece.size()));
            return true;
        });
        return done ? stream : "not exported";
    }

    static QByteArray sha256(std::string_view bytes)
    {
        return QCryptographicHash::hash(QByteArrayView(bytes.data(), std::ssize(bytes)),
                                        QCryptographicHash::Sha256);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Archives::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_Archives::membersAreSources_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("filter");
    QTest::newRow("zip") << u"zip"_s << QString();
    QTest::newRow("tar") << u"tar"_s << QString();
    QTest::newRow("tar.gz") << u"tar"_s << u"gzip"_s;
    QTest::newRow("tar.xz") << u"tar"_s << u"xz"_s;
    QTest::newRow("tar.zst") << u"tar"_s << u"zstd"_s;
    QTest::newRow("tar.bz2") << u"tar"_s << u"bzip2"_s;
}

void tst_Archives::membersAreSources()
{
    QFETCH(QString, format);
    QFETCH(QString, filter);
    const std::string first = auditLines(0, 300);
    const std::string second = auditLines(300, 700) + "noise\n";
    const QString path = write(u"evidence"_s,
                               packed({{.name = "logs/"},
                                       {.name = "logs/a.log", .bytes = first},
                                       {.name = "readme.txt", .bytes = "hello\n"},
                                       {.name = "logs/b.log", .bytes = second}},
                                      {format.toStdString(), filter.toStdString()}));
    const ImportReport report = import({path});
    QCOMPARE(report.events, 700);
    QCOMPARE(report.sources.size(), 3U);
    const SourceInfo &archive = report.sources[0];
    QCOMPARE(archive.path, path);
    QCOMPARE(archive.format, format);
    QCOMPARE(archive.compression, filter.isEmpty() ? u"none"_s : filter);
    QCOMPARE(archive.sha256, sha256Of(path));
    QCOMPARE(archive.bytes, QFileInfo(path).size());
    QCOMPARE(archive.state, SourceState::Complete);
    QCOMPARE(archive.events, 0);
    QCOMPARE(report.sources[1].path, path + u" » logs/a.log"_s);
    QCOMPARE(report.sources[1].archive, path);
    QCOMPARE(report.sources[1].parent, archive.id);
    QCOMPARE(report.sources[1].sha256, sha256(first));
    QCOMPARE(report.sources[1].bytes, std::ssize(first));
    QCOMPARE(report.sources[1].events, 300);
    QCOMPARE(report.sources[1].modifiedUs, 1'700'000'000'000'000);
    QCOMPARE(report.sources[1].mode, 0640U);
    QCOMPARE(report.sources[2].events, 400);
    QVERIFY(exported(report.sources[2].id) == second);
    QCOMPARE(report.skipped.size(), 1U);
    QCOMPARE(report.skipped[0].path, path + u" » readme.txt"_s);
    QVERIFY(!report.skipped[0].isFault);
    QVERIFY(reader().summary()->finished);
}

void tst_Archives::foreignArchivesAreRead_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(AUDITLOUPE_TEST_CORPUS "/archives"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        if (name != u"make.py") {
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }
}

/// Made by other programs: each holds the corpus' three events.
void tst_Archives::foreignArchivesAreRead()
{
    QFETCH(QString, name);
    const ImportReport report = import({name});
    QCOMPARE(report.events, 3);
    QVERIFY(report.skipped.empty());
    QCOMPARE(report.sources.back().message, QString());
}

void tst_Archives::standardInputMayBeAnArchive()
{
    const QString pipe = m_folder->filePath(u"pipe"_s);
    QCOMPARE(QProcess::execute(u"mkfifo"_s, {pipe}), 0);
    const std::string bytes = packed({{.name = "a.log", .bytes = auditLines(0, 300)},
                                      {.name = "b.log", .bytes = auditLines(300, 400)}},
                                     {.format = "zip"});
    const std::jthread writer([&] {
        QFile file(pipe);
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            file.write(bytes.data(), std::ssize(bytes));
        }
    });
    const ImportReport report = import({pipe});
    QCOMPARE(report.events, 400);
    QCOMPARE(report.sources.size(), 3U);
    QCOMPARE(report.sources[0].sha256, sha256(bytes));
}

void tst_Archives::archivesInArchivesAreOpened()
{
    const std::string log = auditLines(0, 50);
    const std::string inner = packed({{.name = "deep/audit.log", .bytes = log}}, {.format = "zip"});
    const std::string middle = packed({{.name = "inner.zip", .bytes = inner}}, {"tar", "gzip"});
    const QString path = write(u"outer.zip"_s,
                               packed({{.name = "middle.tgz", .bytes = middle},
                                       {.name = "last.log", .bytes = auditLines(50, 60)}},
                                      {.format = "zip"}));
    const ImportReport report = import({path});
    QCOMPARE(report.events, 60);
    QCOMPARE(report.sources.size(), 5U);
    QCOMPARE(report.sources[3].path, path + u" » middle.tgz » inner.zip » deep/audit.log"_s);
    QCOMPARE(report.sources[3].archive, path);
    QCOMPARE(report.sources[2].sha256, sha256(inner));
    QCOMPARE(report.sources[1].compression, u"gzip"_s);
    QVERIFY(report.skipped.empty());
}

void tst_Archives::fourthLevelIsNotOpened()
{
    std::string bytes = packed({{.name = "audit.log", .bytes = auditLines(0, 9)}});
    for (int level = 0; level < 3; ++level) {
        bytes = packed({{.name = "audit.log", .bytes = auditLines(0, 10)},
                        {.name = "next.tar", .bytes = bytes}});
    }
    const ImportReport report = import({write(u"nest.tar"_s, bytes)});
    QCOMPARE(report.events, 10);
    QCOMPARE(report.duplicates, 20);
    QCOMPARE(report.skipped.size(), 1U);
    QVERIFY(report.skipped[0].isFault);
    QVERIFY(report.skipped[0].path.endsWith(u"next.tar » next.tar » next.tar"_s));
}

void tst_Archives::membersMayBeCompressedAndUtf16()
{
    std::string wide = "\xff\xfe";
    for (const char c : auditLines(0, 20)) {
        wide += {c, '\0'};
    }
    write(u"b.log"_s, auditLines(20, 30));
    QCOMPARE(QProcess::execute(u"gzip"_s, {m_folder->filePath(u"b.log"_s)}), 0);
    const std::string gzip = readFile(m_folder->filePath(u"b.log.gz"_s)).toStdString();
    const ImportReport report = import({write(
        u"x.tar"_s, packed({{.name = "a.log", .bytes = wide}, {.name = "b.gz", .bytes = gzip}}))});
    QCOMPARE(report.events, 30);
    QCOMPARE(report.sources[1].encoding, u"utf-16le"_s);
    QVERIFY(exported(report.sources[1].id) == wide);
    QCOMPARE(report.sources[2].compression, u"gzip"_s);
    QCOMPARE(report.sources[2].sha256, sha256(gzip));
    QCOMPARE(report.sources[2].bytes, std::ssize(gzip));
}

void tst_Archives::oddMembersAreToldAndTheRestRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("word"); // of the message
    QTest::newRow("absolute") << u"/etc/audit.log"_s << u"/etc/audit.log"_s << u"leads out"_s;
    QTest::newRow("upwards") << u"a/../../audit.log"_s << u"a/../../audit.log"_s << u"leads out"_s;
    QTest::newRow("of a drive") << u"C:\\audit.log"_s << u"C:\\audit.log"_s << u"leads out"_s;
    QTest::newRow("twice") << u"plain.log"_s << u"plain.log (2)"_s << u"same name"_s;
    QTest::newRow("control characters")
        << u"a\x1b[31m\n.log"_s << u"a\x1b[31m\n.log"_s << QString();
    QTest::newRow("long") << QString(5000, u'x') << QString(4095, u'x') + u'…' << QString();
}

void tst_Archives::oddMembersAreToldAndTheRestRead()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    QFETCH(QString, word);
    const QString path = write(u"odd.tar"_s,
                               packed({{.name = "plain.log", .bytes = auditLines(0, 5)},
                                       {.name = name.toStdString(), .bytes = auditLines(5, 8)},
                                       {.name = "link.log", .link = "/etc/passwd"},
                                       {.name = "last.log", .bytes = auditLines(8, 9)}}));
    const ImportReport report = import({path});
    QCOMPARE(report.events, 9);
    QCOMPARE(report.sources.size(), 4U);
    QCOMPARE(report.sources[2].path, path + u" » "_s + shown);
    QCOMPARE(report.sources[2].state, SourceState::Complete);
    QVERIFY2(report.sources[2].message.contains(word), qPrintable(report.sources[2].message));
    QCOMPARE(report.sources[2].message.isEmpty(), word.isEmpty());
    QCOMPARE(report.skipped.size(), 1U);
    QVERIFY(report.skipped[0].reason.contains(u"/etc/passwd"_s));
    QVERIFY(!report.skipped[0].isFault);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{u"c.auditcase"_s, u"odd.tar"_s}));
}

void tst_Archives::encryptedMembersAreTold()
{
    const std::string bytes = packed({{.name = "secret.log", .bytes = auditLines(0, 50)},
                                      {.name = "other.log", .bytes = auditLines(50, 60)}},
                                     {.format = "zip", .encryption = "zipcrypt"});
    if (bytes.empty()) {
        QSKIP("this libarchive cannot encrypt");
    }
    const QString path = write(u"locked.zip"_s, bytes);
    const ImportReport report = import({path, write(u"a.log"_s, auditLines(0, 3))});
    QCOMPARE(report.events, 3);
    QCOMPARE(report.skipped.size(), 2U);
    QCOMPARE(report.skipped[0].path, path + u" » secret.log"_s);
    QVERIFY(report.skipped[0].reason.contains(u"encrypted"_s));
    QVERIFY(report.missesInput());
}

void tst_Archives::damagedMemberKeepsTheOthers()
{
    std::string bytes = packed({{.name = "a.log", .bytes = auditLines(0, 100)},
                                {.name = "b.log", .bytes = auditLines(100, 2000)},
                                {.name = "c.log", .bytes = auditLines(2000, 2100)}},
                               {.format = "zip"});
    const std::size_t second = bytes.find("b.log");
    const std::size_t third = bytes.find("c.log");
    bytes.replace(second + (third - second) / 2, 40, std::string(40, '\xff'));
    const ImportReport report = import({write(u"torn.zip"_s, bytes)});
    QCOMPARE(report.sources.size(), 4U);
    QCOMPARE(report.sources[1].events, 100);
    QCOMPARE_GT(report.sources[2].events, 200);
    QCOMPARE(report.sources[2].state, SourceState::Damaged);
    QVERIFY(!report.sources[2].message.isEmpty());
    QCOMPARE(report.sources[3].events, 100);
    QCOMPARE(report.sources[3].state, SourceState::Complete);
}

void tst_Archives::cutArchiveKeepsWhatCameBefore_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("filter");
    QTest::newRow("zip") << u"zip"_s << QString();
    QTest::newRow("tar") << u"tar"_s << QString();
    QTest::newRow("tar.gz") << u"tar"_s << u"gzip"_s;
}

void tst_Archives::cutArchiveKeepsWhatCameBefore()
{
    QFETCH(QString, format);
    QFETCH(QString, filter);
    const std::string bytes = packed({{.name = "a.log", .bytes = auditLines(0, 500)},
                                      {.name = "b.log", .bytes = auditLines(500, 2000)}},
                                     {format.toStdString(), filter.toStdString()});
    const QString path = write(u"cut"_s, std::string_view(bytes).substr(0, bytes.size() * 2 / 3));
    const ImportReport report = import({path});
    QCOMPARE(report.sources.size(), 3U);
    QCOMPARE(report.sources[1].events, 500);
    QCOMPARE_GT(report.sources[2].events, 300);
    QCOMPARE_LT(report.sources[2].events, 1500);
    QCOMPARE(report.sources[2].state, SourceState::Damaged);
    QCOMPARE(report.sources[0].sha256, sha256Of(path));
}

void tst_Archives::memberThatTheCutTakesIsNoFailure_data()
{
    QTest::addColumn<bool>("hasOther");
    QTest::newRow("beside another") << true;
    QTest::newRow("alone") << false;
}

void tst_Archives::memberThatTheCutTakesIsNoFailure()
{
    QFETCH(const bool, hasOther);
    std::vector<NewMember> members{{.name = "b.log", .bytes = auditLines(500, 501)}};
    if (hasOther) {
        members.insert(members.begin(), {.name = "a.log", .bytes = auditLines(0, 500)});
    }
    const std::string bytes = packed(members, {"zip", ""});
    const std::size_t cut = bytes.find("b.log") + 40; // in front of anything that can be read of it
    const QString path = write(u"cut.zip"_s, std::string_view(bytes).substr(0, cut));
    const ImportReport report = import({path});
    QCOMPARE(report.events, hasOther ? 500 : 0);
    QCOMPARE(report.missesInput(), !hasOther);
    QVERIFY(!report.skipped.empty()); // it is named all the same
}

void tst_Archives::archiveWithoutLogsIsNamedOnce()
{
    const QString document = write(
        u"d/report.docx"_s,
        packed({{.name = "word/document.xml", .bytes = "<w/>"}, {.name = "x.bin", .bytes = "\1"}},
               {.format = "zip"}));
    const QString empty = write(u"d/empty.zip"_s, packed({}, {.format = "zip"}));
    write(u"d/audit.log"_s, auditLines(0, 3));
    const ImportReport report = import({m_folder->filePath(u"d"_s)});
    QCOMPARE(report.events, 3);
    QCOMPARE(report.sources.size(), 1U);
    QCOMPARE(report.skipped.size(), 2U);
    QCOMPARE(report.skipped[0].path, empty);
    QCOMPARE(report.skipped[1].path, document);
    QVERIFY(!report.missesInput());
}

/// As a machine leaves it that lost its power.
void tst_Archives::logThatBeginsWithZerosIsNoArchive()
{
    const ImportReport report =
        import({write(u"audit.log"_s, std::string(2048, '\0') + "\n" + auditLines(0, 7))});
    QCOMPARE(report.events, 7);
}

void tst_Archives::bombStops()
{
    const std::string zeros = auditLines(0, 3) + std::string(550U << 20U, '\0');
    const QString path =
        write(u"bomb.zip"_s,
              packed({{.name = "a.log", .bytes = zeros}, {.name = "b.log", .bytes = zeros}},
                     {.format = "zip"}));
    const ImportReport report = import({path});
    QCOMPARE(report.events, 3);
    QCOMPARE(report.sources[0].state, SourceState::Damaged);
    QVERIFY2(report.sources[0].message.contains(u"500"_s), qPrintable(report.sources[0].message));
}

void tst_Archives::manyMembersAreCheap()
{
    std::vector<NewMember> members;
    for (int n = 0; n < 5000; ++n) {
        members.push_back({.name = "same", .bytes = "x"});
    }
    members.push_back({.name = "audit.log", .bytes = auditLines(0, 3)});
    const ImportReport report = import({write(u"many.tar"_s, packed(members))});
    QCOMPARE(report.events, 3);
    QCOMPARE(report.skipped.size(), 5000U);
    QVERIFY(report.skipped.back().path.endsWith(u" » same (5000)"_s));
}

void tst_Archives::killedImportGoesOn_data()
{
    QTest::addColumn<int>("events");
    QTest::newRow("before the first member") << 0;
    QTest::newRow("in the first member") << 40;
    QTest::newRow("behind the first member") << 100;
    QTest::newRow("in the second member") << 140;
}

/// What a killed import leaves: rows of the archive and of the members that it had begun.
void tst_Archives::killedImportGoesOn()
{
    QFETCH(int, events);
    const QString path = write(u"x.zip"_s,
                               packed({{.name = "a.log", .bytes = auditLines(0, 100)},
                                       {.name = "readme", .bytes = "hello"},
                                       {.name = "b.log", .bytes = auditLines(100, 200)}},
                                      {.format = "zip"}));
    {
        Result<CaseWriter> writer = CaseWriter::open(casePath());
        VERIFY_OK(writer);
        SourceInfo archive = describeFile(path);
        archive.id = writer->addSource(archive).value();
        for (int begin = 0; begin < events; begin += 100) {
            SourceInfo member = archive;
            member.parent = archive.id;
            member.path = path + (begin == 0 ? u" » a.log"_s : u" » b.log"_s);
            member.id = writer->addSource(member).value();
            VERIFY_OK(writer->setPlace(member));
            for (const ParsedBlock &block :
                 parsedBlocks(auditLines(begin, std::min(events, begin + 100)))) {
                VERIFY_OK(writer->addBlock(block, BlockCodec().compress(block.bytes)));
            }
            if (events >= begin + 100) {
                member.state = SourceState::Complete;
                VERIFY_OK(writer->updateSource(member));
            }
        }
        VERIFY_OK(writer->commit());
    }
    QVERIFY(!reader().summary()->finished);
    const auto report = finishImport(casePath(), Rest::Read, {});
    VERIFY_OK(report);
    QCOMPARE(report->events, 200);
    QCOMPARE(report->duplicates, 0);
    const QString whole = m_folder->filePath(u"whole.auditcase"_s);
    VERIFY_OK(importLogs({.casePath = whole, .inputs = {path}}, {}));
    CaseReader finished = reader();
    CaseReader undisturbed = std::move(CaseReader::open(whole).value());
    QVERIFY(dumpEvents(finished) == dumpEvents(undisturbed));
    QVERIFY(finished.summary()->finished);
    const auto sources = finished.sources();
    const auto expected = undisturbed.sources();
    QCOMPARE(sources->size(), expected->size());
    for (std::size_t i = 0; i < sources->size(); ++i) {
        QCOMPARE(sources->at(i).path, expected->at(i).path);
        QCOMPARE(sources->at(i).events, expected->at(i).events);
        QCOMPARE(sources->at(i).sha256, expected->at(i).sha256);
        QCOMPARE(sources->at(i).format, expected->at(i).format);
        QCOMPARE(sources->at(i).state, SourceState::Complete);
    }
}

void tst_Archives::changedArchiveKeepsWhatWasRead()
{
    const auto made = [](int from) {
        return packed({{.name = "a.log", .bytes = auditLines(from, from + 100)}},
                      {.format = "zip"});
    };
    const QString path = write(u"x.zip"_s, made(0));
    {
        Result<CaseWriter> writer = CaseWriter::open(casePath());
        SourceInfo archive = describeFile(path);
        archive.id = writer->addSource(archive).value();
        SourceInfo member = archive;
        member.parent = archive.id;
        member.path = path + u" » a.log"_s;
        member.id = writer->addSource(member).value();
        VERIFY_OK(writer->setPlace(member));
        for (const ParsedBlock &block : parsedBlocks(auditLines(0, 40))) {
            VERIFY_OK(writer->addBlock(block, BlockCodec().compress(block.bytes)));
        }
        VERIFY_OK(writer->commit());
    }
    write(u"x.zip"_s, made(500));
    VERIFY_OK(finishImport(casePath(), Rest::Read, {}));
    CaseReader reader = this->reader();
    QCOMPARE(dumpEvents(reader).size(), 40U);
    QVERIFY(reader.summary()->finished);
    const auto sources = reader.sources();
    VERIFY_OK(sources);
    for (const SourceInfo &source : *sources) {
        QCOMPARE(source.state, SourceState::Damaged);
        QVERIFY(!source.message.isEmpty());
        QVERIFY(source.sha256.isEmpty());
    }
}

void tst_Archives::membersAreComparedInTheirArchive()
{
    const auto make = [this](const std::string &log, const std::string &name) {
        const std::string inner = packed({{.name = name, .bytes = log}});
        return write(u"x.zip"_s, packed({{.name = "in.tar", .bytes = inner}}, {.format = "zip"}));
    };
    const QString path = make(auditLines(0, 50), "a.log");
    import({path});
    const std::vector<SourceInfo> sources = reader().sources().value();
    QCOMPARE(sources.size(), 3U);
    const auto change = [&](std::size_t source) {
        return compareWithFile(sources[source], {}).value().change;
    };
    QCOMPARE(change(2), FileChange::Unchanged);
    QCOMPARE(change(1), FileChange::Unchanged);
    make(auditLines(0, 51), "a.log");
    QCOMPARE(change(2), FileChange::Changed);
    QCOMPARE(change(0), FileChange::Changed);
    make(auditLines(0, 50), "b.log");
    QCOMPARE(change(2), FileChange::Missing);
    QVERIFY(QFile::remove(path));
    QCOMPARE(change(2), FileChange::Missing);
}

QTEST_GUILESS_MAIN(tst_Archives)
#include "tst_archives.moc"
