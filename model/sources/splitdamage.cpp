// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// RecordSplitter behind damage: where a record ends that is not whole, and the next one begins.

#include "model/sources/recordsplitter.h"

#include <algorithm>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Damage = RecordSink::Damage;

constexpr auto Npos = std::string_view::npos;
constexpr auto Blanks = " \t\r\n"sv;

/// An object's bytes up to its first colon. Empty where they cannot be a bracket, a key and a
/// colon; nothing where the bytes end too early to tell.
std::optional<std::string_view> objectHead(std::string_view object)
{
    const std::size_t key = object.find_first_not_of(Blanks, 1);
    if (key == Npos) {
        return std::nullopt;
    }
    const std::size_t keyEnd = object.find_first_of("\"\n", key + 1);
    if (object[key] != '"' || (keyEnd != Npos && object[keyEnd] != '"')) {
        return ""sv;
    }
    const std::size_t colon = keyEnd == Npos ? Npos : object.find_first_not_of(Blanks, keyEnd + 1);
    if (colon == Npos) {
        return std::nullopt;
    }
    return object.substr(0, object[colon] == ':' ? colon + 1 : 0);
}

/// What elements like this one begin with: an object up to its first colon, an array up to its
/// first string. Empty where nothing tells, as in an object that is damaged in its first key;
/// nothing while bytes that may follow can tell.
std::optional<std::string_view> headOf(std::string_view element, bool isAll)
{
    constexpr std::size_t Longest = 256;
    isAll = isAll || element.size() >= Longest;
    element = element.substr(0, Longest);
    if (element.starts_with('{')) {
        const std::optional<std::string_view> head = objectHead(element);
        return isAll ? head.value_or(""sv) : head;
    }
    if (!element.starts_with('[')) {
        return ""sv;
    }
    const std::size_t quote = element.find('"');
    if (quote != Npos) {
        return element.substr(0, quote + 1);
    }
    return isAll ? std::optional(element.substr(0, 1)) : std::nullopt;
}

/// The first object from `begin` on that may be an element of the list at hand: it is no member's
/// value, and not the first of another list.
std::size_t findObject(std::string_view bytes, std::size_t begin)
{
    for (std::size_t at = bytes.find('{', begin); at != Npos; at = bytes.find('{', at + 1)) {
        const std::size_t key = bytes.find_first_not_of(Blanks, at + 1);
        const std::size_t before = bytes.find_last_not_of(Blanks, at - 1);
        if (key != Npos && bytes[key] == '"' && bytes[before] != ':' && bytes[before] != '[') {
            return at;
        }
    }
    return Npos;
}

std::size_t findElement(std::string_view bytes, std::string_view head, std::size_t begin)
{
    return head.empty() ? findObject(bytes, begin) : bytes.find(head, begin);
}

/// Up to where findElement() has found nothing, whatever follows the bytes.
std::size_t searchedEnd(std::string_view bytes, std::string_view head)
{
    if (!head.empty()) {
        return bytes.size() - std::min(bytes.size(), head.size() - 1);
    }
    const std::size_t last = bytes.find_last_not_of(Blanks);
    return last != Npos && bytes[last] == '{' ? last : bytes.size();
}

} // namespace

bool RecordSplitter::needMore()
{
    if (m_ended) {
        m_failedScans.add(streamPosition(m_pos), streamPosition(m_buffer.size()),
                          m_scanner.openStarts());
        return cutOff();
    }
    if (m_buffer.size() - m_pos <= MaxRecord) {
        return false;
    }
    m_sink.broken(from(m_pos, m_buffer.size()), {.offset = m_pos, .line = m_line}, Damage::TooLong);
    m_mode = Mode::SkipValue;
    return true;
}

/// A too long value runs on: its bytes are settled as they come, the scanner finds its end.
bool RecordSplitter::skipValue()
{
    const JsonScanner::Status status = scan(m_buffer.size());
    if (status == JsonScanner::Status::List) {
        return true;
    }
    if (status == JsonScanner::Status::NeedMore) {
        skipScanned();
        return false;
    }
    advance(m_pos + m_scanner.position());
    m_scanning = false;
    if (status == JsonScanner::Status::Malformed) {
        leaveLists();
        m_mode = Mode::SkipLine;
    } else {
        m_mode = between();
    }
    return true;
}

/// The record at hand cannot be JSON at the scanner's place.
bool RecordSplitter::failed()
{
    const std::size_t at = m_pos + m_scanner.position();
    m_failedScans.add(streamPosition(m_pos), streamPosition(at), m_scanner.openStarts());
    return damagedAt(at);
}

/// The record at hand begins inside of one that failed at `at`, and fails there itself. By itself
/// it may yet begin a list, whose elements can be read: it is looked through as far as no other
/// record seems to begin, so that no byte is looked through for two of them.
bool RecordSplitter::knownToFail(std::size_t at)
{
    if (scan(nextBegin(at)) == JsonScanner::Status::List) {
        beginList(true);
        return true;
    }
    return at == m_buffer.size() ? cutOff() : damagedAt(at);
}

