// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventorder.h"

#include "model/casefile/storage.h"
#include "model/query/queryscope.h"

#include <algorithm>
#include <format>
#include <limits>

namespace auditloupe {

namespace {

constexpr std::int64_t Missing = std::numeric_limits<std::int64_t>::min();

struct Entry
{
    std::int64_t key = Missing;
    std::int64_t timeUs = Missing;
    std::uint32_t id = 0;

    auto operator<=>(const Entry &) const = default;
};

/// Up to two columns; ids of strings are compared by the strings.
struct KeyColumns
{
    std::string first = "NULL";
    std::string second = "NULL";
    bool areStrings = false;
};

/// The column of a field that is a number; of words and times their order is that of the numbers.
KeyColumns numberColumn(std::string_view field, Unit unit)
{
    return {.first = valueSql(*findField(field), unit)};
}

KeyColumns stringColumn(std::string first, std::string second = "NULL")
{
    return {.first = std::move(first), .second = std::move(second), .areStrings = true};
}

KeyColumns columnsOf(SortKey key, Unit unit)
{
    switch (key) {
    case SortKey::Level:
        return {.first = "e.level"};
    case SortKey::Stage:
        return {.first = "e.stage"};
    case SortKey::Code:
        return {.first = "e.code"};
    case SortKey::End:
        return {.first = "e.time_us"};
    case SortKey::Latency:
        return numberColumn("latency", unit);
    case SortKey::Duration:
        return numberColumn("session.duration", unit);
    case SortKey::Verb:
        return stringColumn("e.verb");
    case SortKey::User:
        return stringColumn("e.username");
    case SortKey::Resource:
        return stringColumn("e.resource", "e.subresource");
    case SortKey::Namespace:
        return stringColumn("e.namespace");
    case SortKey::SourceIp:
        return stringColumn("e.source_ips");
    case SortKey::UserAgent:
        return stringColumn("e.user_agent");
    case SortKey::Cluster:
        return stringColumn("e.cluster");
    case SortKey::Node:
        return stringColumn("e.node");
    case SortKey::Command:
    case SortKey::Server:
    case SortKey::Source:
    case SortKey::Import:
    case SortKey::Time:
    case SortKey::Name:
    case SortKey::AuditId:
    case SortKey::RequestUri:
        break;
    }
    return {};
}

/// Columns whose texts are too many and too long to rank in memory: SQLite sorts them.
std::optional<std::string> inlineText(SortKey key, Unit unit)
{
    switch (key) {
    case SortKey::Name:
        return "e.name";
    case SortKey::AuditId:
        return "e.audit_id";
    case SortKey::RequestUri:
        return "e.request_uri";
    case SortKey::Server:
        return "(SELECT w.server FROM source AS w WHERE w.id = e.source)";
    case SortKey::Source:
        return "(SELECT w.path FROM source AS w WHERE w.id = e.source)";
    case SortKey::Command:
        return valueSql(*findField("session.command"), unit);
    default:
        return std::nullopt;
    }
}

/// Place of each string in the order of their bytes, by id; 0 is kept for "missing".
class StringRanks
{
public:
    explicit StringRanks(SQLite::Database &database)
    {
        SQLite::Statement all(database, "SELECT id FROM string ORDER BY value");
        std::uint32_t rank = 0;
        while (all.executeStep()) {
            const std::size_t id = indexOf(all.getColumn(0));
            if (id >= m_ranks.size()) {
                m_ranks.resize(id * 2 + 1, 0);
            }
            m_ranks[id] = ++rank;
        }
    }

