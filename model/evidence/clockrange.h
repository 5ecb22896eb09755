// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace auditloupe {

/// A request as one server saw it, from receipt to its end by that server's clock.
struct Handling
{
    std::int64_t fromUs = 0;
    std::int64_t toUs = 0;

    std::int64_t lengthUs() const { return toUs - fromUs; }
};

struct SeenTwice
{
    Handling here = {};
    Handling there = {};
};

struct ClockRange
{
    std::int64_t leastUs = 0; ///< the clock there minus the clock here, at least
    std::int64_t mostUs = 0;
    std::int64_t agreeing = 0; ///< requests that allow for all of the range
};

/// Of two servers that handled a request one behind the other, the one in front took longer and
/// its time encloses the other's; so every request bounds how far the clocks can be apart. The
/// range is where most of these bounds meet. Nothing without requests.
std::optional<ClockRange> clockRange(std::span<const SeenTwice> requests);

} // namespace auditloupe
