// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/awsnames.h"

#include <QtGlobal>

#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// aws logs filter-log-events and get-log-events: {"events": [{"timestamp", "message", …}]}.
class CloudWatchEvents : public Format
{
public:
    std::string_view name() const override { return "cloudwatch-events"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Amazon CloudWatch Logs: filter-log-events and "
                                 "get-log-events as JSON");
    }

    std::span<const std::string_view> lists() const override
    {
        static constexpr std::array Paths{"events"sv};
        return Paths;
    }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = entry.shape() == Entry::Shape::Object && entry.has("message"sv)
            && entry.has("timestamp"sv) && (entry.has("ingestionTime"sv) || entry.has("eventId"sv));
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        return entry.has("message"sv)
            ? eksMessage(entry, entry.text("message"sv), entry.text("logStreamName"sv))
            : Opened{};
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        for (const std::string_view name :
             {"logStreamName"sv, "timestamp"sv, "ingestionTime"sv, "eventId"sv}) {
            if (entry.has(name)) {
                take(name, entry.text(name));
            }
        }
    }
};

} // namespace

const Format &cloudWatchEventsFormat()
{
    static const CloudWatchEvents Instance;
    return Instance;
}

} // namespace auditloupe
