// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/textplaces.h"

#include <algorithm>

namespace auditloupe {

TextPlaces::TextPlaces(std::string_view text)
    : m_text(text)
    , m_lines{0}
{
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
        m_lines.push_back(at + 1);
    }
}

Location TextPlaces::location(std::size_t at)
{
    at = std::min(at, m_text.size());
    const auto behind = std::ranges::upper_bound(m_lines, at);
    const auto line = static_cast<std::size_t>(behind - m_lines.begin()) - 1;
    if (line != m_lastLine || at < m_lastAt) {
        m_lastLine = line;
        m_lastAt = m_lines[line];
        m_lastColumn = 0;
    }
    for (; m_lastAt < at; ++m_lastAt) {
        const auto byte = static_cast<unsigned char>(m_text[m_lastAt]);
        constexpr unsigned char FirstOfFour = 0xF0;
        const bool isContinuation = (byte & 0xC0U) == 0x80U;
        m_lastColumn += isContinuation ? 0 : byte >= FirstOfFour ? 2 : 1;
    }
    return {.line = static_cast<std::int64_t>(line) + 1,
            .column = m_lastColumn + 1,
            .byte = static_cast<std::int64_t>(at)};
}

} // namespace auditloupe
