// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/sourcerows.h"

#include "model/event/auditevent.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <format>
#include <map>
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

/// All columns but the id, and as many places for values.
constexpr auto Columns =
    "parent, path, format, compression, encoding, bytes, stream_bytes, sha256, modified_us, mode, "
    "owner, "
    "state, message, events, duplicates, conflicts, rejected, salvaged, other, first_us, last_us, "
    "imported_us, imported_by, cluster, node, cluster_from, node_from, server";
constexpr auto Places = "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
                        "?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28";
constexpr int IdPlace = 29;

void bindSource(SQLite::Statement &statement, const SourceInfo &source)
{
    int place = 0;
    const auto text = [&](const QString &value) { statement.bind(++place, value.toStdString()); };
    const auto number = [&](std::int64_t value) { statement.bind(++place, value); };
    const auto optional = [&](std::optional<std::int64_t> value) {
        bindOptional(statement, ++place, value);
    };
    optional(source.parent.transform([](SourceId id) { return static_cast<std::int64_t>(id); }));
    text(source.path);
    text(source.format);
    text(source.compression);
    text(source.encoding);
    number(source.bytes);
    number(source.streamBytes);
    if (source.sha256.isEmpty()) {
        statement.bind(++place);
    } else {
        statement.bind(++place, source.sha256.constData(), static_cast<int>(source.sha256.size()));
    }
    optional(source.modifiedUs);
    optional(source.mode);
    text(source.owner);
    number(static_cast<int>(source.state));
    text(source.message);
    number(source.events);
    number(source.duplicates);
    number(source.conflicts);
    number(source.rejected);
    number(source.salvaged);
    statement.bind(++place, otherToJson(source.other));
    optional(source.firstUs);
    optional(source.lastUs);
    number(source.importedUs);
    text(source.importedBy);
    text(source.cluster);
    text(source.node);
    number(static_cast<int>(source.clusterFrom));
    number(static_cast<int>(source.nodeFrom));
    text(source.server);
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

void markSharedPaths(std::vector<SourceInfo> &sources)
{
    std::map<QString, int> paths;
    for (const SourceInfo &source : sources) {
        ++paths[source.path];
    }
    for (SourceInfo &source : sources) {
        source.isPathShared = paths[source.path] > 1;
    }
}

/// Of a row with the id and Columns.
SourceInfo sourceFrom(SQLite::Statement &row)
{
    int column = 0;
    const auto text = [&] { return QString::fromStdString(row.getColumn(column++)); };
    const auto number = [&] { return row.getColumn(column++).getInt64(); };
    const auto optional = [&] { return optionalNumber(row.getColumn(column++)); };
    SourceInfo source;
    source.id = SourceId{static_cast<std::int32_t>(number())};
    source.parent = optional().transform(
        [](std::int64_t id) { return SourceId{static_cast<std::int32_t>(id)}; });
    source.path = text();
    source.format = text();
    source.compression = text();
    source.encoding = text();
    source.bytes = number();
    source.streamBytes = number();
    const SQLite::Column sum = row.getColumn(column++);
    source.sha256 = QByteArray(static_cast<const char *>(sum.getBlob()), sum.getBytes());
    source.modifiedUs = optional();
    source.mode =
        optional().transform([](std::int64_t mode) { return static_cast<std::uint32_t>(mode); });
    source.owner = text();
    source.state = static_cast<SourceState>(number());
    source.message = text();
    source.events = number();
    source.duplicates = number();
    source.conflicts = number();
    source.rejected = number();
    source.salvaged = number();
    source.other = otherFromJson(text().toStdString());
    source.firstUs = optional();
    source.lastUs = optional();
    source.importedUs = number();
    source.importedBy = text();
    source.cluster = text();
    source.node = text();
    source.clusterFrom = static_cast<ToldBy>(number());
    source.nodeFrom = static_cast<ToldBy>(number());
    source.server = text();
    return source;
}

} // namespace

SourceId insertSource(SQLite::Database &database, const SourceInfo &source)
{
    SQLite::Statement statement(
        database, std::format("INSERT INTO source ({}) VALUES ({})", Columns, Places));
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
        std::format("UPDATE source SET ({}) = ({}) WHERE id = ?{}", Columns, Places, IdPlace));
    bindSource(statement, source);
    statement.bind(IdPlace, static_cast<std::int32_t>(id));
    statement.exec();
    if (source.download) {
        writeDownload(database, id, *source.download);
    }
}

void deleteNewestSource(SQLite::Database &database, SourceId id)
{
    // The rows are the last ones of their tables, which have no index by source.
    for (const char *sql :
         {"DELETE FROM rejected WHERE id > "
          "(SELECT coalesce(max(id), 0) FROM rejected WHERE source <> ?1)",
          "DELETE FROM block WHERE id > (SELECT coalesce(max(id), 0) FROM block "
          "WHERE source <> ?1)",
          "DELETE FROM download WHERE source = ?1", "DELETE FROM source WHERE id = ?1"}) {
        SQLite::Statement statement(database, sql);
        statement.bind(1, static_cast<std::int32_t>(id));
        statement.exec();
    }
}

void rememberFile(SQLite::Database &database, SourceId id)
{
    SQLite::Statement statement(
        database,
        "INSERT INTO earlier_file SELECT id, path, compression, bytes, stream_bytes, sha256, "
        "modified_us, imported_us, imported_by FROM source WHERE id = ?1");
    statement.bind(1, static_cast<std::int32_t>(id));
    statement.exec();
}

std::vector<EarlierFile> readEarlierFiles(SQLite::Database &database, SourceId id)
{
    SQLite::Statement query(database,
                            "SELECT path, compression, bytes, stream_bytes, sha256, imported_us, "
                            "imported_by FROM earlier_file WHERE source = ?1 ORDER BY rowid");
    query.bind(1, static_cast<std::int32_t>(id));
    std::vector<EarlierFile> files;
    while (query.executeStep()) {
        const auto text = [&](int index) { return QString::fromStdString(query.getColumn(index)); };
        const SQLite::Column sum = query.getColumn(4);
        files.push_back(
            {.path = text(0),
             .compression = text(1),
             .bytes = query.getColumn(2).getInt64(),
             .streamBytes = query.getColumn(3).getInt64(),
             .sha256 = QByteArray(static_cast<const char *>(sum.getBlob()), sum.getBytes()),
             .importedUs = query.getColumn(5).getInt64(),
             .importedBy = text(6)});
    }
    return files;
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
    SQLite::Statement query(database,
                            std::format("SELECT id, {} FROM source ORDER BY id", Columns));
    std::vector<SourceInfo> sources;
    while (query.executeStep()) {
        sources.push_back(sourceFrom(query));
        SourceInfo &source = sources.back();
        if (source.parent && *source.parent >= source.id) {
            source.parent.reset(); // made up: an archive stands before its members
        }
        if (source.parent) {
            const SourceInfo &parent =
                *std::ranges::lower_bound(sources, *source.parent, {}, &SourceInfo::id);
            source.archive = parent.archive.isEmpty() ? parent.path : parent.archive;
        }
    }
    readDownloads(database, sources);
    markSharedPaths(sources);
    return sources;
}

} // namespace auditloupe
