// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/fetch/fetchtesting.h"
#include "tests/app/programrun.h"
#include "tests/model/casefile/casetesting.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Events = 200;
constexpr auto Tag = "\"one\"";

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class tst_DownloadCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void importNamesTheUrlAndKeepsItsSecrets();
    void brokenDownloadIsImportedAndGoesOn();
    void brokenDownloadOfNothingNewIsNotImportedTwice();
    void cutInsideAnEventIsNoEventOnceAllIsThere();
    void severalUrlsAndFilesTogether();
    void redirectsAreNamedOrRefused();
    void limitIsKept();
    void refusedUrlsAreContactedNever_data();
    void refusedUrlsAreContactedNever();
    void otherCommandsContactNobody();
    void interruptedImportFinishesFromTheDownload();

private:
    ProgramRun import(const QStringList &arguments)
    {
        return run(QStringList{u"import"_s, u"--case"_s, m_case} + arguments);
    }
    ProgramRun run(const QStringList &arguments)
    {
        return runProgram(arguments, m_place.filePath(u"cache"_s));
    }
    QByteArray count(const QString &condition = {})
    {
        QStringList arguments{u"query"_s, u"--count"_s, m_case};
        if (!condition.isEmpty()) {
            arguments += {u"--where"_s, condition};
        }
        return run(arguments).output;
    }
    std::vector<SourceInfo> sources() { return CaseReader::open(m_case)->sources().value(); }

    FetchPlace m_place;
    FileServer m_server{m_place.certificate()};
    const QByteArray m_log = QByteArray::fromStdString(auditLines(0, Events));
    QString m_case;
    int m_round = 0;
};

void tst_DownloadCommand::init()
{
    ++m_round;
    m_place.useFolder(u"data%1"_s.arg(m_round));
    m_case = m_place.filePath(u"case%1.auditcase"_s.arg(m_round));
}

void tst_DownloadCommand::importNamesTheUrlAndKeepsItsSecrets()
{
    m_server.setReply({.headers = {"ETag: \"one\"", "Content-Type: text/plain"}, .body = m_log});
    const QString url = m_server.url(u"/logs/audit.log?X-Amz-Signature=SECRET&day=1"_s);
    const ProgramRun imported = import({u"--json"_s, url});
    QCOMPARE(imported.errors, QByteArray());
    QCOMPARE(imported.status, 0);
    const QJsonObject source = object(imported.output)["sources"_L1][0].toObject();
    QCOMPARE(source["events"_L1].toInteger(), Events);
    QCOMPARE(source["sha256"_L1].toString().toLatin1(),
             QCryptographicHash::hash(m_log, QCryptographicHash::Sha256).toHex());
    const QJsonObject download = source["download"_L1].toObject();
    QCOMPARE(download["url"_L1].toString(),
             m_server.url(u"/logs/audit.log?X-Amz-Signature=***&day=1"_s));
    QCOMPARE(download["etag"_L1].toString(), QString::fromLatin1(Tag));
    QCOMPARE(download["size"_L1].toInteger(), m_log.size());
    QVERIFY(download["whole"_L1].toBool());
    QCOMPARE(readFile(source["path"_L1].toString()), m_log);

    QVERIFY(!readFile(m_case).contains("SECRET"));
    QDirIterator files(m_place.filePath(u"data%1"_s.arg(m_round)), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    while (files.hasNext()) {
        QVERIFY(!readFile(files.next()).contains("SECRET"));
    }
    const auto stored = sources().front().download;
    QVERIFY(stored);
    QCOMPARE(stored->url, download["url"_L1].toString());
    QVERIFY(stored->fetchedUs > 0);
}

void tst_DownloadCommand::brokenDownloadIsImportedAndGoesOn()
{
    const qsizetype part = m_log.indexOf('\n', m_log.size() / 2) + 1;
    const QByteArray partEvents = QByteArray::number(m_log.first(part).count('\n')) + '\n';
    m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_log, .cutAfter = part});
    const QString url = m_server.url(u"/audit.log"_s);
    const ProgramRun broken = import({url});
    QCOMPARE(broken.status, 3);
    QVERIFY2(broken.errors.contains("goes on"), broken.errors.constData());
    QCOMPARE(count(), partEvents);
    QCOMPARE(sources().size(), 1U);
    QCOMPARE(sources()[0].state, SourceState::Damaged);
    QVERIFY(!sources()[0].download->isWhole);
    const QString message = sources()[0].message;
    const QLocale english(QLocale::English);
    QVERIFY2(message.contains(english.toString(part))
                 && message.contains(english.toString(m_log.size())),
             qPrintable(message));

    m_server.setHandler(rangeHandler(m_log, Tag));
    const ProgramRun whole = import({url});
    QCOMPARE(whole.status, 0);
    QCOMPARE(m_server.requests()[0].headers.value("range"),
             "bytes=" + QByteArray::number(part) + '-');
    QCOMPARE(count(), QByteArray::number(Events) + '\n');
    QCOMPARE(sources().size(), 1U);
    QCOMPARE(sources()[0].state, SourceState::Complete);
    QVERIFY(sources()[0].message.isEmpty());
    QVERIFY(sources()[0].download->isWhole);
    QCOMPARE(sources()[0].bytes, m_log.size());
    QCOMPARE(sources()[0].duplicates, 0);
    QCOMPARE(CaseReader::open(m_case)->earlierFiles(sources()[0].id)->size(), 1U);
    // Nobody needs to finish anything, and more can be imported.
    QVERIFY(CaseReader::open(m_case)->summary()->finished);
}

