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

constexpr auto Npos = std::string::npos;

/// A line this long without an end is looked into before its end is known.
constexpr std::size_t PatientLine = 1U << 20U;

/// What a list's object holds in front of it is kept up to this size.
constexpr std::size_t LongestHead = 1U << 20U;

/// YAML's line between two documents.
constexpr auto DocumentEnd = "\n---"sv;

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
    , m_scanner(listPaths())
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
    case Mode::Rows:
        return atRow();
    case Mode::Documents:
        return atDocument();
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
        m_scanner.reset();
        m_scanning = true;
    }
    constexpr int Enough = 100;
    if (m_cutAtEnd > Enough) { // each would be looked through to the stream's end
        const std::size_t newline = m_buffer.find('\n', m_pos);
        deliverBroken(newline == Npos ? m_buffer.size() : newline, Damage::CutOff);
        return true;
    }
    return scanned(m_scanner.scan(from(m_pos, m_buffer.size())));
}

/// The common case: a line that is one object. `known` is false while the line's end may come.
bool RecordSplitter::wholeLine(bool &known)
{
    if (m_pos < m_triedBefore) {
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
    const std::string_view line = trimmedEnd(from(m_pos, end));
    if (!line.ends_with('}')
        || m_sink.json(line, {.offset = m_pos, .line = m_line}) != RecordSink::Verdict::Taken) {
        m_triedBefore = end;
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
        return longTextLine();
    }
    takeText(newline == Npos ? m_buffer.size() : newline);
    return true;
}

/// A line whose end is not in sight is waited for while it may hold an event.
bool RecordSplitter::longTextLine()
{
    const std::string_view line = from(m_pos, m_buffer.size());
    const bool mayHoldEvent = line.substr(0, PatientLine).find('{') != Npos;
    if (line.size() < PatientLine || (mayHoldEvent && line.size() <= MaxRecord)) {
        return false;
    }
    const RecordPlace place{.offset = m_pos, .line = m_line};
    if (mayHoldEvent) {
        m_sink.broken(line, place, Damage::TooLong);
    } else {
        m_sink.text(line, place); // whatever it begins: there is no row of that length
    }
    m_mode = Mode::SkipLine;
    advance(m_buffer.size());
    return true;
}

void RecordSplitter::takeText(std::size_t end)
{
    using TextVerdict = RecordSink::TextVerdict;
    std::string_view line = from(m_pos, end); // a blank at its end may belong to a cut text
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    switch (m_sink.text(line, {.offset = m_pos, .line = m_line})) {
    case TextVerdict::Taken:
        break;
    case TextVerdict::CommaRows:
        m_delimiter = ',';
        m_mode = Mode::Rows;
        return;
    case TextVerdict::SemicolonRows:
        m_delimiter = ';';
        m_mode = Mode::Rows;
        return;
    case TextVerdict::TabRows:
        m_delimiter = '\t';
        m_mode = Mode::Rows;
        return;
    case TextVerdict::Documents:
        m_searched = m_pos;
        m_mode = Mode::Documents;
        return;
    }
    m_pos = end;
}

bool RecordSplitter::atRow()
{
    if (!m_scanning) {
        advance(std::min(m_buffer.find_first_not_of("\r\n", m_pos), m_buffer.size()));
        m_rows.reset(m_delimiter);
    }
    if (m_pos == m_buffer.size()) {
        return false;
    }
    if (from(m_pos, m_buffer.size()).starts_with("{\""sv)) {
        m_mode = Mode::Top; // no row: another log was put behind the table
        m_scanning = false;
        return true;
    }
    const RecordPlace place{.offset = m_pos, .line = m_line};
    // Where a row's end was looked for in vain, the rows behind its first line are lines each.
    const bool isLine = m_pos < m_noRowBefore;
    const std::size_t limit = isLine ? m_buffer.find('\n', m_pos) : m_buffer.size();
    if (limit == Npos && !m_ended && m_buffer.size() - m_pos <= MaxRecord) {
        return false;
    }
    m_scanning = true;
    const RowScanner::Status status = m_rows.scan(from(m_pos, std::min(limit, m_buffer.size())));
    const bool whole = status == RowScanner::Status::Done
        || (status == RowScanner::Status::NeedMore && (m_ended || isLine) && m_rows.isWhole());
    if (whole) {
        const std::size_t end = m_pos + m_rows.position();
        m_scanning = false;
        m_sink.row(trimmedEnd(from(m_pos, end)), place);
        advance(end);
        return true;
    }
    if (status == RowScanner::Status::NeedMore && !isLine) {
        if (!m_ended && m_buffer.size() - m_pos <= MaxRecord) {
            return false;
        }
        m_noRowBefore = m_buffer.size();
    }
    // A stray quote: the row cannot reach further than its first line.
    const std::size_t newline = m_buffer.find('\n', m_pos);
    deliverBroken(newline == Npos ? m_buffer.size() : newline,
                  m_ended && newline == Npos ? Damage::CutOff : Damage::NotRow);
    return true;
}

bool RecordSplitter::atDocument()
{
    if (m_pos == m_buffer.size()) {
        return false;
    }
    const std::size_t searched = std::max(m_pos, m_searched);
    const std::size_t end = m_buffer.find(DocumentEnd, searched);
    const std::size_t object = m_buffer.find("\n{\""sv, searched);
    if (object < end) { // another log was put behind the documents
        m_sink.document(trimmedEnd(from(m_pos, object)), {.offset = m_pos, .line = m_line});
        advance(object);
        m_mode = Mode::Top;
        return true;
    }
    if (end == Npos && !m_ended) {
        m_searched =
            std::max(m_pos, m_buffer.size() - std::min(m_buffer.size(), DocumentEnd.size()));
        if (m_buffer.size() - m_pos > MaxRecord) {
            deliverBroken(m_buffer.size(), Damage::TooLong);
            m_searched = m_pos;
        }
        return false;
    }
    const std::size_t whole = end == Npos ? m_buffer.size() : end;
    const std::string_view bytes = trimmedEnd(from(m_pos, whole));
    if (!bytes.empty()) {
        m_sink.document(bytes, {.offset = m_pos, .line = m_line});
    }
    advance(whole == m_buffer.size() ? whole : whole + 1);
    m_searched = m_pos + 1; // not the line that begins this document
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
    if (!m_scanning && m_buffer[m_pos] == ']') {
        advance(m_pos + 1);
        endList();
        return true;
    }
    if (!m_scanning) {
        m_scanner.reset();
        m_scanning = true;
    }
    return scanned(m_scanner.scan(from(m_pos, m_buffer.size())));
}

void RecordSplitter::beginList(bool isInObject)
{
    constexpr std::size_t Deepest = 8;
    if (m_lists.size() == Deepest) {
        return; // an array like any other: the scanner goes on
    }
    m_goodHead.clear();
    std::string_view head;
    if (isInObject && m_scanner.objectStart() != JsonScanner::Nowhere) {
        head = from(m_pos + m_scanner.objectStart(), m_pos + m_scanner.position());
    }
    m_sink.listBegun(head);
    if (isInObject) {
        advance(m_pos + m_scanner.position());
    }
    m_lists.push_back({.outside = m_scanner, .isInObject = isInObject});
    m_scanning = false;
    m_mode = Mode::List;
}

void RecordSplitter::endList()
{
    m_sink.listEnded();
    if (m_lists.back().isInObject) {
        m_scanner = std::move(m_lists.back().outside);
        m_scanner.resumeAfterList(0);
        m_scanning = true;
        m_mode = Mode::Tail;
    }
    const bool isInObject = m_lists.back().isInObject;
    m_lists.pop_back();
    if (!isInObject) {
        m_mode = between();
    }
}

void RecordSplitter::leaveLists()
{
    for (; !m_lists.empty(); m_lists.pop_back()) {
        m_sink.listEnded();
    }
}

bool RecordSplitter::atTail()
{
    const JsonScanner::Status status = m_scanner.scan(from(m_pos, m_buffer.size()));
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
        beginList(true);
        return true;
    case JsonScanner::Status::Malformed:
        return damaged();
    }
    return false;
}

