// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTest>

#include <archive.h>

#include <algorithm>
#include <memory>

// Logs read another way than the program reads them: slow, whole and with other libraries.

namespace auditloupe::testing {

/// The decompressed bytes of a file.
inline QByteArray slowFile(const QString &path)
{
    struct Closer
    {
        void operator()(archive *reader) const { archive_read_free(reader); }
    };
    const std::unique_ptr<archive, Closer> reader(archive_read_new());
    archive_read_support_filter_all(reader.get());
    archive_read_support_format_raw(reader.get());
    archive_entry *entry = nullptr;
    if (archive_read_open_filename(reader.get(), QFile::encodeName(path).constData(), 65'536)
            != ARCHIVE_OK
        || archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK) {
        return {};
    }
    QByteArray bytes;
    char buffer[65'536];
    for (auto size = archive_read_data(reader.get(), buffer, sizeof buffer); size > 0;
         size = archive_read_data(reader.get(), buffer, sizeof buffer)) {
        bytes.append(buffer, size);
    }
    return bytes;
}

/// The files one after the other, each ending with a line's end.
inline QByteArray slowBytes(const QStringList &paths)
{
    QByteArray bytes;
    for (const QString &path : paths) {
        bytes += slowFile(path);
        if (!bytes.endsWith('\n')) {
            bytes += '\n';
        }
    }
    return bytes;
}

inline QList<QJsonObject> slowEvents(const QStringList &paths)
{
    QList<QJsonObject> events;
    for (const QByteArray &line : slowBytes(paths).split('\n')) {
        if (!line.isEmpty()) {
            events += QJsonDocument::fromJson(line).object();
        }
    }
    return events;
}

/// Sorted lines {"field":value,"count":n}, as the program prints them.
inline QByteArrayList slowCounts(const QList<QJsonObject> &events, const QString &field,
                                 const QString &path)
{
    QMap<QByteArray, qint64> counts;
    for (const QJsonObject &event : events) {
        QJsonValue value = event;
        for (const QString &key : path.split(u'.')) {
            value = value[key];
        }
        // A list around it, because a bare value is no JSON document for Qt.
        const QJsonArray list{value.isUndefined() ? QJsonValue() : value};
        ++counts[QJsonDocument(list).toJson(QJsonDocument::Compact)];
    }
    QByteArrayList lines;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        lines += "{\"" + field.toUtf8() + "\":" + count.key().sliced(1, count.key().size() - 2)
            + ",\"count\":" + QByteArray::number(count.value()) + '}';
    }
    std::ranges::sort(lines);
    return lines;
}

inline QStringList logFiles(const QString &folder)
{
    QStringList paths;
    const QFileInfoList entries =
        QDir(folder).entryInfoList({QStringLiteral("audit*.log*")}, QDir::Files, QDir::Name);
    for (const QFileInfo &entry : entries) {
        paths += entry.absoluteFilePath();
    }
    return paths;
}

inline QStringList sampleLogFiles()
{
    return logFiles(QStringLiteral(AUDITLOUPE_SAMPLE));
}

/// Rows of real logs for a test's column of paths; the large ones where they are at hand.
inline void addLogRows()
{
    const QDir corpus(QStringLiteral(AUDITLOUPE_TEST_CORPUS "/native"));
    for (const QFileInfo &entry : corpus.entryInfoList({QStringLiteral("*.jsonl")})) {
        QTest::newRow(qPrintable(entry.fileName())) << QStringList{entry.absoluteFilePath()};
    }
    QTest::newRow("sample incident") << sampleLogFiles();
    const QDir shared(QStringLiteral(AUDITLOUPE_SHARED_DATA "/apiserver"));
    for (const char *name : {"metadata-all", "mixed-teaching", "requestresponse-all"}) {
        const QStringList files = logFiles(shared.filePath(QString::fromLatin1(name)));
        if (!files.isEmpty()) {
            QTest::newRow(name) << files;
        }
    }
}

} // namespace auditloupe::testing
