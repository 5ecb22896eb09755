// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/fetch/download.h"
#include "app/fetch/downloadfile.h"
#include "app/fetch/fetchurl.h"
#include "tests/app/fetch/fetchtesting.h"
#include "tests/testsupport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <limits>
#include <thread>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype BodySize = 300'000;
constexpr qsizetype PartSize = 100'000;

bool isPrivate(const QString &path)
{
    constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    return !(QFile::permissions(path) & Others);
}

} // namespace

class tst_Download : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationName(u"tst_download"_s); }
    void init();

    void wholeFileArrivesPrivately();
    void nothingPersonalIsSent();
    void packedBytesStayPacked();
    void unknownLengthIsTold();
    void brokenChunksAreNotWhole_data();
    void brokenChunksAreNotWhole();
    void goesOnWhereItBrokeOff();
    void serverWithoutRangesStartsAgain();
    void changedFileStartsAgain_data();
    void changedFileStartsAgain();
    void withoutAValidatorNothingIsJoined();
    void partNobodyAskedForIsRefused();
    void alreadyCompletePartIsComplete();
    void freshSignatureGoesOn();
    void announcedSizeBeyondTheLimitIsRefused();
    void unannouncedSizeStopsAtTheLimit();
    void fullDiskIsToldBefore();
    void redirectOnTheHostIsFollowed();
    void redirectToAnotherHostAsks();
    void redirectAwayFromHttpsIsRefused();
    void redirectsEnd();
    void statusesAreTold_data();
    void statusesAreTold();
    void doubtfulCertificateIsRefused_data();
    void doubtfulCertificateIsRefused();
    void absentServerIsTold();
    void cancelledDownloadGoesOn();
    void silentServerIsLeft();

private:
    Fetched get(const QString &target = u"/audit.log"_s) { return fetch(requestFor(target), {}); }
    FetchRequest requestFor(const QString &target = u"/audit.log"_s) const
    {
        return {.url = urlFrom(m_server.url(target)).value()};
    }
    /// Leaves the first PartSize bytes of the body in the download's file.
    Fetched breakOff(const QByteArrayList &headers = {"ETag: \"one\""})
    {
        m_server.setReply({.headers = headers, .body = m_body, .cutAfter = PartSize});
        return get();
    }

    FetchPlace m_place;
    FileServer m_server{m_place.certificate()};
    const QByteArray m_body = randomBytes(BodySize);
    int m_round = 0;
};

void tst_Download::init()
{
    QTest::failOnWarning();
    m_place.useFolder(u"data%1"_s.arg(++m_round));
}

void tst_Download::wholeFileArrivesPrivately()
{
    m_server.setReply({.headers = {"ETag: \"one\"", "Last-Modified: Fri, 20 Nov 2026 22:00:00 GMT",
                                   "Content-Type: text/plain"},
                       .body = m_body});
    const Fetched fetched = get(u"/logs/audit.log?day=1&token=SECRET"_s);
    QCOMPARE(fetched.message, QString());
    QCOMPARE(fetched.state, FetchState::Complete);
    QCOMPARE(contentOf(fetched.path), m_body);
    QCOMPARE(QFileInfo(fetched.path).fileName(), u"audit.log"_s);
    QCOMPARE(fetched.bytes, BodySize);
    QCOMPARE(fetched.info.url, m_server.url(u"/logs/audit.log?day=1&token=***"_s));
    QCOMPARE(fetched.info.etag, u"\"one\""_s);
    QCOMPARE(fetched.info.lastModified, u"Fri, 20 Nov 2026 22:00:00 GMT"_s);
    QCOMPARE(fetched.info.contentType, u"text/plain"_s);
    QCOMPARE(fetched.info.size, BodySize);
    QVERIFY(fetched.info.isWhole);
    QVERIFY(fetched.info.fetchedUs > 0);
    const QString folder = QFileInfo(fetched.path).path();
    for (const QString &path : {fetched.path, folder, downloadFolder(), folder + u".json"_s}) {
        QVERIFY2(isPrivate(path), qPrintable(path));
    }
    QVERIFY(!contentOf(folder + u".json"_s).contains("SECRET"));
}

void tst_Download::nothingPersonalIsSent()
{
    m_server.setHandler([](const ServerRequest &request) -> ServerReply {
        if (request.target == "/first") {
            return {.status = 302, .headers = {"Location: /second", "Set-Cookie: id=1; Path=/"}};
        }
        return {.body = "x"};
    });
    QCOMPARE(get(u"/first"_s).state, FetchState::Complete);
    QCOMPARE(m_server.requests().size(), 2);
    for (const ServerRequest &request : m_server.requests()) {
        QCOMPARE(request.headers.value("accept-encoding"), "identity");
        QCOMPARE(request.headers.value("accept-language"), "*");
        for (const char *name : {"cookie", "authorization", "referer", "origin"}) {
            QVERIFY2(!request.headers.contains(name), name);
        }
    }
}