void tst_DownloadCommand::brokenDownloadOfNothingNewIsNotImportedTwice()
{
    m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_log, .cutAfter = 5'000});
    const QString url = m_server.url(u"/audit.log"_s);
    QCOMPARE(import({url}).status, 3);
    const QByteArray before = count();
    m_server.setReply({.status = 403});
    const ProgramRun refused = import({url});
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.errors.contains("403"), refused.errors.constData());
    QCOMPARE(count(), before);
    QCOMPARE(sources().size(), 1U);
    QCOMPARE(sources()[0].state, SourceState::Damaged);
}

void tst_DownloadCommand::cutInsideAnEventIsNoEventOnceAllIsThere()
{
    const QString url = m_server.url(u"/audit.log"_s);
    const qsizetype line = m_log.indexOf('\n', m_log.size() / 3) + 1;
    // In front of anything that could be told of the event, and behind nearly all of it.
    for (const qsizetype cut : {line + 10, line + 100, line + 400, m_log.size() - 2}) {
        m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_log, .cutAfter = cut});
        m_case = m_place.filePath(u"cut%1.auditcase"_s.arg(cut));
        m_place.useFolder(u"cut%1"_s.arg(cut));
        QCOMPARE(import({url}).status, 3);
        m_server.setHandler(rangeHandler(m_log, Tag));
        QCOMPARE(import({url}).status, 0);
        QCOMPARE(count(), QByteArray::number(Events) + '\n');
        const CaseSummary summary = CaseReader::open(m_case)->summary().value();
        QCOMPARE(summary.salvaged, 0);
        QCOMPARE(summary.rejected, 0);
        QCOMPARE(summary.requests, Events);
    }
}

void tst_DownloadCommand::severalUrlsAndFilesTogether()
{
    const QByteArray second = QByteArray::fromStdString(auditLines(Events, Events + 50));
    m_server.setHandler([&](const ServerRequest &request) -> ServerReply {
        if (request.target == "/a.log") {
            return {.body = m_log};
        }
        return request.target == "/b.log" ? ServerReply{.body = second}
                                          : ServerReply{.status = 404};
    });
    const QString local = m_place.filePath(u"local.log"_s);
    QFile file(local);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(auditLines(1'000, 1'010)));
    file.close();
    const ProgramRun imported = import({m_server.url(u"/a.log"_s), m_server.url(u"/none.log"_s),
                                        local, m_server.url(u"/b.log"_s)});
    QCOMPARE(imported.status, 3);
    QVERIFY2(imported.errors.contains("none.log") && imported.errors.contains("404"),
             imported.errors.constData());
    QCOMPARE(count(), "260\n");
    QCOMPARE(sources().size(), 3U);
    QVERIFY(sources()[0].download && !sources()[1].download && sources()[2].download);
}

