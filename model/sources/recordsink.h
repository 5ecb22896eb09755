// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/record.h"

#include <cstddef>
#include <string>
#include <string_view>

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
    /// Whether a line that is no row of the table at hand certainly is an entry of another log.
    virtual bool isOwnLine(std::string_view line) = 0;
    virtual void document(std::string_view bytes, RecordPlace place) = 0;

    /// The elements of a list follow. `head` is the object around it, cut off behind the list's
    /// bracket; empty where it is not known, or is only an array.
    virtual void listBegun(std::string_view head) = 0;
    virtual void listEnded() = 0;
    /// The stream ends inside of a list or of the object around it: at this offset. The line is
    /// that in which the list begins.
    virtual void listCut(RecordPlace place) = 0;

    /// Everything in front of `settled` is done with. A sink that takes bytes moves them out of
    /// `buffer`, so that it begins with the rest, and says how many it took. When it is the
    /// `last` call, it must take them all.
    virtual std::size_t settled(std::string &buffer, std::size_t settled, bool last) = 0;

    /// Asked now and then: whether nobody wants the rest. The splitter then stops where it is.
    virtual bool isCancelled() const { return false; }
};

} // namespace auditloupe
