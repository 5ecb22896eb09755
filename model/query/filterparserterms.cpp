// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// The smallest parts of a condition: words, known(), and tests with their fields, operators and
// values.

#include "model/query/fieldreference.h"
#include "model/query/filterparser.h"
#include "model/query/testvalues.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr int MostTests = 2000;

QLatin1StringView latin(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// A field that may be meant: "namespace" for objectRef.namespace, whatever the case.
const Field *similarField(const QString &name)
{
    const auto catalogue = fieldCatalogue();
    const auto isNamed = [&name](std::string_view known) {
        return name.compare(latin(known), Qt::CaseInsensitive) == 0;
    };
    auto found = std::ranges::find_if(catalogue, [&](const Field &field) {
        return isNamed(field.name) || isNamed(field.shortName);
    });
    if (found == catalogue.end()) {
        found = std::ranges::find_if(catalogue, [&](const Field &field) {
            return isNamed(field.name.substr(field.name.rfind('.') + 1));
        });
    }
    return found == catalogue.end() ? nullptr : std::to_address(found);
}

QString say(const char *text)
{
    return QCoreApplication::translate("Filter", text);
}

FieldTest textSearch(const QString &text)
{
    return {.field = findField("text"),
            .comparison = Comparison::Contains,
            .values = {text.toStdString()},
            .letters = FieldTest::Letters::AsciiCaseIgnored};
}

} // namespace

FilterParser::Parsed FilterParser::readKnown()
{
    static_cast<void>(takeKeyword("known"_L1));
    m_in.skipBlanks();
    m_in.take(u'(');
    m_in.skipBlanks();
    begin(FilterWord::Kind::FieldName);
    m_word.use = FilterWord::Use::Known;
    const Result<const Field *> field = readField();
    if (!field) {
        return std::unexpected(field.error());
    }
    m_in.skipBlanks();
    if (!m_in.take(u')')) {
        return failHere(QT_TRANSLATE_NOOP("Filter", "Expected “)”."));
    }
    return finish({.field = *field, .comparison = Comparison::Known}, {});
}

FilterParser::Parsed FilterParser::readPhrase()
{
    const qsizetype from = m_in.at();
    const ConditionScanner::Value phrase = m_in.takeValue();
    note(FilterToken::Kind::Word, from);
    m_word.typed = phrase.text;
    if (!phrase.isClosed) {
        return fail(m_in.at(),
                    say(QT_TRANSLATE_NOOP("Filter",
                                          "Expected the closing quote of the value that begins at "
                                          "column %1."))
                        .arg(from + 1));
    }
    if (m_elements > 0) {
        return fail(
            from, say(QT_TRANSLATE_NOOP("Filter", "Expected the name of a field in an element.")));
    }
    m_isWord = true;
    return finish(textSearch(phrase.text), {from});
}

Result<const Field *> FilterParser::readField()
{
    const qsizetype at = m_in.at();
    const QString name = m_in.takeName();
    if (const Field *field = fieldNamed(name)) {
        note(FilterToken::Kind::Field, at);
        return field;
    }
    return failName(at, name);
}

const Field *FilterParser::fieldNamed(const QString &name) const
{
    return m_elements > 0 ? elementField(name.toStdString()) : resolveField(name.toStdString());
}

std::unexpected<Error> FilterParser::failName(qsizetype at, const QString &name) const
{
    if (name.isEmpty() || isConditionKeyword(name)) {
        return fail(at,
                    say(QT_TRANSLATE_NOOP(
                        "Filter", "Expected the name of a field, such as user, verb or ns.")));
    }
    constexpr qsizetype Longest = 80;
    const QString shown = name.size() > Longest ? name.first(Longest) + u'…' : name;
    const QString message =
        say(QT_TRANSLATE_NOOP("Filter", "Expected the name of a field; “%1” is none.")).arg(shown);
    if (const Field *similar = similarField(name)) {
        return fail(
            at,
            message + u' '
                + say(QT_TRANSLATE_NOOP("Filter", "Perhaps “%1”?")).arg(writtenName(*similar)));
    }
    return fail(at, message);
}

/// The longest that fits; words must stand alone.
const OperatorWord *FilterParser::takeOperator()
{
    const OperatorWord *found = nullptr;
    for (const OperatorWord &op : operatorWords()) {
        const bool isSign = !QChar(QLatin1Char(op.word.front())).isLetter();
        const bool fits = isSign
            ? m_in.rest().startsWith(latin(op.word))
            : m_in.peekLetters().compare(latin(op.word), Qt::CaseInsensitive) == 0;
        if (fits && (found == nullptr || op.word.size() > found->word.size())) {
            found = &op;
        }
    }
    if (found == nullptr) {
        return nullptr;
    }
    if (QChar(QLatin1Char(found->word.front())).isLetter()) {
        return m_in.takeKeyword(latin(found->word)) ? found : nullptr;
    }
    m_in.goBackTo(m_in.at() + qsizetype(found->word.size()));
    if (found->word == "=") {
        m_in.take(u'='); // "==" is as good
    }
    return found;
}

