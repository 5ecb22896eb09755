// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <span>
#include <SQLiteCpp/SQLiteCpp.h>
#include <unordered_map>
#include <vector>

namespace auditloupe {

/// Rows of table `event` by id. Keeps the strings it has met, up to a bound. Throws SQLite's
/// exceptions.
class EventRows
{
public:
    explicit EventRows(SQLite::Database &database);

    /// In the order of `ids`; unknown ids are left out.
    std::vector<EventRow> read(std::span<const EventId> ids);

private:
    EventRow current();
    std::optional<std::string> string(int column);
    std::optional<std::string> text(int column);
    void addSource(EventRow &row);

    struct SourceTexts
    {
        std::string path = {};
        std::optional<std::string> server = {};
    };

    SQLite::Statement m_event;
    SQLite::Statement m_string;
    SQLite::Statement m_source;
    std::unordered_map<std::int32_t, SourceTexts> m_sources;
    std::unordered_map<std::int64_t, std::string> m_strings;
};

} // namespace auditloupe
