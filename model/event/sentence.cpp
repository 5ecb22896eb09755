// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/sentence.h"

#include "model/event/clientsession.h"
#include "model/event/deed.h"
#include "model/event/identity.h"
#include "model/event/jsontokens.h"
#include "model/event/masking.h"
#include "model/event/outcome.h"
#include "model/event/plaintext.h"
#include "model/event/rbacreason.h"
#include "model/event/time.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

QString say(const char *text)
{
    return QCoreApplication::translate("Sentence", text);
}

QDateTime dateTime(std::int64_t us, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(us >= 0 ? us / 1000 : (us - 999) / 1000, zone);
}

QString clockText(const QDateTime &time, const QTimeZone &zone)
{
    const QString offset = zone == QTimeZone::UTC
        ? u"Z"_s
        : time.toOffsetFromUtc(time.offsetFromUtc()).toString(u"t"_s).remove(u"UTC"_s);
    return time.toString(u"HH:mm:ss"_s) + offset;
}

/// Of a session that took a second or more: both its ends.
QString whenText(const EventFields &event, const QTimeZone &zone)
{
    constexpr std::int64_t Second = 1'000'000;
    const std::optional<std::int64_t> us = event.timeUs();
    if (!us) {
        return say(QT_TRANSLATE_NOOP("Sentence", "At an unknown time"));
    }
    const QString time = clockText(dateTime(*us, zone), zone);
    const std::optional<std::int64_t> lasted = sessionDurationUs(event, true);
    if (!lasted || *lasted < Second) {
        return say(QT_TRANSLATE_NOOP("Sentence", "At %1")).arg(time);
    }
    return say(QT_TRANSLATE_NOOP("Sentence", "From %1 to %2 (%3)"))
        .arg(clockText(dateTime(*event.receivedUs, zone), zone), time, formatDuration(*lasted));
}

/// The texts of a JSON array.
QStringList listTexts(std::string_view json)
{
    QStringList result;
    for (const JsonToken &token : tokenizeJson(json).tokens) {
        if (token.kind == JsonToken::Kind::String) {
            result += oneLine(unescapeJson(quotedText(token, json)));
        }
    }
    return result;
}

/// The last address is the one that the API server saw; those before it are what it was told.
QString addressText(const EventFields &event)
{
    QStringList addresses = listTexts(event.sourceIps);
    if (addresses.size() < 2) {
        return addresses.join(QString());
    }
    const QString seen = addresses.takeLast();
    return say(QT_TRANSLATE_NOOP("Sentence", "%1 (said to forward for %2)"))
        .arg(seen, addresses.join(u", "_s));
}

bool hasUser(const EventFields &event)
{
    return !event.username.empty();
}

QString whoText(const EventFields &event)
{
    if (!hasUser(event)) {
        const QString address = addressText(event);
        return address.isEmpty()
            ? say(QT_TRANSLATE_NOOP("Sentence", "somebody"))
            : say(QT_TRANSLATE_NOOP("Sentence", "somebody at %1")).arg(address);
    }
    const QString user = userText(event.username);
    if (event.impersonatedUser.empty()) {
        return user;
    }
    return say(QT_TRANSLATE_NOOP("Sentence", "%1, acting as %2,"))
        .arg(user, userText(event.impersonatedUser));
}

/// " from 10.0.3.4 with kubectl", with a blank in front, or nothing.
QString whenceText(const EventFields &event)
{
    // Somebody without a name has got the address already.
    const QString address = hasUser(event) ? addressText(event) : QString();
    const QString agent = agentText(event.userAgent);
    if (address.isEmpty() && agent.isEmpty()) {
        return {};
    }
    if (agent.isEmpty()) {
        return u' ' + say(QT_TRANSLATE_NOOP("Sentence", "from %1")).arg(address);
    }
    if (address.isEmpty()) {
        return u' ' + say(QT_TRANSLATE_NOOP("Sentence", "with %1")).arg(agent);
    }
    return u' ' + say(QT_TRANSLATE_NOOP("Sentence", "from %1 with %2")).arg(address, agent);
}