void tst_Download::packedBytesStayPacked()
{
    const QByteArray packed =
        QByteArray::fromHex("1f8b08000000000000034b4c4a06003d8b4ecf03000000"); // not even whole
    m_server.setReply({.headers = {"Content-Encoding: gzip"}, .body = packed});
    const Fetched fetched = get();
    QCOMPARE(fetched.state, FetchState::Complete);
    QCOMPARE(contentOf(fetched.path), packed);
}

void tst_Download::unknownLengthIsTold()
{
    m_server.setReply({.body = m_body, .isLengthTold = false});
    const Fetched fetched = get();
    QCOMPARE(fetched.state, FetchState::Complete);
    QCOMPARE(fetched.info.size, std::nullopt);
    QCOMPARE(fetched.notes.size(), 1);
    QVERIFY2(fetched.notes[0].contains(u"cannot be known"_s), qPrintable(fetched.notes[0]));
    QCOMPARE(contentOf(fetched.path), m_body);
}

void tst_Download::brokenChunksAreNotWhole_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<bool>("isWhole");
    const QByteArray chunk = "10000\r\n" + m_body.first(0x10000) + "\r\n";
    QTest::newRow("whole") << QByteArray(chunk + chunk + "0\r\n\r\n") << true;
    QTest::newRow("in a chunk") << QByteArray(chunk + chunk.first(3000)) << false;
    QTest::newRow("between chunks") << QByteArray(chunk + chunk) << false;
    QTest::newRow("in a chunk's size") << QByteArray(chunk + "100") << false;
    QTest::newRow("in front of the last line") << QByteArray(chunk + chunk + "0\r\n") << false;
}

void tst_Download::brokenChunksAreNotWhole()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const bool, isWhole);
    m_server.setReply(
        {.headers = {"Transfer-Encoding: chunked"}, .body = sent, .isLengthTold = false});
    const Fetched fetched = get();
    QCOMPARE(fetched.state, isWhole ? FetchState::Complete : FetchState::Broken);
    QCOMPARE(fetched.info.isWhole, isWhole);
    QCOMPARE(fetched.notes, QStringList());
    QVERIFY(contentOf(fetched.path).startsWith(m_body.first(3000)));
}

void tst_Download::goesOnWhereItBrokeOff()
{
    const Fetched broken = breakOff();
    QCOMPARE(broken.state, FetchState::Broken);
    QVERIFY(!broken.message.isEmpty());
    QVERIFY(!broken.info.isWhole);
    QCOMPARE(broken.bytes, PartSize);
    QCOMPARE(broken.info.size, BodySize);
    QCOMPARE(contentOf(broken.path), m_body.first(PartSize));

    m_server.setHandler(rangeHandler(m_body, "\"one\""));
    const Fetched whole = get();
    QCOMPARE(whole.state, FetchState::Complete);
    QCOMPARE(whole.notes, QStringList());
    QCOMPARE(whole.path, broken.path);
    QCOMPARE(contentOf(whole.path), m_body);
    QCOMPARE(m_server.requests().size(), 1);
    QCOMPARE(m_server.requests()[0].headers.value("range"), "bytes=100000-");
}

void tst_Download::serverWithoutRangesStartsAgain()
{
    breakOff();
    m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_body});
    const Fetched whole = get();
    QCOMPARE(whole.state, FetchState::Complete);
    QCOMPARE(whole.notes.size(), 1);
    QVERIFY2(whole.notes[0].contains(u"cannot go on"_s), qPrintable(whole.notes[0]));
    QCOMPARE(contentOf(whole.path), m_body);
}

void tst_Download::changedFileStartsAgain_data()
{
    QTest::addColumn<ServerReply>("toRange");
    const QByteArray changed = randomBytes(BodySize + 5).sliced(5);
    QTest::newRow("sent whole") << ServerReply{.headers = {"ETag: \"two\""}, .body = changed};
    QTest::newRow("If-Range ignored")
        << ServerReply{.status = 206,
                       .headers = {"ETag: \"two\"", "Content-Range: bytes 100000-299999/300000"},
                       .body = changed.sliced(PartSize)};
    QTest::newRow("another size") << ServerReply{
        .status = 206,
        .headers = {"Content-Range: bytes 100000-299998/299999"},
        .body = changed.sliced(PartSize + 1)};
    QTest::newRow("another place")
        << ServerReply{.status = 206,
                       .headers = {"ETag: \"one\"", "Content-Range: bytes 0-299999/300000"},
                       .body = changed};
    QTest::newRow("no place") << ServerReply{.status = 206, .body = changed};
    QTest::newRow("shorter than the part")
        << ServerReply{.status = 416, .headers = {"Content-Range: bytes */50"}};
}

