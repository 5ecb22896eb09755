// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/groupkey.h"

#include "model/event/time.h"
#include "model/query/documentvalue.h"
#include "model/query/fieldsql.h"
#include "model/query/termvalue.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <set>

namespace auditloupe {

namespace {

enum class Tag : char { Missing, Number, Text };

void appendNumber(std::string &key, std::int64_t number)
{
    const auto bytes = std::bit_cast<std::array<char, sizeof number>>(number);
    key.append(bytes.data(), bytes.size());
}

std::int64_t takeNumber(std::string_view &key)
{
    std::int64_t number = 0;
    std::memcpy(&number, key.data(), sizeof number);
    key.remove_prefix(sizeof number);
    return number;
}

using Texts = GroupNames::Texts;

} // namespace

void appendGroupColumn(std::string &key, const SQLite::Column &column)
{
    if (column.isNull()) {
        appendGroupMissing(key);
    } else if (column.isInteger()) {
        key += static_cast<char>(Tag::Number);
        appendNumber(key, column.getInt64());
    } else {
        const char *text = column.getText();
        appendGroupText(key, {text, static_cast<std::size_t>(column.getBytes())});
    }
}

void appendGroupText(std::string &key, std::string_view text)
{
    key += static_cast<char>(Tag::Text);
    appendNumber(key, static_cast<std::int64_t>(text.size()));
    key += text;
}

void appendGroupMissing(std::string &key)
{
    key += static_cast<char>(Tag::Missing);
}

GroupNames::GroupNames(SQLite::Database &database)
    : m_string(database, "SELECT value FROM string WHERE id = ?1")
    , m_source(database, "SELECT path FROM source WHERE id = ?1")
{
}

std::vector<Texts> GroupNames::values(std::string_view key, std::span<const Field *const> fields)
{
    std::vector<Texts> values;
    for (const Field *field : fields) {
        const auto tag = static_cast<Tag>(key.front());
        key.remove_prefix(1);
        Texts texts{std::nullopt};
        if (tag == Tag::Number) {
            texts = numberTexts(*field, takeNumber(key));
        } else if (tag == Tag::Text) {
            const auto size = static_cast<std::size_t>(takeNumber(key));
            texts = {std::string(key.substr(0, size))};
            key.remove_prefix(size);
        }
        values.push_back(std::move(texts));
    }
    return values;
}

std::optional<std::string> GroupNames::text(SQLite::Statement &find, std::int64_t id)
{
    find.reset();
    find.bind(1, id);
    if (!find.executeStep()) {
        return std::nullopt;
    }
    return find.getColumn(0).getString();
}

Texts GroupNames::numberTexts(const Field &field, std::int64_t number)
{
    switch (valueMeaning(field)) {
    case SqlMeaning::StringId:
        return {text(m_string, number)};
    case SqlMeaning::SourceId:
        return {text(m_source, number)};
    case SqlMeaning::ListId:
        return listTexts(number);
    case SqlMeaning::Weekday:
        return {std::string(weekdayName(static_cast<int>(std::clamp<std::int64_t>(number, 0, 6))))};
    case SqlMeaning::Level:
        return {std::string(levelName(static_cast<Level>(number)))};
    case SqlMeaning::Stage:
        return {std::string(stageName(static_cast<Stage>(number)))};
    case SqlMeaning::Decision:
        return {std::string(decisionName(static_cast<Decision>(number)))};
    case SqlMeaning::TimeUs:
        return {formatTimeUtc(number).toStdString()};
    case SqlMeaning::DurationUs:
        return {durationText(number)};
    case SqlMeaning::Number:
    case SqlMeaning::Word:
    case SqlMeaning::Text:
        break;
    }
    return {std::to_string(number)};
}

Texts GroupNames::listTexts(std::int64_t id)
{
    const std::optional<std::string> json = text(m_string, id);
    if (!json) {
        return {std::nullopt};
    }
    const PathStep every{.kind = PathStep::Kind::Every};
    std::set<std::string> different;
    for (DocumentValue &value : DocumentReader().values(*json, {&every, 1})) {
        different.insert(std::move(value.text));
    }
    Texts texts(different.begin(), different.end());
    return texts.empty() ? Texts{std::nullopt} : texts;
}

} // namespace auditloupe
