// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/fetch/download.h"

#include "app/fetch/downloadfile.h"
#include "app/fetch/fetchurl.h"
#include "app/fetch/fetchwords.h"
#include "app/fetch/httpparts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr int MostRedirects = 5;
constexpr int StatusWhole = 200;
constexpr int StatusPart = 206;
constexpr int StatusNothingThere = 416;
constexpr qint64 BufferBytes = 1 << 20;
constexpr std::int64_t SpareBytes = 64LL << 20; // the disk is never filled to the brim
constexpr std::int64_t LookAtDiskEvery = 64LL << 20;
constexpr qint64 ReportEveryMs = 40;
constexpr qint64 RateEveryMs = 500;
constexpr std::int64_t UsPerMs = 1000;

QString sizeText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes);
}

QString changedText()
{
    return QCoreApplication::translate("Fetch",
                                       "The file is not what it was when the download broke "
                                       "off: it was downloaded from its beginning.");
}

class Download : public QObject
{
public:
    Download(const FetchRequest &request, const FetchControl &control, DownloadFile file);

    Fetched run();
    void cancel() { end(FetchState::Cancelled); }

private:
    void send(const QUrl &url);
    void takeHead();
    void follow(const QUrl &target);
    void acceptBody(int status);
    void takeInfo(std::optional<std::int64_t> size);
    bool continues(const ContentRange &range);
    void takeUnsatisfiable();
    void beginAgain();
    bool leaveImported();
    bool fits();
    void takeBytes();
    bool keep(const QByteArray &bytes);
    void takeEnd();
    void complete();
    void end(FetchState state, const QString &message = {});
    void report();
    QString headerText(const char *name) const;
    QString host() const { return hostOf(m_reply->url()); }

    const FetchRequest &m_request;
    const FetchControl &m_control;
    DownloadFile m_file;
    DownloadInfo &m_info;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
    QEventLoop m_loop;
    QList<QSslError> m_tlsErrors;
    QStringList m_hosts;
    Fetched m_fetched;
    bool m_hasHead = false;
    bool m_isReceiving = false;
    bool m_isEnded = false;
    std::int64_t m_lookAtDiskAt = 0;
    std::int64_t m_rateFrom = 0; // size when the rate was taken last
    std::int64_t m_rate = 0;
    QElapsedTimer m_rateClock;
    QElapsedTimer m_reportClock;
};

Download::Download(const FetchRequest &request, const FetchControl &control, DownloadFile file)
    : m_request(request)
    , m_control(control)
    , m_file(std::move(file))
    , m_info(m_file.record().info)
{
    m_network.setProxyFactory(systemProxies());
}

Fetched Download::run()
{
    const DownloadInfo before = m_info;
    m_info.redirects.clear();
    send(m_request.url);
    if (!m_isEnded) {
        m_loop.exec();
    }
    if (!m_isReceiving && m_fetched.state != FetchState::Complete) {
        m_info = before; // nothing new: this is what is known of what is there
    }
    m_info.isWhole = m_fetched.state == FetchState::Complete;
    m_fetched.bytes = m_file.size();
    m_fetched.path = m_fetched.bytes > 0 ? m_file.path() : QString();
    if (m_isReceiving || m_info.isWhole) {
        m_file.record().isComplete = m_info.isWhole;
        m_file.record().bytes = m_file.size();
        if (const Result<void> saved = m_file.saveRecord(); !saved) {
            m_fetched.notes.append(saved.error().toText());
        }
    }
    m_fetched.info = m_info;
    return m_fetched;
}

void Download::send(const QUrl &url)
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
    }
    m_hasHead = false;
    m_tlsErrors.clear();
    if (m_hosts.isEmpty() || m_hosts.last() != hostOf(url)) {
        m_hosts.append(hostOf(url));
    }
    QNetworkRequest request = requestFor(url, m_request.patience);
    // Without a validator nothing could tell whether the rest belongs to what is there.
    if (const QByteArray validator = validatorOf(m_info);
        m_file.size() > 0 && !validator.isEmpty()) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_file.size()) + '-');
        request.setRawHeader("If-Range", validator);
    }
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(BufferBytes);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Download::takeHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &Download::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &Download::takeEnd);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
}

void Download::takeHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_hasHead || m_isEnded || status == 0) {
        return;
    }
    m_hasHead = true;
    const QByteArray location = m_reply->rawHeader("Location");
    switch (status) {
    case StatusWhole:
    case StatusPart:
        acceptBody(status);
        break;
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
        if (!location.isEmpty()) {
            follow(m_reply->url().resolved(QUrl::fromEncoded(location)));
            break;
        }
        [[fallthrough]];
    default:
        if (status == StatusNothingThere && m_file.size() > 0) {
            takeUnsatisfiable();
        } else {
            end(FetchState::Refused, statusText(status, m_reply->url()));
        }
    }
}

