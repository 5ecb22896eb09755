// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/levelnote.h"

#include "model/event/fields.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

QString say(const char *text)
{
    return QCoreApplication::translate("LevelNote", text);
}

QString name(std::string_view text)
{
    return QString::fromUtf8(text);
}

bool has(const EventFields &event, EventFlag flag)
{
    return (event.flags & bit(flag)) != 0;
}

bool isBody(std::string_view field)
{
    return field.starts_with("requestObject"sv) || field.starts_with("responseObject"sv);
}

QString titleText(const EventFields &event)
{
    if (event.level == Level::Unknown) {
        return say(QT_TRANSLATE_NOOP("LevelNote", "Unknown level"));
    }
    if (event.stage == Stage::Unknown) {
        return name(levelName(event.level));
    }
    return say(QT_TRANSLATE_NOOP("LevelNote", "%1 at %2"))
        .arg(name(levelName(event.level)), name(stageName(event.stage)));
}

const char *keptText(const EventFields &event)
{
    if (event.stage == Stage::RequestReceived && event.level != Level::Unknown) {
        return QT_TRANSLATE_NOOP("LevelNote", "Kept: who, what, when, and from where.");
    }
    constexpr std::array Texts{
        QT_TRANSLATE_NOOP("LevelNote", "This event does not say how much was to be written."),
        QT_TRANSLATE_NOOP("LevelNote", "Nothing is written at this level."),
        QT_TRANSLATE_NOOP("LevelNote", "Kept: who, what, when, from where, and how it ended."),
        QT_TRANSLATE_NOOP("LevelNote",
                          "Kept: who, what, when, from where, how it ended, and the body that the "
                          "client sent."),
        QT_TRANSLATE_NOOP("LevelNote",
                          "Kept: who, what, when, from where, how it ended, and the bodies of "
                          "request and answer.")};
    return Texts.at(static_cast<std::size_t>(event.level));
}

const char *leftOutByLevel(Level level)
{
    switch (level) {
    case Level::Metadata:
        return QT_TRANSLATE_NOOP("LevelNote",
                                 "Left out by the level: what the client sent and what it was "
                                 "answered, so neither the old nor the new content is known.");
    case Level::Request:
        return QT_TRANSLATE_NOOP("LevelNote",
                                 "Left out by the level: what the client was answered, so what a "
                                 "read gave away is not known.");
    default:
        return nullptr;
    }
}

const char *leftOutByStage(Stage stage)
{
    switch (stage) {
    case Stage::RequestReceived:
        return QT_TRANSLATE_NOOP("LevelNote",
                                 "Not yet known at this stage: the answer, the authorizer's "
                                 "decision, and any body.");
    case Stage::ResponseStarted:
        return QT_TRANSLATE_NOOP("LevelNote",
                                 "Not yet known at this stage: how the request ended; it may have "
                                 "gone on for hours.");
    case Stage::Panic:
        return QT_TRANSLATE_NOOP("LevelNote",
                                 "The handler crashed: there is no answer to record, and whether "
                                 "anything was changed is not known.");
    default:
        return nullptr;
    }
}

QString absentByStage(const Field &field, const EventFields &event)
{
    return say(QT_TRANSLATE_NOOP("LevelNote",
                                 "%1 is not yet known at %2; it is written from %3 on."))
        .arg(name(field.name), name(stageName(event.stage)), name(stageName(field.firstStage)));
}

QString absentByLevel(const Field &field, const EventFields &event)
{
    return say(QT_TRANSLATE_NOOP("LevelNote",
                                 "%1 exists from level %2 on; this event was logged at %3."))
        .arg(name(field.name), name(levelName(field.firstLevel)), name(levelName(event.level)));
}

/// Requests that never reached the authorizer have neither its decision nor its reason.
const char *absentDecision(const EventFields &event)
{
    if (event.code == 401) {
        return QT_TRANSLATE_NOOP("LevelNote",
                                 "Nobody was authenticated, so the authorizer was never asked.");
    }
    if (event.code == 403) {
        return QT_TRANSLATE_NOOP("LevelNote",
                                 "The request was refused before the authorizer was asked, as "
                                 "happens when acting as somebody else is not allowed.");
    }
    return nullptr;
}

