// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

namespace auditloupe {

/// Takes a condition's text apart from left to right. Places are columns from 0; messages count
/// them from 1.
class ConditionScanner
{
public:
    explicit ConditionScanner(const QString &text)
        : m_text(text)
    {
    }

    qsizetype at() const { return m_at; }
    void goBackTo(qsizetype at) { m_at = at; }
    bool isAtEnd() const { return m_at == m_text.size(); }
    QChar next() const { return isAtEnd() ? QChar() : m_text[m_at]; }
    QStringView rest() const { return QStringView(m_text).mid(m_at); }

    void skipBlanks();
    bool take(QChar c);
    /// Takes the keyword where it stands alone, in capitals or not.
    bool takeKeyword(QLatin1StringView word);
    /// Letters up to anything else; takes nothing.
    QStringView peekLetters() const;
    /// Up to a sign or a blank; keys in brackets may hold both.
    QString takeName();
    /// Up to a blank, comma or parenthesis, or what stands in quotes.
    struct Value
    {
        QString text = {};
        bool isQuoted = false;
        bool isClosed = true;
    };
    Value takeValue();

private:
    Value takeQuoted();

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace auditloupe
