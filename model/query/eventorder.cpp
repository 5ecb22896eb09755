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
    const char *first = "NULL";
    const char *second = "NULL";
    bool areStrings = false;
};

KeyColumns columnsOf(SortKey key)
{
    switch (key) {
    case SortKey::Level:
        return {.first = "e.level"};
    case SortKey::Stage:
        return {.first = "e.stage"};
    case SortKey::Code:
        return {.first = "e.code"};
    case SortKey::Latency:
        return {.first = "CASE WHEN e.last = 1 AND e.stage > 1 THEN e.time_us - e.received_us END"};
    case SortKey::Verb:
        return {.first = "e.verb", .areStrings = true};
    case SortKey::User:
        return {.first = "e.username", .areStrings = true};
    case SortKey::Resource:
        return {.first = "e.resource", .second = "e.subresource", .areStrings = true};
    case SortKey::Namespace:
        return {.first = "e.namespace", .areStrings = true};
    case SortKey::SourceIp:
        return {.first = "e.source_ips", .areStrings = true};
    case SortKey::UserAgent:
        return {.first = "e.user_agent", .areStrings = true};
    case SortKey::Cluster:
        return {.first = "e.cluster", .areStrings = true};
    case SortKey::Node:
        return {.first = "e.node", .areStrings = true};
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
const char *inlineText(SortKey key)
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
    default:
        return nullptr;
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
    const KeyColumns columns = columnsOf(key);
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

bool hasTimeIndex(SQLite::Database &database)
{
    SQLite::Statement find(database,
                           "SELECT 1 FROM pragma_index_list('event') AS list, "
                           "pragma_index_info(list.name) AS info "
                           "WHERE info.seqno = 0 AND info.name = 'time_us'");
    return find.executeStep();
}

} // namespace

std::string streamingOrder(SQLite::Database &database, const Filter &filter, SortOrder order)
{
    const std::string_view down = order.descending ? " DESC" : "";
    if (const char *text = inlineText(order.key)) {
        return std::format("{0}{2}, {1}{2}, e.id{2}", text, timeSql(filter.unit), down);
    }
    if (order.key == SortKey::Import) {
        return std::format("e.id{}", down);
    }
    const bool fromIndex = order.key == SortKey::Time && filter.condition.isAlways()
        && filter.unit != Unit::Requests && hasTimeIndex(database);
    return fromIndex ? std::format("e.time_us{0}, e.id{0}", down) : std::string();
}

std::vector<EventId> firstIds(SQLite::Database &database, const Filter &filter,
                              const SqlContext &context, SortOrder order)
{
    constexpr int Looked = 16'384; // a few milliseconds
    if (order.key != SortKey::Time || filter.unit == Unit::Requests || !hasTimeIndex(database)) {
        return {};
    }
    const SqlText range = filterSql({.fromUs = filter.fromUs, .toUs = filter.toUs}, context);
    SqlText where = filterSql({.condition = filter.condition, .unit = filter.unit}, context);
    where.values.insert(where.values.begin(), range.values.begin(), range.values.end());
    const std::string_view down = order.descending ? " DESC" : "";
    SQLite::Statement rows = bound(
        database,
        std::format("SELECT e.id FROM (SELECT * FROM event AS e WHERE {0} ORDER BY e.time_us{1}, "
                    "e.id{1} LIMIT {2}) AS e WHERE {3} ORDER BY e.time_us{1}, e.id{1}",
                    range.text, down, Looked, where.text),
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
