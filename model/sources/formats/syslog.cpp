// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"
#include "model/sources/linecursor.h"

#include <QtGlobal>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// Syslog lines of RFC 5424 and RFC 3164, journalctl -o short among the latter.
class Syslog : public Format
{
public:
    std::string_view name() const override { return "syslog"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "syslog lines (RFC 5424 and RFC 3164), and journalctl -o "
                                 "short");
    }

    Confidence confidence(Entry &entry) const override
    {
        return entry.shape() == Entry::Shape::Line && read(entry.bytes()).isMine
            ? Confidence::Certain
            : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const Head head = read(entry.bytes());
        Opened opened = Opened::inner(head.rest);
        opened.kind = head.isMine ? opened.kind : Opened::Kind::NotMine;
        opened.node = head.host;
        return opened;
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        const Head head = read(entry.bytes());
        take("host"sv, head.host);
        take("program"sv, head.program);
    }

private:
    struct Head
    {
        bool isMine = false;
        std::string_view rest = {};
        std::string_view host = {};
        std::string_view program = {};
    };

    static Head read(std::string_view line)
    {
        LineCursor cursor(line);
        if (cursor.skip("<"sv)) {
            const std::string_view after = cursor.rest();
            const std::size_t end = after.find('>');
            if (end == std::string_view::npos || end > 3) {
                return {};
            }
            cursor = LineCursor(after.substr(end + 1));
            if (cursor.skip("1 "sv)) {
                return modern(cursor);
            }
        }
        return old(cursor);
    }

    /// RFC 5424: time, host, program, process, message id, structured data, message.
    static Head modern(LineCursor cursor)
    {
        Head head{.isMine = isTimestamp(cursor.word())};
        head.host = cursor.word();
        head.program = cursor.word();
        cursor.word();
        cursor.word();
        if (!cursor.skip("- "sv)) {
            const std::size_t end = cursor.rest().find("] "sv);
            head.isMine =
                head.isMine && cursor.rest().starts_with('[') && end != std::string_view::npos;
            cursor = LineCursor(cursor.rest().substr(head.isMine ? end + 2 : 0));
        }
        cursor.skip("\xef\xbb\xbf"sv);
        head.isMine = head.isMine && cursor.isAtObject();
        head.rest = cursor.rest();
        return head;
    }

    /// RFC 3164: "Jan _2 15:04:05", host, "program[process]:", message.
    static Head old(LineCursor cursor)
    {
        constexpr auto Months = "JanFebMarAprMayJunJulAugSepOctNovDec"sv;
        const std::string_view month = cursor.word();
        const std::string_view day = cursor.word();
        const std::string_view time = cursor.word();
        Head head{.isMine = month.size() == 3 && Months.find(month) != std::string_view::npos
                      && Months.find(month) % 3 == 0 && day.size() <= 2 && time.size() >= 8
                      && time[2] == ':' && time[5] == ':'};
        head.host = cursor.word();
        head.program = cursor.word();
        head.isMine = head.isMine && head.program.ends_with(':') && cursor.isAtObject();
        head.rest = cursor.rest();
        return head;
    }
};

} // namespace

const Format &syslogFormat()
{
    static const Syslog Instance;
    return Instance;
}

} // namespace auditloupe