void tst_DownloadCommand::redirectsAreNamedOrRefused()
{
    FileServer other(m_place.certificate(), u"127.0.0.2"_s);
    other.setReply({.body = m_log});
    m_server.setReply(
        {.status = 302, .headers = {"Location: " + other.url(u"/there.log"_s).toUtf8()}});
    const QString url = m_server.url(u"/audit.log"_s);
    const ProgramRun refused = import({url});
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.errors.contains("--follow " + other.host().toUtf8()),
             refused.errors.constData());
    QCOMPARE(other.requests().size(), 0);
    QVERIFY(!QFile::exists(m_case));

    const ProgramRun followed = import({u"--follow"_s, other.host(), url});
    QCOMPARE(followed.status, 0);
    QVERIFY2(followed.errors.contains(other.url(u"/there.log"_s).toUtf8()),
             followed.errors.constData());
    QCOMPARE(sources()[0].download->redirects, QStringList{other.url(u"/there.log"_s)});
}

void tst_DownloadCommand::limitIsKept()
{
    m_server.setReply({.body = m_log});
    const QString url = m_server.url(u"/audit.log"_s);
    const ProgramRun refused = import({u"--max-size"_s, u"10K"_s, url});
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.errors.contains("limit"), refused.errors.constData());
    QVERIFY(!QFile::exists(m_case));
    QCOMPARE(import({u"--max-size"_s, u"1MiB"_s, url}).status, 0);
}

void tst_DownloadCommand::refusedUrlsAreContactedNever_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("url"); // %1: the server's host
    QTest::addColumn<QString>("word");
    QTest::newRow("http") << QStringList() << u"http://%1/a"_s << u"https://"_s;
    QTest::newRow("store") << QStringList() << u"s3://%1/a"_s << u"presigned"_s;
    QTest::newRow("password") << QStringList() << u"https://me:SECRET@%1/a"_s << u"password"_s;
    QTest::newRow("size") << QStringList{u"--max-size"_s, u"lots"_s} << u"https://%1/a"_s
                          << u"lots"_s;
}

void tst_DownloadCommand::refusedUrlsAreContactedNever()
{
    QFETCH(const QStringList, more);
    QFETCH(const QString, url);
    QFETCH(const QString, word);
    m_server.setReply({.body = m_log});
    // The good one in front is not contacted either: first all are looked at.
    const ProgramRun refused =
        import(more + QStringList{m_server.url(u"/good"_s), url.arg(m_server.host())});
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.errors.contains(word.toUtf8()), refused.errors.constData());
    QVERIFY(!refused.errors.contains("SECRET"));
    QCOMPARE(m_server.requests().size(), 0);
}

void tst_DownloadCommand::otherCommandsContactNobody()
{
    m_server.setReply({.body = m_log});
    const QString url = m_server.url(u"/audit.log"_s);
    for (const QStringList &arguments :
         {QStringList{u"query"_s, url}, QStringList{u"export"_s, u"--source"_s, u"1"_s, url},
          QStringList{u"finish"_s, url}, QStringList{url}}) {
        const ProgramRun refused = run(arguments);
        QCOMPARE(refused.status, 3);
        QVERIFY(!refused.errors.isEmpty());
    }
    QCOMPARE(m_server.requests().size(), 0);
}

void tst_DownloadCommand::interruptedImportFinishesFromTheDownload()
{
    m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_log});
    QCOMPARE(import({m_server.url(u"/audit.log"_s)}).status, 0);
    const SourceInfo source = sources().front();
    std::stop_source stop; // as soon as it has begun
    const QString cancelled = m_place.filePath(u"cancelled.auditcase"_s);
    VERIFY_OK(importLogs({.casePath = cancelled,
                          .inputs = {source.path},
                          .downloads = {{source.path, *source.download}}},
                         {.stop = stop.get_token(),
                          .progress = [&stop](const Progress &) { stop.request_stop(); }}));
    QCOMPARE(CaseReader::open(cancelled)->sources().value()[0].state, SourceState::Cancelled);
    VERIFY_OK(finishImport(cancelled, Rest::Read, {}));
    const auto finished = CaseReader::open(cancelled)->sources().value();
    QCOMPARE(finished.size(), 1U);
    QCOMPARE(finished[0].state, SourceState::Complete);
    QVERIFY(finished[0].download);
    QCOMPARE(finished[0].download->url, source.download->url);
    QCOMPARE(finished[0].events, Events);
}

QTEST_GUILESS_MAIN(tst_DownloadCommand)
#include "tst_downloadcommand.moc"
