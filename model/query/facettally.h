// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace auditloupe {

/// How often each number came. Numbers are mostly ids, small and dense.
class NumberCounts
{
public:
    void add(std::int64_t number, std::int64_t times = 1)
    {
        if (number >= 0 && number < Dense) {
            const auto index = static_cast<std::size_t>(number);
            if (index >= m_dense.size()) {
                m_dense.resize(index * 2 + 16, 0);
            }
            m_dense[index] += times;
        } else {
            m_sparse[number] += times;
        }
    }

    void add(const NumberCounts &other);
    void each(const std::function<void(std::int64_t number, std::int64_t count)> &take) const;

private:
    static constexpr std::int64_t Dense = 1 << 20;

    std::vector<std::int64_t> m_dense;
    std::unordered_map<std::int64_t, std::int64_t> m_sparse;
};

/// How often each text came. Their memory is bounded: beyond that, new ones are not counted.
class TextCounts
{
public:
    TextCounts();

    void add(std::string_view text, std::int64_t times = 1);
    void add(const TextCounts &other);
    void each(const std::function<void(std::string_view text, std::int64_t count)> &take) const;
    bool isCut() const { return m_isCut; }

private:
    struct Slot
    {
        std::uint64_t hash = 0;
        std::int64_t count = 0; // 0: free
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };

    static constexpr std::size_t MostBytes = 96U << 20U;

    std::string_view textOf(const Slot &slot) const;
    Slot &slotFor(std::string_view text, std::uint64_t hash);
    void grow();

    std::string m_text;
    std::vector<Slot> m_slots; // open addressing: a look-up costs two misses of the cache
    std::size_t m_used = 0;
    bool m_isCut = false;
};

/// What was counted for one facet.
struct FacetTally
{
    NumberCounts numbers = {};
    TextCounts texts = {};
    std::int64_t missing = 0;
    std::int64_t unrecorded = 0;

    void add(const FacetTally &other);
};

} // namespace auditloupe
