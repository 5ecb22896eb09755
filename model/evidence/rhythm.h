// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/silences.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace auditloupe {

/// How long a source usually pauses between two events, and from when on a pause is a gap.
///
/// The time is cut into 48 equal parts, in which a pause longer than a part counts as one part,
/// so that neither bursts of events nor a few long gaps decide. The longest pause of each part is
/// taken; four of five parts stay within `pauseUs`. A gap is five times that, and a minute at
/// least: leases and health checks keep an API server's log awake every few seconds.
struct Rhythm
{
    std::int64_t pauseUs = 0;
    std::int64_t gapUs = 0;
};

/// `timesUs` is sorted. Nothing where it is too little to tell a rhythm.
std::optional<Rhythm> rhythmOf(std::span<const std::int64_t> timesUs);

/// The pauses of `rhythm.gapUs` and more, in order of time.
std::vector<Silence> gapsIn(std::span<const std::int64_t> timesUs, const Rhythm &rhythm);

} // namespace auditloupe
