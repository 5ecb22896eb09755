// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/stringtable.h"

namespace auditloupe {

namespace {

constexpr std::size_t EntryCost = 64; // of a hash map's node, roughly

} // namespace

StringTable::StringTable(SQLite::Database &database)
    : m_database(database)
    , m_find(database, "SELECT id FROM string WHERE value = ?1")
    , m_insert(database, "INSERT INTO string (value) VALUES (?1)")
{
}

std::int64_t StringTable::idOf(std::string_view text)
{
    if (const auto known = m_known.find(text); known != m_known.end()) {
        return known->second;
    }
    if (m_bytes > MaxBytes) {
        forget();
    }
    std::string value(text);
    m_find.reset();
    m_find.bindNoCopy(1, value);
    std::int64_t id = 0;
    if (m_find.executeStep()) {
        id = m_find.getColumn(0).getInt64();
    } else {
        m_insert.reset();
        m_insert.bindNoCopy(1, value);
        m_insert.exec();
        id = m_database.getLastInsertRowid();
    }
    m_find.reset();
    m_bytes += value.size() + EntryCost;
    m_known.emplace(std::move(value), id);
    return id;
}

void StringTable::forget()
{
    m_known.clear();
    m_bytes = 0;
}

} // namespace auditloupe
