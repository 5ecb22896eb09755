// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/jsonoutline.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace auditloupe {

/// A JSON text laid out for reading: one value a line, and what each line shows. A value, made on
/// a job's thread.
struct JsonPage
{
    /// A value longer than this many characters is shown shortened: laying out a line of a
    /// megabyte would stop the window.
    static constexpr qsizetype LongestValue = 4000;

    struct Line
    {
        std::uint32_t node = JsonNode::NoNode; ///< NoNode: text that could not be read
        int foldEnd = -1; ///< the closing bracket's line; -1: nothing to fold
        int above = -1; ///< the line that opens what this one stands in
    };

    /// What stands behind the shown part of a shortened value.
    struct Hidden
    {
        qsizetype marker = 0; ///< place of the word about it in `JsonPage::text`
        qsizetype markerLength = 0;
        QString text = {};
    };

    std::string json = {}; ///< what was laid out, byte for byte
    JsonOutline outline = {};
    QString text = {};
    std::vector<Line> lines = {};
    std::vector<Hidden> hidden = {};

    /// Lines that can be folded and whose key is `key`.
    std::vector<int> foldableLines(std::string_view key) const;
};

JsonPage makeJsonPage(std::string json);

} // namespace auditloupe
