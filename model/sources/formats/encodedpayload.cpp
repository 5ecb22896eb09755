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
/// Pub/Sub messages; and where nothing announces it: the text itself, any field of an object.
class EncodedPayload : public Format
{
public:
    std::string_view name() const override { return "encoded-payload"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Payloads in base64, also gzipped: Lambda, Kinesis, Firehose and "
                                 "Pub/Sub records, or gzip in base64 alone, on a line or in a "
                                 "field");
    }

    std::span<const std::string_view> lists() const override
    {
        static constexpr std::array Paths{"Records"sv, "records"sv, "receivedMessages"sv};
        return Paths;
    }

    Confidence confidence(Entry &entry) const override
    {
        if (announced(entry).data() != nullptr) {
            return Confidence::Certain;
        }
        return unannounced(entry).data() != nullptr ? Confidence::Likely : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        std::string_view encoded = announced(entry);
        encoded = encoded.data() == nullptr ? unannounced(entry) : encoded;
        std::optional<std::string> stream =
            encoded.data() == nullptr ? std::nullopt : decodePayload(encoded);
        if (!stream) {
            return isEncodedGzip(encoded)
                ? Opened::bad("gzip in base64 that is damaged or cut off"sv)
                : Opened{};
        }
        return {.kind = Opened::Kind::Payload, .text = entry.keep(std::move(*stream))};
    }

private:
    static std::string_view announced(Entry &entry)
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

    static std::string_view unannounced(Entry &entry)
    {
        if (entry.shape() == Entry::Shape::Line) {
            return isEncodedGzip(entry.bytes()) ? entry.bytes() : std::string_view{};
        }
        const bool isRow = entry.shape() == Entry::Shape::Row;
        for (const JsonMembers::Member &member : entry.members()) {
            const std::string_view begin = member.json.substr(isRow ? 0 : 1);
            if (!begin.starts_with(EncodedGzip)) {
                continue;
            }
            const std::string_view text = isRow ? member.json : entry.content(member.json);
            if (isEncodedGzip(text)) {
                return text;
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
