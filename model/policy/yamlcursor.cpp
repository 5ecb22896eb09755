// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/yamlcursor.h"

#include <algorithm>

namespace auditloupe {

using namespace std::string_view_literals;

bool YamlCursor::isDocumentMark() const
{
    const std::string_view rest = m_text.substr(std::min(m_at, m_text.size()), 3);
    return m_column == 0 && (rest == "---" || rest == "...") && isBlankOrEnd(3);
}

std::string_view YamlCursor::take()
{
    const auto byte = static_cast<unsigned char>(peek());
    const std::size_t width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    const std::string_view character = m_text.substr(m_at, width);
    m_at += character.size();
    ++m_index;
    ++m_column;
    return character;
}

void YamlCursor::skip(int characters)
{
    for (int i = 0; i < characters; ++i) {
        take();
    }
}

void YamlCursor::skipComment()
{
    if (peek() == '#') {
        while (!isBreakOrEnd()) {
            take();
        }
    }
}

std::size_t YamlCursor::breakSize(std::size_t ahead) const
{
    const char c = peek(ahead);
    if (c == '\n') {
        return 1;
    }
    if (c == '\r') {
        return peek(ahead + 1) == '\n' ? 2 : 1;
    }
    if (c != '\xC2' && c != '\xE2') {
        return 0;
    }
    const std::string_view rest = m_text.substr(m_at + ahead);
    if (rest.starts_with("\u0085"sv)) {
        return 2;
    }
    return rest.starts_with("\u2028"sv) || rest.starts_with("\u2029"sv) ? 3 : 0;
}

std::string_view YamlCursor::takeBreak()
{
    const std::size_t size = breakSize(0);
    const std::string_view written = m_text.substr(m_at, size);
    m_at += size;
    m_index += written == "\r\n" ? 2 : 1;
    m_column = 0;
    ++m_line;
    return size == 3 ? written : "\n"sv;
}

} // namespace auditloupe
