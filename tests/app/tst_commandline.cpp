// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/programrun.h"
#include "tests/app/slowlog.h"
#include "tests/model/casefile/casetesting.h"
#include "tests/model/sources/archivewriting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace auditloupe::testing;

namespace {

QByteArrayList sortedLines(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    lines.removeAll(QByteArray());
    std::ranges::sort(lines);
    return lines;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

constexpr auto EventText = R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata",)"
                           R"("auditID":"%1","stage":"ResponseComplete","requestURI":"/x",)"
                           R"("verb":"get","user":{"username":%2},"sourceIPs":["10.0.0.1"],)"
                           R"("requestReceivedTimestamp":"2026-03-14T02:00:00.000000Z",)"
                           R"("stageTimestamp":"2026-03-14T02:00:00.000000Z"%3})";

QByteArray auditEvent(const QString &id, const QString &userJson, const QString &more = {})
{
    return QString::fromUtf8(EventText).arg(id, userJson, more).toUtf8() + '\n';
}

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(); }
    void countsAgreeWithASlowReader_data();
    void countsAgreeWithASlowReader();
    void rawGivesEveryLineBack_data();
    void rawGivesEveryLineBack();
    void duplicatesAreCountedAndPrinted();
    void exitStatusTellsWhatHappened_data();
    void exitStatusTellsWhatHappened();
    void fileThatCannotBeReadIsNoSuccess();
    void jsonlKeepsTypes();
    void csvGuardsFormulas();
    void tableEscapesControlCharacters();
    void credentialsAreMasked();
    void tokensAreMaskedInEveryField();
    void limitAndTimes();
    void conditionsSayWhatIsUnknown();
    void importPrintsOneObject();
    void evidenceTellsPeopleAndMachines();
    void evidenceComparesFilesOnRequest();
    void exportGivesTheSourceBack();
    void archiveIsNotExportedButItsMembers();
    void queryNeverChangesACase();
    void readerThatGoesAwayEndsItQuietly();
    void temporaryCaseIsGoneAfterwards();
    void signalRemovesTheTemporaryCase();
    void withoutDisplayASummaryIsPrinted();
    void listsAreComplete();

private:
    QString log(const QString &name, const QByteArray &bytes)
    {
        return writeFile(m_folder, name, {bytes.constData(), static_cast<size_t>(bytes.size())});
    }

    ProgramRun run(const QStringList &arguments) { return runProgram(arguments, m_cache); }
    QStringList temporaryCases() const;

    QTemporaryDir m_folder;
    QString m_cache;
};

void tst_CommandLine::initTestCase()
{
    m_cache = m_folder.filePath(u"cache"_s);
}

