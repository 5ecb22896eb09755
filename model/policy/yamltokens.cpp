// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/yamlscanner.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace auditloupe {

// What stands inside of one token.

namespace {

bool isWordLetter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'
        || c == '-';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string takeWord(YamlCursor &cursor)
{
    std::string word;
    while (isWordLetter(cursor.peek())) {
        word += cursor.take();
    }
    return word;
}

void skipBlanks(YamlCursor &cursor)
{
    while (cursor.isBlank()) {
        cursor.skip();
    }
}

/// Blanks and line breaks between words that stand on one line or on several.
struct Gap
{
    std::string blanks = {};
    std::string firstBreak = {};
    std::string moreBreaks = {};
    bool hasBreak = false;

    void takeBreak(YamlCursor &cursor)
    {
        (hasBreak ? moreBreaks : firstBreak) += cursor.takeBreak();
        blanks.clear();
        hasBreak = true;
    }

    void takeBlank(YamlCursor &cursor)
    {
        if (hasBreak) {
            cursor.skip();
        } else {
            blanks += cursor.take();
        }
    }

    /// One break between two lines is a blank, the first of several is left out.
    void appendTo(std::string &text)
    {
        if (!hasBreak) {
            text += blanks;
        } else if (!firstBreak.starts_with('\n')) {
            text += firstBreak + moreBreaks;
        } else {
            text += moreBreaks.empty() ? " " : moreBreaks;
        }
        *this = {};
    }
};

void appendUtf8(std::string &text, std::uint32_t code)
{
    const auto byte = [&text](std::uint32_t value) { text += static_cast<char>(value); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | (code >> 6));
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | (code >> 12));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | (code >> 18));
        byte(0x80 | ((code >> 12) & 0x3F));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
}

} // namespace

bool YamlScanner::scanDirective()
{
    YamlToken token{.at = m_cursor.at()};
    m_cursor.skip();
    const std::string name = takeWord(m_cursor);
    if (name.empty()) {
        return fail("could not find expected directive name");
    }
    if (!m_cursor.isBlankOrEnd()) {
        return fail("found unexpected non-alphabetical character");
    }
    if (name == "YAML"      ? !scanVersion(token)
            : name == "TAG" ? !scanTagDirective(token)
                            : !fail("found unknown directive name", token.at)) {
        return false;
    }
    m_tokens.push_back(std::move(token));
    return endDirective();
}

bool YamlScanner::endDirective()
{
    skipBlanks(m_cursor);
    m_cursor.skipComment();
    if (!m_cursor.isBreakOrEnd()) {
        return fail("did not find expected comment or line break");
    }
    if (m_cursor.isBreak()) {
        m_cursor.takeBreak();
    }
    return true;
}

bool YamlScanner::scanVersion(YamlToken &token)
{
    constexpr int MostDigits = 9;
    token.kind = Kind::Version;
    skipBlanks(m_cursor);
    for (int part = 0; part < 2; ++part) {
        int digits = 0;
        for (; isDigit(m_cursor.peek()); ++digits) {
            token.text += m_cursor.take();
        }
        if (digits == 0 || digits > MostDigits) {
            return fail("did not find expected version number");
        }
        if (part == 0) {
            if (m_cursor.peek() != '.') {
                return fail("did not find expected digit or '.' character");
            }
            token.text += m_cursor.take();
        }
    }
    return true;
}

bool YamlScanner::scanTagDirective(YamlToken &token)
{
    token.kind = Kind::TagDirective;
    skipBlanks(m_cursor);
    if (!scanTagHandle(token.text)) {
        return false;
    }
    if (token.text != "!" && !token.text.ends_with('!')) {
        return fail("did not find expected '!'");
    }
    if (!m_cursor.isBlank()) {
        return fail("did not find expected whitespace");
    }
    skipBlanks(m_cursor);
    if (!scanTagUri(token.suffix)) {
        return false;
    }
    if (token.suffix.empty()) {
        return fail("did not find expected tag URI");
    }
    return m_cursor.isBlankOrEnd() || fail("did not find expected whitespace or line break");
}

bool YamlScanner::scanAnchor(Kind kind)
{
    YamlToken token{.kind = kind, .at = m_cursor.at()};
    m_cursor.skip();
    token.text = takeWord(m_cursor);
    constexpr std::string_view Ends = "?:,]}%@`";
    if (token.text.empty() || (!m_cursor.isBlankOrEnd() && !Ends.contains(m_cursor.peek()))) {
        return fail("did not find expected alphabetic or numeric character");
    }
    m_tokens.push_back(std::move(token));
    return true;
}

