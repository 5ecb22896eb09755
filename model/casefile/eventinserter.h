// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/clusternames.h"
#include "model/casefile/stringtable.h"
#include "model/sources/parsedblock.h"

#include <cstdint>
#include <memory>
#include <SQLiteCpp/SQLiteCpp.h>

namespace auditloupe {

/// Writes rows of table `event`. This is what an import spends most of its time on, so the events
/// of a block go in with one statement: SQLite reads them from a virtual table, which takes half
/// the time of a statement an event. Throws SQLite's exceptions.
class EventInserter
{
public:
    explicit EventInserter(SQLite::Database &database);
    ~EventInserter();

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

    void insert(const ParsedBlock &block, const Place &place, StringTable &strings,
                ClusterNames &clusters);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace auditloupe
