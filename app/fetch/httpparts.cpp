// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/fetch/httpparts.h"

#include <QNetworkProxyFactory>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return systemProxyForQuery(query);
    }
};

/// The system's certificates, or those that SSL_CERT_FILE names, as for other programs.
QSslConfiguration trust()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (const QString path = qEnvironmentVariable("SSL_CERT_FILE"); !path.isEmpty()) {
        configuration.setCaCertificates(QSslCertificate::fromPath(path));
    }
    return configuration;
}

} // namespace

QNetworkProxyFactory *systemProxies()
{
    return new SystemProxies;
}

QNetworkRequest requestFor(const QUrl &url, std::chrono::milliseconds patience)
{
    QNetworkRequest request(url);
    using enum QNetworkRequest::Attribute;
    request.setAttribute(RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(CacheSaveControlAttribute, false);
    request.setTransferTimeout(patience);
    request.setSslConfiguration(trust());
    // Also keeps Qt from unpacking what is sent packed nevertheless.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept-Language", "*"); // not the user's
    request.setRawHeader("User-Agent", "Auditloupe/" AUDITLOUPE_VERSION);
    return request;
}

ContentRange contentRangeOf(const QNetworkReply &reply)
{
    static const QRegularExpression form(u"^bytes\\s+(?:(\\d+)-\\d+|\\*)/(?:(\\d+)|\\*)$"_s);
    const auto match =
        form.match(QString::fromLatin1(reply.rawHeader("Content-Range")).trimmed().toLower());
    const auto number = [&match](int group) -> std::optional<std::int64_t> {
        bool isNumber = false;
        const qlonglong value = match.captured(group).toLongLong(&isNumber);
        return isNumber ? std::optional<std::int64_t>(value) : std::nullopt;
    };
    return {.from = number(1), .total = number(2)};
}

std::optional<std::int64_t> announcedSizeOf(const QNetworkReply &reply)
{
    bool isNumber = false;
    const qint64 size = reply.rawHeader("Content-Length").toLongLong(&isNumber);
    return isNumber && size >= 0 ? std::optional<std::int64_t>(size) : std::nullopt;
}

QByteArray validatorOf(const DownloadInfo &info)
{
    const bool isStrong = !info.etag.isEmpty() && !info.etag.startsWith("W/"_L1);
    return (isStrong ? info.etag : info.lastModified).toLatin1();
}

bool tellsItsEnd(const QNetworkReply &reply)
{
    return reply.rawHeader("Transfer-Encoding").toLower().contains("chunked")
        || reply.attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
}

} // namespace auditloupe
