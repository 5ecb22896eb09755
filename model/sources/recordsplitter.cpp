// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/recordsplitter.h"

#include "model/event/eventparser.h"
#include "model/sources/formats.h"

#include <algorithm>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Damage = RecordSink::Damage;

/// What is fed is taken in pieces of this size, so that the sink moves no more behind each block.
constexpr std::size_t Piece = 256U << 10U;

} // namespace

RecordSplitter::RecordSplitter(RecordSink &sink)
    : m_sink(sink)
    , m_scanner(listPaths())
{
}

void RecordSplitter::feed(std::string_view bytes)
{
    while (!bytes.empty() && !m_cancelled) {
        const std::string_view piece = bytes.substr(0, Piece);
        m_buffer.reserve(m_buffer.size() + piece.size() + EventParser::Padding);
        m_buffer.append(piece);
        bytes.remove_prefix(piece.size());
        run();
    }
}

void RecordSplitter::finish()
{
    m_ended = true;
    m_buffer.reserve(m_buffer.size() + EventParser::Padding);
    run();
    if (!m_cancelled) {
        m_pos = m_buffer.size();
        if (isInList()) {
            m_sink.listCut({.offset = m_pos, .line = m_listLine});
        }
        settle(true);
    }
}

void RecordSplitter::run()
{
    if (m_atStart) {
        if (m_buffer.size() < 3 && !m_ended) {
            return;
        }
        m_atStart = false;
        if (m_buffer.starts_with("\xef\xbb\xbf"sv)) {
            m_pos = 3; // a byte order mark is no part of the first record
        }
    }
    while (!isCancelled() && step()) {
        settle();
    }
    settle();
}

bool RecordSplitter::isCancelled()
{
    constexpr unsigned Often = 64; // steps
    m_cancelled = m_cancelled || (++m_steps % Often == 0 && m_sink.isCancelled());
    return m_cancelled;
}

/// One record on. False when more bytes are needed.
bool RecordSplitter::step()
{
    switch (m_mode) {
    case Mode::Top:
        return atTop();
    case Mode::List:
        return atElement();
    case Mode::Tail:
        return atTail();
    case Mode::Rows:
        return atRow();
    case Mode::Documents:
        return atDocument();
    case Mode::Fragment:
        return fragment();
    case Mode::SkipLine:
        return skipLine();
    case Mode::SkipValue:
        return skipValue();
    case Mode::Resync:
        return resync();
    case Mode::ToLineEnd:
        return toLineEnd();
    }
    return false;
}

bool RecordSplitter::atTop()
{
    if (!m_scanning) {
        skipBlanks(false);
    }
    if (m_pos == m_buffer.size()) {
        return false;
    }
    if (m_buffer[m_pos] == '{' && (m_scanning || !isInCell())) {
        return object();
    }
    if (m_buffer[m_pos] != '[') {
        return textLine();
    }
    // An array of objects, or a line of text such as "[pod/name] …"?
    const std::size_t next = m_buffer.find_first_not_of(Blanks, m_pos + 1);
    if (next == Npos) {
        return m_ended || m_buffer.size() - m_pos >= PatientLine ? textLine() : false;
    }
    const bool isText = m_buffer[next] == '"' && from(next, next + 2) == "\"{"sv;
    if (m_buffer[next] != '{' && m_buffer[next] != ']' && !isText) {
        return textLine();
    }
    advance(m_pos + 1);
    beginList(false);
    return true;
}

bool RecordSplitter::object()
{
    if (!m_scanning) {
        bool known = false;
        if (wholeLine(known)) {
            return true;
        }
        if (!known) {
            return false;
        }
    }
    return value();
}

