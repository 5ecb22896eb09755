// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/requestcount.h"

#include "model/casefile/casereader.h"
#include "model/casefile/storage.h"

#include <algorithm>
#include <SQLiteCpp/SQLiteCpp.h>
#include <vector>

namespace auditloupe {

Result<std::int64_t> countRequests(CaseReader &reader, std::span<const EventId> result)
{
    return guardStorage(reader.path(), [&reader, result] {
        std::vector<bool> isLast; // by event id, which are small and dense
        SQLite::Statement select(reader.database(), "SELECT id FROM event WHERE last = 1");
        while (select.executeStep()) {
            const std::size_t id = indexOf(select.getColumn(0));
            if (id >= isLast.size()) {
                isLast.resize(std::max(id + 1, isLast.size() * 2));
            }
            isLast[id] = true;
        }
        return static_cast<std::int64_t>(std::ranges::count_if(result, [&isLast](EventId event) {
            const auto id = static_cast<std::size_t>(event);
            return id < isLast.size() && isLast[id];
        }));
    });
}

} // namespace auditloupe
