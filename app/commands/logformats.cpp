// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/logformats.h"

#include "model/sources/formats.h"

#include <QCoreApplication>

#include <algorithm>

namespace auditloupe {

std::vector<LogFormat> logFormats()
{
    std::vector<LogFormat> formats{
        {.name = NativeFormat,
         .description = QCoreApplication::translate(
             "Formats",
             "What the API server itself writes (v1, v1beta1, v1alpha1): one event a "
             "line, also between other lines, EventLists of a webhook, JSON arrays")}};
    for (const Format *format : allFormats()) {
        formats.push_back(
            {.name = format->name(),
             .description = QCoreApplication::translate("Formats", format->description())});
    }
    return formats;
}

bool isLogFormat(const QString &name)
{
    return std::ranges::any_of(logFormats(), [&name](const LogFormat &format) {
        return name == QString::fromUtf8(format.name);
    });
}

} // namespace auditloupe
