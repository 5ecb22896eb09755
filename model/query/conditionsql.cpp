// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/conditionsql.h"

#include "model/query/noise.h"
#include "model/query/testsql.h"
#include "model/query/testvalues.h"

#include <algorithm>
#include <format>
#include <iterator>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Kind = Condition::Kind;

constexpr auto One = "1"sv;

SqlText constant(std::string_view text)
{
    return {.text = std::string(text)};
}

/// Puts the parts around each other's middle, so that SQLite's tree stays flat.
SqlText joined(std::span<SqlText> parts, std::string_view word)
{
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    SqlText left = joined(parts.first(parts.size() / 2), word);
    SqlText right = joined(parts.subspan(parts.size() / 2), word);
    left.text = std::format("({} {} {})", left.text, word, right.text);
    std::ranges::move(right.values, std::back_inserter(left.values));
    return left;
}

/// What is 1 says nothing in an "and" and all in an "or".
SqlText conjunction(std::vector<SqlText> parts)
{
    std::erase_if(parts, [](const SqlText &part) { return part.text == One; });
    return parts.empty() ? constant(One) : joined(parts, "AND");
}

SqlText disjunction(std::vector<SqlText> parts)
{
    const bool isAll =
        std::ranges::any_of(parts, [](const SqlText &part) { return part.text == One; });
    return isAll ? constant(One) : joined(parts, "OR");
}

/// Whether the condition is a single question to the event's bytes.
bool asksDocument(const Condition &condition)
{
    return condition.kind == Kind::AnyElement
        || (condition.kind == Kind::Test && isInDocument(*condition.test.field));
}

/// Of the truths that a condition may have, as far as columns tell.
enum class Bound : std::uint8_t { Least, Most };

constexpr Bound opposite(Bound bound)
{
    return bound == Bound::Least ? Bound::Most : Bound::Least;
}

class ConditionSql
{
public:
    explicit ConditionSql(const SqlContext &context)
        : m_context(context)
    {
    }

    /// `onlyTrue`: the caller does not tell unknown from false.
    SqlText truth(const Condition &condition, Bound bound, bool onlyTrue) const
    {
        switch (condition.kind) {
        case Kind::Always:
            return constant(One);
        case Kind::And:
        case Kind::Or: {
            std::vector<SqlText> parts;
            for (const Condition &part : condition.parts) {
                parts.push_back(truth(part, bound, onlyTrue));
            }
            return condition.kind == Kind::And ? conjunction(std::move(parts))
                                               : disjunction(std::move(parts));
        }
        case Kind::Not: {
            SqlText part = truth(condition.parts.front(), opposite(bound), false);
            part.text = std::format("(NOT {})", part.text);
            return part;
        }
        case Kind::Test:
        case Kind::AnyElement:
            break;
        }
        return asksDocument(condition) ? documentTruth(condition.test, bound, onlyTrue)
                                       : testSql(condition.test, m_context, onlyTrue);
    }

    /// Whether the condition may be unknown: no chain is where none of its parts is.
    SqlText mayBeUnknown(const Condition &condition) const
    {
        if (isInColumns(condition)) {
            SqlText sql = truth(condition, Bound::Most, false);
            sql.text = std::format("({} IS NULL)", sql.text);
            return sql;
        }
        if (asksDocument(condition)) {
            const bool isTold = condition.test.field->store != FieldStore::Whole
                && condition.test.comparison != Comparison::Known
                && condition.test.unrecorded == FieldTest::Unrecorded::Unknown;
            const bool asksElement = condition.kind == Kind::AnyElement;
            return constant(isTold || asksElement
                                ? std::format("({})", unknownSql(*condition.test.field))
                                : "0");
        }
        std::vector<SqlText> parts;
        std::ranges::transform(condition.parts, std::back_inserter(parts),
                               [this](const Condition &part) { return mayBeUnknown(part); });
        return disjunction(std::move(parts));
    }

private:
    /// Only an event with a body can have what is looked for in it. A damaged event's flags may
    /// be wrong.
    static SqlText documentTruth(const FieldTest &test, Bound bound, bool onlyTrue)
    {
        const std::string_view found = bound == Bound::Most ? "1" : "0";
        const std::optional<EventFlag> body = bodyFlag(*test.field);
        const std::string mayStand = body
            ? std::format("(e.flags & {}) <> 0", bit(*body) | bit(EventFlag::Salvaged))
            : std::string(One);
        if (test.comparison == Comparison::Known) {
            return constant(
                std::format("(NOT ({}) OR ({} AND {}))", unknownSql(*test.field), mayStand, found));
        }
        if (!body) {
            return constant(found);
        }
        if (onlyTrue) {
            return constant(bound == Bound::Most ? std::format("({})", mayStand) : "0");
        }
        const bool isUnknownTold = test.unrecorded == FieldTest::Unrecorded::Unknown;
        return constant(std::format(
            "iif({}, {}, {})", mayStand, found,
            isUnknownTold ? std::format("iif({}, NULL, 0)", unknownSql(*test.field)) : "0"));
    }

    const SqlContext &m_context;
};

SqlText noiseSql(Noise noise, const SqlContext &context)
{
    SqlText sql = ConditionSql(context).truth(noiseCondition(), Bound::Most, true);
    if (noise == Noise::Hidden) {
        sql.text = std::format("({} IS NOT TRUE)", sql.text); // and SQLite skips what cannot matter
    }
    return sql;
}

} // namespace

bool isInColumns(const Condition &condition)
{
    return !asksDocument(condition) && std::ranges::all_of(condition.parts, isInColumns);
}

bool isRelativeToNow(const Condition &condition)
{
    return isRelativeToNow(condition.test)
        || std::ranges::any_of(condition.parts,
                               [](const Condition &part) { return isRelativeToNow(part); });
}

SqlText truthSql(const Condition &condition, const SqlContext &context)
{
    Q_ASSERT(isInColumns(condition));
    return ConditionSql(context).truth(condition, Bound::Most, false);
}

TruthBounds truthBoundsSql(const Condition &condition, const SqlContext &context)
{
    const ConditionSql sql(context);
    return {.least = sql.truth(condition, Bound::Least, false),
            .most = sql.truth(condition, Bound::Most, false)};
}

SqlText filterSql(const Filter &filter, const SqlContext &context, Wanted wanted, RowAccess access)
{
    std::vector<SqlText> parts;
    if (filter.unit == Unit::Requests) {
        // Half of all rows are faster scanned than looked up: the sign keeps SQLite from the index.
        const bool fromIndex = access == RowAccess::ByTime || filter.fromUs || filter.toUs;
        parts.push_back(constant(fromIndex ? "e.last = 1" : "+e.last = 1"));
    }
    const std::string_view time = timeSql(filter.unit);
    if (filter.fromUs) {
        parts.push_back({std::format("{} >= ?", time), {*filter.fromUs}});
    }
    if (filter.toUs) {
        parts.push_back({std::format("{} < ?", time), {*filter.toUs}});
    }
    const ConditionSql sql(context);
    parts.push_back(wanted == Wanted::True ? sql.truth(filter.condition, Bound::Most, true)
                                           : sql.mayBeUnknown(filter.condition));
    if (filter.noise != Noise::Shown) {
        parts.push_back(noiseSql(filter.noise, context));
    }
    return conjunction(std::move(parts));
}

} // namespace auditloupe
