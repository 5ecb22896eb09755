// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/jsonmembers.h"

#include "model/event/eventparser.h"

#include <simdjson.h>

#include <algorithm>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using namespace simdjson;

std::string_view trimmed(std::string_view text)
{
    constexpr auto Blanks = " \t\r\n"sv;
    const std::size_t begin = text.find_first_not_of(Blanks);
    if (begin == std::string_view::npos) {
        return text.substr(0, 0);
    }
    return text.substr(begin, text.find_last_not_of(Blanks) + 1 - begin);
}

bool readObject(ondemand::document &document, std::vector<JsonMembers::Member> &members)
{
    ondemand::object object;
    if (document.get_object().get(object) != SUCCESS) {
        return false;
    }
    for (auto item : object) {
        ondemand::field field;
        std::string_view value;
        if (std::move(item).get(field) != SUCCESS) {
            return false;
        }
        const std::string_view token = trimmed(field.key_raw_json_token());
        if (field.value().raw_json().get(value) != SUCCESS || token.size() < 2) {
            return false;
        }
        members.push_back({.key = token.substr(1, token.size() - 2), .json = trimmed(value)});
    }
    return document.at_end();
}

bool readArray(ondemand::document &document, std::vector<JsonMembers::Member> &members)
{
    ondemand::array array;
    if (document.get_array().get(array) != SUCCESS) {
        return false;
    }
    for (auto item : array) {
        ondemand::value value;
        std::string_view json;
        if (std::move(item).get(value) != SUCCESS || value.raw_json().get(json) != SUCCESS) {
            return false;
        }
        members.push_back({.json = trimmed(json)});
    }
    return document.at_end();
}

/// A parser that was allocated once can unescape any string. One a thread.
ondemand::parser &unescaper()
{
    thread_local ondemand::parser parser;
    if (parser.capacity() == 0) {
        [[maybe_unused]] const error_code status = parser.allocate(1024);
    }
    return parser;
}

} // namespace

static_assert(EventParser::Padding >= SIMDJSON_PADDING);

struct JsonMembers::Private
{
    ondemand::parser parser;
};

JsonMembers::JsonMembers()
    : d(std::make_unique<Private>())
{
}

JsonMembers::~JsonMembers() = default;
JsonMembers::JsonMembers(JsonMembers &&) noexcept = default;
JsonMembers &JsonMembers::operator=(JsonMembers &&) noexcept = default;

bool JsonMembers::read(std::string_view json)
{
    m_members.clear();
    const std::string_view body = trimmed(json);
    if (body.empty() || (body.front() != '{' && body.front() != '[')) {
        return false;
    }
    if (body == "{}"sv || body == "[]"sv) {
        return true;
    }
    const padded_string_view padded(body.data(), body.size(), body.size() + SIMDJSON_PADDING);
    ondemand::document document;
    const bool isRead = d->parser.iterate(padded).get(document) == SUCCESS
        && (body.front() == '{' ? readObject(document, m_members) : readArray(document, m_members));
    if (!isRead) {
        m_members.clear();
    }
    return isRead;
}

std::string_view JsonMembers::find(std::string_view key) const
{
    const auto member = std::ranges::find(m_members, key, &Member::key);
    return member == m_members.end() ? std::string_view{} : member->json;
}

bool isJsonString(std::string_view text)
{
    if (text.size() < 2 || text.front() != '"') {
        return false;
    }
    std::size_t at = text.find_first_of("\\\""sv, 1);
    while (at < text.size() && text[at] == '\\') {
        at = at + 2 < text.size() ? text.find_first_of("\\\""sv, at + 2) : text.size();
    }
    return at == text.size() - 1;
}

std::string_view textOf(std::string_view json, std::string &scratch)
{
    if (json == "null"sv || json.data() == nullptr) {
        return {};
    }
    if (json.size() < 2 || !json.starts_with('"') || !json.ends_with('"')) {
        return json;
    }
    const std::string_view content = json.substr(1, json.size() - 2);
    // The unescaper trusts that an end comes: where the last quote is none, this is another text.
    const std::size_t backslashes = content.size() - (content.find_last_not_of('\\') + 1);
    if (backslashes % 2 != 0) {
        return json;
    }
    if (content.find('\\') == std::string_view::npos) {
        return content;
    }
    const std::size_t needed = content.size() + 2 * SIMDJSON_PADDING;
    if (scratch.size() < needed) {
        scratch.resize(needed);
    }
    auto *out = reinterpret_cast<std::uint8_t *>(scratch.data());
    const ondemand::raw_json_string raw(reinterpret_cast<const std::uint8_t *>(content.data()));
    std::string_view text;
    if (unescaper().unescape(raw, out, true).get(text) != SUCCESS) {
        return {};
    }
    return text;
}

} // namespace auditloupe
