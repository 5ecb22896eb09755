// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/fields.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// Three truth values, which go through and, or and not by Kleene's tables.
enum class Truth : std::uint8_t {
    False,
    Unknown, ///< the event was recorded so that it cannot tell
    True
};

constexpr Truth opposite(Truth truth)
{
    return static_cast<Truth>(2 - static_cast<int>(truth));
}

constexpr Truth truthOf(bool holds)
{
    return holds ? Truth::True : Truth::False;
}

enum class Comparison : std::uint8_t {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In, ///< equal to one of the values, or an address in one of the networks
    Intersects, ///< the same: it is Falco's word for lists
    Contains,
    StartsWith,
    EndsWith,
    Glob, ///< * for any text, ? for a character, [a-z]; the whole value
    Regex, ///< RE2; the whole value
    Exists,
    Known ///< recorded, or certain not to be there; never unknown itself
};

/// One question to a field. A field that is missing, though it could have been recorded, makes
/// every comparison false, != too.
struct FieldTest
{
    /// Which of the values that a field has must fit.
    enum class Elements : std::uint8_t { Any, Every };
    enum class Operands : std::uint8_t {
        ByValue, ///< numbers as numbers, times as times
        Text
    };
    enum class Letters : std::uint8_t { Exact, AsciiCaseIgnored };
    /// What a field that was not recorded makes of the comparison.
    enum class Unrecorded : std::uint8_t { Unknown, False };

    const Field *field = nullptr; ///< valid for ever
    Comparison comparison = Comparison::Equal;
    std::vector<std::string> values = {}; ///< to compare with
    Elements elements = Elements::Any;
    Operands operands = Operands::ByValue;
    Letters letters = Letters::Exact;
    Unrecorded unrecorded = Unrecorded::Unknown;

    bool operator==(const FieldTest &) const = default;
};

/// What the filter bar, saved filters and rules ask of an event.
struct Condition
{
    enum class Kind : std::uint8_t {
        Always, ///< nothing is asked
        And,
        Or,
        Not, ///< of its one part
        Test,
        AnyElement ///< of the list `test.field`: the part is about what stands in one element
    };

    Kind kind = Kind::Always;
    FieldTest test = {}; ///< of Test and AnyElement
    std::vector<Condition> parts = {};

    bool isAlways() const { return kind == Kind::Always; }
    bool operator==(const Condition &) const = default;

    /// The text that parseCondition() reads as this very condition.
    QString toText() const;

    static Condition of(FieldTest test) { return {.kind = Kind::Test, .test = std::move(test)}; }
    /// "And" and "Or" of parts of their own kind take over these parts; of one part they are it.
    static Condition all(std::vector<Condition> parts);
    static Condition any(std::vector<Condition> parts);
    static Condition negation(Condition part);
};

/// What is joined by "and" at the top; none where nothing is asked.
std::vector<Condition> conjuncts(const Condition &condition);

/// `field=value` with quotes where the value needs them.
QString filterTermText(std::string_view field, const QString &value);
QString filterValueText(const QString &value);

/// Whether a value that begins so would be taken for a part of the operator.
bool isOperatorSign(QChar c);

/// The name that a condition calls the field by: the short one where there is one.
QString writtenName(const Field &field);

/// Whether a text would be read as something else than a word to search for.
bool isConditionKeyword(QStringView word);

/// "contains", ">=" and so on, in the order in which they are offered.
struct OperatorWord
{
    std::string_view word;
    Comparison comparison;
    FieldTest::Letters letters = FieldTest::Letters::Exact;
    const char *explanation; ///< translatable in context "Filter"
};

std::span<const OperatorWord> operatorWords();

} // namespace auditloupe
