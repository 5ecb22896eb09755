// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/sortkeys.h"

#include "model/base/sorthalves.h"
#include "model/casefile/storage.h"
#include "model/query/fieldsql.h"

#include <algorithm>
#include <format>
#include <functional>

namespace auditloupe {

namespace {

using enum SortKey;

constexpr auto StringsInOrder = "SELECT id, value FROM string ORDER BY value";
constexpr auto PathsInOrder = "SELECT id, path FROM source ORDER BY path";
constexpr auto ServersInOrder = "SELECT id, server FROM source WHERE server <> '' ORDER BY server";

/// Up to two columns of `event` and how their ids are ranked.
struct KeyColumns
{
    std::string first = "NULL";
    std::string second = "NULL";
    const char *idsInOrder = nullptr;
    bool isText = false;
};

KeyColumns columnsOf(SortKey key, Unit unit)
{
    switch (key) {
    case Import:
        return {.first = "e.id"};
    case Time:
        return {.first = std::string(timeSql(unit))};
    case End:
        return {.first = "e.time_us"};
    case Level:
        return {.first = "e.level"};
    case Stage:
        return {.first = "e.stage"};
    case Code:
        return {.first = "e.code"};
    case Latency:
        return {.first = valueSql(*findField("latency"), unit)};
    case Duration:
        return {.first = valueSql(*findField("session.duration"), unit)};
    case Command:
        return {.first = valueSql(*findField("session.command"), unit), .isText = true};
    case Verb:
        return {.first = "e.verb", .idsInOrder = StringsInOrder};
    case User:
        return {.first = "e.username", .idsInOrder = StringsInOrder};
    case Resource:
        return {.first = "e.resource", .second = "e.subresource", .idsInOrder = StringsInOrder};
    case Namespace:
        return {.first = "e.namespace", .idsInOrder = StringsInOrder};
    case SourceIp:
        return {.first = "e.source_ips", .idsInOrder = StringsInOrder};
    case UserAgent:
        return {.first = "e.user_agent", .idsInOrder = StringsInOrder};
    case Cluster:
        return {.first = "e.cluster", .idsInOrder = StringsInOrder};
    case Node:
        return {.first = "e.node", .idsInOrder = StringsInOrder};
    case Server:
        return {.first = "e.source", .idsInOrder = ServersInOrder};
    case Source:
        return {.first = "e.source", .idsInOrder = PathsInOrder};
    case Name:
        return {.first = "e.name", .isText = true};
    case AuditId:
        return {.first = "e.audit_id", .isText = true};
    case RequestUri:
        return {.first = "e.request_uri", .isText = true};
    }
    return {};
}

std::string_view textOf(const SQLite::Column &column)
{
    return {column.getText(), static_cast<std::size_t>(column.getBytes())};
}

/// The first bytes as a number that is ordered as they are: most texts differ there already, and
/// nothing else has to be fetched from memory.
std::uint64_t beginningOf(std::string_view text)
{
    std::uint64_t beginning = 0;
    for (std::size_t i = 0; i < sizeof beginning; ++i) {
        const auto byte = i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
        beginning = (beginning << 8) | byte;
    }
    return beginning;
}

struct RankedText
{
    std::uint64_t beginning = 0;
    std::string_view text = {};
    std::uint32_t number = 0;