QStringList tst_CommandLine::temporaryCases() const
{
    const QDir folder(m_cache + u"/auditloupe/auditloupe/temporary-cases"_s);
    return folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

void tst_CommandLine::countsAgreeWithASlowReader_data()
{
    QTest::addColumn<QStringList>("logs");
    addLogRows();
}

void tst_CommandLine::countsAgreeWithASlowReader()
{
    QFETCH(const QStringList, logs);

    const QList<QJsonObject> events = slowEvents(logs);
    QVERIFY(!events.isEmpty());
    const QString casePath = m_folder.filePath(u"counts.auditcase"_s);
    QFile::remove(casePath);
    const ProgramRun imported = run(QStringList{u"import"_s, u"--case"_s, casePath} + logs);
    QCOMPARE(imported.errors, QByteArray());
    QCOMPARE(run({u"query"_s, u"--count"_s, casePath}).output.trimmed().toLongLong(),
             events.size());
    for (const auto &[field, path] :
         {std::pair(u"verb"_s, u"verb"_s), std::pair(u"user"_s, u"user.username"_s),
          std::pair(u"level"_s, u"level"_s), std::pair(u"stage"_s, u"stage"_s),
          std::pair(u"code"_s, u"responseStatus.code"_s)}) {
        const ProgramRun counted =
            run({u"query"_s, u"--count-by"_s, field, u"--format"_s, u"jsonl"_s, casePath});
        QCOMPARE(sortedLines(counted.output), slowCounts(events, field, path));
    }
}

void tst_CommandLine::rawGivesEveryLineBack_data()
{
    QTest::addColumn<QStringList>("logs");
    QTest::newRow("odd spellings") << QStringList{
        log(u"odd.log"_s,
            auditEvent(u"a"_s, u"\"x\""_s,
                       u",\"requestObject\":{\"n\":90071992547409931,"
                       "\"f\":1.50e+2,\"z\":1,\"a\":2}"_s)
                + auditEvent(u"b"_s, u"\"\\u00e4\\u003c\\ud83d\\ude00\\u0000 ä 😀\""_s)
                + auditEvent(u"c"_s, u" \"blanks\" "_s) + auditEvent(u"d"_s, u"\"\u202e\""_s)
                + auditEvent(u"e"_s, u"null"_s, u",\"x\":{},\"x\":[]"_s))};
    QTest::newRow("no line end at the end of the file")
        << QStringList{log(u"noend.log"_s, auditEvent(u"a"_s, u"\"x\""_s).trimmed())};
    addLogRows();
}

void tst_CommandLine::rawGivesEveryLineBack()
{
    QFETCH(const QStringList, logs);

    const ProgramRun raw = run(QStringList{u"query"_s, u"--format"_s, u"raw"_s} + logs);
    QCOMPARE(raw.errors, QByteArray());
    QCOMPARE(raw.status, 0);
    QCOMPARE(sortedLines(raw.output), sortedLines(slowBytes(logs)));
}

void tst_CommandLine::duplicatesAreCountedAndPrinted()
{
    const QByteArray lines = QByteArray::fromStdString(auditLines(0, 20));
    const QString casePath = m_folder.filePath(u"twice.auditcase"_s);
    const ProgramRun imported = run({u"import"_s, u"--json"_s, u"--case"_s, casePath,
                                     log(u"one.log"_s, lines), log(u"two.log"_s, lines)});
    QCOMPARE(object(imported.output)["duplicates"_L1].toInteger(), 20);
    QCOMPARE(run({u"query"_s, u"--count"_s, casePath}).output, "20\n");
    QCOMPARE(run({u"query"_s, u"--count"_s, u"--duplicates"_s, casePath}).output, "40\n");
    QCOMPARE(run({u"query"_s, u"--count-by"_s, u"verb"_s, u"--duplicates"_s, u"--format"_s,
                  u"jsonl"_s, casePath})
                 .output,
             "{\"verb\":\"delete\",\"count\":40}\n");
    const ProgramRun raw = run({u"query"_s, u"--duplicates"_s, u"--format"_s, u"raw"_s, casePath});
    QCOMPARE(sortedLines(raw.output), sortedLines(lines + lines));
    const ProgramRun sources = run({u"query"_s, u"--duplicates"_s, u"--fields"_s, u"source"_s,
                                    u"--format"_s, u"csv"_s, casePath});
    QCOMPARE(sources.output.count("one.log\n"), 20);
    QCOMPARE(sources.output.count("two.log\n"), 20);
}

void tst_CommandLine::exitStatusTellsWhatHappened_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word"); // on standard error

    const QString good = log(u"good.log"_s, QByteArray::fromStdString(auditLines(0, 3)));
    const QString text = log(u"text.txt"_s, "hello\n");
    const QString empty = log(u"empty.log"_s, "");
    const QString broken = log(u"broken.auditcase"_s, QByteArray("SQLite format 3\0abc", 19));
    const QString absent = m_folder.filePath(u"absent.log"_s);
    QTest::newRow("good") << QStringList{u"query"_s, u"--count"_s, good} << 0 << QString();
    QTest::newRow("good beside text")
        << QStringList{u"query"_s, u"--count"_s, good, text} << 0 << u"text.txt"_s;
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s} << 2 << u"frobnicate"_s;
    QTest::newRow("unknown option") << QStringList{u"--frob"_s} << 2 << u"--frob"_s;
    QTest::newRow("unknown option of a command")
        << QStringList{u"query"_s, u"--frob"_s, good} << 2 << u"frob"_s;
    QTest::newRow("no input") << QStringList{u"query"_s} << 2 << u"query"_s;
    QTest::newRow("bad condition")
        << QStringList{u"query"_s, u"--where"_s, u"verb"_s, good} << 2 << u"Column 5"_s;
    QTest::newRow("bad field") << QStringList{u"query"_s, u"--fields"_s, u"verb,frob"_s, good} << 2
                               << u"frob"_s;
    QTest::newRow("bad format") << QStringList{u"query"_s, u"--format"_s, u"xml"_s, good} << 2
                                << u"xml"_s;
    QTest::newRow("bad time") << QStringList{u"query"_s, u"--from"_s, u"noon"_s, good} << 2
                              << u"noon"_s;
    QTest::newRow("bad limit") << QStringList{u"query"_s, u"--limit"_s, u"-1"_s, good} << 2
                               << u"-1"_s;
    QTest::newRow("two answers") << QStringList{u"query"_s, u"--count"_s, u"--count-by"_s,
                                                u"verb"_s, good}
                                 << 2 << u"--count-by"_s;
    QTest::newRow("import without case") << QStringList{u"import"_s, good} << 2 << u"--case"_s;
    QTest::newRow("export without source") << QStringList{u"export"_s, good} << 2 << u"--source"_s;
    QTest::newRow("export of another source")
        << QStringList{u"export"_s, u"--source"_s, u"7"_s, good} << 2 << u"good.log"_s;
    QTest::newRow("evidence") << QStringList{u"evidence"_s, good} << 0 << QString();
    QTest::newRow("evidence without input") << QStringList{u"evidence"_s} << 2 << u"evidence"_s;
    QTest::newRow("evidence in another format")
        << QStringList{u"evidence"_s, u"--format"_s, u"csv"_s, good} << 2 << u"csv"_s;
    QTest::newRow("evidence of no log") << QStringList{u"evidence"_s, text} << 3 << u"text.txt"_s;
    QTest::newRow("absent file") << QStringList{u"query"_s, absent} << 3 << u"absent.log"_s;
    QTest::newRow("no log") << QStringList{u"query"_s, text} << 3 << u"text.txt"_s;
    QTest::newRow("empty file") << QStringList{u"query"_s, empty} << 3 << u"empty.log"_s;
    QTest::newRow("broken case") << QStringList{u"query"_s, broken} << 3 << u"broken.auditcase"_s;
    QTest::newRow("absent case") << QStringList{u"finish"_s, absent} << 3 << u"absent.log"_s;
}

