// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <sqlite3.h>

#include <SQLiteCpp/SQLiteCpp.h>

namespace auditloupe {

/// Statements that are read as one: of one state of the case, and under one lock, which costs some
/// ten system calls a statement otherwise.
class Reading
{
public:
    explicit Reading(SQLite::Database &database)
        : m_database(database)
        , m_isOutermost(sqlite3_get_autocommit(database.getHandle()) != 0)
    {
        if (m_isOutermost) {
            m_database.exec("BEGIN");
        }
    }
    ~Reading()
    {
        if (m_isOutermost) {
            m_database.tryExec("COMMIT");
        }
    }
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

private:
    SQLite::Database &m_database;
    bool m_isOutermost;
};

} // namespace auditloupe
