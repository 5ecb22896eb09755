// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/testsql.h"

#include "model/query/termvalue.h"
#include "model/query/testvalues.h"
#include "model/query/valuetest.h"

#include <format>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

SqlText constant(std::string text)
{
    return {.text = std::move(text)};
}

/// How a column holds the word, as a literal of SQL.
std::string wordLiteral(const Field &field, std::string_view word, std::size_t index)
{
    switch (valueMeaning(field)) {
    case SqlMeaning::Level:
        return std::to_string(static_cast<int>(levelFromName(word)));
    case SqlMeaning::Stage:
        return std::to_string(static_cast<int>(stageFromName(word)));
    case SqlMeaning::Decision:
        return std::to_string(static_cast<int>(decisionFromName(word)));
    case SqlMeaning::Weekday:
        return std::to_string(index);
    default:
        return std::format("'{}'", word);
    }
}

/// Of a field that has a few words for values: those that the test holds for.
SqlText wordTruth(const Field &field, const ValueTest &test, const std::string &value)
{
    const std::vector<std::string_view> words = possibleValues(field);
    std::string list;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (test.holds({.text = words[i]})) {
            list += (list.empty() ? "" : ", ") + wordLiteral(field, words[i], i);
        }
    }
    // NULL IN () would be no NULL.
    return constant(std::format("({} IN ({}))", value, list.empty() ? "-1" : list));
}

std::string_view sign(Comparison comparison)
{
    switch (comparison) {
    case Comparison::NotEqual:
        return "<>";
    case Comparison::Less:
        return "<";
    case Comparison::LessOrEqual:
        return "<=";
    case Comparison::Greater:
        return ">";
    case Comparison::GreaterOrEqual:
        return ">=";
    default:
        return "=";
    }
}

SqlText numberTruth(const FieldTest &test, std::shared_ptr<const ValueTest> ready,
                    const std::string &value)
{
    const std::optional<std::int64_t> number =
        test.comparison <= Comparison::GreaterOrEqual ? ready->number() : std::nullopt;
    if (number) {
        return {std::format("({} {} ?)", value, sign(test.comparison)), {*number}};
    }
    return {std::format("test_number(?, {})", value), {std::move(ready)}};
}

/// Of all stages that the request has; its last event, which has the highest, knows only of that.
SqlText stageOfRequest(std::shared_ptr<const ValueTest> ready, const SqlContext &context)
{
    Q_ASSERT(context.stages);
    return {"test_stages(?, ?, e.id)", {std::move(ready), context.stages}};
}

/// 1 or 0; NULL where the field is absent.
SqlText presentTruth(const FieldTest &test, const SqlContext &context)
{
    const auto ready = std::make_shared<const ValueTest>(test, context.nowUs);
    const SqlMeaning meaning = valueMeaning(*test.field);
    const std::string value = valueSql(*test.field, context.unit);
    if (test.comparison >= Comparison::Exists && meaning != SqlMeaning::ListId) {
        return constant(std::format("iif({} IS NULL, NULL, 1)", value));
    }
    if (test.field->name == "user.kind"sv) { // asked once a user
        return {"test_user_kind(?, e.username)", {ready}};
    }
    if (meaning == SqlMeaning::Stage && context.unit == Unit::Requests) {
        return stageOfRequest(ready, context);
    }
    if (test.field->name == "server"sv) { // asked once a source, not once an event
        return {"iif(e.source IN (SELECT id FROM source WHERE server <> ''), "
                "e.source IN (SELECT id FROM source WHERE test_text(?, server)), NULL)",
                {ready}};
    }
    if (test.field->name == "agent.family"sv) { // likewise, once an agent
        return {"test_agent_family(?, e.user_agent)", {ready}};
    }
    const bool isEquality = test.letters == FieldTest::Letters::Exact
        && (test.comparison == Comparison::Equal || test.comparison == Comparison::NotEqual);
    switch (meaning) {
    case SqlMeaning::StringId:
        return isEquality
            ? SqlText{std::format("({} {} coalesce((SELECT id FROM string WHERE value = ?), 0))",
                                  value, sign(test.comparison)),
                      {test.values.front()}}
            : SqlText{std::format("test_string(?, {})", value), {ready}};
    case SqlMeaning::ListId:
        return {std::format("test_list(?, {})", value), {ready}};
    case SqlMeaning::Word:
    case SqlMeaning::Weekday:
    case SqlMeaning::Level:
    case SqlMeaning::Stage:
    case SqlMeaning::Decision:
        return wordTruth(*test.field, *ready, value);
    case SqlMeaning::Number:
    case SqlMeaning::TimeUs:
    case SqlMeaning::DurationUs:
        return numberTruth(test, ready, value);
    case SqlMeaning::SourceId:
        return {"(e.source IN (SELECT id FROM source WHERE test_source(?, path, id)))", {ready}};
    case SqlMeaning::Text:
        break;
    }
    return isEquality
        ? SqlText{std::format("({} {} ?)", value, sign(test.comparison)), {test.values.front()}}
        : SqlText{std::format("test_text(?, {})", value), {ready}};
}

} // namespace

