// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/query/filter.h"

#include <cstdint>
#include <span>

namespace auditloupe {

class CaseReader;

/// A result in both units.
struct UnitCounts
{
    std::int64_t requests = 0; ///< that are shown, or that an event that is shown belongs to
    std::int64_t events = 0; ///< that are shown, or that belong to a request that is shown
};

/// `ids`: a result whose rows are of this unit. One pass over the case's indexes, whatever the
/// result's length. While an import has not built them, each row counts as one of both.
Result<UnitCounts> countUnits(CaseReader &reader, std::span<const EventId> ids, Unit unit,
                              const JobControl &control);

} // namespace auditloupe
