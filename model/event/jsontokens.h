// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// One piece of a JSON text by its place in it. Unlike a parsed document it keeps numbers, escapes
/// and key order as they were written, and it exists for damaged texts too.
struct JsonToken
{
    enum class Kind : std::uint8_t {
        ObjectBegin,
        ObjectEnd,
        ArrayBegin,
        ArrayEnd,
        Key,
        String,
        Number,
        Literal ///< true, false, null; in a damaged text any other word
    };
    static constexpr std::uint32_t None = UINT32_MAX;

    Kind kind = Kind::Literal;
    bool isClosed = true; ///< false for a string that the text's end cuts off
    std::uint32_t begin = 0; ///< bytes in the text, quotes and brackets included
    std::uint32_t end = 0;
    std::uint32_t parent = None; ///< index of the container around it
    std::uint32_t match = None; ///< of a container's begin: index of its end, and back
};

struct JsonTokens
{
    std::vector<JsonToken> tokens = {};
    /// Where the text stops being JSON; its size where it is merely cut off. Tokens behind this
    /// place are a guess.
    std::optional<std::size_t> errorAt = {};
};

/// Splits one JSON value into tokens, in linear time and without recursion, whatever the depth.
JsonTokens tokenizeJson(std::string_view json);

/// What stands between the quotes of a Key or String token.
std::string_view quotedText(const JsonToken &token, std::string_view json);

/// Resolves the escapes of a string's content. A lone surrogate becomes U+FFFD. `origins`, where
/// given, gets for each byte of the result the place it comes from, and one more for the end.
std::string unescapeJson(std::string_view quoted, std::vector<std::uint32_t> *origins = nullptr);

/// The content of a JSON string for a text: what JSON demands is escaped, nothing more.
std::string escapeJson(std::string_view text);
void appendEscapedJson(std::string &json, std::string_view text);

} // namespace auditloupe
