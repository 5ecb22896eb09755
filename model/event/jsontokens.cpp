// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/jsontokens.h"

#include <algorithm>
#include <charconv>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Kind = JsonToken::Kind;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-'
        || c == '.' || c == '_';
}

std::size_t digitsEnd(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at])) {
        ++at;
    }
    return at;
}

bool isNumber(std::string_view word)
{
    std::size_t at = word.starts_with('-') ? 1 : 0;
    const std::size_t whole = digitsEnd(word, at);
    if (whole == at || (word[at] == '0' && whole > at + 1)) {
        return false;
    }
    at = whole;
    if (at < word.size() && word[at] == '.') {
        const std::size_t fraction = digitsEnd(word, at + 1);
        if (fraction == at + 1) {
            return false;
        }
        at = fraction;
    }
    if (at < word.size() && (word[at] == 'e' || word[at] == 'E')) {
        ++at;
        at += at < word.size() && (word[at] == '+' || word[at] == '-') ? 1 : 0;
        const std::size_t exponent = digitsEnd(word, at);
        if (exponent == at) {
            return false;
        }
        at = exponent;
    }
    return at == word.size();
}

std::optional<std::uint32_t> hexDigits(std::string_view text, std::size_t at)
{
    std::uint32_t value = 0;
    if (at + 4 > text.size()) {
        return std::nullopt;
    }
    const char *end = text.data() + at + 4;
    if (std::from_chars(text.data() + at, end, value, 16).ptr != end) {
        return std::nullopt;
    }
    return value;
}

bool isEscape(std::string_view text, std::size_t backslash)
{
    if (backslash + 1 >= text.size()) {
        return false;
    }
    const char c = text[backslash + 1];
    return c == 'u' ? hexDigits(text, backslash + 2).has_value()
                    : "\"\\/bfnrt"sv.find(c) != std::string_view::npos;
}

/// The state machine behind tokenizeJson(): strict until the first fault, then it takes what it
/// can make sense of, so that a damaged event still has keys and values.
class Tokenizer
{
public:
    explicit Tokenizer(std::string_view json)
        : m_json(json)
    {
    }

    JsonTokens run()
    {
        if (m_json.size() >= JsonToken::None) {
            m_result.errorAt = 0;
            return std::move(m_result);
        }
        while (skipBlanks()) {
            step();
        }
        if (m_expect != Expect::End) {
            fail(m_json.size());
        }
        return std::move(m_result);
    }

private:
    enum class Expect { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, End };

    bool skipBlanks()
    {
        while (m_at < m_json.size() && isBlank(m_json[m_at])) {
            ++m_at;
        }
        return m_at < m_json.size();
    }

    void fail(std::size_t place)
    {
        if (!m_result.errorAt) {
            m_result.errorAt = place;
        }
    }

    void require(bool expected)
    {
        if (!expected) {
            fail(m_at);
        }
    }

    bool expectsValue() const
    {
        return m_expect == Expect::Value || m_expect == Expect::ValueOrEnd;
    }

    void step()
    {
        switch (m_json[m_at]) {
        case '{':
        case '[':
            open(m_json[m_at] == '{' ? Kind::ObjectBegin : Kind::ArrayBegin);
            break;
        case '}':
        case ']':
            close(m_json[m_at] == '}' ? Kind::ObjectEnd : Kind::ArrayEnd);
            break;
        case ',':
            require(m_expect == Expect::CommaOrEnd);
            m_expect = isInObject() ? Expect::Key : Expect::Value;
            ++m_at;
            break;
        case ':':
            require(m_expect == Expect::Colon);
            m_expect = Expect::Value;
            ++m_at;
            break;
        case '"':
            string();
            break;
        default:
            word();
        }
    }

    bool isInObject() const
    {
        return !m_open.empty() && m_result.tokens[m_open.back()].kind == Kind::ObjectBegin;
    }

    void add(Kind kind, std::size_t end)
    {
        m_result.tokens.push_back({.kind = kind,
                                   .begin = static_cast<std::uint32_t>(m_at),
                                   .end = static_cast<std::uint32_t>(end),
                                   .parent = m_open.empty() ? JsonToken::None : m_open.back()});
        m_at = end;
    }

    void afterValue() { m_expect = m_open.empty() ? Expect::End : Expect::CommaOrEnd; }

    void open(Kind kind)
    {
        require(expectsValue());
        add(kind, m_at + 1);
        m_open.push_back(static_cast<std::uint32_t>(m_result.tokens.size() - 1));
        m_expect = kind == Kind::ObjectBegin ? Expect::KeyOrEnd : Expect::ValueOrEnd;
    }

    void close(Kind kind)
    {
        const bool isObject = kind == Kind::ObjectEnd;
        require(!m_open.empty() && isInObject() == isObject
                && (m_expect == Expect::CommaOrEnd
                    || m_expect == (isObject ? Expect::KeyOrEnd : Expect::ValueOrEnd)));
        if (m_open.empty() || isInObject() != isObject) {
            ++m_at; // a stray bracket: leave the structure as it is
            return;
        }
        const std::uint32_t begin = m_open.back();
        m_open.pop_back();
        add(kind, m_at + 1);
        m_result.tokens[begin].match = static_cast<std::uint32_t>(m_result.tokens.size() - 1);
        m_result.tokens.back().match = begin;
        afterValue();
    }

