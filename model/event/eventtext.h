// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace auditloupe {

/// A path as JsonOutline and the field catalogue give it, for jq and as JSONPath (RFC 9535).
QString jqFilter(const QString &path);
QString jsonPath(const QString &path);

/// The same value as YAML; empty for what is no JSON. YAML 1.1 and 1.2 readers get the same
/// strings back. Lone surrogates, which YAML cannot say, become U+FFFD.
std::optional<std::string> toYaml(std::string_view json);

/// A command line that asks the API server for what the request asked for. Whatever the URI holds,
/// it is one argument of printable ASCII.
QString kubectlGetRaw(std::string_view requestUri);

} // namespace auditloupe
