// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/entry.h"

#include "model/event/eventparser.h"

#include <algorithm>
#include <span>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

const ListHead NoHead;

} // namespace

char ListHead::delimiter() const
{
    switch (kind) {
    case Kind::SemicolonRows:
        return ';';
    case Kind::TabRows:
        return '\t';
    default:
        return ',';
    }
}

std::vector<std::string> splitRow(std::string_view row, char delimiter)
{
    constexpr std::size_t MostCells = 4096; // the rest is the last one's
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const char c = row[i];
        if (quoted && c == '"' && row.substr(i + 1).starts_with('"')) {
            cells.back() += c;
            ++i;
        } else if (c == '"' && (quoted || cells.back().empty())) {
            quoted = !quoted;
        } else if (c == delimiter && !quoted && cells.size() < MostCells) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

Entry::Entry()
    : m_head(&NoHead)
{
}

void Entry::open(Shape shape, std::string_view bytes, const ListHead &head)
{
    m_shape = shape;
    m_bytes = bytes;
    m_head = &head;
    m_used = 0;
    m_nestedUsed = 0;
    m_isRead = false;
    m_isWhole = false;
    m_members.clear();
}

bool Entry::isWhole()
{
    [[maybe_unused]] const auto &read = members();
    return m_isWhole;
}

const std::vector<JsonMembers::Member> &Entry::members()
{
    if (m_isRead) {
        return m_shape == Shape::Object ? m_json.all() : m_members;
    }
    m_isRead = true;
    switch (m_shape) {
    case Shape::Object:
        m_isWhole = m_json.read(m_bytes);
        return m_json.all();
    case Shape::Array:
        m_isWhole = m_json.read(m_bytes);
        m_members = m_json.all();
        nameCells();
        break;
    case Shape::Row:
        m_isWhole = true;
        readRow();
        break;
    case Shape::String:
    case Shape::Line:
    case Shape::Document:
        m_isWhole = true;
        break;
    }
    return m_members;
}

void Entry::readRow()
{
    for (std::string &cell : splitRow(m_bytes, m_head->delimiter())) {
        m_members.push_back({.json = keep(std::move(cell))});
    }
    nameCells();
}

/// The head is read once for all entries behind it.
void Entry::readHead()
{
    if (m_isHeadRead && m_headText == m_head->bytes && m_headKind == m_head->kind) {
        return;
    }
    m_isHeadRead = true;
    m_headKind = m_head->kind;
    m_headText = m_head->bytes;
    m_headText.reserve(m_headText.size() + EventParser::Padding);
    m_columns.clear();
    if (m_head->isRows()) {
        m_columns = splitRow(m_headText, m_head->delimiter());
    } else if (m_headKind == ListHead::Kind::Json) {
        m_headMembers.read(m_headText);
        JsonMembers columns;
        JsonMembers column;
        std::string name;
        columns.read(m_headMembers.find("columns"sv));
        for (const JsonMembers::Member &member : columns.all()) {
            column.read(member.json);
            m_columns.emplace_back(textOf(column.find("name"sv), name));
        }
    }
}

/// Names the cells after the columns that the head tells: a line of names, or {"columns":
/// [{"name":…},…]} as the Azure Monitor query API gives them.
void Entry::nameCells()
{
    readHead();
    for (std::size_t i = 0; i < std::min(m_columns.size(), m_members.size()); ++i) {
        m_members[i].key = m_columns[i];
    }
}

std::string_view Entry::json(std::string_view name)
{
    const auto &read = members();
    const auto member = std::ranges::find(read, name, &JsonMembers::Member::key);
    return member == read.end() ? std::string_view{} : member->json;
}

std::string_view Entry::json(std::initializer_list<std::string_view> path)
{
    if (m_shape == Shape::Row) {
        std::string column;
        for (const std::string_view name : path) {
            column += column.empty() ? "" : ".";
            column += name;
        }
        return json(column);
    }
    std::string_view value = json(*path.begin());
    for (const std::string_view name : std::span(path).subspan(1)) {
        value = nested(value).find(name);
    }
    return value;
}

const JsonMembers &Entry::nested(std::string_view json)
{
    const auto used = m_nested.begin() + static_cast<std::ptrdiff_t>(m_nestedUsed);
    const auto known = std::find_if(m_nested.begin(), used, [&json](const Nested &nested) {
        return nested.begin == json.data();
    });
    if (known != used) {
        return known->members;
    }
    if (used == m_nested.end()) {
        m_nested.emplace_back();
    }
    Nested &nested = m_nested[m_nestedUsed++];
    nested.begin = json.data();
    nested.members.read(json);
    return nested.members;
}

std::string_view Entry::text(std::string_view name)
{
    return text({name});
}

std::string_view Entry::text(std::initializer_list<std::string_view> path)
{
    const std::string_view value = path.size() == 1 ? json(*path.begin()) : json(path);
    return m_shape == Shape::Row ? value : content(value);
}

std::string_view Entry::headText(std::string_view name)
{
    if (m_head->kind != ListHead::Kind::Json) {
        return {};
    }
    readHead();
    return content(m_headMembers.find(name));
}

std::string_view Entry::keep(std::string text)
{
    std::string &kept = scratch();
    kept = std::move(text);
    kept.reserve(kept.size() + EventParser::Padding);
    return kept;
}

std::string_view Entry::content(std::string_view json)
{
    return textOf(json, scratch());
}

std::string &Entry::scratch()
{
    if (m_used == m_texts.size()) {
        m_texts.emplace_back();
    }
    return m_texts[m_used++];
}

} // namespace auditloupe
