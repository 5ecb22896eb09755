// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/localstrings.h"

#include "model/base/hash.h"

namespace auditloupe {

namespace {

constexpr std::size_t InitialSlots = 512; // a power of two

} // namespace

LocalStrings::LocalStrings()
    : m_slots(InitialSlots, 0)
{
}

std::int32_t LocalStrings::intern(std::string_view text)
{
    if (text.data() == nullptr) {
        return 0;
    }
    const std::uint64_t hash = hash64(text);
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    while (m_slots[slot] != 0) {
        const Entry &entry = m_entries[static_cast<std::size_t>(m_slots[slot] - 1)];
        if (entry.hash == hash
            && std::string_view(m_text).substr(entry.offset, entry.length) == text) {
            return m_slots[slot];
        }
        slot = (slot + 1) & mask;
    }
    m_entries.push_back({.hash = hash,
                         .offset = static_cast<std::uint32_t>(m_text.size()),
                         .length = static_cast<std::uint32_t>(text.size())});
    m_text.append(text);
    const auto number = static_cast<std::int32_t>(m_entries.size());
    m_slots[slot] = number;
    if (m_entries.size() * 2 > m_slots.size()) {
        grow();
    }
    return number;
}

std::string_view LocalStrings::at(std::size_t index) const
{
    const Entry &entry = m_entries[index];
    return std::string_view(m_text).substr(entry.offset, entry.length);
}

void LocalStrings::grow()
{
    std::vector<std::int32_t> slots(m_slots.size() * 2, 0);
    const std::size_t mask = slots.size() - 1;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        std::size_t slot = m_entries[i].hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = static_cast<std::int32_t>(i + 1);
    }
    m_slots = std::move(slots);
}

} // namespace auditloupe
