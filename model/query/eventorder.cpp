// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventorder.h"

#include "model/base/sorthalves.h"
#include "model/query/queryscope.h"
#include "model/query/sortkeys.h"

#include <algorithm>
#include <array>
#include <format>

namespace auditloupe {

namespace {

/// More texts than this are left to SQLite, which sorts in files.
constexpr std::size_t MostTextBytes = std::size_t(1) << 30;

/// What one event is sorted by.
template <std::size_t Terms>
struct Entry
{
    std::array<std::int64_t, Terms> keys = {};
    std::int64_t timeUs = 0;
    std::uint32_t id = 0;

    auto operator<=>(const Entry &) const = default;
};

/// Whether the rows of a unit can be read in order of time. A case that is being imported has no
/// index yet, one of an older version none for requests.
bool hasTimeIndex(SQLite::Database &database, Unit unit)
{
    SQLite::Statement find(database,
                           "SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?1");
    find.bind(1, unit == Unit::Requests ? "request_time" : "event_time");
    return find.executeStep();
}

std::string orderBy(const Filter &filter, const SortOrder &order)
{
    const std::string_view lastDown = order.terms.back().descending ? " DESC" : "";
    std::string text;
    for (const SortTerm &term : order.terms) {
        const std::string_view down = term.descending ? " DESC" : "";
        text += sortSql(term.key, filter.unit);
        text += down;
        text += ", ";
    }
    if (!std::ranges::contains(order.terms, SortKey::Time, &SortTerm::key)) {
        text += std::format("{}{}, ", timeSql(filter.unit), lastDown);
    }
    return std::format("{}e.id{}", text, lastDown);
}

/// The ORDER BY that an index gives; empty where there is none.
std::string streamingOrder(SQLite::Database &database, const Filter &filter, const SortOrder &order)
{
    if (order.terms.front().key == SortKey::Import) {
        return order.terms.front().descending ? "e.id DESC" : "e.id";
    }
    const bool hasIndex = order.isBy(SortKey::Time) && filter.condition.isAlways()
        && filter.noise == Noise::Shown && hasTimeIndex(database, filter.unit);
    return hasIndex ? orderBy(filter, order) : std::string();
}

void streamIds(SQLite::Database &database, const SqlText &where, const std::string &orderBy,
               const PushId &push)
{
    const std::string sql =
        std::format("SELECT e.id FROM event AS e WHERE {} ORDER BY {}", where.text, orderBy);
    SQLite::Statement rows = bound(database, sql, where.values);
    while (rows.executeStep() && push(EventId{rows.getColumn(0).getUInt()})) { }
}

/// Reads, sorts and hands over.
template <std::size_t Terms>
class Sorter
{
public:
    Sorter(SQLite::Database &database, const SortOrder &order, Unit unit)
        : m_flipsTies(order.terms.back().descending)
    {
        m_keys.reserve(Terms);
        for (const SortTerm &term : order.terms) {
            m_keys.emplace_back(database, term, unit);
        }
    }

    /// False where there are too many texts.
    bool read(SQLite::Database &database, const Filter &filter, const SqlContext &context)
    {
        const SqlText where = filterSql(filter, context);
        std::string columns;
        for (const SortKeys &keys : m_keys) {
            columns += ", " + keys.columns();
        }
        SQLite::Statement rows = bound(database,
                                       std::format("SELECT e.id, {}{} FROM event AS e WHERE {}",
                                                   timeSql(filter.unit), columns, where.text),
                                       where.values);
        while (rows.executeStep()) {
            add(rows);
            if (textBytes() > MostTextBytes) {
                return false;
            }
        }
        return true;
    }

    void sort()
    {
        for (SortKeys &keys : m_keys) {
            keys.rankTexts();
        }
        for (Entry<Terms> &entry : m_entries) {
            for (std::size_t i = 0; i < Terms; ++i) {
                entry.keys[i] = m_keys[i].key(entry.keys[i]);
            }
        }
        sortHalves(m_entries);
    }

    void handOver(const PushId &push) const
    {
        std::ranges::all_of(m_entries, [&](const Entry<Terms> &entry) {
            return push(EventId{m_flipsTies ? ~entry.id : entry.id});
        });
    }

private:
    void add(const SQLite::Statement &row)
    {
        const SQLite::Column time = row.getColumn(1);
        const std::uint32_t id = row.getColumn(0).getUInt();
        const std::int64_t timeUs = time.isNull() ? SortKeys::Missing : time.getInt64();
        Entry<Terms> entry{.timeUs = m_flipsTies ? ~timeUs : timeUs, .id = m_flipsTies ? ~id : id};
        int column = 2;
        for (std::size_t i = 0; i < Terms; ++i, column += 2) {
            entry.keys[i] = m_keys[i].number(row, column);
        }
        m_entries.push_back(entry);
    }

    std::size_t textBytes() const
    {
        std::size_t bytes = 0;
        for (const SortKeys &keys : m_keys) {
            bytes += keys.textBytes();
        }
        return bytes;
    }

    bool m_flipsTies = false;
    std::vector<SortKeys> m_keys;
    std::vector<Entry<Terms>> m_entries;
};

template <std::size_t Terms>
void sortInMemory(SQLite::Database &database, const Filter &filter, const SqlContext &context,
                  const SortOrder &order, const PushId &push)
{
    {
        Sorter<Terms> sorter(database, order, filter.unit);
        if (sorter.read(database, filter, context)) {
            sorter.sort();
            sorter.handOver(push);
            return;
        }
    }
    streamIds(database, filterSql(filter, context), orderBy(filter, order), push);
}

} // namespace

void orderedIds(SQLite::Database &database, const Filter &filter, const SqlContext &context,
                const SortOrder &order, const PushId &push)
{
    if (const std::string streaming = streamingOrder(database, filter, order); !streaming.empty()) {
        const RowAccess access = order.isBy(SortKey::Time) ? RowAccess::ByTime : RowAccess::Scan;
        streamIds(database, filterSql(filter, context, Wanted::True, access), streaming, push);
        return;
    }
    switch (order.terms.size()) {
    case 1:
        return sortInMemory<1>(database, filter, context, order, push);
    case 2:
        return sortInMemory<2>(database, filter, context, order, push);
    case 3:
        return sortInMemory<3>(database, filter, context, order, push);
    default:
        static_assert(SortOrder::MostTerms == 4);
        return sortInMemory<4>(database, filter, context, order, push);
    }
}

std::vector<EventId> firstIds(SQLite::Database &database, const Filter &filter,
                              const SqlContext &context, const SortOrder &order)
{
    constexpr int Looked = 16'384; // a few milliseconds
    if (!order.isBy(SortKey::Time) || !hasTimeIndex(database, filter.unit)) {
        return {};
    }
    const SqlText range =
        filterSql({.fromUs = filter.fromUs, .toUs = filter.toUs, .unit = filter.unit}, context,
                  Wanted::True, RowAccess::ByTime);
    SqlText where = filterSql(
        {.condition = filter.condition, .unit = filter.unit, .noise = filter.noise}, context);
    where.values.insert(where.values.begin(), range.values.begin(), range.values.end());
    const std::string_view down = order.terms.front().descending ? " DESC" : "";
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

} // namespace auditloupe
