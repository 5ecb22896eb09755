// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/filter.h"

#include <cstdint>

namespace auditloupe {

/// Says that so many events (or requests) cannot tell whether the filter's condition holds, and
/// what they would have to know for it. Empty where there are none.
QString unknownNote(const Filter &filter, std::int64_t count);

} // namespace auditloupe
