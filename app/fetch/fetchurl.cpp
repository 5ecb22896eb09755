// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/fetch/fetchurl.h"

#include "model/event/credentialshapes.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr auto Mask = "***"_L1;
constexpr qsizetype LongestName = 80;
constexpr qsizetype KeyLength = 16; // hexadecimal digits

constexpr std::array SignatureNames{"x-amz-signature"_L1, "x-goog-signature"_L1,
                                    "x-oss-signature"_L1, "signature"_L1, "sig"_L1};

// What a fresh signature of the same file changes. Lower case.
constexpr std::array SigningPrefixes{"x-amz-"_L1, "x-goog-"_L1, "x-oss-"_L1};
constexpr std::array SigningNames{
    "awsaccesskeyid"_L1, "ossaccesskeyid"_L1, "googleaccessid"_L1, "key-pair-id"_L1, "signature"_L1,
    "policy"_L1, "expires"_L1, "security-token"_L1,
    // Azure's shared access signatures
    "sv"_L1, "ss"_L1, "srt"_L1, "sr"_L1, "st"_L1, "se"_L1, "sp"_L1, "spr"_L1, "sip"_L1, "si"_L1,
    "sig"_L1, "skoid"_L1, "sktid"_L1, "skt"_L1, "ske"_L1, "sks"_L1, "skv"_L1, "sdd"_L1, "ses"_L1};

// Parts of names whose values sign or authorise. Lower case, letters only.
constexpr std::array SecretParts{"sig"_L1,        "token"_L1,  "secret"_L1,  "passw"_L1,  "pwd"_L1,
                                 "credential"_L1, "auth"_L1,   "session"_L1, "policy"_L1, "hmac"_L1,
                                 "jwt"_L1,        "ticket"_L1, "access"_L1,  "apikey"_L1};
constexpr std::array SecretNames{"key"_L1, "code"_L1, "pass"_L1, "pw"_L1,
                                 "sas"_L1, "sid"_L1,  "hash"_L1, "keypairid"_L1};
constexpr std::array HarmlessNames{"signedheaders"_L1, "xamzsignedheaders"_L1,
                                   "xgoogsignedheaders"_L1};

struct Parameter
{
    QString name = {};
    std::optional<QString> value = {}; // nothing: there was no "="
};

QList<Parameter> parametersOf(const QUrl &url)
{
    QList<Parameter> parameters;
    const QString query = url.query(QUrl::FullyEncoded);
    for (const QString &part : query.split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(u'=');
        parameters.append(
            equals < 0 ? Parameter{.name = part}
                       : Parameter{.name = part.first(equals), .value = part.sliced(equals + 1)});
    }
    return parameters;
}

QString parameterValue(const QUrl &url, QLatin1StringView name)
{
    for (const Parameter &parameter : parametersOf(url)) {
        if (parameter.name.compare(name, Qt::CaseInsensitive) == 0) {
            return QUrl::fromPercentEncoding(parameter.value.value_or(QString()).toUtf8());
        }
    }
    return {};
}

QString lettersOf(const QString &name)
{
    QString letters;
    for (const QChar c : name) {
        if (c.isLetter()) {
            letters += c.toLower();
        }
    }
    return letters;
}

bool isSigning(const QString &name, bool hasSas)
{
    const QString lower = name.toLower();
    const auto begins = [&lower](QLatin1StringView prefix) { return lower.startsWith(prefix); };
    if (std::ranges::any_of(SigningPrefixes, begins)) {
        return true;
    }
    // Azure's short names mean something else without a signature.
    const bool isShort = lower.size() <= 5;
    return std::ranges::find(SigningNames, lower) != SigningNames.end() && (!isShort || hasSas);
}

bool isSecretName(const QString &name)
{
    const QString letters = lettersOf(name);
    if (std::ranges::find(HarmlessNames, letters) != HarmlessNames.end()) {
        return false;
    }
    const auto isPart = [&letters](QLatin1StringView part) { return letters.contains(part); };
    return std::ranges::any_of(SecretParts, isPart)
        || std::ranges::find(SecretNames, letters) != SecretNames.end();
}

