// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/textdocument.h"

#include <expected>

namespace auditloupe {

/// The first document of a YAML text, and where a second one begins. Reads UTF-8 without control
/// characters. What is nested more than a thousand deep is refused.
std::expected<TextDocument, TextFault> parseYaml(std::string_view text);

} // namespace auditloupe
