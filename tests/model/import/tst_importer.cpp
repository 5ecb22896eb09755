// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/casefile/casetesting.h"

#include <QProcess>
#include <QSet>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

class tst_Importer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void countsRowsAndRequests();
    void compressedLogsGiveTheSame_data();
    void compressedLogsGiveTheSame();
    void keepsEveryByte();
    void utf16IsReadAndGivenBack_data();
    void utf16IsReadAndGivenBack();
    void whatIsPackedTwiceIsUnpackedTwice();
    void hashesTheBytesAsFound();
    void sameEventTwiceIsOneRow();
    void fullerCopyBecomesTheRow();
    void copyThatBecomesTheRowIsNoNewEvent();
    void contradictingCopyIsAConflict();
    void longerForgeryDoesNotBecomeTheRow();
    void otherClusterIsAnotherEvent();
    void unknownClusterEqualsAny();
    void nodeIsLearntFromACopy();
    void lastMarksOneEventOfARequest();
    void stagesOfARequestSpanFiles();
    void addingToACaseKeepsWhatIsThere();
    void copiesInEveryImportAreMerged();
    void foldersAreWalkedAndOtherFilesNamedOnce();
    void oldTextIsReadWhereItIsNamed();
    void caseInTheFolderIsNoInput();
    void linksInFoldersAreNotLost();
    void readingLeavesTheCaseAlone();
    void caseIsPrivateAndAlone();
    void oldVersionsAreRead();
    void sharedLogsGiveTheKnownNumbers();

private:
    QString write(const QString &name, std::string_view bytes)
    {
        return writeFile(*m_folder, name, bytes);
    }

    ImportReport import(const QStringList &inputs, const QString &cluster = {})
    {
        const auto report =
            importLogs({.casePath = casePath(), .inputs = inputs, .cluster = cluster}, {});
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
        return done ? stream : "not exported: " + done.error().message.toStdString();
    }

    CaseReader reader() { return std::move(CaseReader::open(casePath()).value()); }
    QString casePath() const { return m_folder->filePath(u"c.auditcase"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Importer::countsRowsAndRequests()
{
    const std::string log = auditLine(1, "RequestReceived") + '\n' + auditLine(1) + '\n'
        + auditLine(2) + "\nhello\n{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\"}\n";
    const ImportReport report = import({write(u"audit.log"_s, log)});
    QCOMPARE(report.events, 3);
    QCOMPARE(report.rejected, 1);
    QCOMPARE(report.sources.size(), 1U);
    QCOMPARE(report.sources[0].other.at(u"text"_s), 1);
    CaseReader reader = this->reader();
    const auto summary = reader.summary();
    VERIFY_OK(summary);
    QCOMPARE(summary->events, 3);
    QCOMPARE(summary->requests, 2);
    QVERIFY(summary->finished);
    const auto rejected = reader.rejected(0, 10);
    VERIFY_OK(rejected);
    QCOMPARE(rejected->size(), 1U);
    QCOMPARE(rejected->front().line, 5);
    QCOMPARE(rejected->front().bytes, "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\"}"_ba);
}

void tst_Importer::compressedLogsGiveTheSame_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("gzip") << u"gzip"_s << u".gz"_s;
    QTest::newRow("zstd") << u"zstd"_s << u".zst"_s;
    QTest::newRow("xz") << u"xz"_s << u".xz"_s;
}

void tst_Importer::compressedLogsGiveTheSame()
{
    QFETCH(QString, tool);
    QFETCH(QString, suffix);
    const QString first = write(u"a.log"_s, auditLines(0, 400));
    const QString second = write(u"b.log"_s, auditLines(400, 700));
    for (const QString &path : {first, second}) {
        QCOMPARE(QProcess::execute(tool, {u"-kq"_s, path}), 0);
    }
    // Two members in one file, under a name that says nothing.
    const QString joined =
        write(u"evidence"_s, (readFile(first + suffix) + readFile(second + suffix)).toStdString());
    const ImportReport report = import({joined});
    QCOMPARE(report.events, 700);
    QCOMPARE(report.sources[0].compression, tool);
    CaseReader reader = this->reader();
    QCOMPARE(reader.eventBytes(EventId{700}).value().toStdString(), auditLine(699));
}

void tst_Importer::keepsEveryByte()
{
    const std::string log = "\xef\xbb\xbf" + auditLine(1) + "\r\n\r\n  "
        + auditLine(2, "Panic", R"(,"n":12345678901234567890,"e":"\u003c\ud83d","dup":1,"dup":2)")
        + "\nnoise \xff\n" + auditLine(3) + "\n{\"cut\":";
    const ImportReport report = import({write(u"odd.log"_s, log)});
    QCOMPARE(exported(report.sources[0].id), log);
}

void tst_Importer::utf16IsReadAndGivenBack_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("hasMark");
    QTest::addColumn<bool>("isPacked");
    QTest::newRow("little endian") << u"utf-16le"_s << true << false;
    QTest::newRow("big endian") << u"utf-16be"_s << true << false;
    QTest::newRow("without a mark") << u"utf-16le"_s << false << false;
    QTest::newRow("compressed") << u"utf-16le"_s << true << true;
}

