// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/jsonscanner.h"
#include "model/sources/record.h"
#include "model/sources/rowscanner.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// Takes what a RecordSplitter finds. The views lie in the splitter's buffer and have
/// EventParser::Padding readable bytes behind them.
class RecordSink
{
public:
    enum class Verdict {
        Taken,
        List, ///< an object that holds a list of records
        NotWhole ///< not (exactly) one whole JSON value
    };
    /// What a line of text turned out to begin.
    enum class TextVerdict {
        Taken,
        CommaRows, ///< it is a table's header, or its first row: rows follow
        SemicolonRows,
        TabRows,
        Documents ///< of YAML, divided by lines "---"
    };
    enum class Damage { NotJson, NotRow, CutOff, TooLong };

    virtual ~RecordSink() = default;

    virtual Verdict json(std::string_view bytes, RecordPlace place) = 0;
    virtual void broken(std::string_view bytes, RecordPlace place, Damage damage) = 0;
    virtual TextVerdict text(std::string_view line, RecordPlace place) = 0;
    virtual void row(std::string_view bytes, RecordPlace place) = 0;
    virtual void document(std::string_view bytes, RecordPlace place) = 0;

    /// The elements of a list follow. `head` is the object around it, cut off behind the list's
    /// bracket; empty where it is not known, or is only an array.
    virtual void listBegun(std::string_view head) = 0;
    virtual void listEnded() = 0;

    /// Everything in front of `settled` is done with. A sink that takes bytes moves them out of
    /// `buffer`, so that it begins with the rest, and says how many it took. When it is the
    /// `last` call, it must take them all.
    virtual std::size_t settled(std::string &buffer, std::size_t settled, bool last) = 0;
};

/// Cuts a stream into records: JSON objects on a line each, spread over lines, one behind the
/// other, in an array, or in a list inside of an object (formats.h names these); rows of delimited
/// text; documents of YAML; and lines of other text between them. It decides record by record,
/// holds one record in memory, and goes on behind a damaged one.
class RecordSplitter
{
public:
    static constexpr std::size_t MaxRecord = 64U << 20U;

    explicit RecordSplitter(RecordSink &sink);

    void feed(std::string_view bytes);
    /// The stream has ended.
    void finish();

private:
    enum class Mode {
        Top, ///< between records
        List, ///< between the elements of a list
        Tail, ///< behind a list, inside its object
        Rows,
        Documents,
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

    void run();
    bool step();
    bool atTop();
    bool atElement();
    bool atTail();
    bool atRow();
    bool atDocument();
    bool skipLine();
    bool skipValue();
    bool resync();
    bool toLineEnd();
    bool object();
    bool wholeLine(bool &known);
    bool textLine();
    bool longTextLine();
    void takeText(std::size_t end);
    bool scanned(JsonScanner::Status status);
    bool needMore();
    bool damaged();
    void beginList(bool isInObject);
    void endList();
    void leaveLists();
    Mode between() const { return m_lists.empty() ? Mode::Top : Mode::List; }
    void deliverJson(std::size_t end);
    void deliverBroken(std::size_t end, RecordSink::Damage damage);
    void skipBlanks(bool commas);
    void advance(std::size_t end);
    void settle(bool last = false);
    void skipScanned();
    std::size_t nextRecordLine(std::size_t limit) const;
    std::string_view elementHead() const;
    std::string_view from(std::size_t begin, std::size_t end) const;

    RecordSink &m_sink;
    std::string m_buffer;
    JsonScanner m_scanner;
    RowScanner m_rows;
    std::vector<List> m_lists; // the innermost last
    std::size_t m_pos = 0; // the record at hand begins here
    std::size_t m_searched = 0; // no line break between m_pos and here
    std::size_t m_triedBefore = 0; // lines that end up to here are not one object
    std::size_t m_noRowBefore = 0; // no row that begins up to here has several lines
    std::string m_goodHead; // what the elements of the list at hand begin with
    int m_cutAtEnd = 0; // objects that the stream's end cuts off
    std::int64_t m_line = 1;
    Mode m_mode = Mode::Top;
    char m_delimiter = ',';
    bool m_scanning = false; // a scanner is inside the record at m_pos
    bool m_atStart = true;
    bool m_ended = false;
};

} // namespace auditloupe
