// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"
#include "model/sources/payload.h"

#include <QtGlobal>

#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// Records in base64, gzip inside: {"awslogs":{"data"}} of Lambda, Kinesis and Firehose records,
/// Pub/Sub messages.
class EncodedPayload : public Format
{
public:
    std::string_view name() const override { return "encoded-payload"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Payloads in base64, also gzipped: Lambda, Kinesis, "
                                 "Firehose and Pub/Sub records");
    }

    std::span<const std::string_view> lists() const override
    {
        static constexpr std::array Paths{"Records"sv, "records"sv, "receivedMessages"sv};
        return Paths;
    }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = data(entry).data() != nullptr;
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const std::string_view encoded = data(entry);
        std::optional<std::string> stream =
            encoded.data() == nullptr ? std::nullopt : decodePayload(encoded);
        if (!stream) {
            return {};
        }
        return {.kind = Opened::Kind::Payload, .text = entry.keep(std::move(*stream))};
    }

private:
    static std::string_view data(Entry &entry)
    {
        if (entry.shape() != Entry::Shape::Object) {
            return {};
        }
        const std::array values{
            entry.json({"awslogs"sv, "data"sv}), entry.json({"kinesis"sv, "data"sv}),
            entry.json({"message"sv, "data"sv}),
            entry.has("recordId"sv) ? entry.json("data"sv) : std::string_view{},
            entry.has("SequenceNumber"sv) ? entry.json("Data"sv) : std::string_view{}};
        for (const std::string_view value : values) {
            if (value.starts_with('"')) {
                return entry.content(value);
            }
        }
        return {};
    }
};

} // namespace

const Format &encodedPayloadFormat()
{
    static const EncodedPayload Instance;
    return Instance;
}

} // namespace auditloupe
