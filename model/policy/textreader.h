// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/textdocument.h"

#include <expected>

namespace auditloupe {

/// The first document of a text, read as the API server reads a configuration file: JSON where it
/// begins with a brace, else YAML, in UTF-8 or in UTF-16 with a byte order mark. Bytes in faults
/// and nodes are those of `utf8Text(bytes)`. YAML nested more than a thousand deep
/// is refused.
std::expected<TextDocument, TextFault> readTextDocument(std::string_view utf8);

/// The text as UTF-8 without a byte order mark, or where it cannot be read.
std::expected<std::string, TextFault> utf8Text(std::string_view bytes);

/// What the API server's YAML library checks while it builds values: keys, merges, and aliases that
/// blow up. Gives the keys that stand twice in their mapping; the last one counts.
std::expected<std::vector<TextFault>, TextFault> checkYaml(const TextDocument &document);

} // namespace auditloupe
