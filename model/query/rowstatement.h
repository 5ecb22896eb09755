// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/conditionsql.h"

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <string_view>

namespace auditloupe {

/// A statement that gives a million rows: its columns are read without the handles that
/// SQLite::Column shares. Throws SQLite's exceptions.
class RowStatement
{
public:
    RowStatement(SQLite::Database &database, const std::string &sql,
                 std::span<const SqlText::Value> values = {});

    /// Parameters count from 1. For a statement that is not half read.
    void bind(int parameter, std::int64_t value);
    /// False behind the last row, where it can begin again.
    bool step();

    bool isNull(int column) const
    {
        return sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL;
    }
    /// 0 where it is NULL.
    std::int64_t number(int column) const { return sqlite3_column_int64(m_handle.get(), column); }
    std::optional<std::int64_t> optionalNumber(int column) const
    {
        const std::int64_t value = number(column); // a type is asked for where it can matter
        return value == 0 && isNull(column) ? std::nullopt : std::optional(value);
    }
    /// Valid until the next step; without data where it is NULL.
    std::string_view text(int column) const;

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };

    sqlite3 *m_database;
    std::unique_ptr<sqlite3_stmt, Finalizer> m_handle;
};

} // namespace auditloupe