bool YamlScanner::scanTag()
{
    YamlToken token{.kind = Kind::Tag, .at = m_cursor.at()};
    if (m_cursor.peek(1) == '<') {
        m_cursor.skip(2);
        if (!scanTagUri(token.suffix)) {
            return false;
        }
        if (token.suffix.empty() || m_cursor.peek() != '>') {
            return fail("did not find the expected '>'");
        }
        m_cursor.skip();
    } else {
        if (!scanTagHandle(token.text)) {
            return false;
        }
        const bool isHandle = token.text.size() > 1 && token.text.ends_with('!');
        if (!isHandle) {
            token.suffix = token.text.substr(1);
            token.text = "!";
        }
        if (!scanTagUri(token.suffix)) {
            return false;
        }
        if (isHandle && token.suffix.empty()) {
            return fail("did not find expected tag URI");
        }
        if (token.suffix.empty()) {
            token.text.swap(token.suffix); // "!" alone
        }
    }
    if (!m_cursor.isBlankOrEnd()) {
        return fail("did not find expected whitespace or line break");
    }
    m_tokens.push_back(std::move(token));
    return true;
}

bool YamlScanner::scanTagHandle(std::string &handle)
{
    if (m_cursor.peek() != '!') {
        return fail("did not find expected '!'");
    }
    handle = m_cursor.take();
    handle += takeWord(m_cursor);
    if (m_cursor.peek() == '!') {
        handle += m_cursor.take();
    }
    return true;
}

bool YamlScanner::scanTagUri(std::string &uri)
{
    constexpr std::string_view Signs = ";/?:@&=+$.!~*'(),[]";
    while (
        isWordLetter(m_cursor.peek())
        || (!m_cursor.isAtEnd() && (Signs.contains(m_cursor.peek()) || m_cursor.peek() == '%'))) {
        if (m_cursor.peek() != '%') {
            uri += m_cursor.take();
            continue;
        }
        const std::array digits{m_cursor.peek(1), m_cursor.peek(2)};
        unsigned char byte = 0;
        if (std::from_chars(digits.begin(), digits.end(), byte, 16).ptr != digits.end()) {
            return fail("did not find URI escaped octet");
        }
        uri += static_cast<char>(byte);
        m_cursor.skip(3);
    }
    return true;
}

bool YamlScanner::scanBlockHeader(int &chomping, int &increment)
{
    for (int part = 0; part < 2; ++part) {
        const char c = m_cursor.peek();
        if ((c == '+' || c == '-') && chomping == 0) {
            chomping = c == '+' ? 1 : -1;
            m_cursor.skip();
        } else if (isDigit(c) && increment == 0) {
            if (c == '0') {
                return fail("found an indentation indicator equal to 0");
            }
            increment = c - '0';
            m_cursor.skip();
        }
    }
    return endDirective();
}

bool YamlScanner::scanBlockBreaks(int &indent, std::string &breaks)
{
    int widest = 0;
    while (true) {
        while ((indent == 0 || m_cursor.column() < indent) && m_cursor.peek() == ' ') {
            m_cursor.skip();
        }
        widest = std::max(widest, m_cursor.column());
        if ((indent == 0 || m_cursor.column() < indent) && m_cursor.peek() == '\t') {
            return fail("found a tab character where an indentation space is expected");
        }
        if (!m_cursor.isBreak()) {
            break;
        }
        breaks += m_cursor.takeBreak();
    }
    if (indent == 0) {
        indent = std::max({widest, m_indent + 1, 1});
    }
    return true;
}

bool YamlScanner::scanBlockScalar()
{
    YamlToken token{.kind = Kind::Scalar, .at = m_cursor.at()};
    const bool isLiteral = m_cursor.peek() == '|';
    m_cursor.skip();
    int chomping = 0;
    int increment = 0;
    if (!scanBlockHeader(chomping, increment)) {
        return false;
    }
    int indent = increment == 0 ? 0 : std::max(m_indent, 0) + increment;
    std::string lastBreak;
    std::string moreBreaks;
    bool wasBlank = false;
    if (!scanBlockBreaks(indent, moreBreaks)) {
        return false;
    }
    while (m_cursor.column() == indent && !m_cursor.isAtEnd()) {
        const bool isBlank = m_cursor.isBlank();
        if (!isLiteral && lastBreak.starts_with('\n') && !wasBlank && !isBlank) {
            lastBreak = moreBreaks.empty() ? " " : "";
        }
        token.text += lastBreak + moreBreaks;
        moreBreaks.clear();
        wasBlank = isBlank;
        while (!m_cursor.isBreakOrEnd()) {
            token.text += m_cursor.take();
        }
        lastBreak = m_cursor.isBreak() ? m_cursor.takeBreak() : std::string_view();
        if (!scanBlockBreaks(indent, moreBreaks)) {
            return false;
        }
    }
    token.text += chomping >= 0 ? lastBreak : "";
    token.text += chomping > 0 ? moreBreaks : "";
    m_tokens.push_back(std::move(token));
    return true;
}

