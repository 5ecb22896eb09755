// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// RecordSplitter in lists: elements, and what stands behind the last of them in the list's object.

#include "model/sources/recordsplitter.h"

#include <algorithm>

namespace auditloupe {

bool RecordSplitter::atElement()
{
    if (!m_scanning) {
        skipBlanks(true);
    }
    if (m_pos == m_buffer.size()) {
        return false;
    }
    if (!m_scanning && m_buffer[m_pos] == ']') {
        advance(m_pos + 1);
        endList();
        return true;
    }
    return (!m_scanning && guessedElement()) || value();
}

/// An object most likely ends where the next one begins as all of them do: that is found faster
/// than its end, and whether it is whole is told when it is read.
bool RecordSplitter::guessedElement()
{
    constexpr int MostBadGuesses = 3;
    if (!m_goodHead.starts_with('{') || m_badGuesses == MostBadGuesses) {
        return false;
    }
    const std::size_t next = m_buffer.find(m_goodHead, m_pos + 1);
    if (next == Npos) {
        return false;
    }
    const std::string_view bytes = from(m_pos, next);
    const std::string_view element = bytes.substr(0, bytes.find_last_not_of(" \t\r\n,") + 1);
    if (!element.ends_with('}')
        || m_sink.json(element, {.offset = m_pos, .line = m_line}) != RecordSink::Verdict::Taken) {
        ++m_badGuesses;
        return false;
    }
    advance(m_pos + element.size());
    m_valueLine = m_line;
    return true;
}

void RecordSplitter::beginList(bool isInObject)
{
    m_goodHead.clear();
    m_badGuesses = 0;
    const std::int64_t line = m_line;
    std::string_view head;
    if (isInObject && m_scanner.objectStart() != JsonScanner::Nowhere) {
        head = from(m_pos + m_scanner.objectStart(), m_pos + m_scanner.position());
    }
    m_sink.listBegun(head);
    if (isInObject) {
        advance(m_pos + m_scanner.position());
    }
    m_listLine = m_lists.empty() ? line : m_listLine;
    m_lists.push_back({.outside = m_scanner, .isInObject = isInObject});
    m_scanning = false;
    m_mode = Mode::List;
}

void RecordSplitter::endList()
{
    m_sink.listEnded();
    const bool isInObject = m_lists.back().isInObject;
    if (isInObject) {
        m_scanner = std::move(m_lists.back().outside);
        m_scanner.resumeAfterList(0);
    }
    m_lists.pop_back();
    m_scanning = isInObject;
    m_mode = isInObject ? Mode::Tail : between();
    m_valueLine = m_line;
}

void RecordSplitter::leaveLists()
{
    for (; !m_lists.empty(); m_lists.pop_back()) {
        m_sink.listEnded();
    }
}

bool RecordSplitter::atTail()
{
    const JsonScanner::Status status = scan(m_buffer.size());
    switch (status) {
    case JsonScanner::Status::NeedMore:
        skipScanned();
        return false;
    case JsonScanner::Status::List: // another one
        beginList(true);
        return true;
    case JsonScanner::Status::Done:
        m_mode = between();
        break;
    case JsonScanner::Status::Malformed:
        leaveLists();
        m_mode = Mode::SkipLine;
        break;
    }
    advance(m_pos + m_scanner.position());
    m_scanning = false;
    m_valueLine = m_line;
    return true;
}

/// Settles what the scanner has gone through of a value that is not kept, but for an object or a
/// key that may yet lead to a list: its beginning tells what the list is.
void RecordSplitter::skipScanned()
{
    constexpr std::size_t LongestHead = 1U << 20U;
    const std::size_t position = m_scanner.position();
    std::size_t seen = position;
    if (m_mode == Mode::Tail) {
        for (const std::size_t start : {m_scanner.objectStart(), m_scanner.keyStart()}) {
            if (start != JsonScanner::Nowhere && position - start <= LongestHead) {
                seen = std::min(seen, start);
            }
        }
    }
    advance(m_pos + seen);
    m_scanner.shift(seen);
}

} // namespace auditloupe