/// Long, without any structure and no word, or known by its form.
bool looksSecret(const QString &value)
{
    static const QRegularExpression opaque(u"^(?=.*[0-9])[A-Za-z0-9+/_=-]{20,}$"_s);
    const QString plain = QUrl::fromPercentEncoding(value.toUtf8());
    const std::string utf8 = plain.toStdString();
    return opaque.matchView(plain).hasMatch() || !credentialSpans(utf8, TextForm::Plain).empty();
}

QString maskedParameter(const Parameter &parameter)
{
    const QString name = looksSecret(parameter.name) ? QString(Mask) : parameter.name;
    if (!parameter.value) {
        return name;
    }
    const bool isSecret = isSecretName(parameter.name) || looksSecret(*parameter.value);
    return name + u'=' + (isSecret ? QString(Mask) : *parameter.value);
}

/// Parts of a path that say that a secret follows.
constexpr std::array SecretFolders{"token"_L1, "tokens"_L1,    "secret"_L1, "key"_L1,  "apikey"_L1,
                                   "sig"_L1,   "signature"_L1, "sas"_L1,    "auth"_L1, "share"_L1};

/// Known by its form, or random as no name is: long, with capitals, small letters and digits. Ids
/// in small letters (UUIDs, hashes) are names, as logs have them.
bool looksSecretInPath(const QString &part)
{
    static const QRegularExpression opaque(
        u"^(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+:_=~-]{20,}$"_s);
    static const QRegularExpression dated(u"[0-9]{4}-?[0-9]{2}-?[0-9]{2}"_s);
    const QString plain = QUrl::fromPercentEncoding(part.toUtf8());
    const std::string utf8 = plain.toStdString();
    const bool isOpaque = opaque.matchView(plain).hasMatch() && !dated.matchView(plain).hasMatch();
    return isOpaque || !credentialSpans(utf8, TextForm::Plain).empty();
}

/// "…/services/T000/B000/XXXX", as chats hand them out for writing: the last part is the secret.
bool isHook(const QStringList &parts, qsizetype at)
{
    static const QRegularExpression workspace(u"^T[0-9A-Z]+$"_s);
    return at >= 3 && parts[at - 3] == "services"_L1
        && workspace.matchView(parts[at - 2]).hasMatch() && parts[at - 1].startsWith(u'B');
}

/// "name=value" and "name;name=value", as some servers have them in a path.
QString maskedValues(const QString &part)
{
    QStringList values = part.split(u';');
    for (QString &value : values) {
        const qsizetype equals = value.indexOf(u'=');
        if (equals > 0 && isSecretName(value.first(equals))) {
            value = value.first(equals + 1) + Mask;
        }
    }
    return values.join(u';');
}

QString maskedPath(const QUrl &url)
{
    static const QRegularExpression number(u"^(?=.*[0-9])[^.]{12,}$"_s);
    const QStringList parts = url.path(QUrl::FullyEncoded).split(u'/');
    QStringList masked;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString &part = parts[i];
        const bool isAnnounced = i > 0 && number.matchView(part).hasMatch()
            && std::ranges::contains(SecretFolders, parts[i - 1].toLower());
        const bool isSecret = isAnnounced || looksSecretInPath(part) || isHook(parts, i);
        masked.append(isSecret ? QString(Mask) : maskedValues(part));
    }
    return masked.join(u'/');
}

std::optional<QDateTime> endOfSpan(const QUrl &url, QLatin1StringView begin,
                                   QLatin1StringView seconds)
{
    QDateTime from = QDateTime::fromString(parameterValue(url, begin), u"yyyyMMdd'T'HHmmss'Z'"_s);
    bool isNumber = false;
    const qlonglong length = parameterValue(url, seconds).toLongLong(&isNumber);
    if (!from.isValid() || !isNumber) {
        return {};
    }
    from.setTimeZone(QTimeZone(QTimeZone::UTC));
    return from.addSecs(length);
}

Error refusal(const QString &message, const QUrl &url)
{
    return {.message = message, .where = {.file = maskedUrl(url)}};
}

} // namespace

bool looksLikeUrl(QStringView word)
{
    static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]*://"_s);
    return scheme.matchView(word).hasMatch();
}

