// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/selectors.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <vector>

namespace auditloupe {

namespace {

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isNameLetter(char c)
{
    return isAlphanumeric(c) || (c >= 'A' && c <= 'Z');
}

/// Up to 63 letters, digits, '-', '_' and '.', the first and last no sign.
bool isLabelName(std::string_view name)
{
    constexpr std::size_t Longest = 63;
    return !name.empty() && name.size() <= Longest && isNameLetter(name.front())
        && isNameLetter(name.back()) && std::ranges::all_of(name, [](char c) {
               return isNameLetter(c) || c == '-' || c == '_' || c == '.';
           });
}

bool isLabelKey(std::string_view key)
{
    constexpr std::size_t LongestPrefix = 253;
    const std::size_t slash = key.find('/');
    if (slash == std::string_view::npos) {
        return isLabelName(key);
    }
    return slash <= LongestPrefix && isSubdomain(key.substr(0, slash))
        && isLabelName(key.substr(slash + 1));
}

bool isLabelValue(std::string_view value)
{
    return value.empty() || isLabelName(value);
}

bool isInteger(std::string_view text)
{
    text.remove_prefix(text.starts_with('+') && !text.starts_with("+-") ? 1 : 0);
    std::int64_t number = 0;
    const char *end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    return parsed.ec == std::errc() && parsed.ptr == end;
}

constexpr std::string_view Signs = "=!(),><";
constexpr std::string_view Blanks = " \t\r\n";

/// Words and signs of a label selector.
std::vector<std::string_view> labelTokens(std::string_view text)
{
    std::vector<std::string_view> tokens;
    while (true) {
        const std::size_t begin = text.find_first_not_of(Blanks);
        if (begin == std::string_view::npos) {
            return tokens;
        }
        text.remove_prefix(begin);
        std::size_t size = 1;
        if (!Signs.contains(text[0])) {
            size = text.find_first_of("=!(),>< \t\r\n");
        } else if (text.starts_with("==") || text.starts_with("!=")) {
            size = 2;
        }
        tokens.push_back(text.substr(0, size));
        text.remove_prefix(tokens.back().size());
    }
}

class LabelSelector
{
public:
    explicit LabelSelector(std::vector<std::string_view> tokens)
        : m_tokens(std::move(tokens))
    {
    }

    bool isValid()
    {
        if (isAtEnd()) {
            return true;
        }
        while (requirement()) {
            if (isAtEnd()) {
                return true;
            }
            if (!take(",")) {
                return false;
            }
        }
        return false;
    }

private:
    bool isAtEnd() const { return m_at == m_tokens.size(); }
    std::string_view peek() const { return isAtEnd() ? std::string_view() : m_tokens[m_at]; }
    bool isWord() const { return !isAtEnd() && !Signs.contains(peek()[0]); }

    bool take(std::string_view token)
    {
        const bool isThere = !isAtEnd() && peek() == token;
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    bool requirement()
    {
        const bool isAbsent = take("!");
        if (!isWord() || !isLabelKey(m_tokens[m_at++])) {
            return false;
        }
        if (isAbsent || isAtEnd() || peek() == ",") {
            return true;
        }
        if (take("in") || take("notin")) {
            return set();
        }
        const bool isNumeric = peek() == ">" || peek() == "<";
        if (!isNumeric && peek() != "=" && peek() != "==" && peek() != "!=") {
            return false;
        }
        ++m_at;
        const bool isEmpty = isAtEnd() || peek() == ",";
        if (!isEmpty && !isWord()) {
            return false;
        }
        const std::string_view value = isEmpty ? "" : m_tokens[m_at++];
        return isLabelValue(value) && (!isNumeric || isInteger(value));
    }

    /// "(a, b)"; a missing value is an empty one, but not between the parentheses alone.
    bool set()
    {
        if (!take("(") || peek() == ")") {
            return false;
        }
        while (true) {
            if (isWord() && !isLabelValue(m_tokens[m_at++])) {
                return false;
            }
            if (take(")")) {
                return true;
            }
            if (!take(",")) {
                return false;
            }
        }
    }

    std::vector<std::string_view> m_tokens;
    std::size_t m_at = 0;
};

/// The parts between commas that no backslash stands before.
std::vector<std::string_view> termsOf(std::string_view selector)
{
    std::vector<std::string_view> terms;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < selector.size(); ++i) {
        if (selector[i] == '\\') {
            ++i;
        } else if (selector[i] == ',') {
            terms.push_back(selector.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    terms.push_back(selector.substr(begin));
    std::ranges::sort(terms);
    return terms;
}

std::optional<std::string> unescaped(std::string_view value)
{
    constexpr std::string_view Special = "\\,=";
    std::string result;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\') {
            ++i;
            if (i == value.size() || !Special.contains(value[i])) {
                return std::nullopt;
            }
        } else if (Special.contains(value[i])) {
            return std::nullopt;
        }
        result += value[i];
    }
    return result;
}

} // namespace

bool isSubdomain(std::string_view name)
{
    while (true) {
        const std::size_t dot = name.find('.');
        const std::string_view label = name.substr(0, dot);
        const bool isGood = !label.empty() && isAlphanumeric(label.front())
            && isAlphanumeric(label.back())
            && std::ranges::all_of(label, [](char c) { return isAlphanumeric(c) || c == '-'; });
        if (!isGood || dot == std::string_view::npos) {
            return isGood;
        }
        name.remove_prefix(dot + 1);
    }
}

std::optional<std::string> nameOfFieldSelector(std::string_view selector)
{
    std::optional<std::string> name;
    for (const std::string_view term : termsOf(selector)) {
        if (term.empty()) {
            continue;
        }
        std::size_t at = term.find('=');
        const std::size_t unequal = term.find("!=");
        if (at == std::string_view::npos) {
            return std::nullopt;
        }
        const bool isUnequal = unequal < at;
        const std::string_view field = term.substr(0, isUnequal ? unequal : at);
        at += !isUnequal && term.substr(at).starts_with("==") ? 2 : 1;
        const auto value = unescaped(term.substr(at));
        if (!value) {
            return std::nullopt;
        }
        if (!isUnequal && field == "metadata.name" && !name) {
            name = value;
        }
    }
    return name;
}

bool isLabelSelector(std::string_view selector)
{
    return LabelSelector(labelTokens(selector)).isValid();
}

} // namespace auditloupe
