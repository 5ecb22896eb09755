// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/filterparser.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr int DeepestNesting = 100; // as in Falco
constexpr qsizetype LongestText = 65'536;

QString say(const char *text)
{
    return QCoreApplication::translate("Filter", text);
}

} // namespace

Result<Condition> FilterParser::parse()
{
    if (m_text.size() > LongestText) {
        return fail(LongestText,
                    say(QT_TRANSLATE_NOOP("Filter", "The condition is longer than %1 characters."))
                        .arg(LongestText));
    }
    m_in.skipBlanks();
    begin(FilterWord::Kind::FieldName);
    if (m_in.isAtEnd()) {
        return Condition();
    }
    Parsed whole = readOr(0);
    if (whole && !m_in.isAtEnd()) {
        return failJoint(0);
    }
    return whole;
}

FilterWord FilterParser::lastWord()
{
    static_cast<void>(parse()); // what is half written is an error
    const auto left = m_in.rest();
    const bool isHalfWord =
        m_in.at() == m_word.from && std::ranges::none_of(left, [](QChar c) { return c.isSpace(); });
    if (!m_in.isAtEnd() && !isHalfWord) {
        return {};
    }
    if (m_word.typed.isNull()) {
        m_word.typed = m_text.mid(m_word.from);
    }
    std::vector<Condition> before;
    for (const std::size_t index : m_wordContext) {
        before.push_back(m_done[index]);
    }
    m_word.before.condition = Condition::all(std::move(before));
    return std::move(m_word);
}

FilterReading FilterParser::reading()
{
    const Parsed parsed = parse();
    return {.tokens = std::move(m_tokens),
            .error = parsed ? std::nullopt : std::optional(parsed.error())};
}

/// Up to where the text is taken by now; what was read differently before is forgotten.
void FilterParser::note(FilterToken::Kind kind, qsizetype from, std::optional<qsizetype> to)
{
    std::erase_if(m_tokens, [from](const FilterToken &token) { return token.from >= from; });
    const qsizetype length = to.value_or(m_in.at()) - from;
    if (length > 0) {
        m_tokens.push_back({.kind = kind, .from = from, .length = length});
    }
}

bool FilterParser::takeKeyword(QLatin1StringView word)
{
    const qsizetype from = m_in.at();
    const bool isThere = m_in.takeKeyword(word);
    if (isThere) {
        note(FilterToken::Kind::Keyword, from);
    }
    return isThere;
}

std::unexpected<Error> FilterParser::fail(qsizetype at, const QString &message) const
{
    return std::unexpected(Error{
        .code = Error::Code::Parse,
        .message = QCoreApplication::translate("Filter", "Column %1: %2").arg(at + 1).arg(message),
        .where = {.column = at + 1}});
}

std::unexpected<Error> FilterParser::failHere(const char *message) const
{
    return fail(m_in.at(), QCoreApplication::translate("Filter", message));
}

void FilterParser::begin(FilterWord::Kind kind, const Field *field)
{
    m_word = {.kind = kind, .from = m_in.at(), .field = field, .isInElement = m_elements > 0};
    m_wordContext = m_context;
}

Result<void> FilterParser::goDeeper(int depth) const
{
    if (depth < DeepestNesting) {
        return {};
    }
    return fail(
        m_in.at(),
        say(QT_TRANSLATE_NOOP("Filter", "This is more than %1 conditions inside each other."))
            .arg(DeepestNesting));
}

FilterParser::Parsed FilterParser::readOr(int depth)
{
    std::vector<Condition> parts;
    const std::size_t context = m_context.size();
    while (true) {
        Parsed part = readAnd(depth);
        m_context.resize(context);
        if (!part) {
            return part;
        }
        parts.push_back(std::move(*part));
        if (!takeKeyword("or"_L1)) {
            return Condition::any(std::move(parts));
        }
        if (!m_in.isAtEnd()) {
            m_in.skipBlanks();
            begin(FilterWord::Kind::FieldName);
        }
        if (m_in.isAtEnd()) {
            return failHere(
                QT_TRANSLATE_NOOP("Filter", "Expected a further condition behind “or”."));
        }
    }
}

FilterParser::Parsed FilterParser::readAnd(int depth)
{
    std::vector<Condition> parts;
    auto joint = Joint::And;
    while (joint != Joint::None) {
        const qsizetype from = m_in.at();
        Parsed part = readNot(depth);
        if (!part) {
            return part;
        }
        if (joint == Joint::Word && !m_isWord) {
            m_in.goBackTo(from);
            return failJoint(depth);
        }
        if (m_elements == 0) {
            m_context.push_back(m_done.size());
            m_done.push_back(*part);
        }
        parts.push_back(std::move(*part));
        const Result<Joint> next = readJoint(m_isWord, depth);
        if (!next) {
            return std::unexpected(next.error());
        }
        joint = *next;
    }
    return Condition::all(std::move(parts));
}