void tst_CommandLine::exitStatusTellsWhatHappened()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, status);
    QFETCH(const QString, word);

    const ProgramRun ended = run(arguments);
    QVERIFY2(ended.errors.contains(word.toUtf8()), ended.errors.constData());
    QCOMPARE(ended.status, status);
    QCOMPARE(ended.output.isEmpty(), status != 0);
}

void tst_CommandLine::fileThatCannotBeReadIsNoSuccess()
{
    const QString good = log(u"found.log"_s, QByteArray::fromStdString(auditLines(0, 3)));
    const QString absent = m_folder.filePath(u"gone.log"_s);
    const QString casePath = m_folder.filePath(u"partly.auditcase"_s);
    const ProgramRun imported = run({u"import"_s, u"--case"_s, casePath, good, absent});
    QCOMPARE(imported.status, 3);
    QVERIFY2(imported.errors.contains("gone.log: "), imported.errors.constData());
    const ProgramRun counted = run({u"query"_s, u"--count"_s, casePath});
    QCOMPARE(counted.output, "3\n"); // the case itself is whole
    QCOMPARE(counted.status, 0);

    const ProgramRun asked = run({u"query"_s, u"--count"_s, good, absent});
    QCOMPARE(asked.output, "3\n");
    QVERIFY2(asked.errors.contains("gone.log: "), asked.errors.constData());
    QCOMPARE(asked.status, 3);

    log(u"folder/a.log"_s, QByteArray::fromStdString(auditLines(0, 3)));
    log(u"folder/b.log.gz"_s, QByteArray::fromHex("1f8b08000000000000ff") + "no deflate data");
    const ProgramRun walked = run({u"query"_s, u"--count"_s, m_folder.filePath(u"folder"_s)});
    QVERIFY2(walked.errors.contains("b.log.gz: "), walked.errors.constData());
    QCOMPARE(walked.status, 3);
}

