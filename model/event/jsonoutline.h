// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// One value in a JSON text. Places are bytes of the text, so nothing of it is lost: numbers,
/// escapes and the order of keys stay as they were written.
struct JsonNode
{
    enum class Kind : std::uint8_t { Object, Array, String, Number, Word };
    static constexpr std::uint32_t NoNode = 0xffffffff;

    Kind kind = Kind::Word;
    bool whole = true; ///< false: the text breaks off within
    std::uint32_t parent = NoNode;
    std::uint32_t end = 0; ///< index behind the last node inside this one
    std::uint32_t position = 0; ///< among the parent's members or elements
    std::uint32_t depth = 0;
    std::uint32_t keyFrom = 0; ///< the key with its quotes; length 0 where there is none
    std::uint32_t keyLength = 0;
    std::uint32_t from = 0;
    std::uint32_t length = 0;

    bool isContainer() const { return kind == Kind::Object || kind == Kind::Array; }
};

/// All values of a JSON text, parents before children. Text that is cut off or damaged gives what
/// stands before the damage.
struct JsonOutline
{
    std::vector<JsonNode> nodes = {};
    std::size_t readTo = 0; ///< what stands behind this byte was not understood
    bool whole = false; ///< one whole value and nothing behind it
    /// Where the text stops being JSON; its size where it is merely cut off.
    std::optional<std::size_t> errorAt = {};

    static JsonOutline read(std::string_view json);

    /// The child with this key, NoNode where there is none. The last one wins, as in Go.
    std::uint32_t child(std::string_view json, std::uint32_t parent, std::string_view key) const;
    /// "responseObject.items[3].metadata.name"; keys with other characters stand in brackets.
    std::string path(std::string_view json, std::uint32_t node) const;
    /// The node's bytes.
    std::string_view text(std::string_view json, std::uint32_t node) const;
    /// The node's value: strings without quotes and escapes, anything else as it stands.
    std::string value(std::string_view json, std::uint32_t node) const;
    std::string key(std::string_view json, std::uint32_t node) const;
};

/// Text as it may be shown where line breaks and tabs are welcome: what a reader cannot see or
/// what rearranges its surroundings becomes "\u202e".
QString visibleText(const QString &text);

} // namespace auditloupe
