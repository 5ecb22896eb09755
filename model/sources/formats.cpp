// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/formats.h"

#include <algorithm>
#include <array>
#include <vector>

namespace auditloupe {

// One a file in formats/. Between two that are equally sure the first one counts.
const Format &aksAuditFormat();
const Format &aksDiagnosticFormat();
const Format &azureDiagnosticsFormat();
const Format &cloudWatchEventsFormat();
const Format &cloudWatchS3ExportFormat();
const Format &cloudWatchSubscriptionFormat();
const Format &cloudWatchTailFormat();
const Format &criFormat();
const Format &dockerJsonFormat();
const Format &encodedPayloadFormat();
const Format &fluentdFileFormat();
const Format &gcloudYamlFormat();
const Format &gelfFormat();
const Format &gkeLogEntryFormat();
const Format &journaldJsonFormat();
const Format &kubectlLogsFormat();
const Format &legacyTextFormat();
const Format &logsInsightsFormat();
const Format &nodeLogsFormat();
const Format &otlpFormat();
const Format &syslogFormat();
const Format &jsonColumnFormat();
const Format &jsonFieldFormat();
const Format &eventFragmentFormat();
const Format &textPrefixFormat();

std::span<const Format *const> allFormats()
{
    static const std::array Formats{
        &aksAuditFormat(),
        &aksDiagnosticFormat(),
        &azureDiagnosticsFormat(),
        &cloudWatchEventsFormat(),
        &cloudWatchS3ExportFormat(),
        &cloudWatchSubscriptionFormat(),
        &cloudWatchTailFormat(),
        &criFormat(),
        &dockerJsonFormat(),
        &encodedPayloadFormat(),
        &fluentdFileFormat(),
        &gcloudYamlFormat(),
        &gelfFormat(),
        &gkeLogEntryFormat(),
        &journaldJsonFormat(),
        &kubectlLogsFormat(),
        &legacyTextFormat(),
        &logsInsightsFormat(),
        &nodeLogsFormat(),
        &otlpFormat(),
        &syslogFormat(),
        &jsonColumnFormat(),
        &jsonFieldFormat(),
        &eventFragmentFormat(),
        &textPrefixFormat(),
    };
    return Formats;
}

const Format *formatNamed(std::string_view name)
{
    const auto formats = allFormats();
    const auto format = std::ranges::find(formats, name, &Format::name);
    return format == formats.end() ? nullptr : *format;
}

bool isTableHead(std::span<const std::string> columns)
{
    return std::ranges::any_of(allFormats(),
                               [&](const Format *format) { return format->isTableHead(columns); });
}

bool beginsDocument(std::string_view line, bool isAtStart)
{
    return std::ranges::any_of(allFormats(), [&](const Format *format) {
        return format->beginsDocument(line, isAtStart);
    });
}

const ListPaths &listPaths()
{
    static const ListPaths Paths = [] {
        std::vector<std::string_view> paths{"items"};
        for (const Format *format : allFormats()) {
            for (const std::string_view path : format->lists()) {
                if (std::ranges::find(paths, path) == paths.end()) {
                    paths.push_back(path);
                }
            }
        }
        return ListPaths(paths);
    }();
    return Paths;
}

} // namespace auditloupe
