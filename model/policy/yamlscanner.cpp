// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/yamlscanner.h"

#include <algorithm>

namespace auditloupe {

namespace {

constexpr std::size_t LongestKey = 1024;
constexpr std::size_t Deepest = 10'000;

} // namespace

YamlScanner::YamlScanner(std::string_view text)
    : m_cursor(text)
{
}

const YamlToken &YamlScanner::peek()
{
    if (!fetchUntilKnown()) {
        m_tokens.clear();
        add(Kind::Fault, m_fault->at);
    }
    return m_tokens.front();
}

YamlToken YamlScanner::take()
{
    YamlToken token = peek();
    if (token.kind != Kind::Fault && token.kind != Kind::StreamEnd) {
        m_tokens.pop_front();
        ++m_taken;
    }
    return token;
}

bool YamlScanner::fail(std::string text, std::size_t at)
{
    m_fault = {at, "yaml: " + std::move(text)};
    return false;
}

void YamlScanner::add(Kind kind, std::size_t at)
{
    m_tokens.push_back({.kind = kind, .at = at});
}

void YamlScanner::addSkipping(Kind kind, int characters)
{
    add(kind, m_cursor.at());
    m_cursor.skip(characters);
}

bool YamlScanner::needsMore() const
{
    return m_tokens.empty() || std::ranges::any_of(m_keys, [this](const SimpleKey &key) {
               return key.isPossible && key.token == m_taken;
           });
}

bool YamlScanner::fetchUntilKnown()
{
    if (m_fault) {
        return false;
    }
    while (!m_isAtEnd) {
        if (!staleKeys()) {
            return false;
        }
        if (!needsMore()) {
            return true;
        }
        if (!fetchNext()) {
            return false;
        }
    }
    return true;
}

/// A key ends on its line and within a kilobyte.
bool YamlScanner::staleKeys()
{
    for (SimpleKey &key : m_keys) {
        if (key.isPossible
            && (key.line < m_cursor.line() || key.index + LongestKey < m_cursor.index())) {
            if (key.isRequired) {
                return fail("could not find expected ':'", key.at);
            }
            key.isPossible = false;
        }
    }
    return true;
}

bool YamlScanner::saveKey()
{
    if (!m_isKeyAllowed) {
        return true;
    }
    if (!removeKey()) {
        return false;
    }
    m_keys.back() = {.isPossible = true,
                     .isRequired = m_keys.size() == 1 && m_indent == m_cursor.column(),
                     .token = m_taken + m_tokens.size(),
                     .at = m_cursor.at(),
                     .index = m_cursor.index(),
                     .line = m_cursor.line(),
                     .column = m_cursor.column()};
    return true;
}

bool YamlScanner::removeKey()
{
    SimpleKey &key = m_keys.back();
    if (key.isPossible && key.isRequired) {
        return fail("could not find expected ':'", key.at);
    }
    key.isPossible = false;
    return true;
}

void YamlScanner::unroll(int column)
{
    while (m_keys.size() == 1 && m_indent > column) {
        add(Kind::BlockEnd, m_cursor.at());
        m_indent = m_indents.back();
        m_indents.pop_back();
    }
}

void YamlScanner::roll(int column, std::optional<std::size_t> token, Kind kind, std::size_t at)
{
    if (m_keys.size() > 1 || m_indent >= column) {
        return;
    }
    m_indents.push_back(m_indent);
    m_indent = column;
    const auto place =
        token ? m_tokens.begin() + static_cast<std::ptrdiff_t>(*token - m_taken) : m_tokens.end();
    m_tokens.insert(place, {.kind = kind, .at = at});
    if (m_indents.size() > Deepest) {
        fail("exceeded max depth of 10000", at);
    }
}

void YamlScanner::skipToToken()
{
    while (true) {
        if (m_cursor.column() == 0 && m_cursor.peek() == '\xEF' && m_cursor.peek(1) == '\xBB'
            && m_cursor.peek(2) == '\xBF') {
            m_cursor.skip();
        }
        const bool takesTabs = m_keys.size() > 1 || !m_isKeyAllowed;
        while (m_cursor.peek() == ' ' || (takesTabs && m_cursor.peek() == '\t')) {
            m_cursor.skip();
        }
        m_cursor.skipComment();
        if (!m_cursor.isBreak()) {
            return;
        }
        m_cursor.takeBreak();
        m_isKeyAllowed = m_isKeyAllowed || m_keys.size() == 1;
    }
}

bool YamlScanner::fetchNext()
{
    skipToToken();
    if (!staleKeys()) {
        return false;
    }
    unroll(m_cursor.column());
    if (m_cursor.isAtEnd()) {
        return fetchStreamEnd();
    }
    if (m_cursor.column() == 0 && m_cursor.peek() == '%') {
        unroll(-1);
        if (!removeKey()) {
            return false;
        }
        m_isKeyAllowed = false;
        return scanDirective();
    }
    if (m_cursor.isDocumentMark()) {
        return fetchDocumentMark();
    }
    return fetchIndicator() && !m_fault;
}

bool YamlScanner::fetchIndicator()
{
    const bool isFlow = m_keys.size() > 1;
    const bool isAlone = m_cursor.isBlankOrEnd(1);
    switch (m_cursor.peek()) {
    case '[':
        return fetchFlowStart(Kind::FlowSequenceStart);
    case '{':
        return fetchFlowStart(Kind::FlowMappingStart);
    case ']':
        return fetchFlowEnd(Kind::FlowSequenceEnd);
    case '}':
        return fetchFlowEnd(Kind::FlowMappingEnd);
    case ',':
        return fetchFlowEntry();
    case '-':
        return isAlone ? fetchBlockEntry() : fetchContent();
    case '?':
        return isFlow || isAlone ? fetchKey() : fetchContent();
    case ':':
        return isFlow || isAlone ? fetchValue() : fetchContent();
    default:
        return fetchContent();
    }
}

bool YamlScanner::fetchContent()
{
    const char c = m_cursor.peek();
    const bool isBlock = m_keys.size() == 1;
    if (isBlock && (c == '|' || c == '>')) {
        if (!removeKey()) {
            return false;
        }
        m_isKeyAllowed = true;
        return scanBlockScalar();
    }
    constexpr std::string_view Indicators = "-?:,[]{}#&*!|>'\"%@`";
    constexpr std::string_view Properties = "*&!'\"";
    const bool isPlain = (!m_cursor.isBlankOrEnd() && !Indicators.contains(c))
        || (c == '-' && !m_cursor.isBlank(1))
        || (isBlock && (c == '?' || c == ':') && !m_cursor.isBlankOrEnd(1));
    if (!isPlain && !Properties.contains(c)) {
        return fail("found character that cannot start any token");
    }
    if (!saveKey()) {
        return false;
    }
    m_isKeyAllowed = false;
    switch (c) {
    case '*':
        return scanAnchor(Kind::Alias);
    case '&':
        return scanAnchor(Kind::Anchor);
    case '!':
        return scanTag();
    case '\'':
    case '"':
        return scanFlowScalar();
    default:
        return scanPlain();
    }
}

bool YamlScanner::fetchStreamEnd()
{
    unroll(-1);
    if (!removeKey()) {
        return false;
    }
    m_isKeyAllowed = false;
    m_isAtEnd = true;
    add(Kind::StreamEnd, m_cursor.at());
    return true;
}

bool YamlScanner::fetchDocumentMark()
{
    unroll(-1);
    if (!removeKey()) {
        return false;
    }
    m_isKeyAllowed = false;
    addSkipping(m_cursor.peek() == '-' ? Kind::DocumentStart : Kind::DocumentEnd, 3);
    return true;
}

bool YamlScanner::fetchFlowStart(Kind kind)
{
    if (!saveKey()) {
        return false;
    }
    m_keys.emplace_back();
    if (m_keys.size() > Deepest) {
        return fail("exceeded max depth of 10000");
    }
    m_isKeyAllowed = true;
    addSkipping(kind, 1);
    return true;
}

bool YamlScanner::fetchFlowEnd(Kind kind)
{
    if (!removeKey()) {
        return false;
    }
    if (m_keys.size() > 1) {
        m_keys.pop_back();
    }
    m_isKeyAllowed = false;
    addSkipping(kind, 1);
    return true;
}

bool YamlScanner::fetchFlowEntry()
{
    if (!removeKey()) {
        return false;
    }
    m_isKeyAllowed = true;
    addSkipping(Kind::FlowEntry, 1);
    return true;
}

bool YamlScanner::fetchBlockEntry()
{
    if (m_keys.size() == 1) {
        if (!m_isKeyAllowed) {
            return fail("block sequence entries are not allowed in this context");
        }
        roll(m_cursor.column(), std::nullopt, Kind::BlockSequenceStart, m_cursor.at());
    }
    if (!removeKey()) {
        return false;
    }
    m_isKeyAllowed = true;
    addSkipping(Kind::BlockEntry, 1);
    return true;
}

bool YamlScanner::fetchKey()
{
    if (m_keys.size() == 1) {
        if (!m_isKeyAllowed) {
            return fail("mapping keys are not allowed in this context");
        }
        roll(m_cursor.column(), std::nullopt, Kind::BlockMappingStart, m_cursor.at());
    }
    if (!removeKey()) {
        return false;
    }
    m_isKeyAllowed = m_keys.size() == 1;
    addSkipping(Kind::Key, 1);
    return true;
}

bool YamlScanner::fetchValue()
{
    SimpleKey &key = m_keys.back();
    if (key.isPossible) {
        m_tokens.insert(m_tokens.begin() + static_cast<std::ptrdiff_t>(key.token - m_taken),
                        {.kind = Kind::Key, .at = key.at});
        roll(key.column, key.token, Kind::BlockMappingStart, key.at);
        key.isPossible = false;
        m_isKeyAllowed = false;
    } else {
        if (m_keys.size() == 1) {
            if (!m_isKeyAllowed) {
                return fail("mapping values are not allowed in this context");
            }
            roll(m_cursor.column(), std::nullopt, Kind::BlockMappingStart, m_cursor.at());
        }
        m_isKeyAllowed = m_keys.size() == 1;
    }
    addSkipping(Kind::Value, 1);
    return true;
}

} // namespace auditloupe
