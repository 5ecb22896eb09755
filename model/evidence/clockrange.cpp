// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/clockrange.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace auditloupe {
namespace {

/// The differences of the clocks that let the shorter handling lie within the longer one.
std::pair<std::int64_t, std::int64_t> bounds(const SeenTwice &request)
{
    const std::int64_t atBegin = request.there.fromUs - request.here.fromUs;
    const std::int64_t atEnd = request.there.toUs - request.here.toUs;
    return std::minmax({atBegin, atEnd});
}

struct Edge
{
    std::int64_t us = 0;
    int change = 0; ///< +1 begins a bound, -1 ends one
};

} // namespace

std::optional<ClockRange> clockRange(std::span<const SeenTwice> requests)
{
    std::vector<Edge> edges;
    for (const SeenTwice &request : requests) {
        const auto [least, most] = bounds(request);
        edges.push_back({.us = least, .change = 1});
        edges.push_back({.us = most, .change = -1});
    }
    std::ranges::sort(edges, {}, [](const Edge &e) { return std::tuple(e.us, -e.change); });
    ClockRange best;
    std::int64_t depth = 0;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        depth += edges[i].change;
        if (depth > best.agreeing) {
            best = {.leastUs = edges[i].us, .mostUs = edges[i + 1].us, .agreeing = depth};
        }
    }
    return best.agreeing > 0 ? std::optional(best) : std::nullopt;
}

} // namespace auditloupe
