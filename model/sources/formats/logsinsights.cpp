// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/awsnames.h"
#include "model/sources/format.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// Results of CloudWatch Logs Insights: rows of {field, value}, or CSV with a column @message.
class LogsInsights : public Format
{
public:
    std::string_view name() const override { return "logs-insights"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Amazon CloudWatch Logs Insights results with @message, as "
                                 "JSON or CSV");
    }

    std::span<const std::string_view> lists() const override
    {
        static constexpr std::array Paths{"results"sv};
        return Paths;
    }

    bool isTableHead(std::span<const std::string> columns) const override
    {
        return std::ranges::find(columns, "@message"sv) != columns.end();
    }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = message(entry).data() != nullptr;
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const std::string_view text = message(entry);
        if (text.data() == nullptr) {
            return {};
        }
        Opened opened = eksMessage(entry, text, value(entry, "@logStream"sv));
        opened.cluster = eksClusterOf(value(entry, "@log"sv));
        opened.account = accountOf(value(entry, "@log"sv));
        return opened;
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        for (const std::string_view name :
             {"@log"sv, "@logStream"sv, "@timestamp"sv, "@ingestionTime"sv}) {
            const std::string_view told = value(entry, name);
            if (told.data() != nullptr) {
                take(name, told);
            }
        }
    }

private:
    static std::string_view value(Entry &entry, std::string_view name)
    {
        return entry.shape() == Entry::Shape::Row ? entry.text(name) : field(entry, name);
    }

    static std::string_view message(Entry &entry)
    {
        if (entry.shape() == Entry::Shape::Row) {
            return entry.text("@message"sv);
        }
        return entry.shape() == Entry::Shape::Array ? field(entry, "@message"sv)
                                                    : std::string_view{};
    }

    static std::string_view field(Entry &entry, std::string_view name)
    {
        for (const JsonMembers::Member &element : entry.members()) {
            const JsonMembers &pair = entry.nested(element.json);
            if (entry.content(pair.find("field"sv)) == name) {
                return entry.content(pair.find("value"sv));
            }
        }
        return {};
    }
};

} // namespace

const Format &logsInsightsFormat()
{
    static const LogsInsights Instance;
    return Instance;
}

} // namespace auditloupe
