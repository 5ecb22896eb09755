// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <thread>
#include <vector>

namespace auditloupe {

/// Sorts both halves at once, as two cores are everywhere, and merges them. What is sorted already
/// costs one look at it. Neither comparing nor moving may throw.
template <typename T>
void sortHalves(std::vector<T> &values)
{
    if (std::ranges::is_sorted(values)) {
        return;
    }
    const auto middle = values.begin() + std::ssize(values) / 2;
    {
        const std::jthread other([&] { std::sort(values.begin(), middle); });
        std::sort(middle, values.end());
    }
    std::inplace_merge(values.begin(), middle, values.end());
}

} // namespace auditloupe