void tst_CommandLine::jsonlKeepsTypes()
{
    const QString path =
        log(u"types.log"_s,
            auditEvent(u"a"_s, u"\"x\""_s,
                       u",\"responseStatus\":{\"code\":201},\"requestObject\":"
                       "{\"n\":90071992547409931,\"list\":[{\"a\":1},{\"a\":\"b\"}],"
                       "\"yes\":true}"_s));
    const ProgramRun rows = run(
        {u"query"_s, u"--format"_s, u"jsonl"_s, u"--fields"_s,
         u"user,code,ip,ns,requestObject.n,requestObject.list[].a,requestObject.yes,latency,time"_s,
         path});
    QCOMPARE(rows.output,
             "{\"user\":\"x\",\"code\":201,\"ip\":[\"10.0.0.1\"],\"ns\":null,"
             "\"requestObject.n\":90071992547409931,\"requestObject.list[].a\":[1,\"b\"],"
             "\"requestObject.yes\":true,\"latency\":0.000000,"
             "\"time\":\"2026-03-14T02:00:00.000000Z\"}\n");
}

void tst_CommandLine::csvGuardsFormulas()
{
    QByteArray lines;
    int number = 0;
    for (const char *user : {"=1+1", "+1", "-1", "@x", "\\tx", "a,b", "a\\\"b", "a\\nb", "plain"}) {
        lines += auditEvent(QString::number(number++), u'"' + QString::fromUtf8(user) + u'"');
    }
    const ProgramRun rows = run({u"query"_s, u"--format"_s, u"csv"_s, u"--fields"_s,
                                 u"auditID,user"_s, log(u"formulas.log"_s, lines)});
    QCOMPARE(rows.output,
             "auditID,user\n0,'=1+1\n1,'+1\n2,'-1\n3,'@x\n4,'\tx\n5,\"a,b\"\n6,\"a\"\"b\"\n"
             "7,\"a\nb\"\n8,plain\n");
}

void tst_CommandLine::tableEscapesControlCharacters()
{
    const QString path =
        log(u"controls.log"_s, auditEvent(u"a"_s, u"\"\\u001b[31mred\\n\\u202e\\u009b\""_s));
    const ProgramRun rows = run({u"query"_s, u"--fields"_s, u"user,code"_s, path});
    QCOMPARE(rows.output,
             "user                             code\n"
             "\\u001b[31mred\\u000a\\u202e\\u009b     -\n");
}

void tst_CommandLine::credentialsAreMasked()
{
    const QString path = log(
        u"secret.log"_s,
        auditEvent(
            u"a"_s, u"\"x\""_s,
            u",\"objectRef\":{\"resource\":\"secrets\"},\"responseObject\":{\"kind\":\"Secret\","
            "\"apiVersion\":\"v1\",\"data\":{\"password\":\"aHVudGVyMg==\"}}"_s));
    for (const QString &format : {u"table"_s, u"csv"_s, u"jsonl"_s}) {
        const QStringList query{u"query"_s,    u"--format"_s,       format,
                                u"--fields"_s, u"responseObject"_s, path};
        QVERIFY(!run(query).output.contains("aHVudGVyMg"));
        QVERIFY(run(query + QStringList{u"--unmasked"_s}).output.contains("aHVudGVyMg"));
    }
    const QStringList groups{u"query"_s, u"--count-by"_s, u"responseObject.data.password"_s, path};
    QVERIFY(!run(groups).output.contains("aHVudGVyMg"));
    QVERIFY(run(groups + QStringList{u"--unmasked"_s}).output.contains("aHVudGVyMg"));
    QVERIFY(run({u"query"_s, u"--format"_s, u"raw"_s, path}).output.contains("aHVudGVyMg"));
}

