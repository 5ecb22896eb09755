// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/query/filter.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace auditloupe {

class CaseReader;

/// A part of a filter and how many rows there would be without it.
struct HidingPart
{
    enum class Kind : std::uint8_t { Condition, TimeRange, Noise };

    Kind kind = Kind::Condition;
    QString text = {}; ///< of a condition
    Filter without = {};
    std::int64_t wouldShow = 0;
};

/// Why a filter selects nothing.
struct EmptyResult
{
    /// Without it most rows would be shown; nothing where leaving out one part does not help.
    std::optional<HidingPart> hiding = {};
    /// Conditions that select nothing in the whole case either, as text; only where no part alone
    /// hides the rest.
    std::vector<QString> nowhere = {};
    /// Of the case's events, where the filter has a time range.
    std::int64_t eventsInRange = 0;
    std::int64_t sourcesInRange = 0; ///< that begin before its end and end after its beginning
    std::optional<std::int64_t> firstUs = {}; ///< of the case
    std::optional<std::int64_t> lastUs = {};
    /// Rows that cannot tell, as they were recorded so.
    std::int64_t unknown = 0;
};

/// Asks the case once for each part of the filter; cancellable.
Result<EmptyResult> whyEmpty(CaseReader &reader, const Filter &filter, const JobControl &control);

} // namespace auditloupe
