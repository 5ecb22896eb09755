// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"

#include <QtGlobal>

#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// OpenTelemetry's log records in JSON, as the collector's file exporter writes them.
class Otlp : public Format
{
public:
    std::string_view name() const override { return "otlp"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats", "OpenTelemetry logs as JSON (OTLP)");
    }

    std::span<const std::string_view> lists() const override
    {
        static constexpr std::array Paths{"resourceLogs.scopeLogs.logRecords"sv};
        return Paths;
    }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = entry.shape() == Entry::Shape::Object && entry.has("body"sv)
            && (entry.has("timeUnixNano"sv) || entry.has("observedTimeUnixNano"sv));
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const std::string_view text = entry.text({"body"sv, "stringValue"sv});
        return text.data() != nullptr ? Opened::inner(text) : Opened{};
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        take("timeUnixNano"sv, entry.text("timeUnixNano"sv));
        take("observedTimeUnixNano"sv, entry.text("observedTimeUnixNano"sv));
    }
};

} // namespace

const Format &otlpFormat()
{
    static const Otlp Instance;
    return Instance;
}

} // namespace auditloupe
