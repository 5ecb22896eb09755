// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/awsnames.h"
#include "model/sources/linecursor.h"

#include <QtGlobal>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// aws logs tail: time, log stream, message; with --format short only the time.
class CloudWatchTail : public Format
{
public:
    std::string_view name() const override { return "cloudwatch-tail"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "aws logs tail: each line a time, the log stream and the "
                                 "message");
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
        Opened opened = eksMessage(entry, head.rest, head.logStream);
        return head.isMine ? opened : Opened{};
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        take("logStream"sv, read(entry.bytes()).logStream);
    }

private:
    struct Head
    {
        bool isMine = false;
        std::string_view rest = {};
        std::string_view logStream = {};
    };

    static Head read(std::string_view line)
    {
        LineCursor cursor(line);
        Head head{.isMine = isTimestamp(cursor.word())};
        head.logStream = cursor.word();
        const bool isEvent =
            head.logStream.starts_with("kube-apiserver-audit-"sv) && cursor.isAtObject();
        head.isMine = head.isMine && (isEvent || !eksNeighbourOf(head.logStream).empty());
        head.rest = cursor.rest();
        return head;
    }
};

} // namespace

const Format &cloudWatchTailFormat()
{
    static const CloudWatchTail Instance;
    return Instance;
}

} // namespace auditloupe
