// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/fieldsql.h"

#include "model/query/termvalue.h"

#include <format>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// Only the last stage knows how long a request took; where there is only the first, nobody does.
constexpr std::string_view LatencySql =
    "CASE WHEN e.last = 1 AND e.stage > 1 THEN e.time_us - e.received_us END";

constexpr std::int64_t DayUs = 86'400'000'000;

std::string timeOfDaySql(std::string_view time)
{
    return std::format("(({0} % {1} + {1}) % {1})", time, DayUs);
}

/// Only sessions are looked into: the request URI is long and stands at the end of its row.
std::string sessionSql(const Field &field)
{
    constexpr auto Kind = "field_session(e.verb, e.subresource)"sv;
    const auto whereKind = [Kind](std::string_view test, std::string_view value) {
        return std::format("CASE WHEN {} {} THEN {} END", Kind, test, value);
    };
    if (field.name == "session"sv) {
        return std::string(Kind);
    }
    if (field.name == "session.command"sv) {
        return whereKind("= 'exec'", "field_session_command(e.request_uri)");
    }
    if (field.name == "session.container"sv) {
        return whereKind("IN ('exec', 'attach')", "field_session_container(e.request_uri)");
    }
    if (field.name == "session.method"sv) {
        return whereKind("IN ('exec', 'attach', 'portforward')", "field_session_method(e.verb)");
    }
    if (field.name == "session.duration"sv) {
        return whereKind("IS NOT NULL AND e.last = 1 AND e.stage = 3 AND e.code < 400",
                         "e.time_us - e.received_us");
    }
    return whereKind(
        "IN ('exec', 'attach')",
        std::format("field_session_flag(e.request_uri, '{}')", sessionParameter(field)));
}

std::string derivedSql(const Field &field, Unit unit)
{
    if (field.name == "latency"sv) {
        return std::string(LatencySql);
    }
    if (field.name == "time.hour"sv) {
        return std::format("({} / {})", timeOfDaySql(timeSql(unit)), 3'600'000'000LL);
    }
    if (field.name == "time.weekday"sv) {
        // From the midnight before; 1970-01-01 was a Thursday.
        return std::format("((({0} - {1}) / {2} + 3) % 7 + 7) % 7", timeSql(unit),
                           timeOfDaySql(timeSql(unit)), DayUs);
    }
    if (field.name.starts_with("session"sv)) {
        return sessionSql(field);
    }
    if (field.name == "user.kind"sv) {
        return "field_user_kind(e.username)";
    }
    if (field.name == "agent.family"sv) {
        return "field_agent_family(e.user_agent)";
    }
    if (field.name == "outcome"sv) {
        return "field_outcome(e.stage, e.code, e.decision, e.flags)";
    }
    if (field.name == "outcome.by"sv) {
        return "field_denied_by(e.stage, e.code, e.decision, e.flags)";
    }
    if (field.name == "access"sv) {
        return "field_access(e.verb, e.resource, e.subresource, e.api_group, "
               "CASE WHEN field_is_write(e.verb) THEN e.request_uri END)";
    }
    if (field.name == "server"sv) {
        return "(SELECT nullif(w.server, '') FROM source AS w WHERE w.id = e.source)";
    }
    Q_ASSERT(!field.column.empty());
    return std::format("e.{}", field.column);
}

} // namespace

bool isInDocument(const Field &field)
{
    return field.store == FieldStore::Document || field.store == FieldStore::Whole;
}

bool mayHoldCredentials(const Field &field)
{
    const bool isText = field.type == FieldType::Text || field.type == FieldType::TextList;
    return isInDocument(field)
        || (isText && !field.path.empty() && field.store != FieldStore::Enum);
}

bool isClientText(const Field &field)
{
    return field.name == "requestURI"sv || field.name == "userAgent"sv
        || field.name == "session.command"sv;
}

std::string valueSql(const Field &field, Unit unit)
{
    Q_ASSERT(!isInDocument(field));
    if (field.store == FieldStore::Derived) {
        return derivedSql(field, unit);
    }
    if (field.column == "time_us"sv) {
        return std::string(timeSql(unit));
    }
    if (field.store == FieldStore::Enum) {
        return std::format("nullif(e.{}, 0)", field.column);
    }
    return std::format("e.{}", field.column);
}

SqlMeaning valueMeaning(const Field &field)
{
    switch (field.store) {
    case FieldStore::Interned:
        return SqlMeaning::StringId;
    case FieldStore::JsonList:
        return SqlMeaning::ListId;
    case FieldStore::Enum:
        return field.column == "level"sv ? SqlMeaning::Level
            : field.column == "stage"sv  ? SqlMeaning::Stage
                                         : SqlMeaning::Decision;
    case FieldStore::Inline:
    case FieldStore::Derived:
    case FieldStore::Document:
    case FieldStore::Whole:
        break;
    }
    if (field.name == "time.weekday"sv) {
        return SqlMeaning::Weekday;
    }
    switch (field.type) {
    case FieldType::Number:
        return SqlMeaning::Number;
    case FieldType::Time:
        return SqlMeaning::TimeUs;
    case FieldType::Duration:
        return SqlMeaning::DurationUs;
    default:
        return field.column == "source"sv                                ? SqlMeaning::SourceId
            : field.store == FieldStore::Derived && field.column.empty() ? SqlMeaning::Word
                                                                         : SqlMeaning::Text;
    }
}

std::string_view timeSql(Unit unit)
{
    return unit == Unit::Requests ? "coalesce(e.received_us, e.time_us)" : "e.time_us";
}

} // namespace auditloupe