void tst_Importer::utf16IsReadAndGivenBack()
{
    QFETCH(QString, encoding);
    QFETCH(bool, hasMark);
    QFETCH(bool, isPacked);
    // More than a block; half a surrogate pair; half a code unit at the end.
    const QString log = (hasMark ? u"\ufeff"_s : u""_s)
        + QString::fromStdString(auditLines(0, 800)).replace(u'\n', u"\r\n"_s) + u"noise "_s
        + QChar(0xD83D) + u" grüße\r\n"_s;
    std::string found;
    for (const QChar c : log) {
        const char bytes[] = {static_cast<char>(c.unicode() & 0xFF),
                              static_cast<char>(c.unicode() >> 8)};
        found += encoding == u"utf-16le" ? std::string{bytes[0], bytes[1]}
                                         : std::string{bytes[1], bytes[0]};
    }
    found += '\x7b';
    QString path = write(u"audit.log"_s, found);
    if (isPacked) {
        QCOMPARE(QProcess::execute(u"gzip"_s, {path}), 0);
        path += u".gz"_s;
    }
    const ImportReport report = import({path});
    QCOMPARE(report.events, 800);
    QCOMPARE(report.sources[0].encoding, encoding);
    QCOMPARE(report.sources[0].compression, isPacked ? u"gzip"_s : u"none"_s);
    QCOMPARE(report.sources[0].sha256, sha256Of(path));
    QVERIFY(exported(report.sources[0].id) == found);
    QCOMPARE(reader().eventBytes(EventId{800}).value().toStdString(), auditLine(799));
}

void tst_Importer::whatIsPackedTwiceIsUnpackedTwice()
{
    const auto packed = [this](const QString &path, int times) {
        QString last = path;
        for (int n = 0; n < times; ++n) {
            QProcess::execute(u"gzip"_s, {u"-k"_s, u"-S"_s, u".z"_s, u"-f"_s, last});
            last =
                write(u"packed%1-%2"_s.arg(times).arg(n), readFile(last + u".z"_s).toStdString());
        }
        return last;
    };
    const QString log = write(u"audit.log"_s, auditLines(0, 100));
    const ImportReport report = import({packed(log, 2), packed(log, 4)});
    QCOMPARE(report.events, 100);
    QCOMPARE(report.sources.size(), 1U);
    QCOMPARE(report.sources[0].compression, u"gzip/gzip"_s);
    QCOMPARE(report.skipped.size(), 1U);
    QVERIFY(report.skipped[0].isFault);
}

