// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/blockcodec.h"

#include <cstdint>
#include <list>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <string_view>

namespace auditloupe {

/// Decompressed blocks, the last few kept. Throws SQLite's exceptions, SQLITE_CORRUPT where a
/// block is missing or damaged.
class BlockReader
{
public:
    explicit BlockReader(SQLite::Database &database);

    /// A stretch of a block, valid until the next call.
    std::string_view bytes(std::int64_t block, std::int64_t offset, std::int64_t length);

    /// The whole block, valid until the next call.
    std::string_view block(std::int64_t id);

private:
    struct Entry
    {
        std::int64_t id = 0;
        std::string bytes = {};
    };

    static constexpr std::size_t MaxEntries = 16;
    static constexpr std::size_t MaxBytes = 64U << 20U; // one block may have as many

    SQLite::Database &m_database;
    SQLite::Statement m_query;
    BlockCodec m_codec;
    std::list<Entry> m_entries; // most recently used first
    std::size_t m_bytes = 0; // of the entries
};

} // namespace auditloupe
