// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/entry.h"

#include "model/event/eventparser.h"

#include <algorithm>

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
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const char c = row[i];
        if (quoted && c == '"' && row.substr(i + 1).starts_with('"')) {
            cells.back() += c;
            ++i;
        } else if (c == '"' && (quoted || cells.back().empty())) {
            quoted = !quoted;
        } else if (c == delimiter && !quoted) {
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
        readColumns();
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
    readColumns();
}

/// Names the cells after the columns that the head tells: a line of names, or {"columns":
/// [{"name":…},…]} as the Azure Monitor query API gives them.
void Entry::readColumns()
{
    if (m_columnsOf != m_head || m_columnsFrom != m_head->bytes) {
        m_columnsOf = m_head;
        m_columnsFrom = m_head->bytes;
        m_columns.clear();
        if (m_head->isRows() && !m_head->bytes.empty()) {
            m_columns = splitRow(m_head->bytes, m_head->delimiter());
        } else if (m_head->kind == ListHead::Kind::Json) {
            m_columnsFrom.reserve(m_columnsFrom.size() + EventParser::Padding);
            JsonMembers head;
            JsonMembers columns;
            JsonMembers column;
            std::string name;
            head.read(m_columnsFrom);
            columns.read(head.find("columns"sv));
            for (const JsonMembers::Member &member : columns.all()) {
                column.read(member.json);
                m_columns.emplace_back(textOf(column.find("name"sv), name));
            }
        }
    }
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

std::string_view Entry::json(std::string_view outer, std::string_view inner)
{
    const std::string_view object = json(outer);
    if (object.data() == nullptr || !m_nested.read(object)) {
        return {};
    }
    return m_nested.find(inner);
}

std::string_view Entry::text(std::string_view name)
{
    const std::string_view value = json(name);
    return m_shape == Shape::Row ? value : content(value);
}

std::string_view Entry::text(std::string_view outer, std::string_view inner)
{
    return content(json(outer, inner));
}

std::string_view Entry::headText(std::string_view name)
{
    if (m_head->kind != ListHead::Kind::Json) {
        return {};
    }
    JsonMembers head;
    return head.read(keep(m_head->bytes)) ? content(head.find(name)) : std::string_view{};
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