QString grantText(const QString &code, const RbacReason &reason)
{
    const QString binding = oneLine(reason.bindingKind) + u' ' + oneLine(reason.binding);
    const QString role = oneLine(reason.roleKind) + u' ' + oneLine(reason.role);
    if (reason.subjectKind == "Group"sv) {
        return say(QT_TRANSLATE_NOOP("Sentence", "%1, allowed by %2 of %3 to group %4"))
            .arg(code, binding, role, oneLine(reason.subject));
    }
    return say(QT_TRANSLATE_NOOP("Sentence", "%1, allowed by %2 of %3")).arg(code, binding, role);
}

QString successText(const EventFields &event)
{
    const QString code = QString::number(*event.code);
    if (event.decision != Decision::Allow) {
        return code;
    }
    if (const std::optional<RbacReason> reason = parseRbacReason(event.reason)) {
        return grantText(code, *reason);
    }
    if (!event.reason.empty()) {
        return say(QT_TRANSLATE_NOOP("Sentence", "%1, allowed: %2"))
            .arg(code, oneLine(event.reason));
    }
    return event.impersonatedUser.empty()
            && listTexts(event.userGroups).contains("system:masters"_L1)
        ? say(QT_TRANSLATE_NOOP("Sentence", "%1, allowed to system:masters without a check"))
              .arg(code)
        : say(QT_TRANSLATE_NOOP("Sentence", "%1, allowed")).arg(code);
}

QString forbiddenText(const EventFields &event)
{
    if (event.decision == Decision::Allow) {
        return event.reason.starts_with("RBAC:"sv)
            ? say(QT_TRANSLATE_NOOP("Sentence",
                                    "refused by admission (403), although RBAC allowed it"))
            : say(QT_TRANSLATE_NOOP("Sentence",
                                    "refused by admission (403), although it was authorized"));
    }
    if (event.decision == Decision::Forbid) {
        return event.reason.empty()
            ? say(QT_TRANSLATE_NOOP("Sentence", "forbidden (403), no role allows it"))
            : say(QT_TRANSLATE_NOOP("Sentence", "forbidden (403): %1")).arg(oneLine(event.reason));
    }
    if ((event.flags & (bit(EventFlag::Inferred) | bit(EventFlag::Salvaged))) == 0
        && event.impersonatedUser.empty()) {
        return say(QT_TRANSLATE_NOOP("Sentence",
                                     "forbidden (403) before authorization, as happens to those "
                                     "who may not act as somebody else"));
    }
    return say(QT_TRANSLATE_NOOP("Sentence", "forbidden (403)"));
}

QString conflictText(const EventFields &event)
{
    return event.verb == "create"sv && event.subresource.empty()
        ? say(QT_TRANSLATE_NOOP("Sentence", "conflict (409), as when it exists already"))
        : say(QT_TRANSLATE_NOOP("Sentence", "conflict (409) with another change"));
}

/// What an error code means by itself; null where it has no text of its own.
const char *plainFailure(int code)
{
    switch (code) {
    case 400:
        return QT_TRANSLATE_NOOP("Sentence", "malformed request (400)");
    case 401:
        return QT_TRANSLATE_NOOP("Sentence", "not authenticated (401)");
    case 404:
        return QT_TRANSLATE_NOOP("Sentence", "not found (404)");
    case 405:
        return QT_TRANSLATE_NOOP("Sentence", "method not allowed (405)");
    case 406:
        return QT_TRANSLATE_NOOP("Sentence", "no acceptable form of answer (406)");
    case 410:
        return QT_TRANSLATE_NOOP("Sentence", "gone (410), the version asked for is too old");
    case 413:
        return QT_TRANSLATE_NOOP("Sentence", "request too large (413)");
    case 415:
        return QT_TRANSLATE_NOOP("Sentence", "form of body not supported (415)");
    case 500:
        return QT_TRANSLATE_NOOP("Sentence", "internal error (500)");
    case 503:
        return QT_TRANSLATE_NOOP("Sentence", "service unavailable (503)");
    case 504:
        return QT_TRANSLATE_NOOP("Sentence", "timed out (504)");
    default:
        return nullptr;
    }
}

