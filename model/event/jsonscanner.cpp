// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/jsonscanner.h"

#include <algorithm>

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

ListPaths::ListPaths(std::span<const std::string_view> paths)
{
    for (std::string_view path : paths.first(std::min(paths.size(), Most))) {
        std::vector<std::string_view> &keys = m_paths.emplace_back();
        for (std::size_t dot = path.find('.'); dot != std::string_view::npos;
             dot = path.find('.')) {
            keys.push_back(path.substr(0, dot));
            path.remove_prefix(dot + 1);
        }
        keys.push_back(path);
    }
}

std::uint32_t ListPaths::all() const
{
    return m_paths.size() == Most ? UINT32_MAX : (1U << m_paths.size()) - 1U;
}

std::uint32_t ListPaths::matching(std::uint32_t paths, std::size_t depth,
                                  std::string_view key) const
{
    std::uint32_t result = 0;
    for (std::size_t i = 0; i < m_paths.size(); ++i) {
        const bool wanted = (paths & (1U << i)) != 0;
        if (wanted && m_paths[i].size() > depth && m_paths[i][depth] == key) {
            result |= 1U << i;
        }
    }
    return result;
}

bool ListPaths::endsAt(std::uint32_t paths, std::size_t depth) const
{
    for (std::size_t i = 0; i < m_paths.size(); ++i) {
        if ((paths & (1U << i)) != 0 && m_paths[i].size() == depth) {
            return true;
        }
    }
    return false;
}

JsonScanner::JsonScanner(const ListPaths &lists)
    : m_lists(&lists)
{
}

void JsonScanner::reset()
{
    m_stack.clear();
    m_ways.clear();
    m_position = 0;
    m_stringStart = 0;
    m_expect = Expect::Value;
    m_inString = false;
    m_escaped = false;
    m_inScalar = false;
    m_pathsNext = 0;
}

void JsonScanner::resetInside()
{
    reset();
    m_stack.push_back({.start = 0, .end = '}'});
    m_expect = Expect::FirstKey;
}

std::size_t JsonScanner::objectStart() const
{
    return m_ways.empty() ? Nowhere : m_ways.back().start;
}

std::size_t JsonScanner::keyStart() const
{
    const bool isKey = m_inString && (m_expect == Expect::FirstKey || m_expect == Expect::Key);
    return isKey && m_ways.size() == m_stack.size() ? m_stringStart : Nowhere;
}

std::vector<std::size_t> JsonScanner::openStarts() const
{
    std::vector<std::size_t> starts;
    starts.reserve(m_stack.size());
    for (const Level &level : m_stack) {
        starts.push_back(level.start);
    }
    return starts;
}

void JsonScanner::shift(std::size_t bytes)
{
    m_position -= bytes;
    const auto shifted = [bytes](std::size_t start) {
        return start == Nowhere || start < bytes ? Nowhere : start - bytes;
    };
    m_stringStart = shifted(m_stringStart);
    for (Way &way : m_ways) {
        way.start = shifted(way.start);
    }
}

void JsonScanner::resumeAfterList(std::size_t position)
{
    m_stack.pop_back(); // the list's own bracket
    for (Way &way : m_ways) {
        way.start = Nowhere; // the list was longer than what is kept
    }
    m_position = position;
    m_expect = Expect::Separator;
    m_inString = false;
    m_escaped = false;
    m_inScalar = false;
    m_pathsNext = 0;
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
        m_pathsNext = 0;
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
        m_expect = m_stack.back().end == '}' ? Expect::Key : Expect::Value;
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
                takeKey(bytes);
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
    if (m_stack.size() == Deepest) {
        return Status::Malformed;
    }
    const bool isObject = bracket == '{';
    const bool isOnWay = m_ways.size() == m_stack.size();
    Way way{.start = m_position};
    if (m_stack.empty()) {
        way.paths = isObject ? m_lists->all() : 0;
    } else if (isOnWay && m_stack.back().end == '}') {
        way.paths = m_pathsNext;
        way.keys = m_ways.back().keys + 1;
    } else if (isOnWay && isObject) { // an element
        way.paths = m_ways.back().paths;
        way.keys = m_ways.back().keys;
    }
    m_pathsNext = 0;
    m_stack.push_back(
        {.start = static_cast<std::uint32_t>(m_position), .end = isObject ? '}' : ']'});
    m_expect = isObject ? Expect::FirstKey : Expect::FirstElement;
    ++m_position;
    if (way.paths == 0) {
        return Status::NeedMore;
    }
    if (!isObject && m_lists->endsAt(way.paths, way.keys)) {
        return Status::List;
    }
    m_ways.push_back(way);
    return Status::NeedMore;
}

JsonScanner::Status JsonScanner::close(char bracket)
{
    if (m_stack.empty() || m_stack.back().end != bracket) {
        return Status::Malformed;
    }
    m_stack.pop_back();
    if (m_ways.size() > m_stack.size()) {
        m_ways.pop_back();
    }
    ++m_position;
    return afterValue();
}

