// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/textdocument.h"

#include <expected>
#include <string>
#include <string_view>

namespace auditloupe {

/// What a YAML scalar means.
struct YamlScalar
{
    TextDocument::Kind kind = TextDocument::Kind::String;
    bool isTrue = false;
    std::string text = {}; ///< of a number: as JSON writes it
};

/// The meaning that Kubernetes' YAML library gives a scalar: YAML 1.1's booleans (y, on, …),
/// octal, hexadecimal and binary numbers, underscores in them, no sexagesimal ones. `tag` is
/// "?" for a plain scalar without a tag, "!" for a quoted one, else the whole tag. The error says
/// how tag and value disagree.
std::expected<YamlScalar, std::string> yamlScalar(std::string_view tag, std::string_view value);

} // namespace auditloupe
