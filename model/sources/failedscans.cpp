// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/failedscans.h"

#include <algorithm>

namespace auditloupe {

void FailedScans::add(std::int64_t begin, std::int64_t end, std::vector<std::size_t> open)
{
    if (open.size() < 2) {
        return; // nothing begins inside
    }
    // Records come in ascending order: what ended first is passed.
    Scan &oldest = *std::ranges::min_element(m_scans, {}, &Scan::end);
    oldest = {.begin = begin, .end = end, .open = std::move(open)};
}

std::optional<std::int64_t> FailedScans::failureOf(std::int64_t begin) const
{
    for (const Scan &scan : m_scans) {
        if (begin >= scan.begin && begin < scan.end
            && std::ranges::binary_search(scan.open,
                                          static_cast<std::size_t>(begin - scan.begin))) {
            return scan.end;
        }
    }
    return std::nullopt;
}

} // namespace auditloupe