std::optional<EventFlag> bodyFlag(const Field &field)
{
    return field.path.starts_with("requestObject"sv) ? std::optional(EventFlag::HasRequestBody)
        : field.path.starts_with("responseObject"sv) ? std::optional(EventFlag::HasResponseBody)
                                                     : std::nullopt;
}

std::string unknownSql(const Field &field)
{
    if (field.neverIn == EveryFormat) {
        return "1";
    }
    const std::uint32_t losses =
        bit(EventFlag::Salvaged) | (bodyFlag(field) ? bit(EventFlag::Truncated) : 0U);
    std::string sql = std::format("(e.flags & {}) <> 0", losses);
    if (field.firstLevel > Level::Metadata) {
        sql += std::format(" OR e.level < {}", static_cast<int>(field.firstLevel));
    }
    if (field.firstStage > Stage::RequestReceived) {
        sql += std::format(" OR e.stage < {}", static_cast<int>(field.firstStage));
    }
    std::string formats;
    for (const PartialFormat &format : partialFormats()) {
        if ((field.neverIn & format.bit) != 0) {
            formats += std::format("{}'/' || format || '/' LIKE '%/{}/%'",
                                   formats.empty() ? "" : " OR ", format.name);
        }
    }
    if (!formats.empty()) {
        sql += std::format(" OR coalesce(e.envelope, 0) IN (SELECT id FROM envelope WHERE {})",
                           formats);
    }
    if (isOfSession(field)) {
        return std::format("((e.flags & {}) <> 0 OR field_session(e.verb, e.subresource) IS NOT "
                           "NULL) AND ({})",
                           bit(EventFlag::Salvaged), sql);
    }
    return isToldByCode(field) ? std::format("e.code IS NULL AND ({})", sql) : sql;
}

SqlText testSql(const FieldTest &test, const SqlContext &context, bool onlyTrue)
{
    SqlText sql = presentTruth(test, context);
    if (takesAbsentAsEmpty(test)) {
        const bool isWanted = ValueTest(test, {}).holds({});
        sql.text = std::format("coalesce({}, {})", sql.text, isWanted ? 1 : 0);
        return sql;
    }
    if (test.comparison == Comparison::Known) {
        sql.text = std::format("({} IS NOT NULL OR NOT ({}))", sql.text, unknownSql(*test.field));
        return sql;
    }
    const bool isUnknownTold = test.unrecorded == FieldTest::Unrecorded::Unknown;
    const std::string unknown = isUnknownTold ? unknownSql(*test.field) : "0";
    if (!onlyTrue) {
        sql.text = std::format("coalesce({}, iif({}, NULL, 0))", sql.text, unknown);
    }
    return sql;
}

} // namespace auditloupe
