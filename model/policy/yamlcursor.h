// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string_view>

namespace auditloupe {

/// A place in a YAML text that walks on, and what the grammar says of the character there. The end
/// is the character 0, which no text holds.
class YamlCursor
{
public:
    explicit YamlCursor(std::string_view text)
        : m_text(text)
    {
    }

    std::size_t at() const { return m_at; }
    std::size_t index() const { return m_index; } ///< characters from the beginning
    int line() const { return m_line; }
    int column() const { return m_column; }

    char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    bool isAtEnd() const { return m_at >= m_text.size(); }
    bool isBlank(std::size_t ahead = 0) const { return peek(ahead) == ' ' || peek(ahead) == '\t'; }
    bool isBreak(std::size_t ahead = 0) const { return breakSize(ahead) != 0; }
    bool isBreakOrEnd(std::size_t ahead = 0) const
    {
        return m_at + ahead >= m_text.size() || isBreak(ahead);
    }
    bool isBlankOrEnd(std::size_t ahead = 0) const { return isBlank(ahead) || isBreakOrEnd(ahead); }
    /// "---" or "..." alone at the beginning of a line.
    bool isDocumentMark() const;

    /// Takes one character.
    std::string_view take();
    /// Takes a line break, as the text that it means.
    std::string_view takeBreak();
    void skip(int characters = 1);
    void skipComment();

private:
    std::size_t breakSize(std::size_t ahead) const;

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_index = 0;
    int m_line = 0;
    int m_column = 0;
};

} // namespace auditloupe
