// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/fieldvalue.h"

#include "model/casefile/rowfields.h"
#include "model/event/clientsession.h"
#include "model/event/identity.h"
#include "model/event/outcome.h"
#include "model/event/time.h"
#include "model/event/useragent.h"
#include "model/query/eventquery.h"
#include "model/query/fieldsql.h"
#include "model/query/termvalue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

using RowText = std::optional<std::string> EventRow::*;

constexpr std::array<std::pair<std::string_view, RowText>, 19> TextColumns{
    {{"audit_id", &EventRow::auditId},
     {"request_uri", &EventRow::requestUri},
     {"verb", &EventRow::verb},
     {"username", &EventRow::username},
     {"user_groups", &EventRow::userGroups},
     {"impersonated_user", &EventRow::impersonatedUser},
     {"source_ips", &EventRow::sourceIps},
     {"user_agent", &EventRow::userAgent},
     {"api_group", &EventRow::apiGroup},
     {"api_version", &EventRow::apiVersion},
     {"resource", &EventRow::resource},
     {"subresource", &EventRow::subresource},
     {"namespace", &EventRow::objectNamespace},
     {"name", &EventRow::name},
     {"reason", &EventRow::reason},
     {"cluster", &EventRow::cluster},
     {"node", &EventRow::node},
     {"source", &EventRow::sourcePath},
     {"server", &EventRow::server}}};

FieldText asText(std::string_view text)
{
    return {std::string(text), jsonString(text)};
}

/// The words of the condition language: the empty one stands for "missing".
std::optional<FieldText> asWord(std::string_view word)
{
    return word.empty() ? std::nullopt : std::optional(asText(word));
}

FieldText asNumber(const std::string &digits)
{
    return {digits, digits};
}

std::optional<FieldText> derivedText(const Field &field, const EventRow &row)
{
    const EventFields fields = fieldsOf(row);
    if (field.name == "user.kind"sv) {
        return asWord(userKindName(userKind(fields.username)));
    }
    if (field.name == "outcome"sv) {
        return asWord(outcomeName(outcome(fields)));
    }
    if (field.name == "outcome.by"sv) {
        return asWord(deniedByName(deniedBy(fields)));
    }
    if (field.name == "session"sv) {
        return asWord(sessionKindName(sessionKind(fields)));
    }
    if (field.name == "session.method"sv) {
        return asWord(sessionMethod(fields));
    }
    if (isSessionFlag(field)) {
        return asWord(sessionFlagName(sessionFlag(fields, sessionParameter(field))));
    }
    return asWord(accessName(access(fields)));
}

std::optional<std::int64_t> latencyUs(const EventRow &row)
{
    if (!row.last || row.stage <= Stage::RequestReceived || !row.timeUs || !row.receivedUs) {
        return std::nullopt;
    }
    return *row.timeUs - *row.receivedUs;
}

std::optional<std::int64_t> numberColumn(const Field &field, const EventRow &row, Unit unit)
{
    if (field.column == "time_us"sv) {
        return rowTimeUs(row, unit);
    }
    if (field.column == "received_us"sv) {
        return row.receivedUs;
    }
    if (field.column == "code"sv) {
        return row.code;
    }
    if (field.column == "last"sv) {
        return row.last ? 1 : 0;
    }
    if (field.column == "flags"sv) {
        return row.flags;
    }
    if (field.column == "request"sv) {
        return row.request;
    }
    return field.name == "time.hour"sv ? rowTimeUs(row, unit).transform(hourOfDay) : std::nullopt;
}

/// The elements of a JSON array, with commas between them.
std::string joined(std::string_view array)
{
    const PathStep every{.kind = PathStep::Kind::Every};
    std::string text;
    for (const DocumentValue &element : DocumentReader().values(array, {&every, 1})) {
        text += text.empty() ? "" : ",";
        text += element.text;
    }
    return text;
}

