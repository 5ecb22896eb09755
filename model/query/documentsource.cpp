// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/documentsource.h"

namespace auditloupe {

DocumentSource::DocumentSource(SQLite::Database &database)
    : m_place(database,
              "SELECT block, block_offset, length, coalesce(envelope, 0) FROM event "
              "WHERE id = ?1")
    , m_entries(database)
{
}

std::string_view DocumentSource::bytes(EventId id)
{
    m_place.reset();
    m_place.bind(1, static_cast<std::int64_t>(id));
    if (!m_place.executeStep()) {
        return {};
    }
    return m_entries.event({.block = m_place.getColumn(0).getInt64(),
                            .offset = m_place.getColumn(1).getInt64(),
                            .length = m_place.getColumn(2).getInt64(),
                            .envelope = m_place.getColumn(3).getInt64()});
}

} // namespace auditloupe