FilterParser::Parsed FilterParser::readTest()
{
    const qsizetype at = m_in.at();
    const QString name = m_in.takeName();
    const bool isWhole = !m_in.isAtEnd();
    m_in.skipBlanks();
    const qsizetype behind = m_in.at();
    const Field *field = fieldNamed(name);
    if (isWhole && field != nullptr) {
        begin(FilterWord::Kind::Operator, field);
    }
    if (field != nullptr) {
        note(FilterToken::Kind::Field, at, at + name.size());
    }
    const OperatorWord *op = takeOperator();
    if (op != nullptr) {
        note(FilterToken::Kind::Operator, behind);
    }
    const bool isWord = op == nullptr && field == nullptr && m_elements == 0 && !name.isEmpty()
        && !isConditionKeyword(name) && (m_in.isAtEnd() || !u"=!<>~("_s.contains(m_in.next()));
    if (isWord) {
        m_in.goBackTo(at + name.size());
        note(FilterToken::Kind::Word, at);
        m_isWord = true;
        return finish(textSearch(name), {at});
    }
    if (field == nullptr) {
        m_in.goBackTo(behind);
        return failName(at, name);
    }
    if (op == nullptr) {
        return fail(behind,
                    say(QT_TRANSLATE_NOOP("Filter",
                                          "Expected an operator behind “%1”, such as =, !=, in, "
                                          "contains or exists. A word to search for that is the "
                                          "name of a field stands in quotes."))
                        .arg(name));
    }
    FieldTest test{.field = field, .comparison = op->comparison, .letters = op->letters};
    std::vector<qsizetype> places;
    if (op->comparison != Comparison::Exists) {
        const Result<void> read = readValues(test, places);
        if (!read) {
            return std::unexpected(read.error());
        }
    }
    return finish(std::move(test), places);
}

Result<void> FilterParser::readValues(FieldTest &test, std::vector<qsizetype> &places)
{
    const bool isHalfWord = m_in.isAtEnd() && m_text.back().isLetter();
    if (isHalfWord) {
        return failHere(QT_TRANSLATE_NOOP("Filter", "Expected a value."));
    }
    m_in.skipBlanks();
    begin(FilterWord::Kind::Value, test.field);
    const bool takesList =
        test.comparison == Comparison::In || test.comparison == Comparison::Intersects;
    if (!takesList || !m_in.take(u'(')) {
        return readValue(test, places);
    }
    ++m_open;
    m_in.skipBlanks();
    bool isDone = m_in.take(u')');
    while (!isDone) {
        begin(FilterWord::Kind::Value, test.field);
        m_word.isInList = true;
        if (const Result<void> read = readValue(test, places); !read) {
            return read;
        }
        if (m_in.next().isSpace()) {
            m_in.skipBlanks();
            begin(FilterWord::Kind::Connective);
            m_word.isInList = true;
        }
        isDone = m_in.take(u')');
        if (!isDone && !m_in.take(u',')) {
            return failHere(QT_TRANSLATE_NOOP("Filter", "Expected “,” or the “)” of the list."));
        }
        if (!isDone) {
            m_in.skipBlanks();
        }
    }
    --m_open;
    return {};
}

Result<void> FilterParser::readValue(FieldTest &test, std::vector<qsizetype> &places)
{
    const qsizetype from = m_in.at();
    const ConditionScanner::Value value = m_in.takeValue();
    note(FilterToken::Kind::Value, from);
    if (value.isQuoted) {
        m_word.typed = value.text;
    }
    if (!value.isClosed) {
        return fail(m_in.at(),
                    say(QT_TRANSLATE_NOOP("Filter",
                                          "Expected the closing quote of the value that begins at "
                                          "column %1."))
                        .arg(from + 1));
    }
    if (!value.isQuoted && !value.text.isEmpty() && isOperatorSign(value.text.front())) {
        return fail(from,
                    say(QT_TRANSLATE_NOOP("Filter",
                                          "Expected a value; one that begins with =, <, >, ~ or ! "
                                          "stands in quotes.")));
    }
    const QChar next = m_in.next();
    const bool isEnded =
        m_in.isAtEnd() || next.isSpace() || (m_open > 0 && (next == u')' || next == u','));
    if (!isEnded) {
        return failHere(QT_TRANSLATE_NOOP("Filter",
                                          "A value with quotes, commas or parentheses must stand "
                                          "in double quotes."));
    }
    if (value.text.isEmpty() && !value.isQuoted) {
        return failHere(QT_TRANSLATE_NOOP("Filter", "Expected a value."));
    }
    test.values.push_back(value.text.toStdString());
    places.push_back(from);
    return {};
}

FilterParser::Parsed FilterParser::finish(FieldTest test, const std::vector<qsizetype> &places)
{
    if (++m_tests > MostTests) {
        return fail(m_in.at(),
                    say(QT_TRANSLATE_NOOP("Filter", "A condition can ask at most %1 questions."))
                        .arg(MostTests));
    }
    if (const std::optional<ValueMistake> mistake = checkValues(test)) {
        return fail(places[mistake->value], mistake->expected);
    }
    return Condition::of(std::move(test));
}

} // namespace auditloupe
