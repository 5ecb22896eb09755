// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/jsonmembers.h"

#include <cstddef>
#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// What stands in front of a list or a table and tells how its entries are to be read.
struct ListHead
{
    enum class Kind { None, Json, CommaRows, SemicolonRows, TabRows };

    Kind kind = Kind::None;
    /// Json: the object around the list without it, whole JSON. Rows: the line of column names,
    /// empty where the table has none.
    std::string bytes = {};

    bool isRows() const { return kind >= Kind::CommaRows; }
    char delimiter() const;
    bool operator==(const ListHead &) const = default;
};

/// The cells of one row of delimited text, quotes resolved.
std::vector<std::string> splitRow(std::string_view row, char delimiter);

/// One record of a stream as formats look at it: an object's members, a row's columns, a line.
/// What is asked for is read when it is asked for, once. All views are valid until the next
/// open(), and have EventParser::Padding readable bytes behind them.
class Entry
{
public:
    enum class Shape { Object, Array, String, Row, Line, Document };

    Entry();

    /// `bytes` has EventParser::Padding readable bytes behind it; `head` outlives the entry.
    void open(Shape shape, std::string_view bytes, const ListHead &head);

    Shape shape() const { return m_shape; }
    std::string_view bytes() const { return m_bytes; }
    const ListHead &head() const { return *m_head; }

    /// Whether the bytes are what the shape says; false for JSON that is damaged.
    bool isWhole();

    /// The value of a member or column as JSON; of a row's cell its text. No data where absent.
    std::string_view json(std::string_view name);
    /// The value inside of nested objects; in a row that of column "properties.log".
    std::string_view json(std::initializer_list<std::string_view> path);
    /// The same as text: a string's content, anything else as it stands. No data for null.
    std::string_view text(std::string_view name);
    std::string_view text(std::initializer_list<std::string_view> path);
    bool has(std::string_view name) { return json(name).data() != nullptr; }

    /// The members of an object, or the elements of an array, from anywhere in this entry: none
    /// where it is neither. Read once, however often it is asked for.
    const JsonMembers &nested(std::string_view json);

    /// Members, elements or cells in their order; a row's keys are its columns.
    const std::vector<JsonMembers::Member> &members();

    /// A member of the list's head, as text; no data in an entry of no list.
    std::string_view headText(std::string_view name);

    /// Keeps a text until the next open(), with Padding behind it.
    std::string_view keep(std::string text);
    /// The content of a JSON string from anywhere in this entry.
    std::string_view content(std::string_view json);

private:
    struct Nested
    {
        const char *begin = nullptr; // of its text
        JsonMembers members = {};
    };

    void readRow();
    void readHead();
    void nameCells();
    std::string &scratch();

    Shape m_shape = Shape::Line;
    std::string_view m_bytes;
    const ListHead *m_head;
    JsonMembers m_json;
    std::vector<JsonMembers::Member> m_members;
    std::deque<Nested> m_nested; // the first m_nestedUsed are in use
    std::size_t m_nestedUsed = 0;
    std::deque<std::string> m_texts; // the first m_used are in use
    std::size_t m_used = 0;
    bool m_isRead = false;
    bool m_isWhole = false;
    // What the head says.
    std::string m_headText;
    JsonMembers m_headMembers;
    std::vector<std::string> m_columns;
    ListHead::Kind m_headKind = ListHead::Kind::None;
    bool m_isHeadRead = false;
};

} // namespace auditloupe
