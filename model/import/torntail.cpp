// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/torntail.h"

#include "model/casefile/blockcodec.h"
#include "model/casefile/blockreader.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <vector>

namespace auditloupe {

namespace {

struct KeptBlock
{
    std::int64_t id = 0;
    std::int64_t begin = 0; // in the stream
};

/// Runs the statement and answers how many rows it changed.
int run(SQLite::Database &database, const char *sql, std::initializer_list<std::int64_t> values)
{
    SQLite::Statement statement(database, sql);
    int index = 0;
    for (const std::int64_t value : values) {
        statement.bind(++index, value);
    }
    return statement.exec();
}

std::vector<KeptBlock> blocksBehind(SQLite::Database &database, std::int64_t source,
                                    std::int64_t from)
{
    SQLite::Statement query(database,
                            "SELECT id, stream_offset FROM block WHERE source = ?1 "
                            "AND encoded_at IS NULL AND stream_offset + length > ?2 "
                            "ORDER BY stream_offset");
    query.bind(1, source);
    query.bind(2, from);
    std::vector<KeptBlock> blocks;
    while (query.executeStep()) {
        blocks.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64()});
    }
    return blocks;
}

/// Where the kept record begins that stands across `from`; `from` where there is none.
std::int64_t recordAcross(SQLite::Database &database, std::int64_t source, const KeptBlock &block,
                          std::int64_t from)
{
    SQLite::Statement query(
        database,
        "SELECT min(begin) FROM ("
        "SELECT ?3 + block_offset AS begin, length FROM event WHERE source = ?1 AND block = ?2 "
        "UNION ALL SELECT ?3 + block_offset, length FROM copy WHERE source = ?1 AND block = ?2 "
        "UNION ALL SELECT stream_offset, length FROM rejected WHERE source = ?1 AND encoded = 0) "
        "WHERE begin < ?4 AND begin + length > ?4");
    query.bind(1, source);
    query.bind(2, block.id);
    query.bind(3, block.begin);
    query.bind(4, from);
    query.executeStep();
    return query.getColumn(0).isNull() ? from : query.getColumn(0).getInt64();
}

/// An event with further copies stays: one of them becomes the row.
void removeEvents(SQLite::Database &database, std::int64_t block, std::int64_t offset)
{
    constexpr auto First = "(SELECT c.source, c.block, c.block_offset, c.length, c.envelope "
                           "FROM copy AS c WHERE c.event = event.id ORDER BY block, block_offset "
                           "LIMIT 1)";
    const std::string promote = std::string("UPDATE event SET (source, block, block_offset, "
                                            "length, envelope) = ")
        + First
        + " WHERE block = ?1 AND block_offset >= ?2 AND id IN (SELECT event FROM copy) "
          "RETURNING id, source, block, block_offset";
    std::vector<std::array<std::int64_t, 4>> promoted;
    SQLite::Statement statement(database, promote);
    statement.bind(1, block);
    statement.bind(2, offset);
    while (statement.executeStep()) {
        promoted.push_back({statement.getColumn(0).getInt64(), statement.getColumn(1).getInt64(),
                            statement.getColumn(2).getInt64(), statement.getColumn(3).getInt64()});
    }
    for (const auto &[event, source, itsBlock, itsOffset] : promoted) {
        run(database, "DELETE FROM copy WHERE event = ?1 AND block = ?2 AND block_offset = ?3",
            {event, itsBlock, itsOffset});
        run(database,
            "UPDATE source SET events = events + 1, duplicates = duplicates - 1 WHERE id = ?1",
            {source});
    }
    run(database, "DELETE FROM event WHERE block = ?1 AND block_offset >= ?2", {block, offset});
}

void shorten(SQLite::Database &database, std::int64_t block, std::int64_t length)
{
    if (length == 0) {
        run(database, "DELETE FROM block WHERE id = ?1", {block});
        return;
    }
    const std::string frame = BlockCodec().compress(BlockReader(database).bytes(block, 0, length));
    SQLite::Statement update(database, "UPDATE block SET length = ?2, data = ?3 WHERE id = ?1");
    update.bind(1, block);
    update.bind(2, length);
    update.bind(3, frame.data(), static_cast<int>(frame.size()));
    update.exec();
}

} // namespace

std::optional<std::int64_t> tornRecordAt(const ParsedBlock &block, std::int64_t size)
{
    std::optional<std::int64_t> begin;
    const auto look = [&](std::int64_t from, std::int64_t length) {
        if (from < size && length > size - from) {
            begin = std::min(begin.value_or(from), from);
        }
    };
    for (const ParsedEvent &event : block.events) {
        look(event.offset, event.length);
    }
    for (const ParsedRejection &rejection : block.rejected) {
        look(rejection.streamOffset - block.streamOffset, rejection.length);
    }
    return begin.transform([&](std::int64_t at) { return block.streamOffset + at; });
}

std::optional<TornTail> removeTornTail(SQLite::Database &database, SourceId source,
                                       std::int64_t from, std::int64_t notBefore)
{
    const auto id = static_cast<std::int64_t>(source);
    std::vector<KeptBlock> blocks = blocksBehind(database, id, from);
    if (!blocks.empty()) {
        from = recordAcross(database, id, blocks.front(), from);
    }
    if (blocks.empty() || from < notBefore || from < blocks.front().begin) {
        return std::nullopt;
    }
    TornTail tail{.from = from};
    for (const KeptBlock &block : blocks) {
        const std::int64_t offset = std::max<std::int64_t>(from - block.begin, 0);
        tail.copies += run(
            database, "DELETE FROM copy WHERE source = ?1 AND block = ?2 AND block_offset >= ?3",
            {id, block.id, offset});
        removeEvents(database, block.id, offset);
        shorten(database, block.id, offset);
    }
    run(database, "DELETE FROM rejected WHERE source = ?1 AND encoded = 0 AND stream_offset >= ?2",
        {id, from});
    return tail;
}

void removeEndNotes(SQLite::Database &database, SourceId source)
{
    run(database, "DELETE FROM rejected WHERE source = ?1 AND length = 0",
        {static_cast<std::int64_t>(source)});
}

} // namespace auditloupe
