// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"

#include <cstdint>
#include <span>

namespace auditloupe {

class CaseReader;

/// How many requests a result shows: its events that are their request's most complete stage.
/// One pass over the case, whatever the result's length.
Result<std::int64_t> countRequests(CaseReader &reader, std::span<const EventId> result);

} // namespace auditloupe
