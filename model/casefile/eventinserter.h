// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/stringtable.h"
#include "model/sources/parsedblock.h"

#include <cstdint>
#include <memory>
#include <SQLiteCpp/SQLiteCpp.h>
#include <vector>

struct sqlite3_stmt;

namespace auditloupe {

/// Writes rows of table `event`. This is what an import spends most of its time on, so it binds
/// through SQLite's C API. Throws SQLite's exceptions.
class EventInserter
{
public:
    explicit EventInserter(SQLite::Database &database);

    /// What all events of a block have in common.
    struct Place
    {
        std::int64_t source = 0;
        std::int64_t block = 0;
        std::int64_t firstId = 0; ///< of the block's first event
        std::int64_t cluster = 0; ///< 0: unknown
        std::int64_t node = 0;
        std::vector<std::int64_t> envelopes = {}; ///< ids of the block's
    };

    void insert(const ParsedBlock &block, const Place &place, StringTable &strings);

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    void bindNumber(int index, std::int64_t value);
    void bindOptional(int index, std::optional<std::int64_t> value);
    void bindString(int index, std::int32_t number);
    void bindText(int index, TextSlice slice, const std::string &text);
    void bind(const ParsedEvent &event, const ParsedBlock &block);
    void bindPlace(const ParsedEvent &event, const Place &place);

    SQLite::Database &m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    std::vector<std::int64_t> m_ids; // of the block's strings in table `string`
};

} // namespace auditloupe
