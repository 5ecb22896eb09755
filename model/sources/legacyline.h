// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace auditloupe {

/// A line of the API server's old text format (kubernetes/apiserver, audit/format.go): a time, then
/// pairs of name="value" quoted as Go's %q does it. Before 1.8 a request had two lines: one without
/// a response, and one of id and response alone.
class LegacyLine
{
public:
    explicit LegacyLine(std::string_view line);

    /// Empty where absent, and for placeholders such as <self> and <none>.
    std::string value(std::string_view name) const;

    /// The audit event; stage, verb and objectRef are told from what the line has.
    std::string toEvent() const;

    /// Whether it is one at all.
    static bool isOne(std::string_view line);

private:
    std::string_view m_time;
    std::map<std::string, std::string, std::less<>> m_values;
};

} // namespace auditloupe
