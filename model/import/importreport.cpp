// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/time.h"
#include "model/import/importer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

QJsonValue timeValue(std::optional<std::int64_t> us)
{
    return us ? QJsonValue(formatTimeUtc(*us)) : QJsonValue();
}

/// Unknown is null.
QJsonValue text(const QString &value)
{
    return value.isEmpty() ? QJsonValue() : QJsonValue(value);
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
            {u"cluster"_s, text(source.cluster)},
            {u"node"_s, text(source.node)},
            {u"server"_s, text(source.server)},
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
            {u"message"_s, text(source.message)},
            {u"other"_s, other},
            {u"download"_s, downloadToJson(source.download)}};
}

/// The names stand in `import --json`.
QString kindName(KnownFile::Kind kind)
{
    switch (kind) {
    case KnownFile::Kind::Same:
        return u"same"_s;
    case KnownFile::Kind::Grown:
        return u"grown"_s;
    case KnownFile::Kind::Shorter:
        return u"shorter"_s;
    case KnownFile::Kind::Replaced:
        return u"replaced"_s;
    }
    return {};
}

QJsonObject knownToJson(const KnownFile &file)
{
    return {{u"path"_s, file.path},
            {u"imported_as"_s, file.importedAs},
            {u"state"_s, kindName(file.kind)},
            {u"new_events"_s, number(file.newEvents)}};
}

QString translated(const char *text)
{
    return QCoreApplication::translate("KnownFile", text);
}

} // namespace

QString knownFileText(const KnownFile &file)
{
    const QString events = QLocale().toString(static_cast<qlonglong>(file.newEvents));
    const bool isMoved = file.path != file.importedAs;
    switch (file.kind) {
    case KnownFile::Kind::Same:
        return isMoved
            ? translated(
                  QT_TRANSLATE_NOOP("KnownFile", "Is what was imported as %1. Nothing is new."))
                  .arg(file.importedAs)
            : translated(QT_TRANSLATE_NOOP("KnownFile", "Was imported before. Nothing is new."));
    case KnownFile::Kind::Grown:
        return isMoved
            ? translated(
                  QT_TRANSLATE_NOOP("KnownFile",
                                    "Is what was imported as %1, and has grown. New events: %2."))
                  .arg(file.importedAs, events)
            : translated(QT_TRANSLATE_NOOP("KnownFile",
                                           "Has grown since it was imported. New events: %1."))
                  .arg(events);
    case KnownFile::Kind::Shorter:
        return isMoved
            ? translated(QT_TRANSLATE_NOOP("KnownFile",
                                           "Is the beginning of what was imported as %1. Nothing "
                                           "is new."))
                  .arg(file.importedAs)
            : translated(QT_TRANSLATE_NOOP("KnownFile",
                                           "Is shorter than when it was imported. What was "
                                           "imported stays in the case."));
    case KnownFile::Kind::Replaced:
        return translated(QT_TRANSLATE_NOOP("KnownFile",
                                            "Is another file than the one that was imported under "
                                            "this name. Both are in the case."));
    }
    return {};
}

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
    QJsonArray knownArray;
    for (const KnownFile &file : known) {
        knownArray.append(knownToJson(file));
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
            {u"skipped"_s, skippedArray},
            {u"known"_s, knownArray}};
}

} // namespace auditloupe