Result<QUrl> urlFrom(const QString &text)
{
    QUrl url(text.trimmed());
    url.setFragment({});
    if (!url.isValid() || url.host().isEmpty()) {
        // Not repeated: nobody knows which part of it is a secret.
        return std::unexpected(
            Error{.message = QCoreApplication::translate("Fetch", "This is no URL of a file.")});
    }
    if (url.query().contains(Mask) || url.path().contains(Mask)) {
        return std::unexpected(refusal(
            QCoreApplication::translate("Fetch",
                                        "The secret parts of this URL were not kept. Paste it "
                                        "whole once more."),
            url));
    }
    return checkUrl(url).transform([&url] { return url; });
}

Result<void> checkUrl(const QUrl &url)
{
    if (url.scheme() == "http"_L1) {
        return std::unexpected(refusal(
            QCoreApplication::translate("Fetch",
                                        "An http:// URL is not opened: on the way, anybody could "
                                        "read and change what is sent. Use its https:// form."),
            url));
    }
    if (url.scheme() != "https"_L1) {
        return std::unexpected(refusal(
            QCoreApplication::translate("Fetch",
                                        "Only https:// URLs can be opened. For a file in a cloud's "
                                        "store, ask for a presigned https:// URL."),
            url));
    }
    if (!url.userInfo().isEmpty()) {
        return std::unexpected(refusal(
            QCoreApplication::translate("Fetch",
                                        "A URL with a user name or password in it is not opened. "
                                        "Download the file with another program."),
            url));
    }
    return {};
}

QString hostOf(const QUrl &url)
{
    constexpr int HttpsPort = 443;
    const QString host = url.host(QUrl::FullyEncoded);
    const int port = url.port(HttpsPort);
    return port == HttpsPort ? host : u"%1:%2"_s.arg(host).arg(port);
}

QString maskedUrl(const QUrl &url)
{
    QStringList parameters;
    for (const Parameter &parameter : parametersOf(url)) {
        parameters.append(maskedParameter(parameter));
    }
    const QString place = u"%1://%2%3"_s.arg(url.scheme(), hostOf(url), maskedPath(url));
    return parameters.isEmpty() ? place : place + u'?' + parameters.join(u'&');
}

bool isPresigned(const QUrl &url)
{
    return std::ranges::any_of(SignatureNames, [&url](QLatin1StringView name) {
        return !parameterValue(url, name).isEmpty();
    });
}

std::optional<QDateTime> validUntil(const QUrl &url)
{
    if (!isPresigned(url)) {
        return {};
    }
    for (const auto &[begin, seconds] : {std::pair("X-Amz-Date"_L1, "X-Amz-Expires"_L1),
                                         std::pair("X-Goog-Date"_L1, "X-Goog-Expires"_L1)}) {
        if (const std::optional<QDateTime> end = endOfSpan(url, begin, seconds)) {
            return end;
        }
    }
    const QDateTime azure = QDateTime::fromString(parameterValue(url, "se"_L1), Qt::ISODate);
    if (azure.isValid()) {
        return azure.toUTC();
    }
    bool isNumber = false;
    const qlonglong seconds = parameterValue(url, "Expires"_L1).toLongLong(&isNumber);
    return isNumber
        ? std::optional(QDateTime::fromSecsSinceEpoch(seconds, QTimeZone(QTimeZone::UTC)))
        : std::nullopt;
}

QString urlKey(const QUrl &url)
{
    const bool hasSas = !parameterValue(url, "sig"_L1).isEmpty();
    QString text = u"%1://%2%3"_s.arg(url.scheme(), hostOf(url), url.path(QUrl::FullyEncoded));
    for (const Parameter &parameter : parametersOf(url)) {
        if (!isSigning(parameter.name, hasSas)) {
            text += u"\n%1=%2"_s.arg(parameter.name, parameter.value.value_or(QString()));
        }
    }
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(KeyLength));
}

QString fileNameOf(const QUrl &url)
{
    QString name;
    const QString last = maskedPath(url).section(u'/', -1);
    if (last.contains(Mask)) {
        return u"download"_s;
    }
    for (const QChar c : url.fileName(QUrl::FullyDecoded).right(LongestName)) {
        name += c.isLetterOrNumber() || u"._-+()"_s.contains(c) ? c : u'_';
    }
    while (name.startsWith(u'.')) {
        name.remove(0, 1);
    }
    return name.isEmpty() ? u"download"_s : name;
}

} // namespace auditloupe
