// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <functional>

namespace SQLite {
class Database;
}

namespace auditloupe {

/// What can only be told when all of an import is there, inside the caller's transaction:
/// - an event seen twice becomes one row (the fullest copy) and entries of table `copy`;
/// - exactly one event of every request is marked `last`;
/// - the indexes exist.
/// Repeating it changes nothing. False when it was cancelled: the caller rolls back.
/// Throws SQLite's exceptions; its statements may be interrupted.
bool settleEvents(SQLite::Database &database, const std::function<bool()> &isCancelled);

/// The same for the requests that a source shares with others, where it was told anew which
/// cluster the source comes from.
bool settleSource(SQLite::Database &database, std::int64_t source,
                  const std::function<bool()> &isCancelled);

} // namespace auditloupe
