// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/linecursor.h"

#include "model/event/time.h"

#include <algorithm>

namespace auditloupe {

std::string_view LineCursor::word()
{
    constexpr std::string_view Blanks = " \t";
    const std::size_t end = std::min(m_rest.find_first_of(Blanks), m_rest.size());
    const std::string_view word = m_rest.substr(0, end);
    const std::size_t next = std::min(m_rest.find_first_not_of(Blanks, end), m_rest.size());
    m_rest.remove_prefix(next);
    return word;
}

bool LineCursor::skip(std::string_view text)
{
    const bool fits = m_rest.starts_with(text);
    m_rest.remove_prefix(fits ? text.size() : 0);
    return fits;
}

bool isTimestamp(std::string_view word)
{
    constexpr std::size_t Shortest = 19; // 2006-01-02T15:04:05
    constexpr std::size_t Longest = 40;
    return word.size() > Shortest && word.size() <= Longest && word[10] == 'T'
        && parseTime(word).has_value();
}

std::size_t fractionDigits(std::string_view timestamp)
{
    const std::size_t point = timestamp.find('.');
    if (point == std::string_view::npos) {
        return 0;
    }
    const std::string_view digits = timestamp.substr(point + 1);
    return std::min(digits.find_first_not_of("0123456789"), digits.size());
}

bool isHostName(std::string_view word)
{
    return !word.empty() && std::ranges::all_of(word, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '.' || c == '-' || c == '_';
    });
}

} // namespace auditloupe