std::optional<FieldText> textColumn(const Field &field, const EventRow &row)
{
    if (field.name == "agent.family"sv) {
        return asWord(agentFamily(row.userAgent.value_or("")));
    }
    if (field.name == "session.command"sv) {
        return sessionCommandLine(fieldsOf(row)).transform(asText);
    }
    if (field.name == "session.container"sv) {
        return sessionContainer(fieldsOf(row)).transform(asText);
    }
    const auto column =
        std::ranges::find(TextColumns, field.column, &std::pair<std::string_view, RowText>::first);
    if (column == TextColumns.end()) {
        return std::nullopt;
    }
    const std::optional<std::string> &text = row.*(column->second);
    if (!text) {
        return std::nullopt;
    }
    if (field.store == FieldStore::JsonList) {
        return FieldText{joined(*text), *text};
    }
    return asText(*text);
}

std::optional<FieldText> columnText(const Field &field, const EventRow &row, Unit unit)
{
    std::optional<std::int64_t> number;
    switch (valueMeaning(field)) {
    case SqlMeaning::Weekday:
        number = rowTimeUs(row, unit);
        return number ? asWord(weekdayName(dayOfWeek(*number))) : std::nullopt;
    case SqlMeaning::Level:
        return asWord(levelName(row.level));
    case SqlMeaning::Stage:
        return asWord(stageName(row.stage));
    case SqlMeaning::Decision:
        return asWord(decisionName(row.decision));
    case SqlMeaning::DurationUs:
        number =
            field.name == "latency"sv ? latencyUs(row) : sessionDurationUs(fieldsOf(row), row.last);
        return number ? std::optional(asNumber(durationText(*number))) : std::nullopt;
    case SqlMeaning::TimeUs:
        number = numberColumn(field, row, unit);
        return number ? std::optional(asText(formatTimeUtc(*number).toStdString())) : std::nullopt;
    case SqlMeaning::Number:
        number = numberColumn(field, row, unit);
        return number ? std::optional(asNumber(std::to_string(*number))) : std::nullopt;
    default:
        return field.store == FieldStore::Derived && field.column.empty() ? derivedText(field, row)
                                                                          : textColumn(field, row);
    }
}

bool hasManyValues(std::span<const PathStep> path)
{
    return std::ranges::any_of(
        path, [](const PathStep &step) { return step.kind == PathStep::Kind::Every; });
}

std::optional<FieldText> documentText(std::vector<DocumentValue> values, bool many)
{
    if (values.empty()) {
        return std::nullopt;
    }
    if (!many) {
        return FieldText{std::move(values.front().text), std::move(values.front().json)};
    }
    std::string list = "[";
    for (const DocumentValue &value : values) {
        list += list.size() > 1 ? "," : "";
        list += value.json;
    }
    list += ']';
    return FieldText{list, list};
}

} // namespace

std::optional<std::int64_t> rowTimeUs(const EventRow &row, Unit unit)
{
    return unit == Unit::Requests && row.receivedUs ? row.receivedUs : row.timeUs;
}

FieldValues::FieldValues(std::span<const Field *const> fields, Unit unit)
    : m_unit(unit)
{
    for (const Field *field : fields) {
        m_columns.push_back(
            {field, isInDocument(*field) ? parsePath(field->path) : std::vector<PathStep>()});
    }
}

bool FieldValues::needDocument() const
{
    return std::ranges::any_of(m_columns,
                               [](const Column &column) { return isInDocument(*column.field); });
}

std::vector<std::optional<FieldText>> FieldValues::of(const EventRow &row,
                                                      std::string_view document)
{
    std::vector<std::optional<FieldText>> values;
    values.reserve(m_columns.size());
    for (const Column &column : m_columns) {
        values.push_back(value(column, row, document));
    }
    return values;
}

std::optional<FieldText> FieldValues::value(const Column &column, const EventRow &row,
                                            std::string_view document)
{
    const Field &field = *column.field;
    if (isInDocument(field)) {
        return documentText(m_documents.values(document, column.path), hasManyValues(column.path));
    }
    return columnText(field, row, m_unit);
}

std::optional<std::string> fieldValue(const Field &field, const EventRow &row,
                                      std::string_view document, Unit unit)
{
    const Field *const fields = &field;
    std::optional<FieldText> value =
        std::move(FieldValues(std::span(&fields, 1), unit).of(row, document).front());
    return value ? std::optional(std::move(value->text)) : std::nullopt;
}

} // namespace auditloupe
