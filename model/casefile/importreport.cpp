// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/importer.h"
#include "model/event/time.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

QJsonValue timeValue(std::optional<std::int64_t> us)
{
    return us ? QJsonValue(formatTimeUtc(*us)) : QJsonValue();
}

QJsonValue number(std::int64_t value)
{
    return static_cast<qint64>(value);
}

QJsonValue downloadToJson(const std::optional<DownloadInfo> &download)
{
    if (!download) {
        return {};
    }
    const auto text = [](const QString &value) {
        return value.isEmpty() ? QJsonValue() : QJsonValue(value);
    };
    return QJsonObject{{u"url"_s, download->url},
                       {u"redirects"_s, QJsonArray::fromStringList(download->redirects)},
                       {u"fetched"_s, formatTimeUtc(download->fetchedUs)},
                       {u"etag"_s, text(download->etag)},
                       {u"last_modified"_s, text(download->lastModified)},
                       {u"content_type"_s, text(download->contentType)},
                       {u"size"_s, download->size ? number(*download->size) : QJsonValue()},
                       {u"whole"_s, download->isWhole}};
}

QJsonObject sourceToJson(const SourceInfo &source)
{
    QJsonObject other;
    for (const auto &[reason, count] : source.other) {
        other.insert(reason, number(count));
    }
    return {{u"path"_s, source.path},
            {u"archive"_s, source.archive.isEmpty() ? QJsonValue() : source.archive},
            {u"format"_s, source.format},
            {u"compression"_s, source.compression},
            {u"encoding"_s, source.encoding.isEmpty() ? QJsonValue() : source.encoding},
            {u"bytes"_s, number(source.bytes)},
            {u"sha256"_s, QString::fromLatin1(source.sha256.toHex())},
            {u"events"_s, number(source.events)},
            {u"duplicates"_s, number(source.duplicates)},
            {u"conflicts"_s, number(source.conflicts)},
            {u"rejected"_s, number(source.rejected)},
            {u"salvaged"_s, number(source.salvaged)},
            {u"first"_s, timeValue(source.firstUs)},
            {u"last"_s, timeValue(source.lastUs)},
            {u"message"_s, source.message.isEmpty() ? QJsonValue() : QJsonValue(source.message)},
            {u"other"_s, other},
            {u"download"_s, downloadToJson(source.download)}};
}

} // namespace

bool ImportReport::missesInput() const
{
    return std::ranges::any_of(skipped, &SkippedFile::isFault);
}

QJsonObject ImportReport::toJson() const
{
    QJsonArray sourceArray;
    for (const SourceInfo &source : sources) {
        sourceArray.append(sourceToJson(source));
    }
    QJsonArray skippedArray;
    for (const SkippedFile &file : skipped) {
        skippedArray.append(QJsonObject{{u"path"_s, file.path}, {u"reason"_s, file.reason}});
    }
    return {{u"case"_s, casePath},
            {u"events"_s, number(events)},
            {u"duplicates"_s, number(duplicates)},
            {u"conflicts"_s, number(conflicts)},
            {u"rejected"_s, number(rejected)},
            {u"salvaged"_s, number(salvaged)},
            {u"first"_s, timeValue(firstUs)},
            {u"last"_s, timeValue(lastUs)},
            {u"elapsed_s"_s, elapsedSeconds},
            {u"cancelled"_s, cancelled},
            {u"sources"_s, sourceArray},
            {u"skipped"_s, skippedArray}};
}

} // namespace auditloupe
