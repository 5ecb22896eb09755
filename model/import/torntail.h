// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/sources/parsedblock.h"

#include <cstdint>
#include <optional>

namespace SQLite {
class Database;
}

namespace auditloupe {

/// The begin of the record that stands across the cut at `size` bytes of the block, in the
/// source's stream; nothing where there is none.
std::optional<std::int64_t> tornRecordAt(const ParsedBlock &block, std::int64_t size);

struct TornTail
{
    std::int64_t from = 0; ///< in the source's stream
    std::int64_t copies = 0; ///< rows of table `copy` that went with it
};

/// Takes what the case holds of the source's own stream from this byte on out of it, with what was
/// found there: a record that was half written then, and is to be added whole. It begins where the
/// kept record does that stands across `from`; nothing is done where that is before `notBefore`.
/// Throws SQLite's exceptions.
std::optional<TornTail> removeTornTail(SQLite::Database &database, SourceId source,
                                       std::int64_t from, std::int64_t notBefore);

/// Removes what an import noted of the end of the stream itself, where a list was open: it goes on.
void removeEndNotes(SQLite::Database &database, SourceId source);

} // namespace auditloupe
