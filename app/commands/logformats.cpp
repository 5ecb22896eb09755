// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/logformats.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace auditloupe {

std::span<const LogFormat> logFormats()
{
    static constexpr std::array Formats{
        LogFormat{.name = "audit.k8s.io",
                  .description = QT_TRANSLATE_NOOP(
                      "CommandLine",
                      "What the API server itself writes (v1, v1beta1, v1alpha1): one event a "
                      "line, also between other lines, EventLists of a webhook, JSON arrays; "
                      "plain, gzip or zstd.")}};
    return Formats;
}

bool isLogFormat(const QString &name)
{
    return std::ranges::any_of(logFormats(), [&name](const LogFormat &format) {
        return name == QLatin1StringView(format.name);
    });
}

} // namespace auditloupe