/// A token can stand wherever a client may write.
void tst_CommandLine::tokensAreMaskedInEveryField()
{
    const QString token = u"ghp_16C7e42F292c6912E7710c838347Ae178B4a"_s;
    const QString path =
        log(u"tokens.log"_s,
            auditEvent(u"a"_s, u"\"x\""_s,
                       u",\"userAgent\":\"%1\",\"objectRef\":{\"name\":\"%1\",\"uid\":\"%1\"},"
                       "\"user\":{\"username\":\"%1\",\"groups\":[\"g\",\"%1\"],"
                       "\"extra\":{\"a\":[\"%1\"]}},\"impersonatedUser\":{\"username\":\"%1\"},"
                       "\"responseStatus\":{\"code\":404,\"message\":\"%1 not found\","
                       "\"details\":{\"name\":\"%1\"}},"
                       "\"annotations\":{\"authorization.k8s.io/reason\":\"%1\"}"_s.arg(token)));
    for (const QString &field :
         {u"userAgent"_s, u"user"_s, u"group"_s, u"user.extra.a"_s, u"impersonatedUser"_s,
          u"impersonatedUser.username"_s, u"name"_s, u"objectRef"_s, u"objectRef.uid"_s,
          u"responseStatus"_s, u"responseStatus.message"_s, u"responseStatus.details.name"_s,
          u"reason"_s, u"text"_s}) {
        for (const QString &asked : {u"--count-by"_s, u"--fields"_s}) {
            const QStringList query{u"query"_s, asked, field, path};
            QVERIFY2(!run(query).output.contains("c838347"), qPrintable(field));
            QVERIFY2(run(query + QStringList{u"--unmasked"_s}).output.contains("c838347"),
                     qPrintable(field));
        }
    }
    QVERIFY(!run({u"query"_s, path}).output.contains("c838347"));
}

void tst_CommandLine::limitAndTimes()
{
    const QString path = log(u"many.log"_s, QByteArray::fromStdString(auditLines(0, 100)));
    const auto rows = [&](const QStringList &more) {
        return run(QStringList{u"query"_s, u"--format"_s, u"csv"_s, u"--fields"_s, u"time"_s, path}
                   + more)
                   .output.count('\n')
            - 1;
    };
    QCOMPARE(rows({}), 100);
    QCOMPARE(rows({u"--limit"_s, u"7"_s}), 7);
    QCOMPARE(rows({u"--limit"_s, u"0"_s}), 0);
    QCOMPARE(rows({u"--from"_s, u"2026-03-14T02:42:20Z"_s, u"--to"_s, u"2026-03-14T02:42:22Z"_s}),
             4);
    QCOMPARE(rows({u"--from"_s, u"2026-03-14T04:42:20+02:00"_s}), 80);
    QCOMPARE(rows({u"--where"_s, u"name=c00000003"_s}), 1);
    const ProgramRun raw = run({u"query"_s, u"--format"_s, u"raw"_s, u"--limit"_s, u"3"_s, path});
    QCOMPARE(raw.output, QByteArray::fromStdString(auditLines(0, 3)));
}

void tst_CommandLine::conditionsSayWhatIsUnknown()
{
    const QByteArray lines = auditEvent(u"a"_s, u"\"alice\""_s)
        + auditEvent(u"b"_s, u"\"bob\""_s, u",\"level\":\"Request\",\"requestObject\":{\"a\":1}"_s);
    const QString path = log(u"levels.log"_s, lines);
    const auto counted = [&](const QStringList &conditions) {
        QStringList arguments{u"query"_s, u"--count"_s, path};
        for (const QString &condition : conditions) {
            arguments << u"--where"_s << condition;
        }
        return run(arguments);
    };
    const ProgramRun all = counted({u"user=alice or user=bob"_s, u"not verb=list"_s});
    QCOMPARE(all.output, QByteArray("2\n"));
    QVERIFY2(all.errors.isEmpty(), all.errors.constData());
    const ProgramRun body = counted({u"requestObject.a=1"_s});
    QCOMPARE(body.output, QByteArray("1\n"));
    QVERIFY2(body.errors.contains("1 further event cannot tell whether the condition holds"),
             body.errors.constData());
    QCOMPARE(counted({u"not requestObject.a=1"_s}).output, QByteArray("0\n"));
    QCOMPARE(counted({u"not known(requestObject)"_s}).output, QByteArray("1\n"));
    const ProgramRun groups = run({u"query"_s, u"--count-by"_s, u"user"_s, u"--where"_s,
                                   u"user regex .*[ab].*"_s, u"--format"_s, u"csv"_s, path});
    QCOMPARE(groups.output, QByteArray("user,count\nalice,1\nbob,1\n"));
}

