// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/facettally.h"

#include "model/base/hash.h"

namespace auditloupe {

namespace {

constexpr std::size_t InitialSlots = 256; // a power of two

} // namespace

void NumberCounts::add(const NumberCounts &other)
{
    other.each([this](std::int64_t number, std::int64_t count) { add(number, count); });
}

void NumberCounts::each(
    const std::function<void(std::int64_t number, std::int64_t count)> &take) const
{
    for (std::size_t i = 0; i < m_dense.size(); ++i) {
        if (m_dense[i] > 0) {
            take(static_cast<std::int64_t>(i), m_dense[i]);
        }
    }
    for (const auto &[number, count] : m_sparse) {
        take(number, count);
    }
}

TextCounts::TextCounts()
    : m_slots(InitialSlots)
{
}

void TextCounts::add(std::string_view text, std::int64_t times)
{
    const std::uint64_t hash = hash64(text);
    Slot &slot = slotFor(text, hash);
    if (slot.count > 0) {
        slot.count += times;
        return;
    }
    if (m_text.size() + m_slots.size() * sizeof(Slot) >= MostBytes) {
        m_isCut = true;
        return;
    }
    slot = {.hash = hash,
            .count = times,
            .offset = static_cast<std::uint32_t>(m_text.size()),
            .length = static_cast<std::uint32_t>(text.size())};
    m_text.append(text);
    if (++m_used * 2 > m_slots.size()) {
        grow();
    }
}

void TextCounts::add(const TextCounts &other)
{
    other.each([this](std::string_view text, std::int64_t count) { add(text, count); });
    m_isCut = m_isCut || other.m_isCut;
}

void TextCounts::each(
    const std::function<void(std::string_view text, std::int64_t count)> &take) const
{
    for (const Slot &slot : m_slots) {
        if (slot.count > 0) {
            take(textOf(slot), slot.count);
        }
    }
}

std::string_view TextCounts::textOf(const Slot &slot) const
{
    return std::string_view(m_text).substr(slot.offset, slot.length);
}

/// That of the text, or the free one that it can have.
TextCounts::Slot &TextCounts::slotFor(std::string_view text, std::uint64_t hash)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t index = hash & mask;
    while (m_slots[index].count > 0
           && (m_slots[index].hash != hash || textOf(m_slots[index]) != text)) {
        index = (index + 1) & mask;
    }
    return m_slots[index];
}

void TextCounts::grow()
{
    std::vector<Slot> slots(m_slots.size() * 2);
    const std::size_t mask = slots.size() - 1;
    for (const Slot &slot : m_slots) {
        if (slot.count == 0) {
            continue;
        }
        std::size_t index = slot.hash & mask;
        while (slots[index].count > 0) {
            index = (index + 1) & mask;
        }
        slots[index] = slot;
    }
    m_slots = std::move(slots);
}

void FacetTally::add(const FacetTally &other)
{
    numbers.add(other.numbers);
    texts.add(other.texts);
    missing += other.missing;
    unrecorded += other.unrecorded;
}

} // namespace auditloupe
