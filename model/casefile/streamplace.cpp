// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/streamplace.h"

#include "model/casefile/casereader.h"
#include "model/casefile/storage.h"

namespace auditloupe {

Result<std::int64_t> streamOffsetOf(CaseReader &reader, const EventCopy &copy)
{
    return guardStorage(reader.path(), [&]() -> std::int64_t {
        SQLite::Statement statement(reader.database(),
                                    "SELECT stream_offset FROM block WHERE id = ?1");
        statement.bind(1, static_cast<std::int32_t>(copy.block));
        const bool found = statement.executeStep();
        return (found ? statement.getColumn(0).getInt64() : 0) + copy.offset;
    });
}

} // namespace auditloupe
