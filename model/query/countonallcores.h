// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/casefile/casereader.h"

#include <cstdint>
#include <functional>
#include <string>

namespace auditloupe {

/// Counts among the events e that a condition such as "e.id >= 1 AND e.id < 500000" picks. Called
/// by several threads at once, each with a connection of its own.
using CountStretch =
    std::function<std::int64_t(SQLite::Database &database, const std::string &stretch)>;

/// The sum over stretches of ids that make up the case: one a core, or a single one where that is
/// not worth the threads. While an import adds events, the stretches may see different states.
Result<std::int64_t> countOnAllCores(CaseReader &reader, const JobControl &control,
                                     const CountStretch &count);

} // namespace auditloupe
