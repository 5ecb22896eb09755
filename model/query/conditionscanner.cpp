// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/conditionscanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

bool endsName(QChar c)
{
    return c.isSpace() || u"=!<>~()&|,"_s.contains(c);
}

bool endsBareValue(QChar c)
{
    return c.isSpace() || c == u'"' || c == u',' || c == u'(' || c == u')';
}

} // namespace

void ConditionScanner::skipBlanks()
{
    while (!isAtEnd() && m_text[m_at].isSpace()) {
        ++m_at;
    }
}

bool ConditionScanner::take(QChar c)
{
    const bool isThere = !isAtEnd() && m_text[m_at] == c;
    m_at += isThere ? 1 : 0;
    return isThere;
}

QStringView ConditionScanner::peekLetters() const
{
    const auto isLetter = [](QChar c) { return c.toLower() >= u'a' && c.toLower() <= u'z'; };
    const QStringView left = rest();
    const auto end = std::ranges::find_if_not(left, isLetter);
    return left.first(end - left.begin());
}

bool ConditionScanner::takeKeyword(QLatin1StringView word)
{
    const QStringView letters = peekLetters();
    if (letters.compare(word, Qt::CaseInsensitive) != 0) {
        return false;
    }
    const qsizetype end = m_at + letters.size();
    const bool isAlone = end == m_text.size() || m_text[end].isSpace() || m_text[end] == u'('
        || m_text[end] == u')' || m_text[end] == u',' || m_text[end] == u'"';
    m_at = isAlone ? end : m_at;
    return isAlone;
}

QString ConditionScanner::takeName()
{
    const qsizetype from = m_at;
    bool isQuoted = false;
    while (!isAtEnd() && (isQuoted || !endsName(m_text[m_at]))) {
        const QChar c = m_text[m_at];
        if (isQuoted && c == u'\\' && m_at + 1 < m_text.size()) {
            ++m_at;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        }
        ++m_at;
    }
    return m_text.mid(from, m_at - from);
}

ConditionScanner::Value ConditionScanner::takeValue()
{
    if (next() == u'"' || next() == u'\'') {
        return takeQuoted();
    }
    const qsizetype from = m_at;
    while (!isAtEnd() && !endsBareValue(m_text[m_at])) {
        ++m_at;
    }
    return {.text = m_text.mid(from, m_at - from)};
}

ConditionScanner::Value ConditionScanner::takeQuoted()
{
    const QChar quote = m_text[m_at++];
    Value value{.text = u""_s, .isQuoted = true}; // not null: it is known
    while (!isAtEnd() && m_text[m_at] != quote) {
        const QChar after = m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
        if (m_text[m_at] == u'\\' && (after == u'\\' || after == u'"' || after == u'\'')) {
            ++m_at;
        }
        value.text += m_text[m_at++];
    }
    value.isClosed = take(quote);
    return value;
}

} // namespace auditloupe
