// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// The members of one JSON object, or the elements of an array, as views into its text. Keeps its
/// buffers from one text to the next; one a thread.
class JsonMembers
{
public:
    struct Member
    {
        std::string_view key = {}; ///< between its quotes, escapes as they stand; empty in arrays
        std::string_view json = {}; ///< the value
    };

    JsonMembers();
    ~JsonMembers();
    JsonMembers(JsonMembers &&) noexcept;
    JsonMembers &operator=(JsonMembers &&) noexcept;

    /// `json` has EventParser::Padding readable bytes behind it. False where it is not one whole
    /// object or array.
    bool read(std::string_view json);

    const std::vector<Member> &all() const { return m_members; }
    /// The value of the first member of this key; no data where there is none.
    std::string_view find(std::string_view key) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
    std::vector<Member> m_members;
};

/// The content of a JSON string, unescaped into `scratch` where it must be: with Padding readable
/// bytes behind it either way. Where `json` is another value, it stands for itself; null and no
/// data give no data. It is a whole value, as JsonMembers gives it.
std::string_view textOf(std::string_view json, std::string &scratch);

/// Whether a text, which may be any, is one whole JSON string.
bool isJsonString(std::string_view text);

} // namespace auditloupe
