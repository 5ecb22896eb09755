// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/jsonscanner.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace auditloupe {

/// Where a record stands. `offset` is in the splitter's buffer, `line` in the stream, from 1.
struct RecordPlace
{
    std::size_t offset = 0;
    std::int64_t line = 1;
};

/// Takes what a RecordSplitter finds. The views lie in the splitter's buffer and have
/// EventParser::Padding readable bytes behind them.
class RecordSink
{
public:
    enum class Verdict {
        Taken, ///< one whole JSON object
        List, ///< an object whose `items` are the records
        NotWhole, ///< not (exactly) one whole JSON object
    };
    enum class Damage { NotJson, CutOff, TooLong };

    virtual ~RecordSink() = default;

    virtual Verdict json(std::string_view bytes, RecordPlace place) = 0;
    virtual void broken(std::string_view bytes, RecordPlace place, Damage damage) = 0;
    virtual void text(std::string_view line, RecordPlace place) = 0;

    /// Everything in front of `settled` is done with. A sink that takes these bytes moves them
    /// out of `buffer`, so that it begins with the rest, and returns true. It must take them
    /// when they are the `last` of the stream.
    virtual bool settled(std::string &buffer, std::size_t settled, bool last) = 0;
};

/// Cuts a stream into records: JSON objects on a line each, spread over lines, one behind the
/// other, in an array, or in the `items` of a list; and lines of other text between them. It
/// decides record by record, holds one record in memory, and goes on behind a damaged one.
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
        List, ///< between the elements of an array
        Tail, ///< behind the `items` of a list, inside its object
        SkipLine, ///< the rest of a line that is not kept
        SkipValue, ///< the rest of a value that is too long
        ToLineEnd ///< a damaged record ends where its line ends
    };

    void run();
    bool step();
    bool atTop();
    bool atElement();
    bool atTail();
    bool skipLine();
    bool skipValue();
    bool toLineEnd();
    bool object();
    bool wholeLine(bool &known);
    bool textLine();
    bool scanned(JsonScanner::Status status);
    bool needMore();
    bool damaged();
    bool resyncInList();
    void deliverJson(std::size_t end);
    void deliverBroken(std::size_t end, RecordSink::Damage damage);
    void skipBlanks(bool commas);
    void advance(std::size_t end);
    void settle(bool last = false);
    void skipScanned();
    std::size_t nextRecordLine(std::size_t limit) const;
    std::string_view from(std::size_t begin, std::size_t end) const;

    RecordSink &m_sink;
    std::string m_buffer;
    JsonScanner m_scanner;
    std::size_t m_pos = 0; // the record at hand begins here
    std::size_t m_searched = 0; // no line break between m_pos and here
    std::int64_t m_line = 1;
    Mode m_mode = Mode::Top;
    bool m_scanning = false; // m_scanner is inside the record at m_pos
    bool m_inList = false; // the record at hand is an element
    bool m_listInObject = false;
    bool m_atStart = true;
    bool m_ended = false;
};

} // namespace auditloupe
