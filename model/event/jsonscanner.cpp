// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/jsonscanner.h"

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isScalarByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
        || c == '+' || c == '.';
}

} // namespace

void JsonScanner::reset()
{
    m_stack.clear();
    m_position = 0;
    m_stringStart = 0;
    m_expect = Expect::Value;
    m_inString = false;
    m_escaped = false;
    m_inScalar = false;
    m_itemsNext = false;
}

void JsonScanner::shift(std::size_t bytes)
{
    m_position -= bytes;
    m_stringStart = m_stringStart < bytes ? 0 : m_stringStart - bytes;
}

void JsonScanner::resumeAfterList(std::size_t position)
{
    m_stack.assign(1, '}');
    m_position = position;
    m_expect = Expect::Separator;
    m_inString = false;
    m_escaped = false;
    m_inScalar = false;
    m_itemsNext = false;
}

JsonScanner::Status JsonScanner::scan(std::string_view bytes)
{
    while (m_position < bytes.size()) {
        Status status = Status::NeedMore;
        if (m_inString) {
            status = string(bytes);
        } else if (m_inScalar) {
            status = scalar(bytes);
        } else if (isBlank(bytes[m_position])) {
            ++m_position;
        } else {
            status = step(bytes);
        }
        if (status != Status::NeedMore) {
            return status;
        }
    }
    return Status::NeedMore;
}

JsonScanner::Status JsonScanner::step(std::string_view bytes)
{
    const char c = bytes[m_position];
    switch (m_expect) {
    case Expect::FirstElement:
        if (c == ']') {
            return close(c);
        }
        [[fallthrough]];
    case Expect::Value:
        if (c == '{' || c == '[') {
            return open(c);
        }
        m_itemsNext = false;
        if (c == '"') {
            m_inString = true;
            m_stringStart = ++m_position;
            return Status::NeedMore;
        }
        m_inScalar = isScalarByte(c);
        return m_inScalar ? Status::NeedMore : Status::Malformed;
    case Expect::FirstKey:
        if (c == '}') {
            return close(c);
        }
        [[fallthrough]];
    case Expect::Key:
        if (c != '"') {
            return Status::Malformed;
        }
        m_inString = true;
        m_stringStart = ++m_position;
        return Status::NeedMore;
    case Expect::Colon:
        if (c != ':') {
            return Status::Malformed;
        }
        ++m_position;
        m_expect = Expect::Value;
        return Status::NeedMore;
    case Expect::Separator:
        if (c != ',') {
            return close(c);
        }
        ++m_position;
        m_expect = m_stack.back() == '}' ? Expect::Key : Expect::Value;
        return Status::NeedMore;
    }
    return Status::Malformed;
}

JsonScanner::Status JsonScanner::string(std::string_view bytes)
{
    for (std::size_t i = m_position; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '"' && !m_escaped) {
            m_inString = false;
            m_position = i + 1;
            if (m_expect == Expect::FirstKey || m_expect == Expect::Key) {
                m_expect = Expect::Colon;
                m_itemsNext = m_stack.size() == 1 && isItemsKey(bytes);
                return Status::NeedMore;
            }
            return afterValue();
        }
        if (c == '\n') {
            m_escaped = false;
            m_position = i;
            return Status::Malformed; // no JSON string holds a bare line break: a cut line
        }
        m_escaped = c == '\\' && !m_escaped;
    }
    m_position = bytes.size();
    return Status::NeedMore;
}

JsonScanner::Status JsonScanner::scalar(std::string_view bytes)
{
    while (m_position < bytes.size() && isScalarByte(bytes[m_position])) {
        ++m_position;
    }
    if (m_position == bytes.size()) {
        return Status::NeedMore;
    }
    m_inScalar = false;
    return afterValue();
}

JsonScanner::Status JsonScanner::open(char bracket)
{
    const bool isList = m_itemsNext && bracket == '[' && m_stack.size() == 1;
    m_itemsNext = false;
    m_stack.push_back(bracket == '{' ? '}' : ']');
    m_expect = bracket == '{' ? Expect::FirstKey : Expect::FirstElement;
    ++m_position;
    return isList ? Status::List : Status::NeedMore;
}

JsonScanner::Status JsonScanner::close(char bracket)
{
    if (m_stack.empty() || m_stack.back() != bracket) {
        return Status::Malformed;
    }
    m_stack.pop_back();
    ++m_position;
    return afterValue();
}

JsonScanner::Status JsonScanner::afterValue()
{
    m_expect = Expect::Separator;
    return m_stack.empty() ? Status::Done : Status::NeedMore;
}

bool JsonScanner::isItemsKey(std::string_view bytes) const
{
    // A key that straddles two scans is found all the same while the caller keeps the bytes.
    return m_stringStart < m_position
        && bytes.substr(m_stringStart, m_position - 1 - m_stringStart) == "items"sv;
}

std::string closeCutObject(std::string_view cut)
{
    std::string stack; // closing brackets of the open levels
    std::string stackAtWhole; // the same where the last whole value ended
    std::size_t whole = 0; // bytes up to there
    bool inString = false;
    for (std::size_t i = 0; i < cut.size(); ++i) {
        const char c = cut[i];
        if (inString) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                inString = false;
            }
            continue;
        }
        if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            stack.push_back(c == '{' ? '}' : ']');
            if (c == '{' && stack.size() == 1) {
                whole = i + 1;
                stackAtWhole = stack;
            }
        } else if (c == '}' || c == ']') {
            if (stack.empty() || stack.back() != c) {
                break;
            }
            stack.pop_back();
            whole = i + 1;
            stackAtWhole = stack;
        } else if (c == ',') {
            whole = i; // what stands before a comma is whole
            stackAtWhole = stack;
        }
    }
    if (stackAtWhole.empty()) {
        return {};
    }
    std::string closed(cut.substr(0, whole));
    closed.append(stackAtWhole.rbegin(), stackAtWhole.rend());
    return closed;
}

namespace {

/// Length of the valid UTF-8 sequence at `at`, 0 where there is none.
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned first = byte(at);
    const std::size_t length = first < 0x80 ? 1
        : first >= 0xc2 && first <= 0xdf    ? 2
        : first >= 0xe0 && first <= 0xef    ? 3
        : first >= 0xf0 && first <= 0xf4    ? 4
                                            : 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0U) != 0x80U) {
            return 0;
        }
    }
    const unsigned second = byte(at + 1);
    const bool overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
    const bool outside = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
    return overlong || outside ? 0 : length;
}

} // namespace

std::string replaceForbiddenBytes(std::string_view text)
{
    constexpr auto Replacement = "\xef\xbf\xbd"sv;
    std::string result;
    result.reserve(text.size() + 64);
    bool inString = false;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequenceLength(text, i);
        const char c = text[i];
        const bool control = static_cast<unsigned char>(c) < 0x20;
        if (length == 0 || (control && (inString || !isBlank(c)))) {
            result += Replacement;
            ++i;
            continue;
        }
        if (c == '\\' && inString && i + 1 < text.size() && sequenceLength(text, i + 1) == 1) {
            result.append(text.substr(i, 2));
            i += 2;
            continue;
        }
        inString = c == '"' ? !inString : inString;
        result.append(text.substr(i, length));
        i += length;
    }
    return result;
}

} // namespace auditloupe