/// The record at hand ends where the next one seems to begin: in a list, that begins like others;
/// else at a line that opens an object, or at the end of the damaged line.
bool RecordSplitter::damagedAt(std::size_t at)
{
    if (!m_lists.empty()) {
        m_mode = Mode::Resync;
        m_searched = m_pos + 1;
        return true;
    }
    std::size_t end = nextRecordLine(m_pos, at + 1);
    if (end == Npos && at > m_pos) {
        end = m_buffer.rfind('\n', at);
        end = end != Npos && end > m_pos ? end : Npos;
    }
    if (end == Npos) {
        m_mode = Mode::ToLineEnd;
        m_searched = at;
        return true;
    }
    deliverBroken(end, m_buffer[at] == '\n' ? Damage::CutOff : Damage::NotJson);
    m_mode = Mode::Top;
    return true;
}

/// The stream ends inside the record at hand.
bool RecordSplitter::cutOff()
{
    deliverBroken(std::min(nextRecordLine(m_pos, m_buffer.size()), m_buffer.size()),
                  Damage::CutOff);
    leaveLists();
    m_mode = Mode::Top;
    return true;
}

bool RecordSplitter::toLineEnd()
{
    const std::size_t newline = m_buffer.find('\n', std::max(m_pos, m_searched));
    if (newline == Npos && !m_ended) {
        m_searched = m_buffer.size();
        if (m_buffer.size() - m_pos <= MaxRecord) {
            return false;
        }
        deliverBroken(m_buffer.size(), Damage::TooLong);
        m_mode = Mode::SkipLine;
        return true;
    }
    deliverBroken(newline == Npos ? m_buffer.size() : newline, Damage::NotJson);
    m_mode = Mode::Top;
    return true;
}

/// Inside a list one bad element must not cost the others, which may stand on the same line: the
/// next one begins as others did. A line that opens another object is behind the list.
bool RecordSplitter::resync()
{
    const std::optional<std::string_view> head = headToFind();
    if (!head) {
        return false;
    }
    const Next next = nextInList(*head, std::max(m_searched, m_pos + 1), m_buffer.size());
    if (next.at == Npos && !m_ended && m_buffer.size() - m_pos <= MaxRecord) {
        m_searched = next.searched;
        return false;
    }
    if (next.at == Npos && !m_ended) {
        m_mode = Mode::ToLineEnd;
        m_searched = m_pos;
    } else {
        deliverBroken(std::min(next.at, m_buffer.size()), Damage::NotJson);
        m_mode = next.isElement ? Mode::List : Mode::Top;
    }
    if (!next.isElement) {
        leaveLists();
    }
    return true;
}

/// Looks from `begin` to `limit`, in steps that grow: the work is in proportion to what is passed.
RecordSplitter::Next RecordSplitter::nextInList(std::string_view head, std::size_t begin,
                                                std::size_t limit) const
{
    constexpr std::size_t FirstStep = 512;
    Next next{.searched = begin};
    std::size_t end = begin;
    for (std::size_t step = FirstStep; next.at == Npos && end < limit; step *= 2) {
        end = std::min(limit, begin + step);
        const std::string_view bytes = from(m_pos, end);
        const std::size_t element = findElement(bytes, head, begin - m_pos);
        const std::size_t searched = m_ended && end == m_buffer.size()
            ? bytes.size()
            : std::max(searchedEnd(bytes, head), 1UZ);
        next.searched = m_pos + std::min(element, searched);
        next.at = nextRecordLine(begin - 1, next.searched - 1);
        if (next.at == Npos && element != Npos) {
            next.at = next.searched;
            next.isElement = true;
        }
    }
    return next;
}

/// The line break, from `begin` up to `limit`, in front of the first line that opens an object.
std::size_t RecordSplitter::nextRecordLine(std::size_t begin, std::size_t limit) const
{
    const std::string_view bytes = from(0, limit);
    std::size_t newline = bytes.find('\n', begin);
    while (newline != Npos && newline + 1 < m_buffer.size()) {
        if (m_buffer[newline + 1] == '{') {
            return newline;
        }
        newline = bytes.find('\n', newline + 1);
    }
    return Npos;
}

/// Where another record seems to begin inside the one at hand, at most `limit`.
std::size_t RecordSplitter::nextBegin(std::size_t limit) const
{
    const auto head = m_lists.empty() ? std::nullopt : headToFind();
    return std::min(limit,
                    head ? nextInList(*head, m_pos + 1, limit).at : nextRecordLine(m_pos, limit));
}

/// What the element behind the damaged one at hand begins with.
std::optional<std::string_view> RecordSplitter::headToFind() const
{
    return m_goodHead.empty() ? headOf(from(m_pos, m_buffer.size()), m_ended)
                              : std::optional<std::string_view>(m_goodHead);
}

void RecordSplitter::learnHead(std::string_view element)
{
    if (m_goodHead.empty()) {
        m_goodHead = headOf(element, true).value_or(""sv);
    }
}

void RecordSplitter::deliverBroken(std::size_t end, RecordSink::Damage damage)
{
    m_sink.broken(trimmed(end), {.offset = m_pos, .line = m_line}, damage);
    m_scanning = false;
    advance(end);
}

} // namespace auditloupe
