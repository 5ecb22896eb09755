// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"

#include <cstdint>
#include <vector>

namespace auditloupe {

/// A time during which events of one kind were written at one level only.
struct LevelRun
{
    Level level = Level::Unknown;
    std::int64_t firstUs = 0;
    std::int64_t lastUs = 0;
};

/// Finds when the level changed, from times in any order, in constant memory: the span is cut
/// into slots, and those that hold several levels are passed over.
class LevelRuns
{
public:
    LevelRuns(std::int64_t firstUs, std::int64_t lastUs);

    void add(std::int64_t us, Level level);

    /// In order of time; neighbours differ in level.
    std::vector<LevelRun> runs() const;

private:
    struct Slot
    {
        LevelRun run = {};
        bool used = false;
        bool mixed = false;
    };

    std::int64_t m_firstUs = 0;
    std::int64_t m_slotUs = 1;
    std::vector<Slot> m_slots;
};

} // namespace auditloupe
