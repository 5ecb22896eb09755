// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/query/conditionsql.h"
#include "model/query/eventquery.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <vector>

namespace auditloupe {

/// The ORDER BY with which SQLite gives the first rows at once, or at least without a copy of all
/// keys in memory; empty where sortedIds() is better.
std::string streamingOrder(SQLite::Database &database, const Filter &filter, SortOrder order);

/// The beginning of sortedIds(), found among the first events by time: at once, where an index
/// gives these; empty elsewhere.
std::vector<EventId> firstIds(SQLite::Database &database, const Filter &filter,
                              const SqlContext &context, SortOrder order);

/// The ids of the events that the filter's columns select, in order: key, time, order of import,
/// missing ones first; descending is the exact reverse. Sorts in memory: 24 bytes an event while it
/// runs.
std::vector<EventId> sortedIds(SQLite::Database &database, const Filter &filter,
                               const SqlContext &context, SortOrder order);

} // namespace auditloupe
