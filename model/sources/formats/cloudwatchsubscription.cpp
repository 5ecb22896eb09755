// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/awsnames.h"
#include "model/sources/format.h"

#include <QtGlobal>

#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// What a subscription of CloudWatch Logs delivers to Firehose, Kinesis or Lambda, decoded.
class CloudWatchSubscription : public Format
{
public:
    std::string_view name() const override { return "cloudwatch-subscription"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Amazon CloudWatch Logs subscriptions, as Firehose writes "
                                 "them: {\"messageType\": …}");
    }

    std::span<const std::string_view> lists() const override
    {
        static constexpr std::array Paths{"logEvents"sv};
        return Paths;
    }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = entry.shape() == Entry::Shape::Object && entry.has("id"sv)
            && entry.has("message"sv) && entry.headText("logGroup"sv).data() != nullptr;
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        if (entry.headText("messageType"sv) == "CONTROL_MESSAGE"sv) {
            return Opened::notEvent("CONTROL_MESSAGE"sv);
        }
        if (!entry.has("message"sv)) {
            return {};
        }
        Opened opened = eksMessage(entry, entry.text("message"sv), entry.headText("logStream"sv));
        opened.cluster = eksClusterOf(entry.headText("logGroup"sv));
        opened.account = entry.headText("owner"sv);
        return opened;
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        for (const std::string_view name : {"owner"sv, "logGroup"sv, "logStream"sv}) {
            take(name, entry.headText(name));
        }
        take("timestamp"sv, entry.text("timestamp"sv));
    }
};

} // namespace

const Format &cloudWatchSubscriptionFormat()
{
    static const CloudWatchSubscription Instance;
    return Instance;
}

} // namespace auditloupe
