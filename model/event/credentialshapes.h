// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace auditloupe {

/// A part of a text, in bytes.
struct TextSpan
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

enum class TextForm : std::uint8_t {
    Plain, ///< ordinary text, escapes resolved
    DamagedJson ///< a piece of JSON text: values stand in quotes, perhaps escaped ones
};

/// What in a text looks like a credential by its own shape or by the word before it: JWTs, private
/// keys, cloud and forge tokens, bearer tokens, passwords in URLs, `password=…`; in a request URI
/// also in what its query says, decoded. In order, without overlaps; linear time.
std::vector<TextSpan> credentialSpans(std::string_view text, TextForm form);

/// Whether a member of this name holds a credential, whatever object it stands in.
bool isCredentialKey(std::string_view key);

/// Whether an environment variable of this name holds a credential.
bool isCredentialVariable(std::string_view name);

/// Sorts spans and joins those that overlap.
void joinSpans(std::vector<TextSpan> &spans);

} // namespace auditloupe