const char *absentName(const EventFields &event)
{
    if (event.verb == "create"sv) {
        return event.stage == Stage::RequestReceived
            ? QT_TRANSLATE_NOOP("LevelNote",
                                "The name of a new object is in its body, which had not been read "
                                "yet.")
            : QT_TRANSLATE_NOOP("LevelNote",
                                "The name was left to the server (generateName), or the body was "
                                "not read.");
    }
    if (event.verb == "list"sv || event.verb == "watch"sv || event.verb == "deletecollection"sv) {
        return QT_TRANSLATE_NOOP("LevelNote", "The request was about many objects, not one.");
    }
    return nullptr;
}

/// What this request's own nature says about the field; null where it says nothing.
const char *absentByNature(const Field &field, const EventFields &event)
{
    if (field.name.starts_with("objectRef"sv) && event.resource.empty()) {
        return QT_TRANSLATE_NOOP("LevelNote",
                                 "The request was not about a resource, so there is no object.");
    }
    if (field.name == "objectRef.name"sv) {
        return absentName(event);
    }
    if (field.name == "objectRef.apiGroup"sv) {
        return QT_TRANSLATE_NOOP("LevelNote", "The resource belongs to the core group.");
    }
    if (field.name == "objectRef.namespace"sv) {
        return QT_TRANSLATE_NOOP("LevelNote",
                                 "The object belongs to the whole cluster, or the request was for "
                                 "all namespaces.");
    }
    if (field.name.starts_with("user."sv) && event.username.empty()) {
        return QT_TRANSLATE_NOOP("LevelNote", "Nobody was authenticated.");
    }
    if (field.name.starts_with("impersonatedUser"sv)) {
        return QT_TRANSLATE_NOOP("LevelNote", "The user did not act as somebody else.");
    }
    if (field.shortName == "decision"sv || field.shortName == "reason"sv) {
        return absentDecision(event);
    }
    if (field.name == "requestObject"sv) {
        return QT_TRANSLATE_NOOP("LevelNote", "The client sent no body.");
    }
    return nullptr;
}

} // namespace

LevelNote levelNote(const EventFields &event)
{
    QStringList leftOut;
    for (const char *text : {leftOutByLevel(event.level), leftOutByStage(event.stage)}) {
        if (text != nullptr) {
            leftOut += say(text);
        }
    }
    if (has(event, EventFlag::Truncated)) {
        leftOut += say(QT_TRANSLATE_NOOP(
            "LevelNote", "The event was too large, so the API server dropped both bodies."));
    }
    if (has(event, EventFlag::Salvaged)) {
        leftOut += say(QT_TRANSLATE_NOOP(
            "LevelNote", "The event was cut off in the log: what is missing may have been there."));
    }
    if (has(event, EventFlag::Inferred)) {
        leftOut += say(
            QT_TRANSLATE_NOOP("LevelNote",
                              "Part of this event was worked out from an export that does not hold "
                              "it."));
    }
    return {.title = titleText(event), .kept = say(keptText(event)), .leftOut = leftOut.join(u' ')};
}

QString absence(const Field &field, const EventFields &event)
{
    if (has(event, EventFlag::Salvaged)) {
        return say(QT_TRANSLATE_NOOP("LevelNote",
                                     "The event was cut off; %1 may have stood in the lost part."))
            .arg(name(field.name));
    }
    if (event.level != Level::Unknown && event.level < field.firstLevel) {
        return absentByLevel(field, event);
    }
    if (has(event, EventFlag::Truncated) && isBody(field.name)) {
        return say(QT_TRANSLATE_NOOP(
            "LevelNote", "The event was too large, so the API server dropped its bodies."));
    }
    if (event.stage != Stage::Unknown && event.stage < field.firstStage) {
        return absentByStage(field, event);
    }
    if (has(event, EventFlag::Inferred)) {
        return say(QT_TRANSLATE_NOOP("LevelNote",
                                     "The export that this event came in does not "
                                     "carry %1."))
            .arg(name(field.name));
    }
    if (const char *text = absentByNature(field, event)) {
        return say(text);
    }
    return say(QT_TRANSLATE_NOOP("LevelNote",
                                 "%1 could have been recorded here, but was not sent "
                                 "or does not apply."))
        .arg(name(field.name));
}

} // namespace auditloupe
