// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/eventtext.h"

#include "model/event/plaintext.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Kind = JsonToken::Kind;

bool isBegin(Kind kind)
{
    return kind == Kind::ObjectBegin || kind == Kind::ArrayBegin;
}

bool isEnd(Kind kind)
{
    return kind == Kind::ObjectEnd || kind == Kind::ArrayEnd;
}

/// Lays out the tokens of a faultless text.
class Printer
{
public:
    explicit Printer(PrettyJson &result)
        : m_result(result)
        , m_tokens(result.tokens)
    {
    }

    std::string run()
    {
        for (std::uint32_t i = 0; i < m_tokens.size(); ++i) {
            if (m_flatUntil != JsonToken::None) {
                printFlat(i);
            } else {
                print(i);
            }
        }
        return std::move(m_text);
    }

private:
    void print(std::uint32_t token)
    {
        const Kind kind = m_tokens[token].kind;
        if (isEnd(kind)) {
            --m_depth;
            startLine(m_tokens[token].match);
            append(token);
            separate(token);
            return;
        }
        if (kind == Kind::Key) {
            startLine(token + 1);
            append(token);
            m_text += ": ";
            return;
        }
        if (!isMember(token)) {
            startLine(token);
        }
        append(token);
        if (!isBegin(kind)) {
            separate(token);
        } else if (m_tokens[token].match == token + 1 || m_depth >= DeepestLine) {
            m_flatUntil = m_tokens[token].match;
        } else {
            ++m_depth;
        }
    }

    /// Within a container that stays on its line.
    void printFlat(std::uint32_t token)
    {
        append(token);
        if (token == m_flatUntil) {
            m_flatUntil = JsonToken::None;
        }
        const Kind kind = m_tokens[token].kind;
        if (kind == Kind::Key) {
            m_text += ": ";
        } else if (!isBegin(kind)) {
            separate(token);
            if (m_flatUntil != JsonToken::None && m_text.back() == ',') {
                m_text += ' ';
            }
        }
    }

    /// Whether the token is the value of a key, which has begun the line already.
    bool isMember(std::uint32_t token) const
    {
        return token > 0 && m_tokens[token - 1].kind == Kind::Key;
    }

    void startLine(std::uint32_t token)
    {
        if (!m_result.lines.empty()) {
            m_text += '\n';
        }
        m_text.append(static_cast<std::size_t>(m_depth) * 2, ' ');
        const JsonToken &value = m_tokens[token];
        const std::uint32_t end = isBegin(value.kind) ? m_tokens[value.match].end : value.end;
        m_result.lines.push_back(
            {.token = token, .begin = value.begin, .end = end, .depth = m_depth});
    }

    void append(std::uint32_t token)
    {
        const JsonToken &piece = m_tokens[token];
        m_text.append(m_result.source, piece.begin, piece.end - piece.begin);
    }

    void separate(std::uint32_t token)
    {
        if (token + 1 < m_tokens.size() && !isEnd(m_tokens[token + 1].kind)) {
            m_text += ',';
        }
    }

    PrettyJson &m_result;
    const std::vector<JsonToken> &m_tokens;
    std::string m_text;
    int m_depth = 0;
    std::uint32_t m_flatUntil = JsonToken::None;
};

void splitLines(PrettyJson &result)
{
    std::size_t begin = 0;
    while (begin <= result.source.size()) {
        const std::size_t end = std::min(result.source.find('\n', begin), result.source.size());
        result.lines.push_back(
            {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)});
        begin = end + 1;
    }
}

bool isPlainKey(std::string_view key)
{
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    return !key.empty() && isLetter(key[0])
        && std::ranges::all_of(key, [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

/// A key as a JSON string; what could deceive the eye is escaped.
QString quotedKey(std::string_view key)
{
    QString result = u"\""_s;
    for (const char32_t character : textOf(key).toUcs4()) {
        const QString shown = QString::fromUcs4(&character, 1);
        if (character == U'"' || character == U'\\') {
            result += u'\\' + shown;
        } else if (isDeceptive(character)) {
            for (const QChar unit : shown) {
                result += u"\\u%1"_s.arg(uint(unit.unicode()), 4, 16, QLatin1Char('0'));
            }
        } else {
            result += shown;
        }
    }
    return result + u'"';
}

std::size_t indexInArray(const std::vector<JsonToken> &tokens, std::uint32_t token)
{
    std::size_t index = 0;
    for (std::uint32_t at = tokens[token].parent + 1; at < token; ++index) {
        at = isBegin(tokens[at].kind) ? tokens[at].match + 1 : at + 1;
    }
    return index;
}

} // namespace

QString PrettyJson::path(std::size_t line) const
{
    std::vector<QString> steps; // from the value up to the root
    std::uint32_t token = line < lines.size() ? lines[line].token : JsonToken::None;
    while (token != JsonToken::None && tokens[token].parent != JsonToken::None) {
        const std::uint32_t parent = tokens[token].parent;
        if (tokens[parent].kind == Kind::ArrayBegin) {
            steps.push_back(u"[%1]"_s.arg(indexInArray(tokens, token)));
        } else {
            const std::string key = unescapeJson(quotedText(tokens[token - 1], source));
            steps.push_back(isPlainKey(key) ? u'.' + QString::fromLatin1(key)
                                            : u'[' + quotedKey(key) + u']');
        }
        token = parent;
    }
    QString path;
    std::ranges::for_each(steps.rbegin(), steps.rend(), [&](const QString &step) { path += step; });
    return path.startsWith(u'.') ? path.sliced(1) : path;
}

std::string_view PrettyJson::value(std::size_t line) const
{
    if (line >= lines.size()) {
        return {};
    }
    return std::string_view(source).substr(lines[line].begin, lines[line].end - lines[line].begin);
}

PrettyJson prettyJson(std::string_view json)
{
    PrettyJson result;
    result.source = json;
    JsonTokens tokens = tokenizeJson(json);
    if (tokens.errorAt) {
        result.text = textOf(json);
        splitLines(result);
        return result;
    }
    result.tokens = std::move(tokens.tokens);
    result.text = textOf(Printer(result).run());
    return result;
}

QString jqFilter(const QString &path)
{
    return u'.' + path;
}

QString jsonPath(const QString &path)
{
    return path.isEmpty() || path.startsWith(u'[') ? u'$' + path : u"$."_s + path;
}

QString kubectlGetRaw(std::string_view requestUri)
{
    constexpr auto Hex = "0123456789ABCDEF"sv;
    if (requestUri.empty()) {
        return {};
    }
    std::string argument = requestUri.starts_with('/') ? "" : "/";
    for (const char c : requestUri) {
        // A quote would end the argument; anything unprintable could act on a terminal.
        if (c > ' ' && c <= '~' && c != '\'') {
            argument += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            argument += '%';
            argument += Hex[byte >> 4];
            argument += Hex[byte & 0xF];
        }
    }
    return u"kubectl get --raw '%1'"_s.arg(QString::fromLatin1(argument));
}

} // namespace auditloupe
