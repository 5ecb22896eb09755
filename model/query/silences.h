// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <vector>

namespace auditloupe {

struct Silence
{
    std::int64_t fromUs = 0; ///< the last event before it
    std::int64_t toUs = 0; ///< the first event after it

    std::int64_t lengthUs() const { return toUs - fromUs; }
};

/// Finds the longest times without events from times in any order, in constant memory: one that
/// is longer than two of the slots that the span is cut into is found, with its exact ends.
class Silences
{
public:
    Silences(std::int64_t firstUs, std::int64_t lastUs);

    void add(std::int64_t us);

    /// Up to `limit` that last `shortestUs` or longer; the longest first.
    std::vector<Silence> longest(std::int64_t shortestUs, std::size_t limit) const;

private:
    struct Slot
    {
        std::int64_t firstUs = 0;
        std::int64_t lastUs = 0;
        bool used = false;
    };

    std::int64_t m_firstUs = 0;
    std::int64_t m_slotUs = 1;
    std::vector<Slot> m_slots;
};

} // namespace auditloupe
