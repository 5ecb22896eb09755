// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace auditloupe {

/// xorshift64*: the same numbers on every machine, which the standard's distributions do not
/// promise.
class RandomSource
{
public:
    explicit RandomSource(std::uint64_t seed)
        : m_state(seed == 0 ? 1 : seed)
    {
    }

    std::uint64_t next()
    {
        m_state ^= m_state >> 12U;
        m_state ^= m_state << 25U;
        m_state ^= m_state >> 27U;
        return m_state * 0x2545f4914f6cdd1dULL;
    }

    /// 0 … limit - 1
    std::size_t below(std::size_t limit) { return ((next() >> 32U) * limit) >> 32U; }

    bool perMille(std::size_t share) { return below(1000) < share; }

    /// Mostly near `least`, seldom near `most`: a ninth of the way on average.
    std::int64_t skewed(std::int64_t least, std::int64_t most)
    {
        constexpr double OneMore = 9007199254740992.0; // 2^53
        double x = static_cast<double>(next() >> 11U) / OneMore;
        for (int i = 0; i < 3; ++i) {
            x *= x;
        }
        return least + static_cast<std::int64_t>(x * static_cast<double>(most - least));
    }

    template <typename T, std::size_t N>
    const T &of(std::span<const T, N> values)
    {
        return values[below(values.size())];
    }

private:
    std::uint64_t m_state;
};

} // namespace auditloupe
