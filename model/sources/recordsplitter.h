// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/jsonscanner.h"
#include "model/sources/failedscans.h"
#include "model/sources/recordsink.h"
#include "model/sources/rowscanner.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// Cuts a stream into records: JSON objects on a line each, spread over lines, one behind the
/// other, in an array, or in a list inside of an object (formats.h names these); rows of delimited
/// text; documents of YAML; and lines of other text between them. It decides record by record,
/// holds one record in memory, and goes on behind a damaged one. Damage or not, it goes through
/// each byte a few times at most.
///
/// Its work is divided by what is being read: recordsplitter.cpp has the stream and what stands
/// between records, splitlists.cpp lists, splittext.cpp what is not JSON, and splitdamage.cpp where
/// a damaged record ends.
class RecordSplitter
{
public:
    static constexpr std::size_t MaxRecord = 64U << 20U;

    explicit RecordSplitter(RecordSink &sink);

    void feed(std::string_view bytes);
    /// The stream has ended.
    void finish();

    /// Bytes that were gone through for the end of a JSON value, each time counted.
    std::int64_t scannedBytes() const { return m_scannedBytes; }

private:
    static constexpr auto Npos = std::string_view::npos;
    static constexpr std::string_view Blanks = " \t\r\n";
    /// A line this long without an end is looked into before its end is known.
    static constexpr std::size_t PatientLine = 1U << 20U;

    enum class Mode {
        Top, ///< between records
        List, ///< between the elements of a list
        Tail, ///< behind a list, inside its object
        Rows,
        Documents,
        Fragment, ///< in an object whose beginning is missing
        SkipLine, ///< the rest of a line that is not kept
        SkipValue, ///< the rest of a value that is too long
        Resync, ///< inside a damaged element: the next one is looked for
        ToLineEnd ///< a damaged record ends where its line ends
    };

    /// A list whose elements are being read.
    struct List
    {
        JsonScanner outside; ///< where its object goes on; unused for an array
        bool isInObject = false;
    };

    /// What is behind a damaged element.
    struct Next
    {
        std::size_t at = Npos; // another element, or the line break in front of another record
        std::size_t searched = 0; // before here is neither, whatever follows
        bool isElement = false;
    };

    // the stream and what stands between records
    void run();
    bool isCancelled();
    bool step();
    bool atTop();
    bool object();
    bool wholeLine(bool &known);
    bool value();
    JsonScanner::Status scan(std::size_t end);
    void deliverJson(std::size_t end);
    void skipBlanks(bool commas);
    void advance(std::size_t end);
    void settle(bool last = false);
    std::string_view from(std::size_t begin, std::size_t end) const;
    std::string_view trimmed(std::size_t end) const;
    Mode between() const { return m_lists.empty() ? Mode::Top : Mode::List; }
    std::int64_t streamPosition(std::size_t at) const
    {
        return m_taken + static_cast<std::int64_t>(at);
    }

    // lists
    bool atElement();
    bool guessedElement();
    bool atTail();
    void beginList(bool isInObject);
    void endList();
    void leaveLists();
    bool isInList() const { return !m_lists.empty() || m_mode == Mode::Tail; }
    void skipScanned();

    // what is not JSON
    bool textLine();
    bool encodedText();
    bool fragment();
    void deliverText(std::size_t end);
    bool plainLine();
    bool longTextLine();
    bool isInCell() const;
    void takeText(std::size_t end);
    bool skipLine();
    void beginRows(char delimiter);
    bool atRow();
    void leaveRows();
    void strayQuote();
    bool atDocument();
    void deliverDocument(std::size_t end);

    // damage
    bool needMore();
    bool skipValue();
    bool failed();
    bool knownToFail(std::size_t at);
    bool damagedAt(std::size_t at);
    bool cutOff();
    bool toLineEnd();
    bool resync();
    std::size_t nextRecordLine(std::size_t begin, std::size_t limit) const;
    Next nextInList(std::string_view head, std::size_t begin, std::size_t limit) const;
    std::size_t nextBegin(std::size_t limit) const;
    std::optional<std::string_view> headToFind() const;
    void learnHead(std::string_view element);
    void deliverBroken(std::size_t end, RecordSink::Damage damage);

    RecordSink &m_sink;
    std::string m_buffer;
    JsonScanner m_scanner;
    RowScanner m_rows;
    FailedScans m_failedScans;
    std::vector<List> m_lists; // the innermost last
    std::size_t m_pos = 0; // the record at hand begins here
    std::size_t m_searched = 0; // no line break between m_pos and here
    std::size_t m_noRowBefore = 0; // no row that begins up to here has several lines
    std::size_t m_noFragmentBefore = 0; // no fragment begins up to here
    std::string m_goodHead; // what the elements of the list at hand begin with
    int m_badGuesses = 0; // of where elements of the list at hand end
    std::int64_t m_taken = 0; // bytes of the stream in front of the buffer
    std::int64_t m_line = 1;
    std::int64_t m_listLine = 0; // where the outermost list begins
    std::int64_t m_valueLine = 0; // where the last scanned value ended
    std::int64_t m_scannedBytes = 0;
    unsigned m_steps = 0;
    Mode m_mode = Mode::Top;
    char m_delimiter = ',';
    bool m_scanning = false; // a scanner is inside the record at m_pos
    bool m_atStart = true;
    bool m_ended = false;
    bool m_cancelled = false;
};

} // namespace auditloupe