void tst_CommandLine::importPrintsOneObject()
{
    const QByteArray bytes = QByteArray::fromStdString(auditLines(0, 5)) + "{\"kind\":\"Ev\n";
    const QString path = log(u"one/some.log"_s, bytes);
    log(u"one/notes.txt"_s, "no log\n");
    const ProgramRun imported =
        run({u"import"_s, u"--json"_s, u"--cluster"_s, u"prod"_s, u"--case"_s,
             m_folder.filePath(u"json.auditcase"_s), m_folder.filePath(u"one"_s)});
    QCOMPARE(imported.status, 0);
    QCOMPARE(imported.output.count('\n'), 1);
    const QJsonObject report = object(imported.output);
    QCOMPARE(report["events"_L1].toInteger(), 5);
    QCOMPARE(report["rejected"_L1].toInteger(), 1);
    QCOMPARE(report["skipped"_L1].toArray().size(), 1);
    QCOMPARE(report["sources"_L1].toArray().size(), 1);
    const QJsonObject source = report["sources"_L1][0].toObject();
    QCOMPARE(source["path"_L1].toString(), path);
    QCOMPARE(source["bytes"_L1].toInteger(), bytes.size());
    QCOMPARE(source["sha256"_L1].toString().toLatin1(), sha256Of(path).toHex());
    QCOMPARE(run({u"query"_s, u"--count"_s, u"--where"_s, u"cluster=prod"_s,
                  m_folder.filePath(u"json.auditcase"_s)})
                 .output,
             "5\n");
}

void tst_CommandLine::evidenceTellsPeopleAndMachines()
{
    const QString corpus = QStringLiteral(AUDITLOUPE_TEST_CORPUS "/evidence/");
    const ProgramRun text = run({u"evidence"_s, corpus + u"foreign-field.log"_s});
    QCOMPARE(text.status, 0);
    QVERIFY(text.output.contains("Fields that the API server does not write"));
    QVERIFY(text.output.contains("@timestamp, hostname"));
    const ProgramRun json =
        run({u"evidence"_s, u"--format"_s, u"json"_s, corpus + u"piece-missing"_s});
    QCOMPARE(json.status, 0);
    QCOMPARE(json.output.count('\n'), 1);
    const QJsonArray sources = object(json.output)[u"sources"_s].toArray();
    QCOMPARE(sources.size(), 3);
    QCOMPARE(sources[0].toObject()[u"findings"_s].toArray().size(), 0);
    const QJsonObject finding = sources[1].toObject()[u"findings"_s].toArray()[0].toObject();
    QCOMPARE(finding[u"id"_s].toString(), u"piece-missing"_s);
    QCOMPARE(finding[u"from"_s].toString(), u"2026-03-12T08:19:04.396000Z"_s);
    QVERIFY(sources[0].toObject()[u"file_now"_s].isNull());
    const ProgramRun partial =
        run({u"evidence"_s, corpus + u"spaces.log"_s, m_folder.filePath(u"absent.log"_s)});
    QCOMPARE(partial.status, 3);
    QVERIFY(partial.output.contains("Spacing unlike the API server's"));
    QVERIFY(partial.errors.contains("absent.log"));
}

void tst_CommandLine::evidenceComparesFilesOnRequest()
{
    const QString path = log(u"compared.log"_s, QByteArray::fromStdString(auditLines(0, 3)));
    const QString casePath = m_folder.filePath(u"compared.auditcase"_s);
    QCOMPARE(run({u"import"_s, u"--case"_s, casePath, path}).status, 0);
    log(u"compared.log"_s, QByteArray::fromStdString(auditLines(1, 4)));
    const QStringList ask{u"evidence"_s, u"--format"_s, u"json"_s, u"--compare-files"_s, casePath};
    const auto change = [&] {
        const QJsonArray sources = object(run(ask).output)[u"sources"_s].toArray();
        return sources[0].toObject()[u"file_now"_s].toObject()[u"change"_s].toString();
    };
    QCOMPARE(change(), u"changed"_s);
    QVERIFY(QFile::remove(path));
    QCOMPARE(change(), u"missing"_s);
}