/// What stands behind a whole part: "and" is taken, all else stays.
Result<FilterParser::Joint> FilterParser::readJoint(bool isBehindWord, int depth)
{
    if (m_in.isAtEnd()) {
        return Joint::None;
    }
    m_in.skipBlanks();
    begin(FilterWord::Kind::Connective);
    const QChar next = m_in.next();
    const qsizetype from = m_in.at();
    const bool isOr = m_in.takeKeyword("or"_L1);
    m_in.goBackTo(from);
    if (m_in.isAtEnd() || isOr || next == u')' || next == u',') {
        return Joint::None;
    }
    if (takeKeyword("and"_L1)) {
        if (!m_in.isAtEnd()) {
            m_in.skipBlanks();
            begin(FilterWord::Kind::FieldName);
        }
        if (m_in.isAtEnd()) {
            return failHere(
                QT_TRANSLATE_NOOP("Filter", "Expected a further condition behind “and”."));
        }
        return Joint::And;
    }
    if (isBehindWord && isWordNext()) {
        const QString rest = m_in.rest().toString();
        if (!u"and"_s.startsWith(rest, Qt::CaseInsensitive)
            && !u"or"_s.startsWith(rest, Qt::CaseInsensitive)) {
            begin(FilterWord::Kind::FieldName);
        }
        return Joint::Word;
    }
    return failJoint(depth);
}

bool FilterParser::isWordNext() const
{
    const QChar next = m_in.next();
    const bool isSign = u"=!<>~(&|"_s.contains(next);
    return !isSign && m_in.peekLetters().compare("not"_L1, Qt::CaseInsensitive) != 0;
}

std::unexpected<Error> FilterParser::failJoint(int depth) const
{
    if (m_in.next() == u'&' || m_in.next() == u'|') {
        return failHere(QT_TRANSLATE_NOOP("Filter", "Expected “and” or “or”, written as words."));
    }
    if (m_elements > 0 && m_in.next() == u',') {
        return failHere(QT_TRANSLATE_NOOP("Filter",
                                          "Expected “and”, “or” or “)”: any() takes one list "
                                          "and one condition."));
    }
    return depth > 0 ? failHere(QT_TRANSLATE_NOOP("Filter", "Expected “and”, “or” or “)”."))
                     : failHere(QT_TRANSLATE_NOOP(
                           "Filter", "Expected “and”, “or” or the end of the condition."));
}

FilterParser::Parsed FilterParser::readNot(int depth)
{
    if (!takeKeyword("not"_L1)) {
        return readPart(depth);
    }
    if (const Result<void> allowed = goDeeper(depth); !allowed) {
        return std::unexpected(allowed.error());
    }
    if (!m_in.isAtEnd()) {
        m_in.skipBlanks();
        begin(FilterWord::Kind::FieldName);
    }
    if (m_in.isAtEnd()) {
        return failHere(QT_TRANSLATE_NOOP("Filter", "Expected a condition behind “not”."));
    }
    Parsed part = readNot(depth + 1);
    m_isWord = false;
    return part.transform([](Condition &inner) { return Condition::negation(std::move(inner)); });
}

FilterParser::Parsed FilterParser::readPart(int depth)
{
    m_isWord = false;
    if (m_in.next() == u'(') {
        return readGroup(depth);
    }
    const auto isCall = [this](QLatin1StringView word) {
        const QStringView letters = m_in.peekLetters();
        return letters.compare(word, Qt::CaseInsensitive) == 0
            && m_in.rest().mid(letters.size()).trimmed().startsWith(u'(');
    };
    if (isCall("any"_L1)) {
        return readAnyElement(depth);
    }
    if (isCall("known"_L1)) {
        return readKnown();
    }
    return m_in.next() == u'"' || m_in.next() == u'\'' ? readPhrase() : readTest();
}

FilterParser::Parsed FilterParser::readGroup(int depth)
{
    if (const Result<void> allowed = goDeeper(depth); !allowed) {
        return std::unexpected(allowed.error());
    }
    const qsizetype from = m_in.at();
    m_in.take(u'(');
    ++m_open;
    m_in.skipBlanks();
    begin(FilterWord::Kind::FieldName);
    Parsed inner = readOr(depth + 1);
    if (inner && !m_in.take(u')')) {
        return m_in.isAtEnd()
            ? fail(m_in.at(),
                   say(QT_TRANSLATE_NOOP("Filter", "Expected the “)” of the “(” at column %1."))
                       .arg(from + 1))
            : failJoint(depth + 1);
    }
    --m_open;
    m_isWord = false;
    return inner;
}

FilterParser::Parsed FilterParser::readAnyElement(int depth)
{
    if (const Result<void> allowed = goDeeper(depth); !allowed) {
        return std::unexpected(allowed.error());
    }
    static_cast<void>(takeKeyword("any"_L1));
    m_in.skipBlanks();
    m_in.take(u'(');
    ++m_open;
    m_in.skipBlanks();
    const qsizetype at = m_in.at();
    begin(FilterWord::Kind::FieldName);
    m_word.use = FilterWord::Use::List;
    const Result<const Field *> list = readField();
    if (!list) {
        return std::unexpected(list.error());
    }
    if ((*list)->path.empty()) {
        return fail(at,
                    say(QT_TRANSLATE_NOOP("Filter",
                                          "Expected a list such as "
                                          "requestObject.rules[].")));
    }
    m_in.skipBlanks();
    if (!m_in.take(u',')) {
        return failHere(
            QT_TRANSLATE_NOOP("Filter", "Expected “,” and a condition about one element."));
    }
    ++m_elements;
    m_in.skipBlanks();
    begin(FilterWord::Kind::FieldName);
    Parsed inner = readOr(depth + 1);
    --m_elements;
    if (inner && !m_in.take(u')')) {
        return failJoint(depth + 1);
    }
    --m_open;
    m_isWord = false;
    return inner.transform([&list](Condition &part) {
        Condition any{.kind = Condition::Kind::AnyElement, .test = {.field = *list}};
        any.parts.push_back(std::move(part));
        return any;
    });
}

} // namespace auditloupe