JsonScanner::Status JsonScanner::afterValue()
{
    m_expect = Expect::Separator;
    return m_stack.empty() ? Status::Done : Status::NeedMore;
}

void JsonScanner::takeKey(std::string_view bytes)
{
    m_pathsNext = 0;
    // A key that straddles two scans is found all the same while the caller keeps the bytes.
    if (m_ways.size() == m_stack.size() && m_stringStart != Nowhere) {
        const std::string_view key = bytes.substr(m_stringStart, m_position - 1 - m_stringStart);
        m_pathsNext = m_lists->matching(m_ways.back().paths, m_ways.back().keys, key);
    }
}

namespace {

/// The content of a cut string without the half of an escape at its end.
std::string_view withoutCutEscape(std::string_view content)
{
    constexpr std::size_t LongestEscape = 6; // \u0000
    const std::size_t from = content.size() - std::min(content.size(), LongestEscape);
    const std::size_t backslash = content.find_last_of('\\');
    if (backslash == std::string_view::npos || backslash < from) {
        return content;
    }
    std::size_t run = 1; // of backslashes up to this one: an even run is whole
    while (run <= backslash && content[backslash - run] == '\\') {
        ++run;
    }
    const std::string_view escape = content.substr(backslash);
    const bool isUnicode = escape.size() > 1 && escape[1] == 'u';
    const bool isWhole =
        run % 2 == 0 || (isUnicode ? escape.size() >= LongestEscape : escape.size() > 1);
    return isWhole ? content : content.substr(0, backslash);
}

/// Walks a cut object and remembers where its last whole value ended.
class CutWalk
{
public:
    CutWalk(std::string_view cut, CutParts parts);

    ClosedObject closed() const;

private:
    void take(std::size_t at);
    bool expectsValue() const;
    void markWhole(std::size_t end);
    ClosedObject closedAt(std::size_t end, std::string_view stack) const;

    std::string_view m_cut;
    CutParts m_parts;
    std::string m_stack; // closing brackets of the open levels
    std::string m_stackAtWhole; // the same where the last whole value ended
    std::size_t m_whole = 0; // bytes up to there
    std::size_t m_stringStart = 0;
    std::size_t m_lists = 0; // open levels
    char m_before = ' '; // the last bracket, comma or colon
    bool m_inString = false;
    bool m_isBroken = false; // brackets that do not match: no mere cut
};

CutWalk::CutWalk(std::string_view cut, CutParts parts)
    : m_cut(cut)
    , m_parts(parts)
{
    for (std::size_t i = 0; i < cut.size() && !m_isBroken; ++i) {
        if (!m_inString) {
            take(i);
        } else if (cut[i] == '\\') {
            ++i;
        } else if (cut[i] == '"') {
            m_inString = false;
            if (expectsValue()) {
                markWhole(i + 1);
            }
        }
    }
}

bool CutWalk::expectsValue() const
{
    return m_before == ':' || (!m_stack.empty() && m_stack.back() == ']');
}

void CutWalk::markWhole(std::size_t end)
{
    if (m_lists == 0 || m_parts != CutParts::None) {
        m_whole = end;
        m_stackAtWhole = m_stack;
    }
}

void CutWalk::take(std::size_t at)
{
    const char c = m_cut[at];
    switch (c) {
    case '"':
        m_inString = true;
        m_stringStart = at + 1;
        return;
    case '{':
    case '[':
        m_stack.push_back(c == '{' ? '}' : ']');
        m_lists += c == '[' ? 1 : 0;
        if (c == '{' && m_stack.size() == 1) {
            markWhole(at + 1);
        }
        break;
    case '}':
    case ']':
        if (m_stack.empty() || m_stack.back() != c) {
            m_isBroken = true;
            return;
        }
        m_stack.pop_back();
        m_lists -= c == ']' ? 1 : 0;
        markWhole(at + 1);
        break;
    case ',':
        markWhole(at); // what stands before a comma is whole
        break;
    case ':':
        break;
    default:
        return;
    }
    m_before = c;
}

ClosedObject CutWalk::closed() const
{
    if (m_parts == CutParts::Strings && m_inString && expectsValue() && !m_isBroken) {
        const std::size_t left = withoutCutEscape(m_cut.substr(m_stringStart)).size();
        return closedAt(m_stringStart + left, m_stack + '"');
    }
    return m_stackAtWhole.empty() ? ClosedObject() : closedAt(m_whole, m_stackAtWhole);
}

/// The brackets, and perhaps a quote, stand on the stack from the outermost inward.
ClosedObject CutWalk::closedAt(std::size_t end, std::string_view stack) const
{
    ClosedObject closed{.text = std::string(m_cut.substr(0, end)), .kept = end};
    closed.text.append(stack.rbegin(), stack.rend());
    return closed;
}

} // namespace

ClosedObject closeCutObject(std::string_view cut, CutParts parts)
{
    return CutWalk(cut, parts).closed();
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