QString failureText(const EventFields &event)
{
    switch (*event.code) {
    case 403:
        return forbiddenText(event);
    case 409:
        return conflictText(event);
    case 422:
        return deniedBy(event) == DeniedBy::Admission
            ? say(QT_TRANSLATE_NOOP("Sentence", "refused by an admission policy (422)"))
            : say(QT_TRANSLATE_NOOP("Sentence", "invalid object (422)"));
    case 429:
        return event.subresource == "eviction"sv
            ? say(QT_TRANSLATE_NOOP("Sentence", "refused for now by a disruption budget (429)"))
            : say(QT_TRANSLATE_NOOP("Sentence", "too many requests (429)"));
    default:
        break;
    }
    if (const char *text = plainFailure(*event.code)) {
        return say(text);
    }
    return *event.code >= 500
        ? say(QT_TRANSLATE_NOOP("Sentence", "server error (%1)")).arg(*event.code)
        : say(QT_TRANSLATE_NOOP("Sentence", "refused (%1)")).arg(*event.code);
}

QString withResult(const QString &clause, const QString &result)
{
    return say(QT_TRANSLATE_NOOP("Sentence", "%1: %2")).arg(clause, result);
}

/// What is said of a request that has not, or not recordedly, ended.
const char *openFrame(const EventFields &event)
{
    if (event.stage == Stage::Panic) {
        return QT_TRANSLATE_NOOP("Sentence",
                                 "%1 %2 tried to %3%4, and the API server's handler crashed");
    }
    return event.stage == Stage::RequestReceived
        ? QT_TRANSLATE_NOOP("Sentence",
                            "%1 %2 asked to %3%4; this event was written before the answer")
        : QT_TRANSLATE_NOOP("Sentence", "%1 %2 asked to %3%4; how it ended was not recorded");
}

QString requestText(const EventFields &event, const QTimeZone &zone)
{
    const Deed deed(event);
    const QString when = whenText(event, zone);
    const QString who = whoText(event);
    const QString whence = whenceText(event);
    if (event.stage == Stage::Panic || !event.code) {
        return say(openFrame(event)).arg(when, who, deed.toDo(), whence);
    }
    if (*event.code == 401 && !hasUser(event)) {
        return say(QT_TRANSLATE_NOOP("Sentence",
                                     "%1 %2 failed to authenticate (401)%4; the request was to %3"))
            .arg(when, who, deed.toDo(), whence);
    }
    if (*event.code >= 400) {
        const QString clause = say(QT_TRANSLATE_NOOP("Sentence", "%1 %2 tried to %3%4"))
                                   .arg(when, who, deed.toDo(), whence);
        return withResult(clause, failureText(event));
    }
    if (event.stage == Stage::ResponseStarted) {
        const QString clause = say(QT_TRANSLATE_NOOP("Sentence", "%1 %2 started to %3%4"))
                                   .arg(when, who, deed.toDo(), whence);
        return withResult(clause, successText(event));
    }
    return withResult(deed.done(when, who, whence), successText(event));
}

} // namespace

QString eventSentence(const EventFields &event, const QTimeZone &zone)
{
    QString text = requestText(event, zone);
    if (isDryRun(event)) {
        text = say(QT_TRANSLATE_NOOP("Sentence", "%1; a dry run, which changes nothing")).arg(text);
    }
    if ((event.flags & bit(EventFlag::Salvaged)) != 0) {
        text =
            say(QT_TRANSLATE_NOOP("Sentence", "%1; the rest of this event was cut off")).arg(text);
    }
    return text;
}

QString agentText(std::string_view userAgent)
{
    constexpr qsizetype Longest = 40;
    return oneLine(userAgent.substr(0, userAgent.find_first_of("/ ;("sv)), Longest);
}

} // namespace auditloupe
