// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// The arrays that JsonScanner reports: the keys on the way to each from the outermost object
/// inward, written "tables.rows". An array on the way adds nothing: any element of it will do.
class ListPaths
{
public:
    static constexpr std::size_t Most = 32;

    explicit ListPaths(std::span<const std::string_view> paths);

    /// A bit for each path, all set.
    std::uint32_t all() const;
    /// Of `paths`, those whose key number `depth` is `key`.
    std::uint32_t matching(std::uint32_t paths, std::size_t depth, std::string_view key) const;
    /// Whether one of `paths` has no more than `depth` keys.
    bool endsAt(std::uint32_t paths, std::size_t depth) const;

private:
    std::vector<std::vector<std::string_view>> m_paths;
};

/// Finds where a JSON value ends in bytes that arrive piece by piece. It knows JSON's grammar as
/// far as brackets, commas, colons and strings go (numbers and words are taken as they come), so
/// it stops where a line was cut off and the next value begins. Depth costs eight bytes a level.
class JsonScanner
{
public:
    /// Levels. The reader of Kubernetes, Go's encoding/json, takes no more than ten thousand.
    static constexpr std::size_t Deepest = 1U << 20U;

    enum class Status {
        NeedMore, ///< the bytes end inside the value
        Done, ///< the value is whole; position() is behind it
        List, ///< behind the "[" of an array that the list paths name
        Malformed, ///< position() is at the byte that cannot be, or opens one level too many
    };

    static constexpr std::size_t Nowhere = static_cast<std::size_t>(-1);

    /// `lists` must outlive the scanner.
    explicit JsonScanner(const ListPaths &lists);

    /// The next byte fed begins a value.
    void reset();
    /// The next byte fed begins a member of an object whose bracket is missing. No lists in it.
    void resetInside();

    /// Goes on at `bytes[position()]`; the bytes before that must be those of the last call.
    Status scan(std::string_view bytes);

    /// After List, once the caller has taken the elements: goes on behind the "]".
    void resumeAfterList(std::size_t position);

    /// Relative to the start of the bytes given to scan().
    std::size_t position() const { return m_position; }

    /// Where the innermost object begins that may yet hold a list, or after List the one around
    /// it; Nowhere when the caller has dropped its bytes, or there is none.
    std::size_t objectStart() const;

    /// Where the key begins, inside of its quotes, that is being read and may lead to a list;
    /// Nowhere as above.
    std::size_t keyStart() const;

    /// Where the open levels begin, the outermost first. Not known after shift().
    std::vector<std::size_t> openStarts() const;

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
    void takeKey(std::string_view bytes);

    struct Level
    {
        std::uint32_t start = 0;
        char end = 0; // the bracket that closes it
    };

    /// An open level from which a list path may still be reached.
    struct Way
    {
        std::uint32_t paths = 0;
        std::uint32_t keys = 0; // of each path, up to here
        std::size_t start = 0;
    };

    const ListPaths *m_lists;
    std::vector<Level> m_stack; // the open levels
    std::vector<Way> m_ways; // of the outermost levels: never more than a path has keys
    std::size_t m_position = 0;
    std::size_t m_stringStart = 0;
    Expect m_expect = Expect::Value;
    bool m_inString = false;
    bool m_escaped = false; // the last byte of the string was a backslash that counts
    bool m_inScalar = false;
    std::uint32_t m_pathsNext = 0; // that go on through the value of the last key
};

/// What is kept of the values that the cut goes through; of objects always the whole members.
enum class CutParts : std::uint8_t {
    None, ///< neither lists nor strings
    Lists, ///< the whole elements of lists
    Strings ///< of a string at the end what is left of it, too
};

/// A JSON object that was cut off, closed again.
struct ClosedObject
{
    std::string text = {}; ///< empty where nothing is whole
    std::size_t kept = 0; ///< bytes of it that stood in the cut one: the rest closes it
};

ClosedObject closeCutObject(std::string_view cut, CutParts parts);

/// The text with what no JSON text may hold (invalid UTF-8, bare control characters in strings)
/// replaced by U+FFFD, so that the rest can be read.
std::string replaceForbiddenBytes(std::string_view text);

} // namespace auditloupe