    auto operator<=>(const RankedText &) const = default;
};

std::string stringSql(const std::string &column)
{
    return std::format("(SELECT s.value FROM string AS s WHERE s.id = {})", column);
}

} // namespace

std::string sortSql(SortKey key, Unit unit)
{
    const KeyColumns columns = columnsOf(key, unit);
    switch (key) {
    case Server:
        return "(SELECT nullif(w.server, '') FROM source AS w WHERE w.id = e.source)";
    case Source:
        return "(SELECT w.path FROM source AS w WHERE w.id = e.source)";
    case Resource:
        return stringSql(columns.first) + ", " + stringSql(columns.second);
    default:
        return columns.idsInOrder != nullptr ? stringSql(columns.first) : columns.first;
    }
}

SortKeys::SortKeys(SQLite::Database &database, SortTerm term, Unit unit)
    : m_descending(term.descending)
    , m_isPair(term.key == SortKey::Resource)
{
    const KeyColumns columns = columnsOf(term.key, unit);
    m_columns = std::format("{}, {}", columns.first, columns.second);
    if (columns.idsInOrder != nullptr) {
        m_kind = Kind::Id;
        rankIds(database, columns.idsInOrder);
    } else if (columns.isText) {
        m_kind = Kind::Text;
    }
}

void SortKeys::rankIds(SQLite::Database &database, const char *sql)
{
    SQLite::Statement all(database, sql);
    std::uint32_t rank = 0;
    std::string before;
    while (all.executeStep()) {
        const std::size_t id = indexOf(all.getColumn(0));
        std::string value = all.getColumn(1).getString();
        if (id >= m_ranks.size()) {
            m_ranks.resize(id * 2 + 1, 0);
        }
        rank += rank == 0 || value != before ? 1 : 0; // sources may share a path
        m_ranks[id] = rank;
        before = std::move(value);
    }
}

std::int64_t SortKeys::number(const SQLite::Statement &row, int column)
{
    const auto rank = [this](const SQLite::Column &id) -> std::int64_t {
        const auto index = static_cast<std::size_t>(id.getInt64()); // NULL reads as 0
        return index < m_ranks.size() ? m_ranks[index] : 0;
    };
    const SQLite::Column value = row.getColumn(column);
    switch (m_kind) {
    case Kind::Number:
        return value.isNull() ? Missing : value.getInt64();
    case Kind::Id:
        return (rank(value) << 32) | (m_isPair ? rank(row.getColumn(column + 1)) : 0);
    case Kind::Text:
        break;
    }
    return value.isNull() ? 0 : m_texts.number(textOf(value));
}

void SortKeys::rankTexts()
{
    if (m_kind != Kind::Text) {
        return;
    }
    std::vector<RankedText> sorted;
    sorted.reserve(m_texts.count);
    for (const Texts::Entry &entry : m_texts.slots) {
        if (entry.number != 0) {
            sorted.push_back({beginningOf(entry.text), entry.text, entry.number});
        }
    }
    sortHalves(sorted);
    m_ranks.assign(m_texts.count + 1, 0);
    std::uint32_t rank = 0;
    for (const RankedText &text : sorted) {
        m_ranks[text.number] = ++rank;
    }
    m_texts = {};
}

std::int64_t SortKeys::key(std::int64_t number) const
{
    const std::int64_t key =
        m_kind == Kind::Text ? m_ranks[static_cast<std::size_t>(number)] : number;
    return m_descending ? ~key : key;
}

std::uint32_t SortKeys::Texts::number(std::string_view text)
{
    if (count * 2 >= slots.size()) {
        grow();
    }
    const std::size_t mask = slots.size() - 1;
    std::size_t at = std::hash<std::string_view>()(text) & mask;
    while (slots[at].number != 0 && slots[at].text != text) {
        at = (at + 1) & mask;
    }
    if (slots[at].number == 0) {
        slots[at] = {.text = kept(text), .number = ++count};
    }
    return slots[at].number;
}

/// A copy that stays where it is.
std::string_view SortKeys::Texts::kept(std::string_view text)
{
    constexpr std::size_t ChunkBytes = 1 << 20;
    if (chunks.empty() || chunks.back().capacity() - chunks.back().size() < text.size()) {
        chunks.emplace_back().reserve(std::max(ChunkBytes, text.size()));
        bytes += chunks.back().capacity();
    }
    const std::size_t begin = chunks.back().size();
    chunks.back() += text;
    return std::string_view(chunks.back()).substr(begin);
}

void SortKeys::Texts::grow()
{
    std::vector<Entry> former = std::exchange(slots, {});
    slots.resize(std::max<std::size_t>(1024, former.size() * 2));
    const std::size_t mask = slots.size() - 1;
    for (const Entry &entry : former) {
        if (entry.number != 0) {
            std::size_t at = std::hash<std::string_view>()(entry.text) & mask;
            while (slots[at].number != 0) {
                at = (at + 1) & mask;
            }
            slots[at] = entry;
        }
    }
}

} // namespace auditloupe