void tst_Download::changedFileStartsAgain()
{
    QFETCH(const ServerReply, toRange);
    breakOff();
    const QByteArray changed = randomBytes(BodySize + 5).sliced(5);
    m_server.setHandler([&](const ServerRequest &request) {
        return request.headers.contains("range")
            ? toRange
            : ServerReply{.headers = {"ETag: \"two\""}, .body = changed};
    });
    const Fetched whole = get();
    QCOMPARE(whole.state, FetchState::Complete);
    QCOMPARE(whole.notes.size(), 1);
    QVERIFY2(whole.notes[0].contains(u"not what it was"_s), qPrintable(whole.notes[0]));
    QCOMPARE(contentOf(whole.path), changed);
    QCOMPARE(whole.info.etag, u"\"two\""_s);
}

void tst_Download::withoutAValidatorNothingIsJoined()
{
    breakOff({"ETag: W/\"weak\""});
    m_server.setReply({.body = m_body});
    const Fetched whole = get();
    QCOMPARE(whole.state, FetchState::Complete);
    QVERIFY(!m_server.requests()[0].headers.contains("range"));
    QCOMPARE(contentOf(whole.path), m_body);
}

void tst_Download::partNobodyAskedForIsRefused()
{
    breakOff();
    m_server.setReply({.status = 206,
                       .headers = {"ETag: \"two\"", "Content-Range: bytes 7-299999/300000"},
                       .body = m_body.sliced(7)});
    const Fetched fetched = get();
    QCOMPARE(fetched.state, FetchState::Refused);
    QCOMPARE(m_server.requests().size(), 2);
}

void tst_Download::alreadyCompletePartIsComplete()
{
    {
        // As a program leaves it that was killed between the last byte and the end.
        Result<DownloadFile> file = DownloadFile::open(requestFor().url);
        VERIFY_OK(file);
        VERIFY_OK(file->startAgain());
        VERIFY_OK(file->write(m_body));
        file->record().info.etag = u"\"one\""_s;
        file->record().info.size = BodySize;
        VERIFY_OK(file->saveRecord());
    }
    m_server.setHandler(rangeHandler(m_body, "\"one\""));
    const Fetched whole = get();
    QCOMPARE(whole.state, FetchState::Complete);
    QCOMPARE(whole.notes, QStringList());
    QCOMPARE(m_server.requests().size(), 1);
    QCOMPARE(contentOf(whole.path), m_body);
}

void tst_Download::freshSignatureGoesOn()
{
    m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_body, .cutAfter = PartSize});
    const Fetched broken =
        get(u"/a.log?X-Amz-Date=20261120T100000Z&X-Amz-Expires=60&X-Amz-Signature=OLD"_s);
    m_server.setHandler(rangeHandler(m_body, "\"one\""));
    const Fetched whole =
        get(u"/a.log?X-Amz-Date=20261121T100000Z&X-Amz-Expires=60&X-Amz-Signature=NEW"_s);
    QCOMPARE(whole.state, FetchState::Complete);
    QCOMPARE(whole.path, broken.path);
    QCOMPARE(contentOf(whole.path), m_body);
    QVERIFY(whole.info.url.contains(u"20261121T100000Z"_s));
    QVERIFY(!whole.info.url.contains(u"NEW"_s));
}

void tst_Download::announcedSizeBeyondTheLimitIsRefused()
{
    m_server.setReply({.body = m_body});
    FetchRequest request = requestFor();
    request.maxBytes = BodySize - 1;
    const Fetched fetched = fetch(request, {});
    QCOMPARE(fetched.state, FetchState::Refused);
    QVERIFY2(fetched.message.contains(u"limit"_s), qPrintable(fetched.message));
    QCOMPARE(fetched.path, QString());
    QVERIFY(QDir(downloadFolder()).isEmpty(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot));
    request.maxBytes = BodySize;
    QCOMPARE(fetch(request, {}).state, FetchState::Complete);
}

