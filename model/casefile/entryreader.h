// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/blockreader.h"
#include "model/sources/unwrapper.h"

#include <cstdint>
#include <memory>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string_view>
#include <unordered_map>

namespace auditloupe {

/// Exported entries and the events inside of them. Throws SQLite's exceptions, SQLITE_CORRUPT
/// where a block is missing or an entry's format is none that this program knows.
class EntryReader
{
public:
    struct Place
    {
        std::int64_t block = 0;
        std::int64_t offset = 0; ///< in the block
        std::int64_t length = 0;
        std::int64_t envelope = 0; ///< 0: the entry is the event
    };

    explicit EntryReader(SQLite::Database &database);

    /// The entry's bytes as exported, valid until the next call.
    std::string_view entry(const Place &place);
    /// The event's own bytes, valid until the next call.
    std::string_view event(const Place &place);
    /// What its wrappers tell of it.
    void facts(const Place &place, const TakeFact &take);

    BlockReader &blocks() { return m_blocks; }

private:
    struct Envelope
    {
        FormatChain chain = {};
        ListHead head = {};
    };

    const Envelope &envelope(std::int64_t id);

    SQLite::Database &m_database;
    BlockReader m_blocks;
    std::unique_ptr<Unwrapper> m_unwrapper; // large, and native logs need none
    std::unordered_map<std::int64_t, Envelope> m_envelopes;
};

} // namespace auditloupe
