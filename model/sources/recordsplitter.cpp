// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/recordsplitter.h"

#include "model/event/eventparser.h"

#include <algorithm>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Damage = RecordSink::Damage;

constexpr auto Npos = std::string::npos;

/// A line this long without an end is looked into before its end is known.
constexpr std::size_t PatientLine = 1U << 20U;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trimmedEnd(std::string_view text)
{
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

RecordSplitter::RecordSplitter(RecordSink &sink)
    : m_sink(sink)
{
}

void RecordSplitter::feed(std::string_view bytes)
{
    m_buffer.reserve(m_buffer.size() + bytes.size() + EventParser::Padding);
    m_buffer.append(bytes);
    run();
}

void RecordSplitter::finish()
{
    m_ended = true;
    m_buffer.reserve(m_buffer.size() + EventParser::Padding);
    run();
    m_pos = m_buffer.size();
    settle(true);
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
    while (step()) {
        settle();
    }
    settle();
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
    case Mode::SkipLine:
        return skipLine();
    case Mode::SkipValue:
        return skipValue();
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
    m_inList = false;
    if (m_buffer[m_pos] == '{') {
        return object();
    }
    if (m_buffer[m_pos] != '[') {
        return textLine();
    }
    // An array of objects, or a line of text such as "[pod/name] …"?
    const std::size_t next = m_buffer.find_first_not_of(" \t\r\n", m_pos + 1);
    if (next == Npos) {
        return m_ended || m_buffer.size() - m_pos >= PatientLine ? textLine() : false;
    }
    if (m_buffer[next] != '{' && m_buffer[next] != ']') {
        return textLine();
    }
    m_listInObject = false;
    m_mode = Mode::List;
    advance(m_pos + 1);
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
        m_scanner.reset();
        m_scanning = true;
    }
    return scanned(m_scanner.scan(from(m_pos, m_buffer.size())));
}

/// The common case: a line that is one object. `known` is false while the line's end may come.
bool RecordSplitter::wholeLine(bool &known)
{
    const std::size_t newline = m_buffer.find('\n', std::max(m_pos, m_searched));
    if (newline == Npos && !m_ended) {
        m_searched = m_buffer.size();
        known = m_buffer.size() - m_pos >= PatientLine;
        return false;
    }
    known = true;
    const std::size_t end = newline == Npos ? m_buffer.size() : newline;
    const std::string_view line = trimmedEnd(from(m_pos, end));
    if (!line.ends_with('}')
        || m_sink.json(line, {.offset = m_pos, .line = m_line}) != RecordSink::Verdict::Taken) {
        return false;
    }
    m_pos = end; // the record holds no line break: nothing to count
    return true;
}

bool RecordSplitter::textLine()
{
    const std::size_t newline = m_buffer.find('\n', std::max(m_pos, m_searched));
    if (newline == Npos && !m_ended) {
        m_searched = m_buffer.size();
        if (m_buffer.size() - m_pos < PatientLine) {
            return false;
        }
        m_sink.text(from(m_pos, m_buffer.size()), {.offset = m_pos, .line = m_line});
        m_mode = Mode::SkipLine;
        advance(m_buffer.size());
        return true;
    }
    const std::size_t end = newline == Npos ? m_buffer.size() : newline;
    m_sink.text(trimmedEnd(from(m_pos, end)), {.offset = m_pos, .line = m_line});
    m_pos = end;
    return true;
}

bool RecordSplitter::skipLine()
{
    const std::size_t newline = m_buffer.find('\n', m_pos);
    if (newline == Npos) {
        m_pos = m_buffer.size();
        return false;
    }
    m_pos = newline;
    m_mode = Mode::Top;
    return true;
}

bool RecordSplitter::atElement()
{
    if (!m_scanning) {
        skipBlanks(true);
    }
    if (m_pos == m_buffer.size()) {
        return false;
    }
    m_inList = true;
    if (!m_scanning && m_buffer[m_pos] == ']') {
        advance(m_pos + 1);
        m_mode = m_listInObject ? Mode::Tail : Mode::Top;
        if (m_listInObject) {
            m_scanner.resumeAfterList(0);
            m_scanning = true;
        }
        return true;
    }
    if (!m_scanning) {
        m_scanner.reset();
        m_scanning = true;
    }
    return scanned(m_scanner.scan(from(m_pos, m_buffer.size())));
}