void tst_Download::unannouncedSizeStopsAtTheLimit()
{
    m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_body, .isLengthTold = false});
    FetchRequest request = requestFor();
    request.maxBytes = PartSize;
    const Fetched stopped = fetch(request, {});
    QCOMPARE(stopped.state, FetchState::Refused);
    QVERIFY2(stopped.message.contains(u"limit"_s), qPrintable(stopped.message));
    QCOMPARE(contentOf(stopped.path), m_body.first(PartSize));

    m_server.setHandler(rangeHandler(m_body, "\"one\""));
    request.maxBytes = BodySize;
    const Fetched whole = fetch(request, {});
    QCOMPARE(whole.state, FetchState::Complete);
    QCOMPARE(contentOf(whole.path), m_body);
}

void tst_Download::fullDiskIsToldBefore()
{
    m_server.setReply({.headers = {"Content-Length: 4611686018427387904"},
                       .body = m_body,
                       .isLengthTold = false});
    FetchRequest request = requestFor();
    request.maxBytes = std::numeric_limits<std::int64_t>::max();
    const Fetched fetched = fetch(request, {});
    QCOMPARE(fetched.state, FetchState::Refused);
    QVERIFY2(fetched.message.contains(u"disk"_s), qPrintable(fetched.message));
    QCOMPARE(fetched.path, QString());
}

void tst_Download::redirectOnTheHostIsFollowed()
{
    m_server.setHandler([this](const ServerRequest &request) -> ServerReply {
        if (request.target == "/audit.log") {
            return {.status = 307, .headers = {"Location: /there?sig=SECRET"}};
        }
        return {.body = m_body};
    });
    const Fetched fetched = get();
    QCOMPARE(fetched.state, FetchState::Complete);
    QCOMPARE(fetched.info.redirects, QStringList{m_server.url(u"/there?sig=***"_s)});
    QCOMPARE(contentOf(fetched.path), m_body);
}

void tst_Download::redirectToAnotherHostAsks()
{
    FileServer other(m_place.certificate(), u"127.0.0.2"_s);
    other.setReply({.body = m_body});
    m_server.setReply(
        {.status = 302, .headers = {"Location: " + other.url(u"/x"_s).toUtf8()}, .body = "moved"});
    const Fetched asks = get();
    QCOMPARE(asks.state, FetchState::AsksToFollow);
    QCOMPARE(asks.redirectHost, other.host());
    QVERIFY2(asks.message.contains(other.host()), qPrintable(asks.message));
    QCOMPARE(other.requests().size(), 0);

    FetchRequest request = requestFor();
    request.followHosts = {other.host()};
    const Fetched fetched = fetch(request, {});
    QCOMPARE(fetched.state, FetchState::Complete);
    QCOMPARE(fetched.info.redirects, QStringList{other.url(u"/x"_s)});
    QCOMPARE(contentOf(fetched.path), m_body);
}

void tst_Download::redirectAwayFromHttpsIsRefused()
{
    FetchRequest request = requestFor();
    request.followHosts = {m_server.host(), u"127.0.0.1"_s};
    for (const QByteArray &target : {"http://" + m_server.host().toUtf8() + "/x?sig=SECRET"_ba,
                                     "file:///etc/passwd"_ba, "ftp://127.0.0.1/x"_ba}) {
        m_server.setReply({.status = 302, .headers = {"Location: " + target}});
        const Fetched fetched = fetch(request, {});
        QCOMPARE(fetched.state, FetchState::Refused);
        QVERIFY2(fetched.message.contains(u"not followed"_s), qPrintable(fetched.message));
        QVERIFY(!fetched.message.contains(u"SECRET"_s));
        QCOMPARE(m_server.requests().size(), 1);
    }
}

void tst_Download::redirectsEnd()
{
    m_server.setHandler([](const ServerRequest &request) -> ServerReply {
        return {.status = 301, .headers = {"Location: " + request.target + "x"}};
    });
    const Fetched fetched = get();
    QCOMPARE(fetched.state, FetchState::Refused);
    QVERIFY2(fetched.message.contains(u"again and again"_s), qPrintable(fetched.message));
    QCOMPARE(m_server.requests().size(), 6);
}

