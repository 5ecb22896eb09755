// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/rhythm.h"

#include <algorithm>
#include <array>

namespace auditloupe {
namespace {

constexpr std::size_t Parts = 48;
constexpr std::size_t FewestParts = 12; // with an event in them
constexpr std::size_t FewestTimes = 50;
constexpr std::int64_t Factor = 5;
constexpr std::int64_t ShortestGapUs = 60'000'000;
constexpr int MostRounds = 32;

/// How wide a part is when longer pauses count as one part.
std::int64_t partWidth(std::span<const std::int64_t> times)
{
    std::int64_t active = times.back() - times.front();
    std::int64_t width = active / std::int64_t(Parts) + 1;
    for (int round = 0; round < MostRounds; ++round) {
        std::int64_t shrunk = 0;
        for (std::size_t i = 1; i < times.size(); ++i) {
            shrunk += std::min(times[i] - times[i - 1], width);
        }
        if (shrunk >= active) {
            break;
        }
        active = shrunk;
        width = active / std::int64_t(Parts) + 1;
    }
    return width;
}

/// The longest pause that ends in each part; parts without an event are left out.
std::vector<std::int64_t> longestPauses(std::span<const std::int64_t> times)
{
    const std::int64_t width = partWidth(times);
    std::array<std::optional<std::int64_t>, Parts> longest = {};
    std::int64_t place = 0;
    for (std::size_t i = 1; i < times.size(); ++i) {
        const std::int64_t pause = times[i] - times[i - 1];
        place += std::min(pause, width);
        auto &part = longest[std::min(std::size_t(place / width), Parts - 1)];
        part = std::max(part.value_or(0), pause);
    }
    std::vector<std::int64_t> pauses;
    for (const std::optional<std::int64_t> &pause : longest) {
        if (pause) {
            pauses.push_back(*pause);
        }
    }
    return pauses;
}

} // namespace

std::optional<Rhythm> rhythmOf(std::span<const std::int64_t> timesUs)
{
    if (timesUs.size() < FewestTimes) {
        return std::nullopt;
    }
    std::vector<std::int64_t> pauses = longestPauses(timesUs);
    if (pauses.size() < FewestParts) {
        return std::nullopt;
    }
    std::ranges::sort(pauses);
    const std::int64_t usual = pauses[(pauses.size() - 1) * 4 / 5];
    return Rhythm{.pauseUs = usual, .gapUs = std::max(ShortestGapUs, usual * Factor)};
}

std::vector<Silence> gapsIn(std::span<const std::int64_t> timesUs, const Rhythm &rhythm)
{
    std::vector<Silence> gaps;
    for (std::size_t i = 1; i < timesUs.size(); ++i) {
        if (timesUs[i] - timesUs[i - 1] >= rhythm.gapUs) {
            gaps.push_back({.fromUs = timesUs[i - 1], .toUs = timesUs[i]});
        }
    }
    return gaps;
}

} // namespace auditloupe