void tst_Importer::hashesTheBytesAsFound()
{
    const QString path = write(u"audit.log"_s, auditLines(0, 300));
    QProcess::execute(u"gzip"_s, {u"-k"_s, path});
    // Something behind the compressed data belongs to the evidence too.
    QFile file(path + u".gz"_s);
    QVERIFY(file.open(QIODevice::Append));
    file.write("trailing");
    file.close();
    const ImportReport report = import({path, path + u".gz"_s});
    QCOMPARE(report.sources[0].sha256, sha256Of(path));
    QCOMPARE(report.sources[1].sha256, sha256Of(path + u".gz"_s));
    QCOMPARE(report.sources[1].bytes, QFileInfo(path + u".gz"_s).size());
}

void tst_Importer::sameEventTwiceIsOneRow()
{
    std::string itemText = auditLine(1);
    itemText.replace(0, itemText.find("\"level\""), "{");
    const std::string webhook = R"({"kind":"EventList","items":[)" + itemText + "]}\n";
    const ImportReport report =
        import({write(u"audit.log"_s, auditLines(0, 3)), write(u"hook.json"_s, webhook)});
    QCOMPARE(report.events, 3);
    QCOMPARE(report.duplicates, 1);
    QCOMPARE(report.conflicts, 0);
    CaseReader reader = this->reader();
    const auto copies = reader.copiesOf(EventId{2});
    VERIFY_OK(copies);
    QCOMPARE(copies->size(), 1U);
    QCOMPARE(reader.copyBytes(copies->front()).value().toStdString(), itemText);
}

void tst_Importer::fullerCopyBecomesTheRow()
{
    const std::string cut =
        auditLine(1, "ResponseComplete", R"(,"annotations":{"audit.k8s.io/truncated":"true"})");
    const std::string full = auditLine(1, "ResponseComplete", R"(,"requestObject":{"a":1})");
    import({write(u"1.log"_s, cut + '\n'), write(u"2.log"_s, full + '\n')});
    CaseReader reader = this->reader();
    QCOMPARE(reader.eventBytes(EventId{1}).value().toStdString(), full);
    const auto copies = reader.copiesOf(EventId{1});
    QCOMPARE(copies.value().size(), 1U);
    QVERIFY(!copies->front().conflict);
    QCOMPARE(reader.copyBytes(copies->front()).value().toStdString(), cut);
}

void tst_Importer::copyThatBecomesTheRowIsNoNewEvent()
{
    const std::string shorter = auditLine(1);
    const std::string full = auditLine(1, "ResponseComplete", R"(,"requestObject":{"a":1})");
    import({write(u"1.log"_s, shorter + '\n')});
    const ImportReport report = import({write(u"2.log"_s, full + '\n')});
    QCOMPARE(report.events, 0);
    QCOMPARE(report.duplicates, 1);
    QCOMPARE(report.conflicts, 0);
    QCOMPARE(reader().eventBytes(EventId{1}).value().toStdString(), full);
}

void tst_Importer::longerForgeryDoesNotBecomeTheRow()
{
    std::string forged = auditLine(1);
    forged.replace(forged.find("user1"), 5, "system:somebody-else-with-a-long-name");
    import({write(u"1.log"_s, auditLine(1) + '\n')});
    const ImportReport report = import({write(u"2.log"_s, forged + '\n')});
    QCOMPARE(report.events, 0);
    QCOMPARE(report.duplicates, 1);
    QCOMPARE(report.conflicts, 1);
    QCOMPARE(reader().eventBytes(EventId{1}).value().toStdString(), auditLine(1));
    QCOMPARE(reader().sources()->back().conflicts, 1);
}

void tst_Importer::contradictingCopyIsAConflict()
{
    std::string forged = auditLine(1);
    forged.replace(forged.find("user1"), 5, "mallory");
    const ImportReport report =
        import({write(u"1.log"_s, auditLine(1) + '\n'), write(u"2.log"_s, forged + '\n')});
    QCOMPARE(report.events, 1);
    QCOMPARE(report.duplicates, 1);
    QCOMPARE(report.conflicts, 1);
}

