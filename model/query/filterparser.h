// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/conditionscanner.h"
#include "model/query/filter.h"

#include <optional>
#include <vector>

namespace auditloupe {

/// Recursive descent over the grammar
///     or    = and { "or" and }
///     and   = not { ["and"] not }          "and" may be left out between two words
///     not   = "not" not | part
///     part  = "(" or ")" | "any(" field "," or ")" | "known(" field ")" | word | test
///     test  = field operator [ value | "(" [ value { "," value } ] ")" ]
class FilterParser
{
public:
    explicit FilterParser(const QString &text)
        : m_text(text)
        , m_in(text)
    {
    }

    Result<Condition> parse();
    FilterWord lastWord();
    FilterReading reading();

private:
    using Parsed = Result<Condition>;

    std::unexpected<Error> fail(qsizetype at, const QString &message) const;
    std::unexpected<Error> failHere(const char *message) const;
    void begin(FilterWord::Kind kind, const Field *field = nullptr);
    void note(FilterToken::Kind kind, qsizetype from, std::optional<qsizetype> to = {});
    bool takeKeyword(QLatin1StringView word);
    Result<void> goDeeper(int depth) const;

    Parsed readOr(int depth);
    Parsed readAnd(int depth);
    Parsed readNot(int depth);
    Parsed readPart(int depth);
    Parsed readGroup(int depth);
    Parsed readAnyElement(int depth);
    Parsed readKnown();
    Parsed readPhrase();
    Parsed readTest();

    enum class Joint { And, Word, None };
    Result<Joint> readJoint(bool isBehindWord, int depth);
    std::unexpected<Error> failJoint(int depth) const;
    bool isWordNext() const;

    Result<const Field *> readField();
    const Field *fieldNamed(const QString &name) const;
    std::unexpected<Error> failName(qsizetype at, const QString &name) const;
    const OperatorWord *takeOperator();
    Result<void> readValues(FieldTest &test, std::vector<qsizetype> &places);
    Result<void> readValue(FieldTest &test, std::vector<qsizetype> &places);
    Parsed finish(FieldTest test, const std::vector<qsizetype> &places);

    const QString &m_text;
    ConditionScanner m_in;
    int m_tests = 0;
    int m_open = 0; // parentheses
    int m_elements = 0; // of any(), one in the other
    bool m_isWord = false; // the last part was a word to search for
    std::vector<Condition> m_done; // parts, as they were read
    std::vector<std::size_t> m_context; // those that hold for what is being read
    FilterWord m_word; // the one that was begun last
    std::vector<std::size_t> m_wordContext;
    std::vector<FilterToken> m_tokens;
};

} // namespace auditloupe
