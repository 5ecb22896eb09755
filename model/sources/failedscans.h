// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace auditloupe {

/// Scans for the end of a value that came to nothing. A value that stood open when such a scan
/// stopped would stop at the same place if it were scanned by itself: so a damaged record is gone
/// through once, however many records seem to begin inside of it.
///
/// Two scans are enough to remember. Of the scans that cover a byte, all that take it for part of
/// a string see the same values from there on, and so do all that do not.
class FailedScans
{
public:
    /// A scan went from `begin` to `end`. `open` says where the values begin, counted from
    /// `begin`, that were open then, in ascending order.
    void add(std::int64_t begin, std::int64_t end, std::vector<std::size_t> open);

    /// Where a value that begins here fails, if a scan has shown that it does.
    std::optional<std::int64_t> failureOf(std::int64_t begin) const;

private:
    struct Scan
    {
        std::int64_t begin = 0;
        std::int64_t end = 0;
        std::vector<std::size_t> open = {};
    };

    std::array<Scan, 2> m_scans;
};

} // namespace auditloupe