    /// One past the closing quote, or the text's end.
    std::size_t stringEnd(bool &closed)
    {
        std::size_t at = m_at + 1;
        while (at < m_json.size() && m_json[at] != '"') {
            if (static_cast<unsigned char>(m_json[at]) < 0x20
                || (m_json[at] == '\\' && !isEscape(m_json, at))) {
                fail(at);
            }
            at += m_json[at] == '\\' ? 2 : 1;
        }
        closed = at < m_json.size();
        return closed ? at + 1 : m_json.size();
    }

    bool colonFollows(std::size_t at) const
    {
        while (at < m_json.size() && isBlank(m_json[at])) {
            ++at;
        }
        return at < m_json.size() && m_json[at] == ':';
    }

    void string()
    {
        bool closed = false;
        const std::size_t end = stringEnd(closed);
        const bool strictKey = m_expect == Expect::Key || m_expect == Expect::KeyOrEnd;
        const bool isKey = m_result.errorAt ? colonFollows(end) : strictKey;
        require(strictKey || expectsValue());
        add(isKey ? Kind::Key : Kind::String, end);
        m_result.tokens.back().isClosed = closed;
        if (!closed) {
            fail(m_json.size());
        }
        if (isKey) {
            m_expect = Expect::Colon;
        } else {
            afterValue();
        }
    }

    void word()
    {
        std::size_t end = m_at;
        while (end < m_json.size() && isWordCharacter(m_json[end])) {
            ++end;
        }
        if (end == m_at) {
            fail(m_at);
            ++m_at;
            return;
        }
        const std::string_view text = m_json.substr(m_at, end - m_at);
        const bool number = isNumber(text);
        require(expectsValue()
                && (number || text == "true"sv || text == "false"sv || text == "null"sv));
        add(number ? Kind::Number : Kind::Literal, end);
        afterValue();
    }

    std::string_view m_json;
    std::size_t m_at = 0;
    Expect m_expect = Expect::Value;
    std::vector<std::uint32_t> m_open;
    JsonTokens m_result;
};

void appendUtf8(std::string &text, char32_t c)
{
    const auto byte = [&text](char32_t value) { text += static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

/// The character of the \u escape at `at`, and how many bytes it and its other half take.
std::pair<char32_t, std::size_t> unicodeEscape(std::string_view text, std::size_t at)
{
    constexpr char32_t Replacement = 0xFFFD;
    const std::uint32_t first = *hexDigits(text, at + 2);
    if (first < 0xD800 || first > 0xDFFF) {
        return {first, 6};
    }
    if (first < 0xDC00 && text.substr(at + 6, 2) == "\\u"sv) {
        const std::optional<std::uint32_t> second = hexDigits(text, at + 8);
        if (second && *second >= 0xDC00 && *second <= 0xDFFF) {
            return {0x10000 + ((first - 0xD800) << 10) + (*second - 0xDC00), 12};
        }
    }
    return {Replacement, 6};
}

char plainEscape(char c)
{
    constexpr auto Letters = "bfnrt"sv;
    constexpr auto Meanings = "\b\f\n\r\t"sv;
    const std::size_t index = Letters.find(c);
    return index == std::string_view::npos ? c : Meanings[index];
}

} // namespace

JsonTokens tokenizeJson(std::string_view json)
{
    return Tokenizer(json).run();
}

std::string_view quotedText(const JsonToken &token, std::string_view json)
{
    const std::size_t end = token.end - (token.isClosed ? 1U : 0U);
    return json.substr(token.begin + 1, end - token.begin - 1);
}

std::string unescapeJson(std::string_view quoted, std::vector<std::uint32_t> *origins)
{
    std::string result;
    result.reserve(quoted.size());
    for (std::size_t at = 0; at < quoted.size();) {
        const std::size_t from = at;
        if (quoted[at] != '\\' || !isEscape(quoted, at)) {
            result += quoted[at++];
        } else if (quoted[at + 1] == 'u') {
            const auto [character, size] = unicodeEscape(quoted, at);
            appendUtf8(result, character);
            at += size;
        } else {
            result += plainEscape(quoted[at + 1]);
            at += 2;
        }
        if (origins != nullptr) {
            origins->resize(result.size(), static_cast<std::uint32_t>(from));
        }
    }
    if (origins != nullptr) {
        origins->push_back(static_cast<std::uint32_t>(quoted.size()));
    }
    return result;
}

std::string escapeJson(std::string_view text)
{
    std::string json;
    json.reserve(text.size());
    appendEscapedJson(json, text);
    return json;
}

void appendEscapedJson(std::string &json, std::string_view text)
{
    constexpr auto Hex = "0123456789abcdef"sv;
    const auto mustBeEscaped = [](char c) {
        return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
    };
    while (!text.empty()) {
        const auto plain = std::ranges::find_if(text, mustBeEscaped) - text.begin();
        json.append(text.substr(0, static_cast<std::size_t>(plain)));
        text.remove_prefix(static_cast<std::size_t>(plain));
        if (text.empty()) {
            return;
        }
        const auto byte = static_cast<unsigned char>(text.front());
        text.remove_prefix(1);
        if (byte == '"' || byte == '\\') {
            json += '\\';
            json += static_cast<char>(byte);
        } else if (byte == '\n') {
            json += "\\n";
        } else {
            json += "\\u00";
            json += Hex[byte >> 4U];
            json += Hex[byte & 0xFU];
        }
    }
}

} // namespace auditloupe
