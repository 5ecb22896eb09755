// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/condition.h"

#include "model/query/fieldreference.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using enum Comparison;
using Letters = FieldTest::Letters;

constexpr std::array Operators{
    OperatorWord{"=", Equal, Letters::Exact, QT_TRANSLATE_NOOP("Filter", "equal")},
    OperatorWord{"!=", NotEqual, Letters::Exact,
                 QT_TRANSLATE_NOOP("Filter", "there, but not equal")},
    OperatorWord{"in", In, Letters::Exact,
                 QT_TRANSLATE_NOOP("Filter", "one of a list, or an address in a network")},
    OperatorWord{"contains", Contains, Letters::Exact,
                 QT_TRANSLATE_NOOP("Filter", "has it inside")},
    OperatorWord{"icontains", Contains, Letters::AsciiCaseIgnored,
                 QT_TRANSLATE_NOOP("Filter", "has it inside, in capitals or not")},
    OperatorWord{"startswith", StartsWith, Letters::Exact,
                 QT_TRANSLATE_NOOP("Filter", "begins with it")},
    OperatorWord{"istartswith", StartsWith, Letters::AsciiCaseIgnored,
                 QT_TRANSLATE_NOOP("Filter", "begins with it, in capitals or not")},
    OperatorWord{"endswith", EndsWith, Letters::Exact, QT_TRANSLATE_NOOP("Filter", "ends with it")},
    OperatorWord{"iendswith", EndsWith, Letters::AsciiCaseIgnored,
                 QT_TRANSLATE_NOOP("Filter", "ends with it, in capitals or not")},
    OperatorWord{"glob", Glob, Letters::Exact,
                 QT_TRANSLATE_NOOP("Filter", "is as a pattern with * and ?")},
    OperatorWord{"iglob", Glob, Letters::AsciiCaseIgnored,
                 QT_TRANSLATE_NOOP("Filter", "is as a pattern with * and ?, in capitals or not")},
    OperatorWord{"regex", Regex, Letters::Exact,
                 QT_TRANSLATE_NOOP("Filter", "is, as a whole, as a regular expression (RE2)")},
    OperatorWord{"exists", Exists, Letters::Exact, QT_TRANSLATE_NOOP("Filter", "is there")},
    OperatorWord{"<", Less, Letters::Exact, QT_TRANSLATE_NOOP("Filter", "less, or before")},
    OperatorWord{"<=", LessOrEqual, Letters::Exact,
                 QT_TRANSLATE_NOOP("Filter", "at most, or not after")},
    OperatorWord{">", Greater, Letters::Exact, QT_TRANSLATE_NOOP("Filter", "more, or after")},
    OperatorWord{">=", GreaterOrEqual, Letters::Exact,
                 QT_TRANSLATE_NOOP("Filter", "at least, or not before")},
    OperatorWord{"intersects", Intersects, Letters::Exact,
                 QT_TRANSLATE_NOOP("Filter", "has an element of a list")},
};

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

bool endsBareValue(QChar c)
{
    return c.isSpace() || c == u'"' || c == u',' || c == u'(' || c == u')';
}

bool needsQuotes(const QString &value)
{
    return value.isEmpty() || isOperatorSign(value.front()) || value.startsWith(u'\'')
        || std::ranges::any_of(value, endsBareValue);
}

bool isTextSearch(const FieldTest &test)
{
    return test.field->store == FieldStore::Whole && test.comparison == Contains
        && test.letters == Letters::AsciiCaseIgnored;
}

/// A word that the parser would take for nothing else.
bool isPlainWord(const QString &text)
{
    const auto isPlain = [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'/' || c == u':'
            || c == u'.';
    };
    return !text.isEmpty() && std::ranges::all_of(text, isPlain) && !isConditionKeyword(text)
        && resolveField(text.toStdString()) == nullptr;
}

/// A backslash is doubled only where it would take the next character as it is.
QString quoted(const QString &value)
{
    QString inside;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar next = i + 1 < value.size() ? value[i + 1] : u'"';
        const bool isEscape = value[i] == u'\\' && (next == u'\\' || next == u'"' || next == u'\'');
        inside += isEscape || value[i] == u'"' ? u"\\"_s + value[i] : QString(value[i]);
    }
    return u'"' + inside + u'"';
}

/// A pattern that only this text fits.
QString globOf(const QString &text)
{
    QString pattern;
    for (const QChar c : text) {
        if (u"*?[\\"_s.contains(c)) {
            pattern += u'\\';
        }
        pattern += c;
    }
    return pattern;
}

