// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/hash.h"

#include <cstdint>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <string_view>
#include <unordered_map>

namespace auditloupe {

/// Table `string` while a case is written: text -> id. Remembers what it has seen up to a bound,
/// so that a log of ever new strings costs time and not memory. Throws SQLite's exceptions.
class StringTable
{
public:
    explicit StringTable(SQLite::Database &database);

    std::int64_t idOf(std::string_view text);

    /// A rolled back transaction may have taken ids with it.
    void forget();

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return hash64(text); }
    };

    static constexpr std::size_t MaxBytes = 24U << 20U;

    SQLite::Database &m_database;
    SQLite::Statement m_find;
    SQLite::Statement m_insert;
    std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> m_known;
    std::size_t m_bytes = 0;
};

} // namespace auditloupe
