// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"

#include <string_view>
#include <vector>

namespace auditloupe {

/// Lines and columns of a text's bytes. The text must outlive it.
class TextPlaces
{
public:
    explicit TextPlaces(std::string_view text);

    /// Line and column, from 1; a column counts UTF-16 units. Fast for places that come in order,
    /// however long a line is.
    Location location(std::size_t at);

private:
    std::string_view m_text;
    std::vector<std::size_t> m_lines; ///< where each begins
    std::size_t m_lastAt = 0;
    std::size_t m_lastLine = 0;
    std::int64_t m_lastColumn = 0;
};

} // namespace auditloupe