void tst_Importer::otherClusterIsAnotherEvent()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 5));
    QCOMPARE(import({log}, u"east"_s).events, 5);
    const ImportReport second = import({log}, u"west"_s);
    QCOMPARE(second.events, 5);
    QCOMPARE(second.duplicates, 0);
    const auto summary = reader().summary();
    QCOMPARE(summary->events, 10);
    QCOMPARE(summary->requests, 10);
}

void tst_Importer::unknownClusterEqualsAny()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 5));
    import({log});
    const ImportReport second = import({log}, u"west"_s);
    QCOMPARE(second.events, 0);
    QCOMPARE(second.duplicates, 5);
    CaseReader reader = this->reader();
    const EventId ids[] = {EventId{1}};
    QCOMPARE(reader.rows(ids).value().front().cluster, "west");
}

void tst_Importer::nodeIsLearntFromACopy()
{
    const QString log = write(u"audit.log"_s, auditLines(0, 5));
    import({log}, u"west"_s);
    const auto again = importLogs(
        {.casePath = casePath(), .inputs = {log}, .cluster = u"west"_s, .node = u"cp1"_s}, {});
    VERIFY_OK(again);
    QCOMPARE(again->duplicates, 5);
    CaseReader reader = this->reader();
    const EventId ids[] = {EventId{1}};
    QCOMPARE(reader.rows(ids).value().front().node, "cp1");
}

void tst_Importer::lastMarksOneEventOfARequest()
{
    const std::string log = auditLine(1, "RequestReceived") + '\n' + auditLine(1) + '\n'
        + auditLine(2, "ResponseStarted") + '\n' + auditLine(3, "RequestReceived") + '\n'
        + auditLine(3, "ResponseStarted") + '\n' + auditLine(4, "Panic") + '\n';
    import({write(u"audit.log"_s, log)});
    CaseReader reader = this->reader();
    QList<int> last;
    for (std::uint32_t id = 1; id <= 6; ++id) {
        const EventId ids[] = {EventId{id}};
        last.append(reader.rows(ids).value().front().last ? 1 : 0);
    }
    QCOMPARE(last, (QList<int>{0, 1, 1, 0, 1, 1}));
    QCOMPARE(reader.summary()->requests, 4);
}

void tst_Importer::stagesOfARequestSpanFiles()
{
    import({write(u"audit-1.log"_s, auditLine(1, "RequestReceived") + '\n'),
            write(u"audit.log"_s, auditLine(2) + '\n' + auditLine(1) + '\n')});
    CaseReader reader = this->reader();
    QCOMPARE(reader.summary()->requests, 2);
    QCOMPARE(reader.stagesOf(EventId{3}).value(), (std::vector<EventId>{EventId{1}, EventId{3}}));
}

void tst_Importer::addingToACaseKeepsWhatIsThere()
{
    const QString first = write(u"1.log"_s, auditLines(0, 50));
    const QString second = write(u"2.log"_s, auditLines(40, 90));
    import({first});
    const ImportReport report = import({second});
    QCOMPARE(report.events, 40);
    QCOMPARE(report.duplicates, 10);
    const auto summary = reader().summary();
    QCOMPARE(summary->events, 90);
    // The same in one go: the same rows, but for the ids that copies left free.
    const QString together = m_folder->filePath(u"t.auditcase"_s);
    VERIFY_OK(importLogs({.casePath = together, .inputs = {first, second}}, {}));
    CaseReader both = std::move(CaseReader::open(together).value());
    CaseReader stepwise = reader();
    QCOMPARE(both.summary()->events, 90);
    QCOMPARE(dumpEvents(both), dumpEvents(stepwise));
}

