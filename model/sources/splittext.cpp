// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// RecordSplitter in what is not JSON: lines of text, rows of delimited text, documents of YAML.

#include "model/sources/payload.h"
#include "model/sources/recordsplitter.h"

#include <algorithm>
#include <string>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Damage = RecordSink::Damage;

/// YAML's line between two documents.
constexpr auto DocumentEnd = "\n---"sv;

} // namespace

bool RecordSplitter::textLine()
{
    const std::string_view text = from(m_pos, m_buffer.size());
    if (text.starts_with(EncodedGzip)) {
        return encodedText();
    }
    if (m_pos >= m_noFragmentBefore && text.front() == '"') {
        m_scanner.resetInside();
        m_scanning = true;
        m_mode = Mode::Fragment;
        return true;
    }
    return plainLine();
}

/// gzip in base64 may be wrapped over lines: up to the end of the last one that is base64 alone.
bool RecordSplitter::encodedText()
{
    static const std::string Allowed = std::string(Base64Letters) + "\r\n";
    std::size_t end = m_buffer.find_first_not_of(Allowed, std::max(m_pos, m_searched));
    if (end == Npos && !m_ended && m_buffer.size() - m_pos <= MaxRecord) {
        m_searched = m_buffer.size();
        return false;
    }
    m_searched = m_pos;
    const std::size_t padding = std::min(m_buffer.find('=', m_pos), m_buffer.size());
    end = std::min({end, m_buffer.find('\n', padding), m_buffer.size()});
    if (end < m_buffer.size()) { // lines are whole
        end = m_buffer.rfind('\n', end);
    }
    if (end == Npos || end <= m_pos) {
        return plainLine();
    }
    deliverText(end);
    return true;
}

/// The members of an object whose beginning is missing, on one line or on several.
bool RecordSplitter::fragment()
{
    const JsonScanner::Status status = scan(m_buffer.size());
    const bool isOpen = status == JsonScanner::Status::NeedMore;
    if (isOpen && !m_ended && m_buffer.size() - m_pos <= PatientLine) {
        return false;
    }
    m_scanning = false;
    m_mode = Mode::Top;
    if (status == JsonScanner::Status::Done || (isOpen && m_ended)) {
        deliverText(m_pos + m_scanner.position());
        return true;
    }
    m_noFragmentBefore = m_pos + std::max(m_scanner.position(), 1UZ);
    return true;
}

/// A text that may stand on several lines.
void RecordSplitter::deliverText(std::size_t end)
{
    const std::string_view text = trimmed(end);
    m_sink.text(text, {.offset = m_pos, .line = m_line}); // whatever it seems to begin
    advance(m_pos + text.size());
}

bool RecordSplitter::plainLine()
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

/// Whether what seems to begin an object has doubled quotes: it is a line inside of a row's cell.
bool RecordSplitter::isInCell() const
{
    constexpr auto DoubledQuote = "{\"\""sv;
    const std::string_view begin = from(m_pos, m_pos + DoubledQuote.size() + 1);
    return begin.size() > DoubledQuote.size() && begin.starts_with(DoubledQuote)
        && " \t\r\n:"sv.find(begin.back()) == Npos; // behind an empty key
}

void RecordSplitter::takeText(std::size_t end)
{
    using TextVerdict = RecordSink::TextVerdict;
    std::string_view line = from(m_pos, end); // a blank at its end may belong to a cut text
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    switch (m_sink.text(line, {.offset = m_pos, .line = m_line})) {
    case TextVerdict::Taken:
        m_pos = end;
        return;
    case TextVerdict::CommaRows:
        beginRows(',');
        return;
    case TextVerdict::SemicolonRows:
        beginRows(';');
        return;
    case TextVerdict::TabRows:
        beginRows('\t');
        return;
    case TextVerdict::Documents:
        m_searched = m_pos;
        m_mode = Mode::Documents;
        return;
    }
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

void RecordSplitter::beginRows(char delimiter)
{
    m_delimiter = delimiter;
    m_mode = Mode::Rows;
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
    if (from(m_pos, m_buffer.size()).starts_with("{\""sv) && !isInCell()) {
        leaveRows(); // no row: another log was put behind the table
        return true;
    }
    // Where a row's end was looked for in vain, the rows behind its first line are lines each.
    const bool isLine = m_pos < m_noRowBefore;
    const std::size_t limit = isLine ? m_buffer.find('\n', m_pos) : m_buffer.size();
    const bool mayGrow = !m_ended && m_buffer.size() - m_pos <= MaxRecord;
    if (limit == Npos && mayGrow) {
        return false;
    }
    m_scanning = true;
    const RowScanner::Status status = m_rows.scan(from(m_pos, std::min(limit, m_buffer.size())));
    const bool isOpen = status == RowScanner::Status::NeedMore;
    if (status == RowScanner::Status::Done || (isOpen && (m_ended || isLine) && m_rows.isWhole())) {
        const std::size_t end = m_pos + m_rows.position();
        m_sink.row(trimmed(end), {.offset = m_pos, .line = m_line});
        m_scanning = false;
        advance(end);
        return true;
    }
    if (isOpen && !isLine) {
        if (mayGrow) {
            return false;
        }
        m_noRowBefore = m_buffer.size();
    }
    strayQuote();
    return true;
}

void RecordSplitter::leaveRows()
{
    m_mode = Mode::Top;
    m_scanning = false;
}

/// The row at hand cannot reach further than its first line, which may be one of another log that
/// was put behind the table.
void RecordSplitter::strayQuote()
{
    const std::size_t newline = m_buffer.find('\n', m_pos);
    if (m_sink.isOwnLine(trimmed(std::min(newline, m_buffer.size())))) {
        leaveRows();
        return;
    }
    deliverBroken(newline == Npos ? m_buffer.size() : newline,
                  m_ended && newline == Npos ? Damage::CutOff : Damage::NotRow);
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
        deliverDocument(object);
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
    deliverDocument(std::min(end, m_buffer.size()));
    advance(std::min(m_pos + 1, m_buffer.size()));
    m_searched = m_pos + 1; // not the line that begins this document
    return true;
}

void RecordSplitter::deliverDocument(std::size_t end)
{
    if (const std::string_view bytes = trimmed(end); !bytes.empty()) {
        m_sink.document(bytes, {.offset = m_pos, .line = m_line});
    }
    advance(end);
}

} // namespace auditloupe
