// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string_view>

namespace auditloupe {

/// XXH3, 64 bits: stable across machines and versions, so it may stand in a case. No proof
/// against somebody who makes collisions on purpose: equal hashes are only candidates.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

} // namespace auditloupe
