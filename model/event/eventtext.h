// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/jsontokens.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// A JSON text laid out over lines, two blanks a level. Keys, numbers and strings are the source's
/// own characters. A text that is no JSON stands as it is, and its lines have no path.
struct PrettyJson
{
    /// The value that a line shows, begins or ends.
    struct Line
    {
        std::uint32_t token = JsonToken::None; ///< index into `tokens`; None without a path
        std::uint32_t begin = 0; ///< the whole value's bytes in `source`
        std::uint32_t end = 0;
        int depth = 0;
    };

    QString text = {};
    std::vector<Line> lines = {};
    std::string source = {};
    std::vector<JsonToken> tokens = {};

    /// `requestObject.spec.containers[0].image`; keys that are no plain words stand in brackets
    /// and quotes. Empty for the whole text and where there is no path.
    QString path(std::size_t line) const;

    /// The bytes of a line's value as they stand in the source.
    std::string_view value(std::size_t line) const;
};

/// What is nested deeper than this stays on one line: indentation would outgrow the text.
inline constexpr int DeepestLine = 100;

PrettyJson prettyJson(std::string_view json);

/// A path as PrettyJson and the field catalogue give it, for jq and as JSONPath (RFC 9535).
QString jqFilter(const QString &path);
QString jsonPath(const QString &path);

/// The same value as YAML; empty for what is no JSON. YAML 1.1 and 1.2 readers get the same
/// strings back. Lone surrogates, which YAML cannot say, become U+FFFD.
std::optional<std::string> toYaml(std::string_view json);

/// A command line that asks the API server for what the request asked for. Whatever the URI holds,
/// it is one argument of printable ASCII.
QString kubectlGetRaw(std::string_view requestUri);

} // namespace auditloupe
