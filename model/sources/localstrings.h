// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// The distinct strings of one block, numbered from 1 in order of appearance; 0 is "absent".
/// Local to a block, so that blocks can be parsed without shared state; the case's writer turns
/// the numbers into ids of its own.
class LocalStrings
{
public:
    LocalStrings();

    /// 0 for an absent field (a view without data).
    std::int32_t intern(std::string_view text);

    /// In order of their numbers: the first has number 1.
    std::size_t size() const { return m_entries.size(); }
    std::string_view at(std::size_t index) const;

private:
    struct Entry
    {
        std::uint64_t hash = 0;
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };

    void grow();

    std::string m_text;
    std::vector<Entry> m_entries;
    std::vector<std::int32_t> m_slots; // open addressing; numbers, 0 is free
};

} // namespace auditloupe