QString operatorText(const FieldTest &test)
{
    const auto found = std::ranges::find_if(Operators, [&test](const OperatorWord &word) {
        return word.comparison == test.comparison && word.letters == test.letters;
    });
    return found != Operators.end() ? latin(found->word) : u"iglob"_s;
}

QString valuesText(const FieldTest &test)
{
    const bool isList = test.comparison == In || test.comparison == Intersects;
    QStringList texts;
    for (const std::string &value : test.values) {
        const QString text = QString::fromStdString(value);
        const bool isFolded = test.comparison == Equal && test.letters != Letters::Exact;
        texts += filterValueText(isFolded ? globOf(text) : text);
    }
    return isList && texts.size() != 1 ? u'(' + texts.join(u", "_s) + u')' : texts.join(u", "_s);
}

QString testText(const FieldTest &test)
{
    const QString name = writtenName(*test.field);
    if (test.comparison == Known) {
        return u"known("_s + name + u')';
    }
    if (test.comparison == Exists) {
        return name + u" exists"_s;
    }
    if (isTextSearch(test)) {
        const QString word = QString::fromStdString(test.values.front());
        return isPlainWord(word) ? word : quoted(word);
    }
    const QString sign = operatorText(test);
    const QString around = sign.front().isLetter() ? u" "_s : QString();
    return name + around + sign + around + valuesText(test);
}

QString joined(const Condition &condition, const QString &word)
{
    QStringList texts;
    for (const Condition &part : condition.parts) {
        const bool isLooser =
            condition.kind == Condition::Kind::And && part.kind == Condition::Kind::Or;
        texts += isLooser ? u'(' + part.toText() + u')' : part.toText();
    }
    return texts.join(word);
}

Condition chain(Condition::Kind kind, std::vector<Condition> parts)
{
    Condition whole{.kind = kind};
    for (Condition &part : parts) {
        if (part.kind == kind) {
            std::ranges::move(part.parts, std::back_inserter(whole.parts));
        } else if (!part.isAlways()) {
            whole.parts.push_back(std::move(part));
        }
    }
    if (whole.parts.empty()) {
        return {};
    }
    if (whole.parts.size() == 1) {
        Condition only = std::move(whole.parts.front());
        return only;
    }
    return whole;
}

} // namespace

QString Condition::toText() const
{
    switch (kind) {
    case Kind::Always:
        break;
    case Kind::And:
        return joined(*this, u" and "_s);
    case Kind::Or:
        return joined(*this, u" or "_s);
    case Kind::Not: {
        const Condition &part = parts.front();
        const bool isChain = part.kind == Kind::And || part.kind == Kind::Or;
        return u"not "_s + (isChain ? u'(' + part.toText() + u')' : part.toText());
    }
    case Kind::Test:
        return testText(test);
    case Kind::AnyElement:
        return u"any("_s + writtenName(*test.field) + u", "_s + parts.front().toText() + u')';
    }
    return {};
}

Condition Condition::all(std::vector<Condition> parts)
{
    return chain(Kind::And, std::move(parts));
}

Condition Condition::any(std::vector<Condition> parts)
{
    return chain(Kind::Or, std::move(parts));
}

Condition Condition::negation(Condition part)
{
    Condition negated{.kind = Kind::Not};
    negated.parts.push_back(std::move(part));
    return negated;
}

std::vector<Condition> conjuncts(const Condition &condition)
{
    if (condition.kind == Condition::Kind::And) {
        return condition.parts;
    }
    return condition.isAlways() ? std::vector<Condition>() : std::vector{condition};
}

QString filterTermText(std::string_view field, const QString &value)
{
    return QString::fromUtf8(field) + u'=' + filterValueText(value);
}

QString filterValueText(const QString &value)
{
    return needsQuotes(value) ? quoted(value) : value;
}

bool isOperatorSign(QChar c)
{
    return u"=<>~!"_s.contains(c);
}

QString writtenName(const Field &field)
{
    const QString name = QString::fromUtf8(field.shortName.empty() ? field.name : field.shortName);
    const Field *named = findField(name.toStdString());
    const bool isTaken = named != nullptr && named->name != field.name;
    return isTaken ? u"[\""_s + name + u"\"]"_s : name; // "user" is user.username
}

bool isConditionKeyword(QStringView word)
{
    const auto is = [word](std::string_view text) {
        return word.compare(QLatin1StringView(text.data(), qsizetype(text.size())),
                            Qt::CaseInsensitive)
            == 0;
    };
    return is("and") || is("or") || is("not")
        || std::ranges::any_of(Operators, [&](const OperatorWord &op) { return is(op.word); });
}

std::span<const OperatorWord> operatorWords()
{
    return Operators;
}

} // namespace auditloupe