void tst_CommandLine::exportGivesTheSourceBack()
{
    const QByteArray bytes =
        "I0612 klog line\n\n" + QByteArray::fromStdString(auditLines(0, 5)) + "{\"cut\":";
    const QString path = log(u"export.log"_s, bytes);
    const QString casePath = m_folder.filePath(u"export.auditcase"_s);
    QCOMPARE(run({u"import"_s, u"--case"_s, casePath, path}).status, 0);
    QCOMPARE(run({u"export"_s, u"--source"_s, u"1"_s, casePath}).output, bytes);
    QCOMPARE(run({u"export"_s, u"--source"_s, path, casePath}).output, bytes);
}

void tst_CommandLine::archiveIsNotExportedButItsMembers()
{
    const std::string bytes = auditLines(0, 5);
    const QString path =
        log(u"two.zip"_s,
            QByteArray::fromStdString(packed({{.name = "logs/a.log", .bytes = bytes},
                                              {.name = "../b\x1b.log", .bytes = auditLines(5, 7)},
                                              {.name = "link", .link = "a.log"}},
                                             {.format = "zip"})));
    const QString casePath = m_folder.filePath(u"archive.auditcase"_s);
    const ProgramRun imported = run({u"import"_s, u"--json"_s, u"--case"_s, casePath, path});
    QCOMPARE(imported.status, 0);
    QVERIFY(imported.errors.contains("link to"));
    QVERIFY(imported.errors.contains("leads out"));
    QVERIFY(!imported.errors.contains('\x1b'));
    const QJsonArray sources = object(imported.output)["sources"_L1].toArray();
    QCOMPARE(sources.size(), 3);
    QCOMPARE(sources[0]["format"_L1].toString(), u"zip"_s);
    QCOMPARE(sources[0]["archive"_L1], QJsonValue());
    QCOMPARE(sources[1]["archive"_L1].toString(), path);
    const QString member = path + u" » logs/a.log"_s;
    QCOMPARE(run({u"export"_s, u"--source"_s, member, casePath}).output,
             QByteArray::fromStdString(bytes));
    QCOMPARE(run({u"query"_s, u"--count"_s, u"--where"_s, u"source=\"%1\""_s.arg(member), casePath})
                 .output,
             "5\n");
    const ProgramRun refused = run({u"export"_s, u"--source"_s, path, casePath});
    QCOMPARE(refused.status, 2);
    QVERIFY(refused.errors.contains("logs/a.log"));
    const ProgramRun evidence =
        run({u"evidence"_s, u"--compare-files"_s, u"--format"_s, u"json"_s, casePath});
    QCOMPARE(evidence.output.count("\"unchanged\""), 2);
}

void tst_CommandLine::queryNeverChangesACase()
{
    const QString path = log(u"still.log"_s, QByteArray::fromStdString(auditLines(0, 50)));
    const QString casePath = m_folder.filePath(u"still.auditcase"_s);
    QCOMPARE(run({u"import"_s, u"--case"_s, casePath, path}).status, 0);
    const QByteArray before = sha256Of(casePath);
    for (const QStringList &more :
         {QStringList{u"--count"_s}, QStringList{u"--count-by"_s, u"access"_s},
          QStringList{u"--where"_s, u"kind=Event"_s}, QStringList{u"--format"_s, u"raw"_s}}) {
        QCOMPARE(run(QStringList{u"query"_s, casePath} + more).status, 0);
    }
    QCOMPARE(sha256Of(casePath), before);
    QVERIFY(!QFile::exists(casePath + u"-wal"_s));
}

