// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/silences.h"

#include <algorithm>

namespace auditloupe {
namespace {

constexpr std::int64_t SlotCount = 65'536;

} // namespace

Silences::Silences(std::int64_t firstUs, std::int64_t lastUs)
    : m_firstUs(firstUs)
    , m_slotUs(std::max<std::int64_t>(1, (lastUs - firstUs) / SlotCount + 1))
    , m_slots(SlotCount)
{
}

void Silences::add(std::int64_t us)
{
    const std::int64_t number =
        std::clamp((us - m_firstUs) / m_slotUs, std::int64_t{0}, SlotCount - 1);
    Slot &slot = m_slots[static_cast<std::size_t>(number)];
    slot.firstUs = slot.used ? std::min(slot.firstUs, us) : us;
    slot.lastUs = slot.used ? std::max(slot.lastUs, us) : us;
    slot.used = true;
}

std::vector<Silence> Silences::longest(std::int64_t shortestUs, std::size_t limit) const
{
    std::vector<Silence> found;
    const Slot *previous = nullptr;
    for (const Slot &slot : m_slots) {
        if (!slot.used) {
            continue;
        }
        if (previous != nullptr && slot.firstUs - previous->lastUs >= shortestUs) {
            found.push_back({.fromUs = previous->lastUs, .toUs = slot.firstUs});
        }
        previous = &slot;
    }
    std::ranges::sort(found, std::ranges::greater{}, &Silence::lengthUs);
    found.resize(std::min(found.size(), limit));
    return found;
}

} // namespace auditloupe
