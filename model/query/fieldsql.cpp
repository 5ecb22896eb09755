// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/fieldsql.h"

#include "model/event/time.h"
#include "model/query/termvalue.h"

#include <algorithm>
#include <format>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// Only the last stage knows how long a request took; where there is only the first, nobody does.
constexpr std::string_view LatencySql =
    "CASE WHEN e.last = 1 AND e.stage > 1 THEN e.time_us - e.received_us END";

std::string derivedSql(const Field &field)
{
    if (field.name == "latency"sv) {
        return std::string(LatencySql);
    }
    if (field.name == "user.kind"sv) {
        return "field_user_kind(e.username)";
    }
    if (field.name == "outcome"sv) {
        return "field_outcome(e.stage, e.code, e.decision, e.flags)";
    }
    if (field.name == "outcome.by"sv) {
        return "field_denied_by(e.stage, e.code, e.decision, e.flags)";
    }
    if (field.name == "access"sv) {
        return "field_access(e.verb, e.resource, e.subresource, e.api_group, e.request_uri)";
    }
    if (field.name == "server"sv) {
        return "(SELECT nullif(w.server, '') FROM source AS w WHERE w.id = e.source)";
    }
    Q_ASSERT(!field.column.empty());
    return std::format("e.{}", field.column);
}

std::int64_t enumNumber(const Field &field, std::string_view name)
{
    switch (valueMeaning(field)) {
    case SqlMeaning::Level:
        return static_cast<std::int64_t>(levelFromName(name));
    case SqlMeaning::Stage:
        return static_cast<std::int64_t>(stageFromName(name));
    default:
        return static_cast<std::int64_t>(decisionFromName(name));
    }
}

SqlText listTermSql(const Field &field, const std::string &value)
{
    // Not every string is JSON, and the order of conditions is SQLite's choice.
    return {std::format("e.{} IN (SELECT s.id FROM string AS s, json_each(CASE WHEN s.value LIKE "
                        "'[%' AND json_valid(s.value) THEN s.value ELSE '[]' END) AS j "
                        "WHERE j.value = ?)",
                        field.column),
            {value}};
}

SqlText textTermSql(const Field &field, const std::string &value)
{
    if (valueMeaning(field) == SqlMeaning::SourceId) {
        // Two files may have had the same path, one after the other: numbers tell them apart.
        return {"e.source IN (SELECT id FROM source WHERE path = ? OR CAST(id AS TEXT) = ?)",
                {value, value}};
    }
    if (field.name == "server"sv) {
        return {"e.source IN (SELECT id FROM source WHERE server = ?)", {value}};
    }
    return {valueSql(field) + " = ?", {value}};
}

/// Where an event comes from is never an empty text: that asks for those of which nobody knows.
bool asksForUnknownPlace(const FilterTerm &term)
{
    return term.value.empty()
        && (term.field->column == "cluster"sv || term.field->column == "node"sv);
}

SqlText termSql(const FilterTerm &term)
{
    const Field &field = *term.field;
    if (asksForUnknownPlace(term)) {
        return {std::format("e.{} IS NULL", field.column), {}};
    }
    switch (valueMeaning(field)) {
    case SqlMeaning::StringId:
        return {std::format("e.{} = (SELECT id FROM string WHERE value = ?)", field.column),
                {term.value}};
    case SqlMeaning::ListId:
        return listTermSql(field, term.value);
    case SqlMeaning::Level:
    case SqlMeaning::Stage:
    case SqlMeaning::Decision:
        return {std::format("e.{} = ?", field.column), {enumNumber(field, term.value)}};
    case SqlMeaning::Number:
        return {valueSql(field) + " = ?", {parseInteger(term.value).value_or(0)}};
    case SqlMeaning::TimeUs:
        return {valueSql(field) + " = ?", {parseTime(term.value).value_or(0)}};
    case SqlMeaning::DurationUs:
        return {valueSql(field) + " = ?", {parseDuration(term.value).value_or(0)}};
    case SqlMeaning::Text:
    case SqlMeaning::SourceId:
        break;
    }
    return textTermSql(field, term.value);
}

/// What columns tell about a term on the document: bodies are flagged. A damaged event's flags
/// may be wrong.
SqlText documentHintSql(const FilterTerm &term)
{
    const bool inRequest = term.field->path.starts_with("requestObject"sv);
    if (!inRequest && !term.field->path.starts_with("responseObject"sv)) {
        return {};
    }
    const EventFlag body = inRequest ? EventFlag::HasRequestBody : EventFlag::HasResponseBody;
    return {"(e.flags & ?) <> 0",
            {static_cast<std::int64_t>(bit(body) | bit(EventFlag::Salvaged))}};
}

class Conjunction
{
public:
    void add(SqlText part)
    {
        if (part.text.empty()) {
            return;
        }
        m_whole.text += m_whole.text.empty() ? "" : " AND ";
        m_whole.text += part.text;
        std::ranges::move(part.values, std::back_inserter(m_whole.values));
    }

    SqlText take()
    {
        if (m_whole.text.empty()) {
            m_whole.text = "1";
        }
        return std::move(m_whole);
    }

private:
    SqlText m_whole;
};

SqlText stageOfRequestSql(SqlText stage)
{
    const std::string text = stage.text.replace(0, 2, "o."sv);
    return {std::format("e.request IN (SELECT o.request FROM event AS o WHERE {})", text),
            std::move(stage.values)};
}

void addTimeRange(Conjunction &all, const Filter &filter)
{
    if (filter.fromUs) {
        all.add({std::format("{} >= ?", timeSql(filter.unit)), {*filter.fromUs}});
    }
    if (filter.toUs) {
        all.add({std::format("{} < ?", timeSql(filter.unit)), {*filter.toUs}});
    }
}

} // namespace

bool isInDocument(const Field &field)
{
    return field.store == FieldStore::Document;
}

bool mayHoldCredentials(const Field &field)
{
    return isInDocument(field)
        && (field.path.starts_with("requestObject"sv) || field.path.starts_with("responseObject"sv)
            || field.path.starts_with("annotations"sv));
}

std::string valueSql(const Field &field)
{
    Q_ASSERT(!isInDocument(field));
    if (field.store == FieldStore::Derived) {
        return derivedSql(field);
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
        break;
    }
    switch (field.type) {
    case FieldType::Number:
        return SqlMeaning::Number;
    case FieldType::Time:
        return SqlMeaning::TimeUs;
    case FieldType::Duration:
        return SqlMeaning::DurationUs;
    default:
        return field.column == "source"sv ? SqlMeaning::SourceId : SqlMeaning::Text;
    }
}

std::string_view timeSql(Unit unit)
{
    return unit == Unit::Requests ? "coalesce(e.received_us, e.time_us)" : "e.time_us";
}

SqlText filterSql(const Filter &filter)
{
    Conjunction all;
    if (filter.unit == Unit::Requests) {
        all.add({"e.last = 1", {}});
    }
    addTimeRange(all, filter);
    for (const FilterTerm &term : filter.terms) {
        if (isInDocument(*term.field)) {
            all.add(documentHintSql(term));
        } else if (filter.unit == Unit::Requests
                   && valueMeaning(*term.field) == SqlMeaning::Stage) {
            all.add(stageOfRequestSql(termSql(term)));
        } else {
            all.add(termSql(term));
        }
    }
    return all.take();
}

std::vector<FilterTerm> documentTerms(const Filter &filter)
{
    std::vector<FilterTerm> terms;
    std::ranges::copy_if(filter.terms, std::back_inserter(terms),
                         [](const FilterTerm &term) { return isInDocument(*term.field); });
    return terms;
}

} // namespace auditloupe