void tst_CommandLine::readerThatGoesAwayEndsItQuietly()
{
    const QString path = log(u"long.log"_s, QByteArray::fromStdString(auditLines(0, 20'000)));
    QProcess process;
    startProgram(process, {u"query"_s, u"--format"_s, u"raw"_s, path}, m_cache);
    QVERIFY(process.waitForReadyRead());
    process.closeReadChannel(QProcess::StandardOutput);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void tst_CommandLine::temporaryCaseIsGoneAfterwards()
{
    const QString path = log(u"gone.log"_s, QByteArray::fromStdString(auditLines(0, 5)));
    QCOMPARE(run({u"query"_s, u"--count"_s, path}).status, 0);
    QCOMPARE(temporaryCases(), QStringList());
    QVERIFY(QDir(m_cache).exists(u"auditloupe/auditloupe/temporary-cases"_s));
}

void tst_CommandLine::signalRemovesTheTemporaryCase()
{
#ifdef Q_OS_UNIX
    QProcess process;
    startProgram(process, {u"query"_s, u"--count"_s, u"-"_s}, m_cache);
    QVERIFY(process.waitForStarted());
    process.write(QByteArray::fromStdString(auditLines(0, 5))); // and no end
    QTRY_COMPARE(temporaryCases().size(), 1);
    process.terminate();
    QVERIFY(process.waitForFinished());
    // Where it waits for input it cannot stop by itself, and dies of the signal.
    const bool died = process.exitStatus() == QProcess::CrashExit;
    QCOMPARE(process.exitCode(), died ? 15 : 128 + 15);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    QCOMPARE(temporaryCases(), QStringList());
#endif
}

void tst_CommandLine::withoutDisplayASummaryIsPrinted()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const ProgramRun deleted = run(
        QStringList{u"query"_s, u"--requests"_s, u"--format"_s, u"csv"_s, u"--fields"_s,
                    u"time,user,name,ip,code"_s, u"--where"_s,
                    u"verb=delete and resource=configmaps and ns=production and outcome=allowed"_s}
        + sampleLogFiles());
    const QByteArrayList row = deleted.output.split('\n').value(1).split(',');
    QCOMPARE(row.size(), 5);

    const ProgramRun summary = run({});
    QCOMPARE(summary.status, 0);
    QCOMPARE(summary.errors.count('\n'), 1);
    for (const QByteArray &cell : row) {
        QVERIFY2(summary.output.contains(cell), cell.constData());
    }
    const ProgramRun count = run(QStringList{u"query"_s, u"--count"_s} + sampleLogFiles());
    QString digits = QString::fromUtf8(summary.output);
    QVERIFY(digits.remove(u',').contains(QString::fromUtf8(count.output.trimmed())));

    const QString path = log(u"summary.log"_s, QByteArray::fromStdString(auditLines(0, 5)));
    const ProgramRun named = run({path});
    QCOMPARE(named.status, 0);
    QVERIFY(named.output.contains("user0"));
    QVERIFY(!named.output.contains("ConfigMap"));
#endif
}

void tst_CommandLine::listsAreComplete()
{
    const ProgramRun fields = run({u"fields"_s, u"--format"_s, u"jsonl"_s});
    QVERIFY(fields.output.contains("\"objectRef.namespace\""));
    QVERIFY(fields.output.contains("\"outcome\""));
    QVERIFY(fields.output.contains("\"ka.target.namespace\""));
    QVERIFY(fields.output.contains("\"ka.req.pod.host_network\""));
    const QByteArray formats = run({u"formats"_s}).output;
    for (const char *name : {"audit.k8s.io", "gzip", "bzip2", "tar", "zip", "utf-16"}) {
        QVERIFY2(formats.contains(name), name);
    }
    QVERIFY(run({u"--version"_s}).output.startsWith("auditloupe " AUDITLOUPE_VERSION));
    for (const QString &command : {u"import"_s, u"query"_s, u"evidence"_s, u"export"_s, u"finish"_s,
                                   u"fields"_s, u"formats"_s}) {
        QVERIFY(run({u"--help"_s}).output.contains(command.toUtf8()));
        const ProgramRun help = run({command, u"--help"_s});
        QCOMPARE(help.status, 0);
        QVERIFY(help.output.startsWith("auditloupe " + command.toUtf8()));
    }
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
