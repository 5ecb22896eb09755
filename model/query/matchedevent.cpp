// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/matchedevent.h"

#include "model/event/clientsession.h"
#include "model/event/identity.h"
#include "model/event/outcome.h"
#include "model/event/time.h"
#include "model/event/useragent.h"
#include "model/query/fieldsql.h"
#include "model/query/termvalue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

using FieldView = std::string_view EventFields::*;

constexpr std::array<std::pair<std::string_view, FieldView>, 15> TextColumns{
    {{"audit_id", &EventFields::auditId},
     {"request_uri", &EventFields::requestUri},
     {"verb", &EventFields::verb},
     {"username", &EventFields::username},
     {"user_groups", &EventFields::userGroups},
     {"impersonated_user", &EventFields::impersonatedUser},
     {"source_ips", &EventFields::sourceIps},
     {"user_agent", &EventFields::userAgent},
     {"api_group", &EventFields::apiGroup},
     {"api_version", &EventFields::apiVersion},
     {"resource", &EventFields::resource},
     {"subresource", &EventFields::subresource},
     {"namespace", &EventFields::objectNamespace},
     {"name", &EventFields::name},
     {"reason", &EventFields::reason}}};

/// Of the event, or of the request that it stands for.
std::optional<std::int64_t> timeUs(const MatchedEvent &event)
{
    const std::optional<std::int64_t> received = event.fields.receivedUs;
    return event.unit == Unit::Requests && received ? received : event.fields.timeUs();
}

std::optional<std::int64_t> latencyUs(const MatchedEvent &event)
{
    const std::optional<std::int64_t> end = event.fields.timeUs();
    const std::optional<std::int64_t> received = event.fields.receivedUs;
    const bool isEnd = event.last && event.fields.stage > Stage::RequestReceived;
    return isEnd && end && received ? std::optional(*end - *received) : std::nullopt;
}

std::string_view kept(std::optional<std::string> text, std::string &made)
{
    if (!text) {
        return {};
    }
    made = std::move(*text);
    return made;
}

} // namespace

std::string_view textColumn(const Field &field, const MatchedEvent &event, std::string &made)
{
    if (field.name == "session.command"sv) {
        return kept(sessionCommandLine(event.fields), made);
    }
    if (field.name == "session.container"sv) {
        return kept(sessionContainer(event.fields), made);
    }
    if (field.column == "cluster"sv) {
        return event.cluster;
    }
    if (field.column == "node"sv) {
        return event.node;
    }
    if (field.column == "server"sv) {
        return event.server;
    }
    if (field.name == "agent.family"sv) {
        const std::string_view family = agentFamily(event.fields.userAgent);
        return family.empty() ? std::string_view() : family; // there is none without a name
    }
    const auto column = std::ranges::find(TextColumns, field.column,
                                          &std::pair<std::string_view, FieldView>::first);
    return column == TextColumns.end() ? std::string_view() : event.fields.*(column->second);
}

std::string_view wordColumn(const Field &field, const MatchedEvent &event)
{
    const EventFields &fields = event.fields;
    switch (valueMeaning(field)) {
    case SqlMeaning::Level:
        return levelName(fields.level);
    case SqlMeaning::Stage:
        return stageName(fields.stage);
    case SqlMeaning::Decision:
        return decisionName(fields.decision);
    case SqlMeaning::Weekday:
        return timeUs(event) ? weekdayName(dayOfWeek(*timeUs(event))) : std::string_view();
    default:
        break;
    }
    if (field.name == "session"sv) {
        return sessionKindName(sessionKind(fields));
    }
    if (field.name == "session.method"sv) {
        return sessionMethod(fields);
    }
    if (isSessionFlag(field)) {
        return sessionFlagName(sessionFlag(fields, sessionParameter(field)));
    }
    return field.name == "user.kind"sv ? userKindName(userKind(fields.username))
        : field.name == "outcome"sv    ? outcomeName(outcome(fields))
        : field.name == "outcome.by"sv ? deniedByName(deniedBy(fields))
                                       : accessName(access(fields));
}

std::optional<std::int64_t> numberColumn(const Field &field, const MatchedEvent &event)
{
    if (field.column == "time_us"sv) {
        return timeUs(event);
    }
    if (field.column == "received_us"sv) {
        return event.fields.receivedUs;
    }
    if (field.column == "code"sv) {
        return event.fields.code;
    }
    if (field.column == "last"sv) {
        return event.last ? 1 : 0;
    }
    if (field.column == "request"sv) {
        return event.request;
    }
    if (field.name == "time.hour"sv) {
        return timeUs(event).transform(hourOfDay);
    }
    return field.name == "session.duration"sv ? sessionDurationUs(event.fields, event.last)
                                              : latencyUs(event);
}

} // namespace auditloupe
