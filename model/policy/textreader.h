// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/textdocument.h"

#include <expected>
#include <string>

namespace auditloupe {

/// A text in UTF-8 without its byte order mark.
struct PlainText
{
    std::string utf8 = {};
    bool hadMark = false;
};

/// UTF-8, or UTF-16 with a byte order mark, as UTF-8.
std::expected<PlainText, TextFault> plainText(std::string_view bytes);

/// The first document of a text, read as the API server reads a configuration file: JSON where it
/// begins with a brace and no byte order mark, else YAML. YAML nested more than a thousand deep is
/// refused.
std::expected<TextDocument, TextFault> readTextDocument(const PlainText &text);

/// What the API server's YAML library checks while it builds values: keys, merges, and aliases that
/// blow up. Gives the keys that stand twice in their mapping; the last one counts.
std::expected<std::vector<TextFault>, TextFault> checkYaml(const TextDocument &document);

} // namespace auditloupe
