// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/valuemasks.h"

#include "model/base/hash.h"

namespace auditloupe {

namespace {

constexpr std::size_t BitsOfWord = 64;

std::uint64_t bitOf(std::size_t rule)
{
    return std::uint64_t{1} << (rule % BitsOfWord);
}

} // namespace

ValueMasks::ValueMasks(std::size_t words)
    : m_words(words)
    , m_slots(16)
    , m_masks(words)
{
}

ValueMasks::Slot &ValueMasks::slotFor(std::string_view value, std::uint64_t hash)
{
    std::size_t at = hash & (m_slots.size() - 1);
    while (m_slots[at].mask != 0 && (m_slots[at].hash != hash || m_slots[at].value != value)) {
        at = (at + 1) & (m_slots.size() - 1);
    }
    return m_slots[at];
}

void ValueMasks::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (Slot &slot : old) {
        if (slot.mask != 0) {
            slotFor(slot.value, slot.hash) = std::move(slot);
        }
    }
}

void ValueMasks::add(std::string_view value, std::size_t rule)
{
    if (m_count * 2 >= m_slots.size()) {
        grow();
    }
    const std::uint64_t hash = hash64(value);
    Slot &slot = slotFor(value, hash);
    if (slot.mask == 0) {
        ++m_count;
        slot = {
            .hash = hash, .mask = static_cast<std::uint32_t>(m_count), .value = std::string(value)};
        m_masks.resize(m_masks.size() + m_words);
    }
    m_masks[slot.mask * m_words + rule / BitsOfWord] |= bitOf(rule);
}

void ValueMasks::addAny(std::size_t rule)
{
    m_masks[rule / BitsOfWord] |= bitOf(rule);
}

void ValueMasks::finish()
{
    for (std::size_t i = m_words; i < m_masks.size(); ++i) {
        m_masks[i] |= m_masks[i % m_words];
    }
}

const std::uint64_t *ValueMasks::find(std::string_view value) const
{
    if (m_count == 0) {
        return any();
    }
    const std::uint64_t hash = hash64(value);
    std::size_t at = hash & (m_slots.size() - 1);
    while (m_slots[at].mask != 0) {
        if (m_slots[at].hash == hash && m_slots[at].value == value) {
            return m_masks.data() + m_slots[at].mask * m_words;
        }
        at = (at + 1) & (m_slots.size() - 1);
    }
    return any();
}

} // namespace auditloupe
