// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// What stands wrong in a text, and where: a byte of it.
struct TextFault
{
    std::size_t at = 0;
    std::string text = {}; ///< in the API server's words, as far as they are known
};

/// A YAML or JSON text as the API server understands it, each value with its place. Values stand
/// in one array, texts in one string: a text of 10 MB has a few million values.
class TextDocument
{
public:
    enum class Kind : std::uint8_t {
        Null,
        Bool,
        Integer,
        Float,
        NotANumber, ///< infinite or no number: JSON cannot say it
        String,
        Sequence,
        Mapping,
        Alias
    };
    using NodeId = std::uint32_t;
    static constexpr NodeId None = std::numeric_limits<NodeId>::max();

    struct Node
    {
        Kind kind = Kind::Null;
        bool isMergeKey = false; ///< an unquoted "<<"
        bool isTrue = false;
        std::uint32_t at = 0; ///< byte of the text
        std::uint32_t textBegin = 0; ///< of a scalar; a number is written as JSON writes it
        std::uint32_t textSize = 0;
        NodeId first = None; ///< first entry; keys and values take turns. Of an alias: its target
        NodeId next = None; ///< next entry of the same parent
    };

    struct Member
    {
        std::string_view key = {};
        NodeId keyNode = None;
        NodeId value = None; ///< never an alias
    };

    bool isJson = false;
    std::vector<Node> nodes = {}; ///< the first one is the root; empty for an empty text
    std::string texts = {};
    std::optional<std::size_t> secondDocument = {}; ///< where it begins, if there is one

    const Node &node(NodeId id) const { return nodes[id]; }
    std::string_view text(NodeId id) const;
    /// Follows an alias to what it stands for.
    NodeId resolved(NodeId id) const;
    /// JSON: as written, repeated keys too. YAML: with merged mappings, sorted, the last one wins.
    std::vector<Member> members(NodeId mapping) const;
    /// The number, where it is an integer that 64 bits can hold.
    std::optional<std::int64_t> integer(NodeId id) const;
};

/// A key of a mapping as JSON has it: numbers and booleans become texts.
std::string_view keyText(const TextDocument &document, TextDocument::NodeId key);

} // namespace auditloupe
