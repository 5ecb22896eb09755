// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/fetch/download.h"
#include "app/fetch/downloadfile.h"
#include "app/fetch/fetchurl.h"
#include "tests/app/fetch/fetchtesting.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype BodySize = 300'000;
constexpr qsizetype PartSize = 100'000;

} // namespace

/// What becomes of the file of a download, behind its first end.
class tst_DownloadFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationName(u"tst_downloadfile"_s); }
    void init();

    void completeFileWaitsForItsImport();
    void fileOfACaseIsNotWrittenAgain();
    void partOfACaseIsNotWrittenOver_data();
    void partOfACaseIsNotWrittenOver();
    void whatIsNoLogGoes();
    void oneProgramAtATime();
    void lockOfADeadProcessIsNoHarm();
    void damagedRecordIsNoHarm();

private:
    FetchRequest request() const { return {.url = urlFrom(m_server.url(u"/audit.log"_s)).value()}; }
    Fetched get() { return fetch(request(), {}); }
    /// Leaves the first PartSize bytes of the body in the download's file.
    Fetched breakOff()
    {
        m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_body, .cutAfter = PartSize});
        return get();
    }

    FetchPlace m_place;
    FileServer m_server{m_place.certificate()};
    const QByteArray m_body = randomBytes(BodySize);
    int m_round = 0;
};

void tst_DownloadFile::init()
{
    QTest::failOnWarning();
    m_place.useFolder(u"data%1"_s.arg(++m_round));
}

void tst_DownloadFile::completeFileWaitsForItsImport()
{
    m_server.setReply({.body = m_body});
    const Fetched first = get();
    m_server.setReply({.status = 500});
    const Fetched second = get();
    QCOMPARE(second.state, FetchState::Complete);
    QCOMPARE(second.path, first.path);
    QCOMPARE(second.notes.size(), 1);
    QCOMPARE(m_server.requests().size(), 0);
}

void tst_DownloadFile::fileOfACaseIsNotWrittenAgain()
{
    m_server.setReply({.body = m_body});
    const Fetched first = get();
    settleDownloads({{first.path, first.info}}, {.sources = {{.path = first.path}}});
    m_server.setReply({.body = "new"});
    const Fetched second = get();
    QCOMPARE(second.state, FetchState::Complete);
    QVERIFY(second.path != first.path);
    QCOMPARE(contentOf(first.path), m_body);
    QCOMPARE(contentOf(second.path), "new");
    removeDownload(first.path);
    QVERIFY(!QFile::exists(first.path));
    QCOMPARE(contentOf(second.path), "new");
}

void tst_DownloadFile::partOfACaseIsNotWrittenOver_data()
{
    QTest::addColumn<QByteArray>("contentRange"); // of the answer to the request for the rest
    QTest::newRow("sent whole") << QByteArray();
    QTest::newRow("not satisfiable") << QByteArray("bytes */100");
}

void tst_DownloadFile::partOfACaseIsNotWrittenOver()
{
    QFETCH(const QByteArray, contentRange);
    const Fetched part = breakOff();
    settleDownloads({{part.path, part.info}}, {.sources = {{.path = part.path}}});
    // The server has another file by now, and breaks off once more.
    QByteArray other = m_body;
    std::ranges::reverse(other);
    m_server.setHandler([&](const ServerRequest &request) -> ServerReply {
        if (!contentRange.isEmpty() && request.headers.contains("range")) {
            return {.status = 416, .headers = {"Content-Range: " + contentRange}};
        }
        return {.headers = {"ETag: \"two\""}, .body = other, .cutAfter = PartSize};
    });
    const Fetched changed = get();
    QCOMPARE(changed.state, FetchState::Broken);
    QVERIFY(changed.path != part.path);
    QCOMPARE(contentOf(part.path), m_body.first(PartSize));
    QCOMPARE(contentOf(changed.path), other.first(PartSize));
    m_server.setHandler(rangeHandler(other, "\"two\""));
    const Fetched rest = get();
    QCOMPARE(rest.state, FetchState::Complete);
    QCOMPARE(rest.path, changed.path);
    QCOMPARE(contentOf(rest.path), other);
    QCOMPARE(contentOf(part.path), m_body.first(PartSize));
}

void tst_DownloadFile::whatIsNoLogGoes()
{
    m_server.setReply({.headers = {"Content-Type: text/html"}, .body = "<html>log in</html>"});
    const Fetched fetched = get();
    QCOMPARE(fetched.notes.size(), 1);
    QVERIFY2(fetched.notes[0].contains(u"web page"_s), qPrintable(fetched.notes[0]));
    settleDownloads({{fetched.path, fetched.info}}, {.skipped = {{.path = fetched.path}}});
    QVERIFY(!QFile::exists(fetched.path));
    // Evidence that is no download is nothing to this.
    const QString evidence = m_place.filePath(u"trusted.pem"_s);
    removeDownload(evidence);
    QVERIFY(QFile::exists(evidence));
}

void tst_DownloadFile::oneProgramAtATime()
{
    const Result<DownloadFile> open = DownloadFile::open(request().url);
    QVERIFY(open);
    m_server.setReply({.body = m_body});
    const Fetched fetched = get();
    QCOMPARE(fetched.state, FetchState::Refused);
    QVERIFY2(fetched.message.contains(u"Another"_s), qPrintable(fetched.message));
    QCOMPARE(m_server.requests().size(), 0);
}

/// In a container the dead process had the number that this one has.
void tst_DownloadFile::lockOfADeadProcessIsNoHarm()
{
    const QString path = QFileInfo(breakOff().path).path() + u".lock"_s;
    QByteArray content;
    {
        const Result<DownloadFile> open = DownloadFile::open(request().url);
        QVERIFY(open);
        content = contentOf(path);
        QVERIFY(content.startsWith(QByteArray::number(QCoreApplication::applicationPid())));
    }
    QFile lock(path);
    QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::NewOnly));
    lock.write(content);
    lock.flush();
    lock.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-60),
                     QFileDevice::FileModificationTime);
    lock.close();
    m_server.setHandler(rangeHandler(m_body, "\"one\""));
    QCOMPARE(get().state, FetchState::Complete);
}

void tst_DownloadFile::damagedRecordIsNoHarm()
{
    const Fetched broken = breakOff();
    QFile record(QFileInfo(broken.path).path() + u".json"_s);
    QVERIFY(record.open(QIODevice::WriteOnly | QIODevice::Truncate));
    record.write("{\"etag\": 5, \"comp");
    record.close();
    m_server.setHandler(rangeHandler(m_body, "\"one\""));
    const Fetched whole = get();
    QCOMPARE(whole.state, FetchState::Complete);
    QCOMPARE(contentOf(whole.path), m_body);
}

QTEST_GUILESS_MAIN(tst_DownloadFile)
#include "tst_downloadfile.moc"
