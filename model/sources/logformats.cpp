// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/logformats.h"

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

std::vector<LogFormat> packings()
{
    const auto text = [](const char *source) {
        return QCoreApplication::translate("Formats", source);
    };
    const QString compressed =
        text(QT_TRANSLATE_NOOP("Formats", "Compressed, up to three times over"));
    return {
        {.name = "gzip", .description = compressed},
        {.name = "zstd", .description = compressed},
        {.name = "xz", .description = compressed},
        {.name = "bzip2", .description = compressed},
        {.name = "tar",
         .description = text(QT_TRANSLATE_NOOP(
             "Formats", "An archive, compressed or not; each of its members is a source"))},
        {.name = "zip",
         .description = text(QT_TRANSLATE_NOOP(
             "Formats", "An archive; each of its members is a source. Nothing encrypted"))},
        {.name = "utf-16",
         .description =
             text(QT_TRANSLATE_NOOP("Formats",
                                    "Text as PowerShell writes it, little or big endian; UTF-8 "
                                    "with or without a byte order mark is what logs usually are"))},
    };
}

bool isLogFormat(const QString &name)
{
    return std::ranges::any_of(logFormats(), [&name](const LogFormat &format) {
        return name == QString::fromUtf8(format.name);
    });
}

} // namespace auditloupe
