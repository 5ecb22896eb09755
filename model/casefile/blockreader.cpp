// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/blockreader.h"

#include <sqlite3.h>

#include <algorithm>

namespace auditloupe {

BlockReader::BlockReader(SQLite::Database &database)
    : m_database(database)
    , m_query(database, "SELECT length, data FROM block WHERE id = ?1")
{
}

std::string_view BlockReader::bytes(std::int64_t block, std::int64_t offset, std::int64_t length)
{
    const std::string_view whole = this->block(block);
    const auto size = static_cast<std::int64_t>(whole.size());
    if (offset < 0 || length < 0 || offset > size || length > size - offset) {
        throw SQLite::Exception(m_database.getHandle(), SQLITE_CORRUPT);
    }
    return whole.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
}

std::string_view BlockReader::block(std::int64_t id)
{
    const auto known = std::ranges::find(m_entries, id, &Entry::id);
    if (known != m_entries.end()) {
        m_entries.splice(m_entries.begin(), m_entries, known);
        return m_entries.front().bytes;
    }
    m_query.reset();
    m_query.bind(1, id);
    std::optional<std::string> bytes;
    if (m_query.executeStep()) {
        const SQLite::Column data = m_query.getColumn(1);
        bytes = m_codec.decompress(
            {static_cast<const char *>(data.getBlob()), static_cast<std::size_t>(data.getBytes())},
            static_cast<std::size_t>(m_query.getColumn(0).getInt64()));
    }
    m_query.reset();
    if (!bytes) {
        throw SQLite::Exception(m_database.getHandle(), SQLITE_CORRUPT);
    }
    m_bytes += bytes->size();
    while (!m_entries.empty() && (m_entries.size() >= MaxEntries || m_bytes > MaxBytes)) {
        m_bytes -= m_entries.back().bytes.size();
        m_entries.pop_back();
    }
    m_entries.push_front({.id = id, .bytes = std::move(*bytes)});
    return m_entries.front().bytes;
}

} // namespace auditloupe
