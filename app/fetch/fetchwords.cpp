// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/fetch/fetchwords.h"

#include "app/fetch/fetchurl.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

/// A presigned URL that is refused is mostly one that has expired.
QString refusedText(const QUrl &url)
{
    if (!isPresigned(url)) {
        return QCoreApplication::translate(
            "Fetch", "The server gives the file only to those it knows. Ask for a presigned URL.");
    }
    const std::optional<QDateTime> end = validUntil(url);
    if (end && *end < QDateTime::currentDateTimeUtc()) {
        return QCoreApplication::translate(
                   "Fetch",
                   "The presigned URL has expired: it was valid until %1. Ask for a new one.")
            .arg(end->toString(u"yyyy-MM-dd HH:mm 'UTC'"_s));
    }
    return QCoreApplication::translate(
        "Fetch",
        "The presigned URL has probably expired, or a part of it is missing. Ask for a new "
        "one.");
}

QString meaningOf(int status, const QUrl &url)
{
    constexpr int FirstServerError = 500;
    switch (status) {
    case 401:
    case 403:
        return refusedText(url);
    case 404:
    case 410:
        return QCoreApplication::translate("Fetch",
                                           "There is no such file. Was the URL copied whole?");
    case 407:
        return QCoreApplication::translate(
            "Fetch", "The proxy asks for a password, which Auditloupe does not send.");
    case 408:
    case 429:
        return QCoreApplication::translate("Fetch",
                                           "The server is busy. Try again in a few minutes.");
    default:
        break;
    }
    return status >= FirstServerError
        ? QCoreApplication::translate("Fetch",
                                      "The server has a problem of its own. Try again later.")
        : QCoreApplication::translate("Fetch", "The server sends no file for this URL.");
}

} // namespace

QString statusText(int status, const QUrl &url)
{
    return QCoreApplication::translate("Fetch", "%1 answers %2: %3")
        .arg(hostOf(url))
        .arg(status)
        .arg(meaningOf(status, url));
}

QString connectionText(QNetworkReply::NetworkError error, const QString &host)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return QCoreApplication::translate("Fetch",
                                           "There is no host %1, or this machine has no network.")
            .arg(host);
    case QNetworkReply::ConnectionRefusedError:
        return QCoreApplication::translate("Fetch", "%1 takes no connections.").arg(host);
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // by the time limit of the transfer
        return QCoreApplication::translate("Fetch", "%1 sends nothing any more.").arg(host);
    case QNetworkReply::RemoteHostClosedError:
        return QCoreApplication::translate("Fetch", "%1 has closed the connection.").arg(host);
    case QNetworkReply::SslHandshakeFailedError:
        return QCoreApplication::translate("Fetch", "No secure connection to %1 can be made.")
            .arg(host);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return QCoreApplication::translate(
            "Fetch", "The proxy that this system is set to use cannot be reached.");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return QCoreApplication::translate(
            "Fetch", "The proxy asks for a password, which Auditloupe does not send.");
    default:
        return QCoreApplication::translate("Fetch", "The connection to %1 failed.").arg(host);
    }
}

QString certificateText(const QList<QSslError> &errors, const QString &host)
{
    const QString reason = [&] {
        switch (errors.first().error()) {
        case QSslError::HostNameMismatch:
            return QCoreApplication::translate("Fetch", "it is another host's");
        case QSslError::CertificateExpired:
            return QCoreApplication::translate("Fetch", "it has expired");
        case QSslError::CertificateNotYetValid:
            return QCoreApplication::translate(
                "Fetch", "it is not valid yet. Is this machine's clock right?");
        case QSslError::CertificateRevoked:
            return QCoreApplication::translate("Fetch", "it was revoked");
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToGetIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
            return QCoreApplication::translate("Fetch", "nobody this system trusts has signed it");
        default:
            return errors.first().errorString();
        }
    }();
    return QCoreApplication::translate(
               "Fetch", "The certificate of %1 is not trusted: %2. Nothing was downloaded.")
        .arg(host, reason);
}

} // namespace auditloupe