/// The common case: a line that is one object. `known` is false while the line's end may come.
bool RecordSplitter::wholeLine(bool &known)
{
    if (m_line == m_valueLine) {
        known = true; // one of several objects on a line
        return false;
    }
    const std::size_t newline = m_buffer.find('\n', std::max(m_pos, m_searched));
    if (newline == Npos && !m_ended) {
        m_searched = m_buffer.size();
        known = m_buffer.size() - m_pos >= PatientLine;
        return false;
    }
    known = true;
    const std::size_t end = newline == Npos ? m_buffer.size() : newline;
    const std::string_view line = trimmed(end);
    if (!line.ends_with('}')
        || m_sink.json(line, {.offset = m_pos, .line = m_line}) != RecordSink::Verdict::Taken) {
        return false;
    }
    m_pos = end; // the record holds no line break: nothing to count
    return true;
}

/// The JSON value at hand: whole, the beginning of a list, or damaged.
bool RecordSplitter::value()
{
    if (!m_scanning) {
        m_scanner.reset();
        if (const auto failure = m_failedScans.failureOf(streamPosition(m_pos))) {
            return knownToFail(static_cast<std::size_t>(*failure - m_taken));
        }
        m_scanning = true;
    }
    switch (scan(m_buffer.size())) {
    case JsonScanner::Status::NeedMore:
        return needMore();
    case JsonScanner::Status::Done:
        deliverJson(m_pos + m_scanner.position());
        return true;
    case JsonScanner::Status::List:
        beginList(true);
        return true;
    case JsonScanner::Status::Malformed:
        return failed();
    }
    return false;
}

/// A list inside of too many others is an array like any other.
JsonScanner::Status RecordSplitter::scan(std::size_t end)
{
    constexpr std::size_t DeepestList = 8;
    const std::size_t before = m_scanner.position();
    JsonScanner::Status status = m_scanner.scan(from(m_pos, end));
    while (status == JsonScanner::Status::List && m_lists.size() == DeepestList) {
        status = m_scanner.scan(from(m_pos, end));
    }
    m_scannedBytes += static_cast<std::int64_t>(m_scanner.position() - before);
    return status;
}

void RecordSplitter::deliverJson(std::size_t end)
{
    const std::string_view record = from(m_pos, end);
    const RecordPlace place{.offset = m_pos, .line = m_line};
    if (!m_lists.empty()) {
        learnHead(record);
    }
    if (m_sink.json(record, place) != RecordSink::Verdict::Taken) {
        m_sink.broken(record, place, Damage::NotJson);
    }
    m_scanning = false;
    advance(end);
    m_valueLine = m_line;
}

void RecordSplitter::skipBlanks(bool commas)
{
    for (; m_pos < m_buffer.size(); ++m_pos) {
        const char c = m_buffer[m_pos];
        if (Blanks.find(c) == Npos && !(commas && c == ',')) {
            return;
        }
        m_line += c == '\n' ? 1 : 0;
    }
}

void RecordSplitter::advance(std::size_t end)
{
    m_line += std::count(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_pos),
                         m_buffer.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    m_pos = end;
}

void RecordSplitter::settle(bool last)
{
    // Inside of a list a byte is kept back: the last block tells when the list has no end.
    const bool keepsOne = !last && isInList() && m_pos > 0 && m_pos == m_buffer.size();
    const std::size_t taken = m_sink.settled(m_buffer, m_pos - (keepsOne ? 1 : 0), last);
    m_taken += static_cast<std::int64_t>(taken);
    m_searched -= std::min(m_searched, taken);
    m_noRowBefore -= std::min(m_noRowBefore, taken);
    m_noFragmentBefore -= std::min(m_noFragmentBefore, taken);
    m_pos -= taken;
}

std::string_view RecordSplitter::from(std::size_t begin, std::size_t end) const
{
    return std::string_view(m_buffer).substr(begin, end - begin);
}

/// The bytes from the record's begin to `end`, but for the blanks at their end.
std::string_view RecordSplitter::trimmed(std::size_t end) const
{
    const std::string_view bytes = from(m_pos, end);
    return bytes.substr(0, bytes.find_last_not_of(Blanks) + 1);
}

} // namespace auditloupe
