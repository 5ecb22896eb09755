// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/levelruns.h"

#include <algorithm>

namespace auditloupe {
namespace {

constexpr std::int64_t SlotCount = 65'536;

} // namespace

LevelRuns::LevelRuns(std::int64_t firstUs, std::int64_t lastUs)
    : m_firstUs(firstUs)
    , m_slotUs(std::max<std::int64_t>(1, (lastUs - firstUs) / SlotCount + 1))
    , m_slots(SlotCount)
{
}

void LevelRuns::add(std::int64_t us, Level level)
{
    const std::int64_t number =
        std::clamp((us - m_firstUs) / m_slotUs, std::int64_t{0}, SlotCount - 1);
    Slot &slot = m_slots[static_cast<std::size_t>(number)];
    if (!slot.used) {
        slot = {.run = {.level = level, .firstUs = us, .lastUs = us}, .used = true};
        return;
    }
    slot.run.firstUs = std::min(slot.run.firstUs, us);
    slot.run.lastUs = std::max(slot.run.lastUs, us);
    slot.mixed = slot.mixed || slot.run.level != level;
}

std::vector<LevelRun> LevelRuns::runs() const
{
    std::vector<LevelRun> found;
    for (const Slot &slot : m_slots) {
        if (!slot.used || slot.mixed) {
            continue;
        }
        if (found.empty() || found.back().level != slot.run.level) {
            found.push_back(slot.run);
        } else {
            found.back().lastUs = slot.run.lastUs;
        }
    }
    return found;
}

} // namespace auditloupe
