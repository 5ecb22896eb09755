// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/fieldsql.h"
#include "model/query/filter.h"

#include <cstdint>

namespace auditloupe {

/// Which events a WHERE lets through.
enum class Wanted : std::uint8_t {
    True, ///< those that may be selected
    Unknown ///< those that may be unable to tell
};

/// How rows are come by.
enum class RowAccess : std::uint8_t {
    Scan, ///< one after the other, where no time range leaves most of them out
    ByTime ///< from the index of the unit's time
};

/// Whether columns alone answer it.
bool isInColumns(const Condition &condition);

/// The condition's truth in one event: 1, 0, or NULL for unknown. SQL's and, or and not of these
/// are Kleene's. Only for what isInColumns(); needs the functions of FieldFunctions.
SqlText truthSql(const Condition &condition, const SqlContext &context);

/// True for the events of the filter's time and unit whose truth may be the wanted one, as far as
/// columns can tell; exactly those where its condition isInColumns().
SqlText filterSql(const Filter &filter, const SqlContext &context, Wanted wanted = Wanted::True,
                  RowAccess access = RowAccess::Scan);

/// What columns tell of a condition's truth: no less than one and no more than the other, where
/// false is less than unknown and unknown less than true. They differ only where a document has to
/// be read.
struct TruthBounds
{
    SqlText least = {};
    SqlText most = {};
};

TruthBounds truthBoundsSql(const Condition &condition, const SqlContext &context);

/// Whether a test in the condition needs to know the time of the last event.
bool isRelativeToNow(const Condition &condition);

} // namespace auditloupe
