// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/conditionsql.h"
#include "model/query/sortorder.h"

#include <functional>
#include <SQLiteCpp/SQLiteCpp.h>
#include <vector>

namespace auditloupe {

/// Takes the next id; false when no more are wanted.
using PushId = std::function<bool(EventId)>;

/// Hands over the ids of the events that the filter's columns select, in order. They stream where
/// an index gives the order; elsewhere they are sorted in memory: 24 to 48 bytes an event while it
/// runs, and the texts where these are no ids.
void orderedIds(SQLite::Database &database, const Filter &filter, const SqlContext &context,
                const SortOrder &order, const PushId &push);

/// The beginning of what orderedIds() gives, found among the first events by time: at once, where
/// an index gives these; empty elsewhere.
std::vector<EventId> firstIds(SQLite::Database &database, const Filter &filter,
                              const SqlContext &context, const SortOrder &order);

} // namespace auditloupe
