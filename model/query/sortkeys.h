// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/filter.h"
#include "model/query/sortorder.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// What rows are sorted by, as SQL over `event AS e` in which texts stand for themselves.
std::string sortSql(SortKey key, Unit unit);

/// The values of one term as numbers that are ordered as the values are.
class SortKeys
{
public:
    static constexpr std::int64_t Missing = std::numeric_limits<std::int64_t>::min();

    SortKeys(SQLite::Database &database, SortTerm term, Unit unit);

    /// Two columns of a SELECT from `event AS e`; the second one is NULL for most terms.
    const std::string &columns() const { return m_columns; }

    /// The number of a row's value; `column` is the first of these two.
    std::int64_t number(const SQLite::Statement &row, int column);

    /// Texts are numbered as they come. When all rows were read this makes their order known;
    /// key() is valid from then on.
    void rankTexts();
    std::int64_t key(std::int64_t number) const;

    /// What the texts take in memory.
    std::size_t textBytes() const { return m_texts.bytes; }

private:
    enum class Kind : std::uint8_t {
        Number,
        Id, ///< of a string or a source
        Text
    };

    /// Distinct texts, numbered from 1.
    struct Texts
    {
        struct Entry
        {
            std::string_view text = {};
            std::uint32_t number = 0;
        };

        std::uint32_t number(std::string_view text);
        std::string_view kept(std::string_view text);
        void grow();

        std::vector<std::string> chunks = {};
        std::vector<Entry> slots = {}; ///< a hash table; number 0 is free
        std::uint32_t count = 0;
        std::size_t bytes = 0;
    };

    void rankIds(SQLite::Database &database, const char *sql);

    Kind m_kind = Kind::Number;
    bool m_descending = false;
    bool m_isPair = false; // of ids
    std::string m_columns;
    Texts m_texts;
    std::vector<std::uint32_t> m_ranks; // by id, or by a text's number; 0: missing
};

} // namespace auditloupe