void Download::follow(const QUrl &target)
{
    QUrl next = target;
    next.setFragment({});
    const QString there = hostOf(next);
    if (const Result<void> allowed = checkUrl(next); !allowed || there.isEmpty()) {
        end(FetchState::Refused,
            QCoreApplication::translate("Fetch",
                                        "%1 redirects to %2, which is not followed: only "
                                        "https:// URLs are.")
                .arg(host(), maskedUrl(next)));
        return;
    }
    if (m_info.redirects.size() == MostRedirects) {
        end(FetchState::Refused,
            QCoreApplication::translate("Fetch", "The server redirects again and again: %1.")
                .arg(m_hosts.join(u" → "_s)));
        return;
    }
    if (there != m_hosts.first() && !m_request.followHosts.contains(there, Qt::CaseInsensitive)) {
        m_fetched.redirectHost = there;
        end(FetchState::AsksToFollow,
            QCoreApplication::translate("Fetch", "%1 redirects to another host: %2.")
                .arg(host(), there));
        return;
    }
    m_info.redirects.append(maskedUrl(next));
    send(next);
}

void Download::acceptBody(int status)
{
    const ContentRange range = contentRangeOf(*m_reply);
    const bool startsAgain = status == StatusWhole && m_file.size() > 0;
    if (status == StatusPart && !continues(range)) {
        beginAgain();
        return;
    }
    const bool isSame = validatorOf(m_info).isEmpty()
        || validatorOf(m_info)
            == validatorOf(
                {.etag = headerText("ETag"), .lastModified = headerText("Last-Modified")});
    if (startsAgain && !leaveImported()) {
        return;
    }
    takeInfo(status == StatusPart ? range.total : announcedSizeOf(*m_reply));
    if (!fits()) {
        return;
    }
    if (const Result<void> opened = status == StatusPart ? m_file.goOn() : m_file.startAgain();
        !opened) {
        end(FetchState::Refused, opened.error().toText());
        return;
    }
    if (startsAgain) {
        m_fetched.notes.append(
            isSame ? QCoreApplication::translate("Fetch",
                                                 "The server cannot go on in the middle of "
                                                 "a file: it was downloaded from its "
                                                 "beginning.")
                   : changedText());
    }
    m_isReceiving = true;
    m_file.record().isComplete = false;
    m_rateFrom = m_file.size();
    m_lookAtDiskAt = m_file.size() + LookAtDiskEvery;
    m_rateClock.start();
    m_reportClock.invalidate();
    if (const Result<void> saved = m_file.saveRecord(); !saved) {
        end(FetchState::Refused, saved.error().toText());
    }
}

void Download::takeInfo(std::optional<std::int64_t> size)
{
    m_info.etag = headerText("ETag");
    m_info.lastModified = headerText("Last-Modified");
    m_info.contentType = headerText("Content-Type");
    m_info.size = size;
}

/// Whether the part that is sent belongs behind the part that is there.
bool Download::continues(const ContentRange &range)
{
    const bool isPlace = range.from == m_file.size();
    const bool isSize = !m_info.size || !range.total || *m_info.size == *range.total;
    const QString etag = headerText("ETag");
    return isPlace && isSize && (etag.isEmpty() || m_info.etag.isEmpty() || etag == m_info.etag);
}

/// Nothing stands behind what is there: it is all, or of another file.
void Download::takeUnsatisfiable()
{
    const ContentRange range = contentRangeOf(*m_reply);
    if (range.total == m_file.size() && m_info.size == range.total) {
        complete();
        return;
    }
    beginAgain();
}

void Download::beginAgain()
{
    const QUrl url = m_reply->url();
    if (m_file.size() == 0) {
        end(FetchState::Refused, statusText(StatusPart, url)); // nobody has asked for a part
        return;
    }
    if (!leaveImported()) {
        return;
    }
    if (const Result<void> opened = m_file.startAgain(); !opened) {
        end(FetchState::Refused, opened.error().toText());
        return;
    }
    m_fetched.notes.append(changedText());
    m_info.etag.clear();
    m_info.lastModified.clear();
    m_info.size.reset();
    send(url);
}

bool Download::leaveImported()
{
    const Result<void> left = m_file.leaveImported();
    if (!left) {
        end(FetchState::Refused, left.error().toText());
    }
    return left.has_value();
}

bool Download::fits()
{
    if (m_info.size && *m_info.size > m_request.maxBytes) {
        end(FetchState::Refused,
            QCoreApplication::translate("Fetch",
                                        "The file is %1 large, and the limit is %2. Allow more "
                                        "if that is right.")
                .arg(sizeText(*m_info.size), sizeText(m_request.maxBytes)));
        return false;
    }
    const std::int64_t needed = (m_info.size ? *m_info.size - m_file.size() : 0) + SpareBytes;
    const std::optional<std::int64_t> left = m_file.bytesFree();
    if (left && *left < needed) {
        end(FetchState::Refused,
            QCoreApplication::translate("Fetch",
                                        "The download needs %1, but the disk has only %2 "
                                        "left. Free some space and open the URL again.")
                .arg(sizeText(needed), sizeText(*left)));
        return false;
    }
    return true;
}

