// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/app/fetch/testcertificate.h"

#include <QList>
#include <QMap>
#include <QMutex>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QThread>

#include <functional>

namespace auditloupe::testing {

struct ServerRequest
{
    QByteArray target = {}; ///< path and query
    QMap<QByteArray, QByteArray> headers = {}; ///< names in lower case
};

struct ServerReply
{
    int status = 200;
    QByteArrayList headers = {};
    QByteArray body = {};
    qsizetype cutAfter = -1; ///< bytes of the body; then the connection is closed
    bool isSilent = false; ///< … or nothing comes any more
    bool isLengthTold = true;
};

/// Serves HTTPS on a loopback address, from a thread of its own, one request a connection.
class FileServer
{
public:
    using Handler = std::function<ServerReply(const ServerRequest &)>;

    explicit FileServer(const TestCertificate &certificate,
                        const QString &address = QStringLiteral("127.0.0.1"))
    {
        m_thread.start();
        m_server.moveToThread(&m_thread);
        run([&] {
            QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
            configuration.setLocalCertificate(QSslCertificate(certificate.certificate));
            configuration.setPrivateKey(QSslKey(certificate.key, QSsl::Ec));
            m_server.setSslConfiguration(configuration);
            QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server,
                             [this] { takeConnections(); });
            if (!m_server.listen(QHostAddress(address))) {
                qFatal("no loopback port");
            }
        });
        m_host = QStringLiteral("%1:%2").arg(address).arg(m_server.serverPort());
    }

    ~FileServer()
    {
        run([this] {
            m_server.close();
            qDeleteAll(m_server.findChildren<QSslSocket *>());
            m_server.moveToThread(nullptr);
        });
        m_thread.quit();
        m_thread.wait();
    }

    Q_DISABLE_COPY_MOVE(FileServer)

    QString host() const { return m_host; }
    QString url(const QString &target) const
    {
        return QStringLiteral("https://") + m_host + target;
    }

    void setHandler(Handler handler)
    {
        const QMutexLocker lock(&m_mutex);
        m_handler = std::move(handler);
        m_requests.clear();
    }

    /// Answers so, whatever is asked.
    void setReply(const ServerReply &reply)
    {
        setHandler([reply](const ServerRequest &) { return reply; });
    }

    QList<ServerRequest> requests()
    {
        const QMutexLocker lock(&m_mutex);
        return m_requests;
    }

private:
    template <typename Function>
    void run(Function function)
    {
        QMetaObject::invokeMethod(&m_server, function, Qt::BlockingQueuedConnection);
    }

    void takeConnections()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QIODevice::readyRead, &m_server,
                             [this, socket] { takeBytes(socket); });
            QObject::connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
            takeBytes(socket);
        }
    }

    void takeBytes(QTcpSocket *socket)
    {
        if (!socket->peek(65'536).contains("\r\n\r\n")) {
            return;
        }
        const ServerRequest request = parse(socket->readAll());
        ServerReply reply;
        {
            const QMutexLocker lock(&m_mutex);
            m_requests.append(request);
            reply = m_handler(request);
        }
        QByteArray head =
            "HTTP/1.1 " + QByteArray::number(reply.status) + " Word\r\n" + "Connection: close\r\n";
        if (reply.isLengthTold) {
            head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
        }
        for (const QByteArray &header : reply.headers) {
            head += header + "\r\n";
        }
        socket->write(head + "\r\n"
                      + (reply.cutAfter < 0 ? reply.body : reply.body.first(reply.cutAfter)));
        if (!reply.isSilent) {
            socket->disconnectFromHost();
        }
    }

    static ServerRequest parse(const QByteArray &text)
    {
        const QByteArrayList lines = text.left(text.indexOf("\r\n\r\n")).split('\n');
        ServerRequest request{.target = lines.first().split(' ').value(1)};
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        return request;
    }

    QThread m_thread;
    QSslServer m_server;
    QString m_host;
    QMutex m_mutex; // guards the two below
    Handler m_handler = [](const ServerRequest &) { return ServerReply{.status = 404}; };
    QList<ServerRequest> m_requests;
};

/// A server that goes on in the middle of a file, as S3 and nginx do.
inline FileServer::Handler rangeHandler(const QByteArray &body, const QByteArray &etag)
{
    return [body, etag](const ServerRequest &request) -> ServerReply {
        const QByteArray tag = "ETag: " + etag;
        const QByteArray range = request.headers.value("range");
        if (range.isEmpty() || request.headers.value("if-range") != etag) {
            return {.headers = {tag, "Accept-Ranges: bytes"}, .body = body};
        }
        const qsizetype from = range.sliced(6).chopped(1).toLongLong(); // "bytes=100-"
        const QByteArray size = QByteArray::number(body.size());
        if (from >= body.size()) {
            return {.status = 416, .headers = {tag, "Content-Range: bytes */" + size}};
        }
        return {.status = 206,
                .headers = {tag,
                            "Content-Range: bytes " + QByteArray::number(from) + '-'
                                + QByteArray::number(body.size() - 1) + '/' + size},
                .body = body.sliced(from)};
    };
}

} // namespace auditloupe::testing
