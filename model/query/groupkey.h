// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/fields.h"

#include <cstdint>
#include <optional>
#include <span>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

// The values of one group as one string of bytes, so that a million events can be counted before
// a single id is turned into its text.

void appendGroupColumn(std::string &key, const SQLite::Column &column);
void appendGroupText(std::string &key, std::string_view text);
void appendGroupMissing(std::string &key);

/// Turns such keys into texts.
class GroupNames
{
public:
    explicit GroupNames(SQLite::Database &database);

    using Texts = std::vector<std::optional<std::string>>;

    /// For each field its value, or its different ones where it is a list.
    std::vector<Texts> values(std::string_view key, std::span<const Field *const> fields);

    /// Of the field's column: one text, or those of a list; nothing where it is missing.
    Texts numberTexts(const Field &field, std::int64_t number);
    /// Of table `string`.
    std::optional<std::string> string(std::int64_t id) { return text(m_string, id); }

private:
    static std::optional<std::string> text(SQLite::Statement &find, std::int64_t id);
    Texts listTexts(std::int64_t id);

    SQLite::Statement m_string;
    SQLite::Statement m_source;
};

} // namespace auditloupe