    std::int64_t rank(const SQLite::Column &id) const
    {
        const auto index = static_cast<std::size_t>(id.getInt64());
        return index < m_ranks.size() ? m_ranks[index] : 0; // NULL reads as 0
    }

private:
    std::vector<std::uint32_t> m_ranks{0};
};

std::int64_t number(const SQLite::Column &column)
{
    return column.isNull() ? Missing : column.getInt64();
}

std::vector<Entry> entries(SQLite::Database &database, const Filter &filter,
                           const SqlContext &context, SortKey key)
{
    const SqlText where = filterSql(filter, context);
    const KeyColumns columns = columnsOf(key, filter.unit);
    std::optional<StringRanks> ranks;
    if (columns.areStrings) {
        ranks.emplace(database);
    }
    SQLite::Statement rows =
        bound(database,
              std::format("SELECT e.id, {}, {}, {} FROM event AS e "
                          "WHERE {}",
                          timeSql(filter.unit), columns.first, columns.second, where.text),
              where.values);
    std::vector<Entry> result;
    while (rows.executeStep()) {
        Entry entry{.timeUs = number(rows.getColumn(1)), .id = rows.getColumn(0).getUInt()};
        if (ranks) {
            entry.key = (ranks->rank(rows.getColumn(2)) << 32) | ranks->rank(rows.getColumn(3));
        } else {
            entry.key = number(rows.getColumn(2));
        }
        result.push_back(entry);
    }
    return result;
}

/// Whether the rows of a unit can be read in order of time. A case that is being imported has no
/// index yet, one of an older version none for requests.
bool hasTimeIndex(SQLite::Database &database, Unit unit)
{
    SQLite::Statement find(database,
                           "SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?1");
    find.bind(1, unit == Unit::Requests ? "request_time" : "event_time");
    return find.executeStep();
}

} // namespace

std::string streamingOrder(SQLite::Database &database, const Filter &filter, SortOrder order)
{
    const std::string_view down = order.descending ? " DESC" : "";
    if (const std::optional<std::string> text = inlineText(order.key, filter.unit)) {
        return std::format("{0}{2}, {1}{2}, e.id{2}", *text, timeSql(filter.unit), down);
    }
    if (order.key == SortKey::Import) {
        return std::format("e.id{}", down);
    }
    const bool fromIndex = order.key == SortKey::Time && filter.condition.isAlways()
        && filter.noise == Noise::Shown && hasTimeIndex(database, filter.unit);
    return fromIndex ? std::format("{0}{1}, e.id{1}", timeSql(filter.unit), down) : std::string();
}

std::vector<EventId> firstIds(SQLite::Database &database, const Filter &filter,
                              const SqlContext &context, SortOrder order)
{
    constexpr int Looked = 16'384; // a few milliseconds
    if (order.key != SortKey::Time || !hasTimeIndex(database, filter.unit)) {
        return {};
    }
    const SqlText range =
        filterSql({.fromUs = filter.fromUs, .toUs = filter.toUs, .unit = filter.unit}, context,
                  Wanted::True, RowAccess::ByTime);
    SqlText where = filterSql(
        {.condition = filter.condition, .unit = filter.unit, .noise = filter.noise}, context);
    where.values.insert(where.values.begin(), range.values.begin(), range.values.end());
    const std::string_view down = order.descending ? " DESC" : "";
    SQLite::Statement rows =
        bound(database,
              std::format("SELECT e.id FROM (SELECT * FROM event AS e WHERE {0} ORDER BY {4}{1}, "
                          "e.id{1} LIMIT {2}) AS e WHERE {3} ORDER BY {4}{1}, e.id{1}",
                          range.text, down, Looked, where.text, timeSql(filter.unit)),
              where.values);
    std::vector<EventId> ids;
    while (rows.executeStep()) {
        ids.push_back(EventId{rows.getColumn(0).getUInt()});
    }
    return ids;
}

std::vector<EventId> sortedIds(SQLite::Database &database, const Filter &filter,
                               const SqlContext &context, SortOrder order)
{
    std::vector<Entry> sorted = entries(database, filter, context, order.key);
    if (order.descending) {
        std::ranges::sort(sorted, std::greater());
    } else if (!std::ranges::is_sorted(sorted)) {
        std::ranges::sort(sorted);
    }
    std::vector<EventId> ids;
    ids.reserve(sorted.size());
    std::ranges::transform(sorted, std::back_inserter(ids),
                           [](const Entry &entry) { return EventId{entry.id}; });
    return ids;
}

} // namespace auditloupe
