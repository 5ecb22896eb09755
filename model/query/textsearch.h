// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace auditloupe {

/// Letters A to Z as a to z, all else as it is.
std::string asciiLower(std::string_view text);
void foldAscii(std::string &text);

/// Whether the needle stands in the text, byte for byte.
bool contains(std::string_view text, std::string_view needle);

/// A JSON text with the escapes of its strings resolved, as one text to search in. What is no
/// escape stays as it is.
void resolveEscapes(std::string_view json, std::string &text);

} // namespace auditloupe
