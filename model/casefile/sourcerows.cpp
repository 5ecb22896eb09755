// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/sourcerows.h"

#include "model/event/auditevent.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <string>

namespace auditloupe {

namespace {

std::string otherToJson(const std::map<QString, std::int64_t> &other)
{
    QJsonObject object;
    for (const auto &[reason, count] : other) {
        object.insert(reason, static_cast<qint64>(count));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::map<QString, std::int64_t> otherFromJson(const std::string &json)
{
    std::map<QString, std::int64_t> other;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        other[it.key()] = it.value().toInteger();
    }
    return other;
}

void bindOptional(SQLite::Statement &statement, int index, std::optional<std::int64_t> value)
{
    if (value) {
        statement.bind(index, *value);
    } else {
        statement.bind(index);
    }
}

std::optional<std::int64_t> optionalNumber(const SQLite::Column &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

/// ?1 to ?23: all columns but the id, in the order of the schema.
void bindSource(SQLite::Statement &statement, const SourceInfo &source)
{
    statement.bind(1, source.path.toStdString());
    statement.bind(2, source.format.toStdString());
    statement.bind(3, source.compression.toStdString());
    statement.bind(4, source.bytes);
    statement.bind(5, source.streamBytes);
    if (source.sha256.isEmpty()) {
        statement.bind(6);
    } else {
        statement.bind(6, source.sha256.constData(), static_cast<int>(source.sha256.size()));
    }
    bindOptional(statement, 7, source.modifiedUs);
    bindOptional(statement, 8, source.mode);
    statement.bind(9, source.owner.toStdString());
    statement.bind(10, static_cast<int>(source.state));
    statement.bind(11, source.message.toStdString());
    statement.bind(12, source.events);
    statement.bind(13, source.duplicates);
    statement.bind(14, source.conflicts);
    statement.bind(15, source.rejected);
    statement.bind(16, source.salvaged);
    statement.bind(17, otherToJson(source.other));
    bindOptional(statement, 18, source.firstUs);
    bindOptional(statement, 19, source.lastUs);
    statement.bind(20, source.importedUs);
    statement.bind(21, source.importedBy.toStdString());
    statement.bind(22, source.cluster.toStdString());
    statement.bind(23, source.node.toStdString());
}

void writeDownload(SQLite::Database &database, SourceId id, const DownloadInfo &download)
{
    const QJsonArray redirects = QJsonArray::fromStringList(download.redirects);
    SQLite::Statement statement(database,
                                "INSERT OR REPLACE INTO download VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                                "?7, ?8, ?9)");
    statement.bind(1, static_cast<std::int32_t>(id));
    statement.bind(2, download.url.toStdString());
    statement.bind(3, QJsonDocument(redirects).toJson(QJsonDocument::Compact).toStdString());
    statement.bind(4, download.fetchedUs);
    statement.bind(5, download.etag.toStdString());
    statement.bind(6, download.lastModified.toStdString());
    statement.bind(7, download.contentType.toStdString());
    bindOptional(statement, 8, download.size);
    statement.bind(9, download.isWhole ? 1 : 0);
    statement.exec();
}

void readDownloads(SQLite::Database &database, std::vector<SourceInfo> &sources)
{
    SQLite::Statement row(database,
                          "SELECT url, redirects, fetched_us, etag, last_modified, content_type, "
                          "size, whole, source FROM download");
    while (row.executeStep()) {
        const SourceId id{row.getColumn(8).getInt()};
        const auto source = std::ranges::find(sources, id, &SourceInfo::id);
        if (source == sources.end()) {
            continue;
        }
        const auto text = [&](int index) { return QString::fromStdString(row.getColumn(index)); };
        DownloadInfo download{.url = text(0),
                              .fetchedUs = row.getColumn(2).getInt64(),
                              .etag = text(3),
                              .lastModified = text(4),
                              .contentType = text(5),
                              .size = optionalNumber(row.getColumn(6)),
                              .isWhole = row.getColumn(7).getInt() != 0};
        for (const QJsonValue &redirect : QJsonDocument::fromJson(text(1).toUtf8()).array()) {
            download.redirects.append(redirect.toString());
        }
        source->download = std::move(download);
    }
}

SourceInfo sourceFrom(SQLite::Statement &row)
{
    const auto text = [&](int index) { return QString::fromStdString(row.getColumn(index)); };
    SourceInfo source;
    source.id = SourceId{row.getColumn(0).getInt()};
    source.path = text(1);
    source.format = text(2);
    source.compression = text(3);
    source.bytes = row.getColumn(4).getInt64();
    source.streamBytes = row.getColumn(5).getInt64();
    const SQLite::Column sum = row.getColumn(6);
    source.sha256 = QByteArray(static_cast<const char *>(sum.getBlob()), sum.getBytes());
    source.modifiedUs = optionalNumber(row.getColumn(7));
    source.mode = optionalNumber(row.getColumn(8)).transform([](std::int64_t mode) {
        return static_cast<std::uint32_t>(mode);
    });
    source.owner = text(9);
    source.state = static_cast<SourceState>(row.getColumn(10).getInt());
    source.message = text(11);
    source.events = row.getColumn(12).getInt64();
    source.duplicates = row.getColumn(13).getInt64();
    source.conflicts = row.getColumn(14).getInt64();
    source.rejected = row.getColumn(15).getInt64();
    source.salvaged = row.getColumn(16).getInt64();
    source.other = otherFromJson(row.getColumn(17).getString());
    source.firstUs = optionalNumber(row.getColumn(18));
    source.lastUs = optionalNumber(row.getColumn(19));
    source.importedUs = row.getColumn(20).getInt64();
    source.importedBy = text(21);
    source.cluster = text(22);
    source.node = text(23);
    return source;
}

} // namespace

SourceId insertSource(SQLite::Database &database, const SourceInfo &source)
{
    SQLite::Statement statement(
        database,
        "INSERT INTO source (path, format, compression, bytes, stream_bytes, sha256, "
        "modified_us, mode, owner, state, message, events, duplicates, conflicts, "
        "rejected, salvaged, other, first_us, last_us, imported_us, imported_by, "
        "cluster, node) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
        "?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)");
    bindSource(statement, source);
    statement.exec();
    const SourceId id{static_cast<std::int32_t>(database.getLastInsertRowid())};
    if (source.download) {
        writeDownload(database, id, *source.download);
    }
    return id;
}

void updateSource(SQLite::Database &database, SourceId id, const SourceInfo &source)
{
    SQLite::Statement statement(
        database,
        "UPDATE source SET (path, format, compression, bytes, stream_bytes, sha256, "
        "modified_us, mode, owner, state, message, events, duplicates, conflicts, "
        "rejected, salvaged, other, first_us, last_us, imported_us, imported_by, "
        "cluster, node) = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
        "?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23) WHERE id = ?24");
    bindSource(statement, source);
    statement.bind(24, static_cast<std::int32_t>(id));
    statement.exec();
    if (source.download) {
        writeDownload(database, id, *source.download);
    }
}

void deleteTornEnd(SQLite::Database &database, SourceId id)
{
    // Where an event ends in its stream; the found and the encoded ones are streams of their own.
    const std::string events = "SELECT event.id, encoded_at IS NULL AS lane, "
                               "stream_offset + block_offset + event.length AS stop FROM event "
                               "JOIN block ON block.id = event.block WHERE event.source = ?1";
    SQLite::Statement torn(database,
                           "DELETE FROM event WHERE id IN (SELECT id FROM (" + events
                               + ") JOIN (SELECT lane, max(stop) AS stop FROM (" + events
                               + ") GROUP BY lane) USING (lane, stop)) "
                                 "AND NOT EXISTS (SELECT 1 FROM copy WHERE copy.event = event.id)");
    torn.bind(1, static_cast<std::int32_t>(id));
    const int deleted = torn.exec();
    SQLite::Statement rejected(database, "DELETE FROM rejected WHERE source = ?1");
    rejected.bind(1, static_cast<std::int32_t>(id));
    rejected.exec();
    SQLite::Statement counts(database,
                             "UPDATE source SET events = events - ?2, salvaged = 0, rejected = 0 "
                             "WHERE id = ?1");
    counts.bind(1, static_cast<std::int32_t>(id));
    counts.bind(2, deleted);
    counts.exec();
}

void deleteNewestSource(SQLite::Database &database, SourceId id)
{
    // The rows are the last ones of their tables, which have no index by source.
    for (const char *sql : {"DELETE FROM rejected WHERE id > "
                            "(SELECT coalesce(max(id), 0) FROM rejected WHERE source <> ?1)",
                            "DELETE FROM block WHERE id > (SELECT coalesce(max(id), 0) FROM block "
                            "WHERE source <> ?1)",
                            "DELETE FROM download WHERE source = ?1",
                            "DELETE FROM source WHERE id = ?1"}) {
        SQLite::Statement statement(database, sql);
        statement.bind(1, static_cast<std::int32_t>(id));
        statement.exec();
    }
}

void countRows(SQLite::Database &database, std::vector<SourceInfo> &sources)
{
    if (sources.empty()) {
        return;
    }
    using Take = void (*)(SourceInfo &source, SQLite::Statement &row);
    const auto forEach = [&](const char *sql, Take take) {
        SQLite::Statement query(database, sql);
        while (query.executeStep()) {
            const SourceId id{query.getColumn(0).getInt()};
            const auto source = std::ranges::find(sources, id, &SourceInfo::id);
            if (source != sources.end()) {
                take(*source, query);
            }
        }
    };
    for (SourceInfo &source : sources) {
        source.events = source.salvaged = source.duplicates = source.conflicts = 0;
        source.rejected = source.streamBytes = 0;
    }
    static_assert(bit(EventFlag::Salvaged) == 1);
    forEach("SELECT source, count(*), sum(flags & 1), min(time_us), max(time_us) FROM event "
            "GROUP BY source",
            [](SourceInfo &source, SQLite::Statement &row) {
                source.events = row.getColumn(1).getInt64();
                source.salvaged = row.getColumn(2).getInt64();
                source.firstUs = optionalNumber(row.getColumn(3));
                source.lastUs = optionalNumber(row.getColumn(4));
            });
    forEach("SELECT source, count(*), sum(conflict) FROM copy GROUP BY source",
            [](SourceInfo &source, SQLite::Statement &row) {
                source.duplicates = row.getColumn(1).getInt64();
                source.conflicts = row.getColumn(2).getInt64();
            });
    forEach("SELECT source, count(*) FROM rejected GROUP BY source",
            [](SourceInfo &source, SQLite::Statement &row) {
                source.rejected = row.getColumn(1).getInt64();
            });
    forEach("SELECT source, sum(length) FROM block WHERE encoded_at IS NULL GROUP BY source",
            [](SourceInfo &source, SQLite::Statement &row) {
                source.streamBytes = row.getColumn(1).getInt64();
            });
}

std::vector<SourceInfo> readSources(SQLite::Database &database)
{
    SQLite::Statement query(
        database,
        "SELECT id, path, format, compression, bytes, stream_bytes, sha256, modified_us, "
        "mode, owner, state, message, events, duplicates, conflicts, rejected, salvaged, "
        "other, first_us, last_us, imported_us, imported_by, cluster, node "
        "FROM source ORDER BY id");
    std::vector<SourceInfo> sources;
    while (query.executeStep()) {
        sources.push_back(sourceFrom(query));
    }
    readDownloads(database, sources);
    return sources;
}

} // namespace auditloupe