bool RecordSplitter::atTail()
{
    const JsonScanner::Status status = m_scanner.scan(from(m_pos, m_buffer.size()));
    if (status == JsonScanner::Status::NeedMore) {
        skipScanned();
        return false;
    }
    advance(m_pos + m_scanner.position());
    m_scanning = false;
    if (status == JsonScanner::Status::List) { // a second `items`
        m_mode = Mode::List;
    } else {
        m_mode = status == JsonScanner::Status::Done ? Mode::Top : Mode::SkipLine;
    }
    return true;
}

bool RecordSplitter::scanned(JsonScanner::Status status)
{
    switch (status) {
    case JsonScanner::Status::NeedMore:
        return needMore();
    case JsonScanner::Status::Done:
        deliverJson(m_pos + m_scanner.position());
        return true;
    case JsonScanner::Status::List:
        if (m_inList) {
            return true; // an element with `items` of its own: a record all the same
        }
        advance(m_pos + m_scanner.position());
        m_scanning = false;
        m_listInObject = true;
        m_mode = Mode::List;
        return true;
    case JsonScanner::Status::Malformed:
        return damaged();
    }
    return false;
}

bool RecordSplitter::needMore()
{
    if (m_ended) {
        const std::size_t next = nextRecordLine(m_buffer.size());
        deliverBroken(next == Npos ? m_buffer.size() : next, Damage::CutOff);
        m_mode = Mode::Top;
        return true;
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
    const JsonScanner::Status status = m_scanner.scan(from(m_pos, m_buffer.size()));
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
        m_mode = Mode::SkipLine;
    } else {
        m_mode = m_inList ? Mode::List : Mode::Top;
    }
    return true;
}

/// The record at hand cannot be JSON at the scanner's place. It ends where the next record seems
/// to begin: at a line that opens an object, or else at the end of the damaged line.
bool RecordSplitter::damaged()
{
    if (m_inList && resyncInList()) {
        return true;
    }
    const std::size_t at = m_pos + m_scanner.position();
    std::size_t end = nextRecordLine(at + 1);
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

/// Inside a list one bad element must not cost the others, which may stand on the same line.
bool RecordSplitter::resyncInList()
{
    std::size_t next = Npos;
    for (const std::string_view head : {"{\"level\":\""sv, "{\"kind\":\"Event\","sv}) {
        next = std::min(next, m_buffer.find(head, m_pos + 1));
    }
    if (next == Npos) {
        return false;
    }
    deliverBroken(next, Damage::NotJson);
    return true;
}

void RecordSplitter::deliverJson(std::size_t end)
{
    const std::string_view record = from(m_pos, end);
    const RecordPlace place{.offset = m_pos, .line = m_line};
    if (m_sink.json(record, place) != RecordSink::Verdict::Taken) {
        m_sink.broken(record, place, Damage::NotJson);
    }
    m_scanning = false;
    advance(end);
}

void RecordSplitter::deliverBroken(std::size_t end, RecordSink::Damage damage)
{
    m_sink.broken(trimmedEnd(from(m_pos, end)), {.offset = m_pos, .line = m_line}, damage);
    m_scanning = false;
    advance(end);
}

void RecordSplitter::skipBlanks(bool commas)
{
    while (m_pos < m_buffer.size()
           && (isBlank(m_buffer[m_pos]) || (commas && m_buffer[m_pos] == ','))) {
        m_line += m_buffer[m_pos] == '\n' ? 1 : 0;
        ++m_pos;
    }
}

void RecordSplitter::advance(std::size_t end)
{
    m_line += std::count(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_pos),
                         m_buffer.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    m_pos = end;
}

/// Settles what the scanner has gone through of a value that is not kept.
void RecordSplitter::skipScanned()
{
    const std::size_t seen = m_scanner.position();
    advance(m_pos + seen);
    m_scanner.shift(seen);
}

void RecordSplitter::settle(bool last)
{
    if (m_sink.settled(m_buffer, m_pos, last)) {
        m_searched -= std::min(m_searched, m_pos);
        m_pos = 0;
    }
}

/// The line break in front of the first line behind the record's first that opens an object.
std::size_t RecordSplitter::nextRecordLine(std::size_t limit) const
{
    std::size_t newline = m_buffer.find('\n', m_pos);
    while (newline != Npos && newline < limit && newline + 1 < m_buffer.size()) {
        if (m_buffer[newline + 1] == '{') {
            return newline;
        }
        newline = m_buffer.find('\n', newline + 1);
    }
    return Npos;
}

std::string_view RecordSplitter::from(std::size_t begin, std::size_t end) const
{
    return std::string_view(m_buffer).substr(begin, end - begin);
}

} // namespace auditloupe