void tst_Importer::copiesInEveryImportAreMerged()
{
    const auto twice = [this](const QString &name, int from, int to) {
        const std::string lines = auditLines(from, to);
        return QStringList{write(name + u"1.log"_s, lines), write(name + u"2.log"_s, lines)};
    };
    import(twice(u"a"_s, 0, 20));
    import(twice(u"b"_s, 20, 29));
    const auto summary = reader().summary();
    QCOMPARE(summary->events, 29);
    QCOMPARE(summary->requests, 29);
    QCOMPARE(summary->duplicates, 29);
}

void tst_Importer::foldersAreWalkedAndOtherFilesNamedOnce()
{
    write(u"d/audit.log"_s, auditLines(0, 10));
    write(u"d/sub/deeper/.hidden.log"_s, auditLines(10, 20));
    write(u"d/policy.yaml"_s, "apiVersion: audit.k8s.io/v1\nkind: Policy\n");
    write(u"d/empty.log"_s, "");
    write(u"d/other.jsonl"_s, "{\"a\":1}\n{\"a\":2}\n");
    const ImportReport report = import({m_folder->filePath(u"d"_s)});
    QCOMPARE(report.events, 20);
    QCOMPARE(report.sources.size(), 2U);
    QCOMPARE(report.skipped.size(), 3U);
    QSet<QString> names;
    for (const SkippedFile &file : report.skipped) {
        QVERIFY(!file.reason.isEmpty());
        names.insert(QFileInfo(file.path).fileName());
    }
    QCOMPARE(names, (QSet<QString>{u"policy.yaml"_s, u"empty.log"_s, u"other.jsonl"_s}));
}

/// Reading it would undo the locks that the import holds on it.
void tst_Importer::oldTextIsReadWhereItIsNamed()
{
    QFile sample(QStringLiteral(AUDITLOUPE_TEST_CORPUS "/formats/legacy-text/audit.log"));
    QVERIFY(sample.open(QIODevice::ReadOnly));
    const QByteArray lines = sample.readAll();
    const QString log = write(u"d/audit.log"_s, "\n" + lines.toStdString());
    const QString other = write(u"d/apiserver.log"_s, "I0314 starting\n" + lines.toStdString());
    const ImportReport walked = import({m_folder->filePath(u"d"_s)});
    QCOMPARE(walked.events, 0);
    QCOMPARE(walked.skipped.size(), 2U);
    QVERIFY(walked.skipped[0].reason.contains(u"opened itself"_s));
    const ImportReport named = import({log, other});
    QCOMPARE(named.events, lines.count('\n'));
    QCOMPARE(named.sources.size(), 1U);
    QCOMPARE(named.sources.front().format, u"legacy-text"_s);
    const auto pasted = importLogs({.casePath = casePath(), .pasted = lines}, {});
    VERIFY_OK(pasted);
    QCOMPARE(pasted->sources.front().format, u"legacy-text"_s);
}

void tst_Importer::caseInTheFolderIsNoInput()
{
    write(u"audit.log"_s, auditLines(0, 20));
    const QString path = m_folder->filePath(u"here.auditcase"_s);
    const ImportReport report =
        importLogs({.casePath = path, .inputs = {m_folder->path()}}, {}).value();
    QCOMPARE(report.events, 20);
    QCOMPARE(report.skipped.size(), 1U); // and neither its log nor its lock
    QCOMPARE(report.skipped[0].path, path);
    QVERIFY(!report.missesInput());
}

