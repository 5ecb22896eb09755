// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace auditloupe {

/// Reads the head of a line of text word by word. What does not fit leaves it where it is.
class LineCursor
{
public:
    explicit LineCursor(std::string_view line)
        : m_rest(line)
    {
    }

    /// The characters up to the next blank, which is skipped with those behind it; empty at a
    /// line's end.
    std::string_view word();
    /// Skips this text, if it comes next.
    bool skip(std::string_view text);

    std::string_view rest() const { return m_rest; }
    bool isAtObject() const { return m_rest.starts_with('{'); }

private:
    std::string_view m_rest;
};

/// Whether the word is a date and time as RFC 3339 has it, in UTC or with an offset.
bool isTimestamp(std::string_view word);
/// Its digits behind the seconds' point.
std::size_t fractionDigits(std::string_view timestamp);
/// Whether it could be a host's name: letters, digits, dots and hyphens.
bool isHostName(std::string_view word);

} // namespace auditloupe
