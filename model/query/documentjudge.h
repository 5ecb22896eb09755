// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/casefile/entryreader.h"
#include "model/query/conditionsql.h"
#include "model/query/eventmatcher.h"

#include <span>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace auditloupe {

/// Judges a case's events by the whole condition: what columns tell comes from SQL, the rest from
/// the event's bytes, which are decompressed only where they can matter. Throws SQLite's
/// exceptions; needs the functions of FieldFunctions.
class DocumentJudge
{
public:
    DocumentJudge(SQLite::Database &database, const Condition &condition,
                  const SqlContext &context);

    /// Fast in order of id, where neighbours share a block.
    void seek(EventId id);

    /// Of the event that was sought last; false and empty where there is none.
    Truth truth();
    std::string_view document();

    /// Those of `ids` that have the truth, in their order. The events are read in order of id.
    Result<std::vector<EventId>> keep(std::span<const EventId> ids, Truth wanted,
                                      const JobControl &control);

private:
    FormatSet formatsOf(std::int64_t envelope);

    EventMatcher m_matcher;
    SQLite::Statement m_row;
    SQLite::Statement m_envelope;
    int m_idParameter = 0;
    std::int64_t m_rowId = -1; // of m_row
    EntryReader m_entries;
    std::unordered_map<std::int64_t, FormatSet> m_formats; // by envelope
    EntryReader::Place m_place;
    MatchedEvent m_event;
    std::vector<Truth> m_known;
    bool m_isThere = false;
};

} // namespace auditloupe
