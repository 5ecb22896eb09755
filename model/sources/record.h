// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>

namespace auditloupe {

/// Where a record stands. `offset` is in the splitter's buffer, `line` in the stream, from 1.
struct RecordPlace
{
    std::size_t offset = 0;
    std::int64_t line = 1;
};

} // namespace auditloupe
