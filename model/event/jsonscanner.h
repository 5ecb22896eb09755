// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// Finds where a JSON value ends in bytes that arrive piece by piece. It knows JSON's grammar as
/// far as brackets, commas, colons and strings go (numbers and words are taken as they come), so
/// it stops where a line was cut off and the next value begins. Depth costs one byte a level.
class JsonScanner
{
public:
    enum class Status {
        NeedMore, ///< the bytes end inside the value
        Done, ///< the value is whole; position() is behind it
        List, ///< behind the "[" of the outermost object's member "items"
        Malformed, ///< position() is at the byte that cannot be
    };

    /// The next byte fed begins a value.
    void reset();

    /// Goes on at `bytes[position()]`; the bytes before that must be those of the last call.
    Status scan(std::string_view bytes);

    /// After List, once the caller has taken the elements: goes on behind the "]".
    void resumeAfterList(std::size_t position);

    /// Relative to the start of the bytes given to scan().
    std::size_t position() const { return m_position; }

    /// The caller dropped this many bytes from the front.
    void shift(std::size_t bytes);

private:
    enum class Expect : std::uint8_t { Value, FirstKey, Key, Colon, FirstElement, Separator };

    Status step(std::string_view bytes);
    Status string(std::string_view bytes);
    Status scalar(std::string_view bytes);
    Status open(char bracket);
    Status close(char bracket);
    Status afterValue();
    bool isItemsKey(std::string_view bytes) const;

    std::vector<char> m_stack; // the closing bracket of each open level
    std::size_t m_position = 0;
    std::size_t m_stringStart = 0;
    Expect m_expect = Expect::Value;
    bool m_inString = false;
    bool m_escaped = false; // the last byte of the string was a backslash that counts
    bool m_inScalar = false;
    bool m_itemsNext = false; // the outermost object's key was "items"
};

/// The longest whole part of a JSON object that was cut off: complete members only, closed
/// again. Empty where not even one member is whole.
std::string closeCutObject(std::string_view cut);

/// The text with what no JSON text may hold (invalid UTF-8, bare control characters in strings)
/// replaced by U+FFFD, so that the rest can be read.
std::string replaceForbiddenBytes(std::string_view text);

} // namespace auditloupe