bool YamlScanner::scanFlowScalar()
{
    YamlToken token{.kind = Kind::Scalar, .at = m_cursor.at()};
    const char quote = m_cursor.peek();
    m_cursor.skip();
    while (true) {
        if (m_cursor.isDocumentMark()) {
            return fail("found unexpected document indicator");
        }
        if (m_cursor.isAtEnd()) {
            return fail("found unexpected end of stream", token.at);
        }
        bool isFolded = false;
        if (!scanFlowText(token.text, quote, isFolded)) {
            return false;
        }
        if (!isFolded && m_cursor.peek() == quote) {
            break;
        }
        Gap gap{.hasBreak = isFolded};
        while (m_cursor.isBlank() || m_cursor.isBreak()) {
            m_cursor.isBlank() ? gap.takeBlank(m_cursor) : gap.takeBreak(m_cursor);
        }
        if (isFolded) {
            token.text += gap.moreBreaks; // the break itself was escaped
        } else {
            gap.appendTo(token.text);
        }
    }
    m_cursor.skip();
    m_tokens.push_back(std::move(token));
    return true;
}

/// Up to a blank, a break, the end, or the quote. `isFolded` after an escaped break.
bool YamlScanner::scanFlowText(std::string &text, char quote, bool &isFolded)
{
    while (!m_cursor.isBlankOrEnd()) {
        const char c = m_cursor.peek();
        if (quote == '\'' && c == '\'' && m_cursor.peek(1) == '\'') {
            text += '\'';
            m_cursor.skip(2);
        } else if (c == quote) {
            return true;
        } else if (quote == '"' && c == '\\' && m_cursor.isBreak(1)) {
            m_cursor.skip();
            m_cursor.takeBreak();
            isFolded = true;
            return true;
        } else if (quote == '"' && c == '\\') {
            if (!scanEscape(text)) {
                return false;
            }
        } else {
            text += m_cursor.take();
        }
    }
    return true;
}

bool YamlScanner::scanEscape(std::string &text)
{
    constexpr std::string_view Letters = "0abt\tnvfre \"'\\N_LP";
    constexpr std::array<std::uint32_t, 18> Codes{
        0, 7, 8, 9, 9, 10, 11, 12, 13, 0x1B, 0x20, '"', '\'', '\\', 0x85, 0xA0, 0x2028, 0x2029};
    const char c = m_cursor.peek(1);
    if (const std::size_t found = Letters.find(c); found != std::string_view::npos) {
        appendUtf8(text, Codes.at(found));
        m_cursor.skip(2);
        return true;
    }
    const int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits == 0) {
        return fail("found unknown escape character");
    }
    m_cursor.skip(2);
    std::uint32_t code = 0;
    for (int i = 0; i < digits; ++i) {
        const char digit = m_cursor.peek();
        std::uint32_t value = 0;
        if (std::from_chars(&digit, &digit + 1, value, 16).ptr == &digit) {
            return fail("did not find expected hexdecimal number");
        }
        code = (code << 4) + value;
        m_cursor.skip();
    }
    constexpr std::uint32_t Last = 0x10FFFF;
    if ((code >= 0xD800 && code <= 0xDFFF) || code > Last) {
        return fail("found invalid Unicode character escape code");
    }
    appendUtf8(text, code);
    return true;
}

bool YamlScanner::scanPlain()
{
    YamlToken token{.kind = Kind::Scalar, .isPlain = true, .at = m_cursor.at()};
    const bool isFlow = m_keys.size() > 1;
    const int indent = m_indent + 1;
    constexpr std::string_view FlowEnds = ",?[]{}";
    Gap gap;
    while (!m_cursor.isDocumentMark() && m_cursor.peek() != '#') {
        while (!m_cursor.isBlankOrEnd()) {
            const char c = m_cursor.peek();
            if ((c == ':' && m_cursor.isBlankOrEnd(1)) || (isFlow && FlowEnds.contains(c))) {
                break;
            }
            gap.appendTo(token.text);
            token.text += m_cursor.take();
        }
        if (!m_cursor.isBlank() && !m_cursor.isBreak()) {
            break;
        }
        while (m_cursor.isBlank() || m_cursor.isBreak()) {
            if (m_cursor.isBreak()) {
                gap.takeBreak(m_cursor);
                continue;
            }
            if (gap.hasBreak && m_cursor.column() < indent && m_cursor.peek() == '\t') {
                return fail("found a tab character that violates indentation");
            }
            gap.takeBlank(m_cursor);
        }
        if (!isFlow && m_cursor.column() < indent) {
            break;
        }
    }
    m_isKeyAllowed = m_isKeyAllowed || gap.hasBreak;
    m_tokens.push_back(std::move(token));
    return true;
}

} // namespace auditloupe
