// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string_view>

namespace auditloupe {

/// Finds where a row of delimited text (RFC 4180) ends in bytes that arrive piece by piece: a line
/// break inside quotes belongs to its cell. What follows a closing quote must be a delimiter or
/// the row's end: so a stray quote is noticed in the row after it, not at the file's end.
class RowScanner
{
public:
    enum class Status { NeedMore, Done, Malformed };

    /// The next byte begins a row. `delimiter` is a comma, a semicolon or a tab.
    void reset(char delimiter);

    /// Goes on at `bytes[position()]`; the bytes before that must be those of the last call.
    /// After Done position() is at the row's line break.
    Status scan(std::string_view bytes);

    /// Whether the row may end where the bytes end.
    bool isWhole() const { return m_state != State::Quoted; }

    std::size_t position() const { return m_position; }

private:
    enum class State { CellStart, Plain, Quoted, QuoteSeen };

    std::size_t m_position = 0;
    State m_state = State::CellStart;
    char m_delimiter = ',';
};

} // namespace auditloupe