void Download::takeBytes()
{
    while (m_isReceiving && !m_isEnded && m_reply->bytesAvailable() > 0) {
        if (!keep(m_reply->read(BufferBytes))) {
            return;
        }
    }
    if (m_isReceiving && !m_isEnded) {
        report();
    }
}

bool Download::keep(const QByteArray &bytes)
{
    const std::int64_t room = std::max<std::int64_t>(m_request.maxBytes - m_file.size(), 0);
    const Result<void> written =
        m_file.write(QByteArrayView(bytes).first(std::min<qint64>(bytes.size(), room)));
    if (!written) {
        end(FetchState::Refused, written.error().toText());
        return false;
    }
    if (bytes.size() > room) {
        end(FetchState::Refused,
            QCoreApplication::translate("Fetch",
                                        "The file is larger than the limit of %1. Allow "
                                        "more, and the download goes on.")
                .arg(sizeText(m_request.maxBytes)));
        return false;
    }
    if (m_file.size() >= m_lookAtDiskAt) {
        m_lookAtDiskAt = m_file.size() + LookAtDiskEvery;
        return fits();
    }
    return true;
}

void Download::takeEnd()
{
    takeHead(); // where there was no body to speak of
    if (m_isEnded || !m_reply->isFinished()) {
        return; // the head has led elsewhere
    }
    takeBytes();
    if (m_isEnded) {
        return;
    }
    const QNetworkReply::NetworkError error = m_reply->error();
    if (!m_tlsErrors.isEmpty()) {
        end(FetchState::Refused, certificateText(m_tlsErrors, host()));
    } else if (error != QNetworkReply::NoError) {
        end(m_isReceiving ? FetchState::Broken : FetchState::Refused,
            connectionText(error, host()));
    } else if (m_info.size && m_file.size() != *m_info.size) {
        end(FetchState::Broken, connectionText(QNetworkReply::RemoteHostClosedError, host()));
    } else if (m_file.size() == 0) {
        end(FetchState::Refused,
            QCoreApplication::translate("Fetch", "The file is empty: %1 sent nothing.")
                .arg(host()));
    } else {
        complete();
    }
}

void Download::complete()
{
    m_info.fetchedUs = QDateTime::currentMSecsSinceEpoch() * UsPerMs;
    if (!m_info.size && !tellsItsEnd(*m_reply)) {
        m_fetched.notes.append(
            QCoreApplication::translate(
                "Fetch",
                "%1 did not say how large the file is: whether it came whole cannot be known.")
                .arg(host()));
    }
    if (m_info.contentType.startsWith("text/html"_L1)) {
        m_fetched.notes.append(
            QCoreApplication::translate("Fetch", "%1 sent a web page, perhaps one to log in.")
                .arg(host()));
    }
    end(FetchState::Complete);
}

void Download::end(FetchState state, const QString &message)
{
    if (m_isEnded) {
        return;
    }
    m_isEnded = true;
    if (m_reply) {
        m_reply->disconnect(this); // it goes with the network's object, outside its own signals
    }
    if (m_isReceiving) {
        m_info.fetchedUs = QDateTime::currentMSecsSinceEpoch() * UsPerMs;
    }
    m_fetched.state = state;
    m_fetched.message = message;
    m_loop.quit();
}

void Download::report()
{
    if (m_rateClock.elapsed() >= RateEveryMs) {
        m_rate = (m_file.size() - m_rateFrom) * 1000 / m_rateClock.restart();
        m_rateFrom = m_file.size();
    }
    const bool isFirst = !m_reportClock.isValid(); // the server may be slow with what follows
    if (m_control.progress && (isFirst || m_reportClock.elapsed() >= ReportEveryMs)) {
        m_reportClock.start();
        m_control.progress({.done = m_file.size(),
                            .total = m_info.size.value_or(0),
                            .bytesPerSecond = m_rate,
                            .hosts = m_hosts,
                            .name = fileNameOf(m_request.url)});
    }
}

QString Download::headerText(const char *name) const
{
    return QString::fromLatin1(m_reply->rawHeader(name));
}

} // namespace

Fetched fetch(const FetchRequest &request, const FetchControl &control)
{
    Result<DownloadFile> file = DownloadFile::open(request.url);
    if (!file) {
        return {.message = file.error().toText()};
    }
    if (file->record().isComplete) {
        return {.state = FetchState::Complete,
                .path = file->path(),
                .bytes = file->size(),
                .info = file->record().info,
                .notes = {QCoreApplication::translate(
                    "Fetch", "The file was downloaded already and is used as it came then.")}};
    }
    Download download(request, control, std::move(*file));
    const std::stop_callback stopping(control.stop, [&download] {
        QMetaObject::invokeMethod(
            &download, [&download] { download.cancel(); }, Qt::QueuedConnection);
    });
    return download.run();
}

} // namespace auditloupe