bool RecordSplitter::needMore()
{
    if (m_ended) {
        ++m_cutAtEnd;
        const std::size_t next = nextRecordLine(m_buffer.size());
        deliverBroken(next == Npos ? m_buffer.size() : next, Damage::CutOff);
        leaveLists();
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
        leaveLists();
        m_mode = Mode::SkipLine;
    } else {
        m_mode = between();
    }
    return true;
}

/// The record at hand cannot be JSON at the scanner's place. It ends where the next record seems
/// to begin: at a line that opens an object, or else at the end of the damaged line.
bool RecordSplitter::damaged()
{
    if (!m_lists.empty()) {
        m_mode = Mode::Resync;
        m_searched = m_pos + 1;
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

/// Inside a list one bad element must not cost the others, which may stand on the same line: the
/// next one begins as this one did.
bool RecordSplitter::resync()
{
    const std::string head = m_goodHead.empty() ? std::string(elementHead()) : m_goodHead;
    std::size_t next = m_buffer.find(head, std::max(m_searched, m_pos + 1));
    if (next == Npos && !m_ended && m_buffer.size() - m_pos <= MaxRecord) {
        m_searched = m_buffer.size() - std::min(m_buffer.size() - m_pos - 1, head.size());
        return false;
    }
    if (next == Npos && m_ended) {
        next = m_buffer.size();
    } else if (next == Npos) {
        leaveLists();
        m_mode = Mode::ToLineEnd;
        m_searched = m_pos;
        return true;
    }
    deliverBroken(next, Damage::NotJson);
    m_mode = Mode::List;
    return true;
}

/// What elements like the one at hand begin with: an object up to its first colon, an array up to
/// its first string.
std::string_view RecordSplitter::elementHead() const
{
    constexpr std::size_t LongestKey = 256;
    const std::string_view element = from(m_pos, m_buffer.size()).substr(0, LongestKey);
    const bool isObject = element.starts_with('{');
    const std::size_t end = element.find(isObject ? ':' : '"');
    if (!isObject && !element.starts_with('[')) {
        return "{\""sv;
    }
    return end == Npos ? element.substr(0, 1) : element.substr(0, end + 1);
}

void RecordSplitter::deliverJson(std::size_t end)
{
    const std::string_view record = from(m_pos, end);
    const RecordPlace place{.offset = m_pos, .line = m_line};
    if (!m_lists.empty() && m_goodHead.empty()) {
        m_goodHead = elementHead();
    }
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

/// Settles what the scanner has gone through of a value that is not kept, but for an object that
/// may yet hold a list: its beginning tells what the list is.
void RecordSplitter::skipScanned()
{
    std::size_t seen = m_scanner.position();
    if (m_mode == Mode::Tail && m_scanner.objectStart() != JsonScanner::Nowhere
        && seen - m_scanner.objectStart() <= LongestHead) {
        seen = m_scanner.objectStart();
    }
    advance(m_pos + seen);
    m_scanner.shift(seen);
}

void RecordSplitter::settle(bool last)
{
    const std::size_t taken = m_sink.settled(m_buffer, m_pos, last);
    m_searched -= std::min(m_searched, taken);
    m_triedBefore -= std::min(m_triedBefore, taken);
    m_noRowBefore -= std::min(m_noRowBefore, taken);
    m_pos -= taken;
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
