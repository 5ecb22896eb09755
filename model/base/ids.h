// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

namespace auditloupe {

/// Row numbers of the case. Event ids follow the order of import and start at 1; 32 bits hold
/// more events than a case can.
enum class EventId : std::uint32_t { };
enum class SourceId : std::int32_t { };
enum class BlockId : std::int32_t { };
enum class StringId : std::int32_t { };

} // namespace auditloupe