void tst_Importer::linksInFoldersAreNotLost()
{
    const QString inside = write(u"logs/real/audit.log"_s, auditLines(0, 20));
    const QString outside = write(u"elsewhere/other.log"_s, auditLines(20, 30));
    const QString folder = m_folder->filePath(u"logs"_s);
    const auto link = [&](const QString &to, const QString &name) {
        return QFile::link(to, folder + u'/' + name);
    };
    QVERIFY(link(outside, u"file.log"_s));
    QVERIFY(link(QFileInfo(outside).path(), u"folder"_s));
    QVERIFY(link(QFileInfo(inside).path(), u"latest"_s)); // is walked anyway
    QVERIFY(link(folder + u"/gone.log"_s, u"broken.log"_s));
    const ImportReport report = import({folder});
    QCOMPARE(report.events, 30);
    QCOMPARE(report.skipped.size(), 2U);
    QCOMPARE(QFileInfo(report.skipped[0].path).fileName(), u"broken.log"_s);
    QCOMPARE(QFileInfo(report.skipped[1].path).fileName(), u"folder"_s);
    QVERIFY(report.missesInput());
}

void tst_Importer::readingLeavesTheCaseAlone()
{
    import({write(u"audit.log"_s, auditLines(0, 500))});
    const QByteArray before = sha256Of(casePath());
    {
        CaseReader reader = this->reader();
        VERIFY_OK(reader.summary());
        VERIFY_OK(reader.sources());
        QCOMPARE(dumpEvents(reader).size(), 500U);
    }
    QCOMPARE(sha256Of(casePath()), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
             (QStringList{u"audit.log"_s, u"c.auditcase"_s}));
}

void tst_Importer::caseIsPrivateAndAlone()
{
    import({write(u"audit.log"_s, auditLines(0, 5))});
    QCOMPARE(QFile::permissions(casePath()) & ~(QFileDevice::ReadUser | QFileDevice::WriteUser),
             QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QVERIFY(!QFile::exists(casePath() + u"-wal"_s));
    QVERIFY(!QFile::exists(casePath() + u"-shm"_s));
}

void tst_Importer::oldVersionsAreRead()
{
    const std::string beta =
        R"({"kind":"Event","apiVersion":"audit.k8s.io/v1beta1","metadata":{"creationTimestamp":)"
        R"("2018-10-25T13:58:49Z"},"level":"Request","timestamp":"2018-10-25T13:58:50Z",)"
        R"("auditID":"b","stage":"ResponseComplete","requestURI":"/x","verb":"get","user":{}})";
    const std::string alpha =
        R"({"kind":"Event","apiVersion":"audit.k8s.io/v1alpha1","metadata":{"creationTimestamp":)"
        R"("2017-10-25T13:58:49Z"},"level":"Metadata","auditID":"a","stage":"RequestReceived",)"
        R"("requestURI":"/y","verb":"get","user":{"username":"x"}})";
    import({write(u"old.log"_s, beta + "\n" + alpha + "\n")});
    CaseReader reader = this->reader();
    const EventId ids[] = {EventId{1}, EventId{2}};
    const auto rows = reader.rows(ids);
    QCOMPARE(rows.value().size(), 2U);
    QCOMPARE(rows->at(0).timeUs, 1'540'475'930'000'000);
    QCOMPARE(rows->at(1).timeUs, 1'508'939'929'000'000);
    QVERIFY(!rows->at(0).username);
    QCOMPARE(reader.summary()->requests, 2);
}

void tst_Importer::sharedLogsGiveTheKnownNumbers()
{
    const QString folder = QStringLiteral(AUDITLOUPE_SHARED_DATA "/apiserver");
    if (!QDir(folder).exists()) {
        QSKIP("the collection of real logs is not here");
    }
    const ImportReport report = import({folder});
    QCOMPARE(report.events, 47'272);
    QCOMPARE(report.duplicates, 3'526);
    QCOMPARE(report.rejected, 0);
    QSet<QString> skipped;
    for (const SkippedFile &file : report.skipped) {
        QVERIFY(!skipped.contains(file.path));
        skipped.insert(file.path);
    }
    QVERIFY(
        skipped.contains(QFileInfo(folder + u"/metadata-all/policy.yaml"_s).absoluteFilePath()));
}

QTEST_GUILESS_MAIN(tst_Importer)
#include "tst_importer.moc"
