// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// Sets of rules, a bit a rule, found by a text.
class ValueMasks
{
public:
    /// For so many rules, in words of 64.
    explicit ValueMasks(std::size_t words);

    /// The rule takes this value.
    void add(std::string_view value, std::size_t rule);
    /// The rule takes every value.
    void addAny(std::size_t rule);
    /// After the last add.
    void finish();

    /// The rules that take the value: as many words as there are.
    const std::uint64_t *find(std::string_view value) const;
    /// The rules that take whatever there is, or nothing at all.
    const std::uint64_t *any() const { return m_masks.data(); }

private:
    struct Slot
    {
        std::uint64_t hash = 0;
        std::uint32_t mask = 0; ///< 0: the slot is free
        std::string value = {};
    };

    Slot &slotFor(std::string_view value, std::uint64_t hash);
    void grow();

    std::size_t m_words;
    std::size_t m_count = 0;
    std::vector<Slot> m_slots; ///< a power of two of them
    std::vector<std::uint64_t> m_masks; ///< the first one is `any`
};

} // namespace auditloupe
