// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace auditloupe {

/// What a question leaves open; an empty name or namespace stands for any.
enum class Blank : std::uint8_t {
    User, ///< user.username
    Resource, ///< objectRef.resource
    Namespace, ///< objectRef.namespace; empty for objects of the cluster
    Name, ///< objectRef.name
    Time ///< RFC 3339
};

/// What a blank stands for; none where it is left empty.
using BlankValues = std::map<Blank, QString>;

/// A question that people bring to an audit log, as a condition of the filter bar.
struct CommonQuestion
{
    std::string_view id = {};
    const char *title = ""; ///< translatable in context "CommonQuestion", as is the remark
    /// Blanks stand in braces: `{user}` becomes `user=jane`. `{day}` is the log's last one.
    std::string_view condition = {};
    const char *remark = ""; ///< what the answer does not say

    QString titleText() const;
    QString remarkText() const;
    /// In the order in which they are asked for.
    std::vector<Blank> blanks() const;
    /// Text of the filter bar; nothing while a blank is empty that has to be known. `lastUs` is the
    /// time of the case's last event.
    std::optional<QString> ask(const BlankValues &values, std::int64_t lastUs) const;
};

std::span<const CommonQuestion> commonQuestions();

} // namespace auditloupe
