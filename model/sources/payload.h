// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace auditloupe {

/// Decodes base64, which may stand on several lines, and, where gzip is inside, unpacks that.
/// Nothing where it is no base64, is damaged, or unpacks to more than RecordSplitter::MaxRecord.
std::optional<std::string> decodePayload(std::string_view base64);

/// What gzip begins with in base64: its magic number and its one method.
inline constexpr std::string_view EncodedGzip = "H4sI";
inline constexpr std::string_view Base64Letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

/// Whether a text that nothing announces is gzip in base64: from its first letters.
bool isEncodedGzip(std::string_view text);

} // namespace auditloupe