void tst_Download::statusesAreTold_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    const QString expired =
        u"/a?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60&X-Amz-Signature=SECRET"_s;
    QTest::newRow("expired") << expired << 403 << u"2020-01-01 00:01 UTC"_s;
    QTest::newRow("perhaps expired") << u"/a?Signature=SECRET"_s << 403 << u"probably expired"_s;
    QTest::newRow("not for everybody") << u"/a"_s << 403 << u"presigned"_s;
    QTest::newRow("password wanted") << u"/a"_s << 401 << u"presigned"_s;
    QTest::newRow("absent") << u"/a"_s << 404 << u"no such file"_s;
    QTest::newRow("too many") << u"/a"_s << 429 << u"busy"_s;
    QTest::newRow("broken server") << u"/a"_s << 503 << u"problem of its own"_s;
    QTest::newRow("odd") << u"/a"_s << 204 << u"no file"_s;
    QTest::newRow("nowhere") << u"/a"_s << 302 << u"no file"_s;
}

void tst_Download::statusesAreTold()
{
    QFETCH(const QString, target);
    QFETCH(const int, status);
    QFETCH(const QString, word);
    m_server.setReply({.status = status, .body = "<html>no</html>"});
    const Fetched fetched = get(target);
    QCOMPARE(fetched.state, FetchState::Refused);
    QVERIFY2(fetched.message.contains(word), qPrintable(fetched.message));
    QVERIFY(fetched.message.contains(m_server.host()));
    QVERIFY(fetched.message.contains(QString::number(status)));
    QVERIFY(!fetched.message.contains(u"SECRET"_s));
    QCOMPARE(fetched.path, QString());
}

void tst_Download::doubtfulCertificateIsRefused_data()
{
    QTest::addColumn<TestCertificate>("certificate");
    QTest::addColumn<QString>("word");
    const TestCertificate &trusted = m_place.certificate();
    QTest::newRow("stranger") << makeCertificate("IP:127.0.0.1") << u"nobody"_s;
    QTest::newRow("expired") << makeCertificate("IP:127.0.0.1", -2, -1, trusted) << u"expired"_s;
    QTest::newRow("not yet") << makeCertificate("IP:127.0.0.1", 1, 2, trusted)
                             << u"not valid yet"_s;
    QTest::newRow("another host's")
        << makeCertificate("IP:127.0.0.9", -1, 1, trusted) << u"another host"_s;
}

void tst_Download::doubtfulCertificateIsRefused()
{
    QFETCH(const TestCertificate, certificate);
    QFETCH(const QString, word);
    FileServer server(certificate);
    server.setReply({.body = m_body});
    const Fetched fetched = fetch({.url = QUrl(server.url(u"/audit.log"_s))}, {});
    QCOMPARE(fetched.state, FetchState::Refused);
    QVERIFY2(fetched.message.contains(u"certificate"_s) && fetched.message.contains(word),
             qPrintable(fetched.message));
    QCOMPARE(fetched.path, QString());
    QCOMPARE(server.requests().size(), 0);
}

void tst_Download::absentServerIsTold()
{
    QString url;
    {
        const FileServer server(m_place.certificate());
        url = server.url(u"/audit.log"_s);
    }
    const Fetched fetched = fetch({.url = QUrl(url)}, {});
    QCOMPARE(fetched.state, FetchState::Refused);
    QVERIFY2(fetched.message.contains(u"127.0.0.1"_s), qPrintable(fetched.message));
}

void tst_Download::cancelledDownloadGoesOn()
{
    // It has begun and never ends, so that it is the cancel that ends it.
    m_server.setReply(
        {.headers = {"ETag: \"one\""}, .body = m_body, .cutAfter = PartSize, .isSilent = true});
    std::stop_source stop;
    const std::jthread watcher([this, &stop](const std::stop_token &end) {
        while (!end.stop_requested() && m_server.requests().isEmpty()) {
            std::this_thread::yield();
        }
        stop.request_stop();
    });
    const Fetched cancelled = fetch(requestFor(), {.stop = stop.get_token()});
    QCOMPARE(cancelled.state, FetchState::Cancelled);
    m_server.setHandler(rangeHandler(m_body, "\"one\""));
    const Fetched whole = get();
    QCOMPARE(whole.state, FetchState::Complete);
    QCOMPARE(contentOf(whole.path), m_body);
}

void tst_Download::silentServerIsLeft()
{
    m_server.setReply(
        {.headers = {"ETag: \"one\""}, .body = m_body, .cutAfter = PartSize, .isSilent = true});
    FetchRequest request = requestFor();
    request.patience = std::chrono::milliseconds(300);
    const Fetched fetched = fetch(request, {});
    QCOMPARE(fetched.state, FetchState::Broken);
    QVERIFY2(fetched.message.contains(u"nothing any more"_s), qPrintable(fetched.message));
    QCOMPARE(contentOf(fetched.path), m_body.first(PartSize));
}

QTEST_GUILESS_MAIN(tst_Download)
#include "tst_download.moc"
