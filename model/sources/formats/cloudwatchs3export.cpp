// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"
#include "model/sources/linecursor.h"

#include <QtGlobal>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t MillisecondDigits = 3;

/// A log group of CloudWatch Logs exported to S3: the time in milliseconds, then the message.
class CloudWatchS3Export : public Format
{
public:
    std::string_view name() const override { return "cloudwatch-s3-export"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Amazon CloudWatch Logs, exported to S3: each line a time "
                                 "in milliseconds and the message");
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
        return opened;
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        take("timestamp"sv, read(entry.bytes()).time);
    }

private:
    struct Head
    {
        bool isMine = false;
        std::string_view rest = {};
        std::string_view time = {};
    };

    static Head read(std::string_view line)
    {
        LineCursor cursor(line);
        const std::string_view time = cursor.word();
        return {.isMine = (isDate(time) || isSinceEpoch(time)) && cursor.isAtObject(),
                .rest = cursor.rest(),
                .time = time};
    }

    static bool isDate(std::string_view time)
    {
        return isTimestamp(time) && fractionDigits(time) == MillisecondDigits;
    }

    /// Milliseconds, as in the events of the API, have this many digits from 2001 to 2286.
    static bool isSinceEpoch(std::string_view time)
    {
        constexpr std::size_t Digits = 13;
        return time.size() == Digits
            && time.find_first_not_of("0123456789"sv) == std::string_view::npos;
    }
};

} // namespace

const Format &cloudWatchS3ExportFormat()
{
    static const CloudWatchS3Export Instance;
    return Instance;
}

} // namespace auditloupe
