// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/casereader.h"

#include "model/casefile/entryreader.h"
#include "model/casefile/eventrows.h"
#include "model/casefile/reading.h"
#include "model/casefile/schema.h"
#include "model/casefile/sourcerows.h"
#include "model/casefile/storage.h"
#include "model/sources/utf16.h"

#include <sqlite3.h>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr int CancelEverySteps = 4000; // of SQLite's virtual machine: about a millisecond
constexpr std::int64_t MaxRejectedBytes = 64LL << 10;

constexpr auto PlaceSql =
    "SELECT e.source, e.block, e.block_offset, e.length, b.stream_offset + e.block_offset, "
    "coalesce(e.envelope, 0), b.encoded_at, coalesce(v.format, '') FROM event AS e "
    "JOIN block AS b ON b.id = e.block LEFT JOIN envelope AS v ON v.id = e.envelope "
    "WHERE e.id = ?1";

int askCancelled(void *self)
{
    const auto *isCancelled = static_cast<std::function<bool()> *>(self);
    return (*isCancelled)() ? 1 : 0;
}

template <typename Place>
EntryReader::Place entryPlace(const Place &place)
{
    return {.block = static_cast<std::int32_t>(place.block),
            .offset = place.offset,
            .length = place.length,
            .envelope = place.envelope};
}

QByteArray toBytes(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

} // namespace

struct CaseReader::Private
{
    Private(const QString &casePath, CaseAccess access)
        : path(casePath)
        , database(openForReading(casePath, access))
    {
    }

    EntryReader &entryReader()
    {
        if (!entries) {
            entries.emplace(database);
        }
        return *entries;
    }

    EventRows &eventRows()
    {
        if (!rows) {
            rows.emplace(database);
        }
        return *rows;
    }

    EventPlace place(EventId id) const
    {
        SQLite::Statement query(database, PlaceSql);
        query.bind(1, static_cast<std::int64_t>(id));
        if (!query.executeStep()) {
            throw SQLite::Exception(database.getHandle(), SQLITE_CORRUPT);
        }
        return {.source = SourceId{query.getColumn(0).getInt()},
                .block = BlockId{query.getColumn(1).getInt()},
                .offset = query.getColumn(2).getInt64(),
                .length = query.getColumn(3).getInt64(),
                .envelope = query.getColumn(5).getInt64(),
                .streamOffset = query.getColumn(4).getInt64(),
                .encodedAt = query.getColumn(6).isNull()
                    ? std::nullopt
                    : std::optional(query.getColumn(6).getInt64()),
                .format = QString::fromStdString(query.getColumn(7).getString())};
    }

    QByteArray streamBytes(const RejectedLine &line);

    QString path;
    std::function<bool()> isCancelled = {};
    SQLite::Database database;
    std::optional<EntryReader> entries = {};
    std::optional<EventRows> rows = {};
};

/// A stretch of a source's stream, across blocks where need be.
QByteArray CaseReader::Private::streamBytes(const RejectedLine &line)
{
    const std::int64_t offset = line.offset;
    const std::int64_t length = std::min(line.length, MaxRejectedBytes);
    SQLite::Statement query(database,
                            "SELECT id, stream_offset, length FROM block WHERE source = "
                            "?1 AND stream_offset + length > ?2 AND stream_offset < ?3 "
                            "AND (encoded_at IS NOT NULL) = ?4 ORDER BY stream_offset");
    query.bind(1, static_cast<std::int32_t>(line.source));
    query.bind(2, offset);
    query.bind(3, offset + length);
    query.bind(4, line.isEncoded ? 1 : 0);
    QByteArray bytes;
    while (query.executeStep()) {
        const std::int64_t begin = query.getColumn(1).getInt64();
        const std::int64_t from = std::max<std::int64_t>(offset - begin, 0);
        const std::int64_t to =
            std::min<std::int64_t>(offset + length - begin, query.getColumn(2).getInt64());
        bytes +=
            toBytes(entryReader().blocks().bytes(query.getColumn(0).getInt64(), from, to - from));
    }
    return bytes;
}

CaseReader::CaseReader(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

CaseReader::CaseReader(CaseReader &&) noexcept = default;
CaseReader &CaseReader::operator=(CaseReader &&) noexcept = default;
CaseReader::~CaseReader() = default;

Result<CaseReader> CaseReader::open(const QString &path)
{
    return open(path, accessTo(path));
}

Result<CaseReader> CaseReader::open(const QString &path, const std::stop_token &stop)
{
    Result<CaseReader> reader = open(path);
    if (reader) {
        reader->setCancelCheck([stop] { return stop.stop_requested(); });
    }
    return reader;
}

Result<CaseReader> CaseReader::open(const QString &path, CaseAccess access)
{
    auto data = guardStorage(path, [&] { return std::make_unique<Private>(path, access); });
    if (!data) {
        return std::unexpected(data.error());
    }
    if (const Result<void> usable = checkCase((*data)->database, path); !usable) {
        return std::unexpected(usable.error());
    }
    return CaseReader(std::move(*data));
}

QString CaseReader::path() const
{
    return d->path;
}

void CaseReader::setCancelCheck(std::function<bool()> isCancelled)
{
    d->isCancelled = std::move(isCancelled);
    sqlite3_progress_handler(d->database.getHandle(), CancelEverySteps,
                             d->isCancelled ? askCancelled : nullptr, &d->isCancelled);
}

Result<CaseSummary> CaseReader::summary()
{
    return guardStorage(d->path, [&] {
        const Reading reading(d->database);
        CaseSummary summary;
        for (const SourceInfo &source : readSources(d->database)) {
            summary.duplicates += source.duplicates;
            summary.conflicts += source.conflicts;
            summary.rejected += source.rejected;
            summary.salvaged += source.salvaged;
            summary.finished = summary.finished && source.state != SourceState::Importing
                && source.state != SourceState::Cancelled;
        }
        SQLite::Statement counts(d->database,
                                 "SELECT count(*), total(last), min(time_us), "
                                 "max(time_us), coalesce(max(id), 0) FROM event");
        counts.executeStep();
        summary.events = counts.getColumn(0).getInt64();
        summary.requests = static_cast<std::int64_t>(counts.getColumn(1).getDouble());
        if (!counts.getColumn(2).isNull()) {
            summary.firstUs = counts.getColumn(2).getInt64();
            summary.lastUs = counts.getColumn(3).getInt64();
        }
        SQLite::Statement settled(d->database,
                                  "SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM setting "
                                  "WHERE key = 'settled'");
        settled.executeStep();
        summary.finished =
            summary.finished && settled.getColumn(0).getInt64() >= counts.getColumn(4).getInt64();
        return summary;
    });
}

Result<std::vector<EarlierFile>> CaseReader::earlierFiles(SourceId source)
{
    return guardStorage(d->path, [&] { return readEarlierFiles(d->database, source); });
}

Result<std::vector<SourceInfo>> CaseReader::sources()
{
    return guardStorage(d->path, [&] { return readSources(d->database); });
}

Result<std::vector<EventRow>> CaseReader::rows(std::span<const EventId> ids)
{
    return guardStorage(d->path, [&] {
        const Reading reading(d->database);
        return d->eventRows().read(ids);
    });
}

Result<QByteArray> CaseReader::eventBytes(EventId id)
{
    return guardStorage(d->path, [&] {
        const Reading reading(d->database);
        return toBytes(d->entryReader().event(entryPlace(d->place(id))));
    });
}

Result<QByteArray> CaseReader::entryBytes(EventId id)
{
    return guardStorage(d->path, [&] {
        const Reading reading(d->database);
        return toBytes(d->entryReader().entry(entryPlace(d->place(id))));
    });
}

Result<std::vector<WrapperFact>> CaseReader::wrapperFacts(EventId id)
{
    return guardStorage(d->path, [&] {
        const Reading reading(d->database);
        std::vector<WrapperFact> facts;
        d->entryReader().facts(entryPlace(d->place(id)),
                               [&](std::string_view name, std::string_view value) {
                                   facts.push_back({.name = QString::fromUtf8(name),
                                                    .value = QString::fromUtf8(value)});
                               });
        return facts;
    });
}

Result<EventPlace> CaseReader::eventPlace(EventId id)
{
    return guardStorage(d->path, [&] { return d->place(id); });
}

Result<std::vector<EventId>> CaseReader::stagesOf(EventId id)
{
    return guardStorage(d->path, [&] {
        SQLite::Statement query(
            d->database,
            "SELECT s.id FROM event AS e JOIN event AS s ON s.request = e.request AND s.audit_id "
            "IS e.audit_id AND (s.cluster = e.cluster OR s.cluster IS NULL OR e.cluster IS NULL) "
            "WHERE e.id = ?1 ORDER BY s.stage, s.time_us, s.id");
        query.bind(1, static_cast<std::int64_t>(id));
        std::vector<EventId> stages;
        while (query.executeStep()) {
            stages.push_back(EventId{query.getColumn(0).getUInt()});
        }
        return stages;
    });
}

Result<std::vector<EventCopy>> CaseReader::copiesOf(EventId id)
{
    return guardStorage(d->path, [&] {
        SQLite::Statement query(
            d->database,
            "SELECT source, block, block_offset, length, conflict, "
            "coalesce(envelope, 0) FROM copy WHERE event = ?1 ORDER BY source, block, "
            "block_offset");
        query.bind(1, static_cast<std::int64_t>(id));
        std::vector<EventCopy> copies;
        while (query.executeStep()) {
            copies.push_back({.source = SourceId{query.getColumn(0).getInt()},
                              .block = BlockId{query.getColumn(1).getInt()},
                              .offset = query.getColumn(2).getInt64(),
                              .length = query.getColumn(3).getInt64(),
                              .envelope = query.getColumn(5).getInt64(),
                              .conflict = query.getColumn(4).getInt() == 1});
        }
        return copies;
    });
}

Result<QByteArray> CaseReader::copyBytes(const EventCopy &copy)
{
    return guardStorage(d->path, [&] { return toBytes(d->entryReader().event(entryPlace(copy))); });
}

Result<QByteArray> CaseReader::copyEntryBytes(const EventCopy &copy)
{
    return guardStorage(d->path, [&] { return toBytes(d->entryReader().entry(entryPlace(copy))); });
}

Result<std::vector<RejectedLine>> CaseReader::rejected(std::int64_t after, int limit,
                                                       SourceId source)
{
    return guardStorage(d->path, [&] {
        SQLite::Statement query(
            d->database,
            "SELECT id, source, line, stream_offset, length, reason, encoded FROM rejected "
            "WHERE id > ?1 AND (?2 = 0 OR source = ?2) ORDER BY id LIMIT ?3");
        query.bind(1, after);
        query.bind(2, static_cast<std::int32_t>(source));
        query.bind(3, limit);
        std::vector<RejectedLine> lines;
        while (query.executeStep()) {
            RejectedLine line{.id = query.getColumn(0).getInt64(),
                              .source = SourceId{query.getColumn(1).getInt()},
                              .line = query.getColumn(2).getInt64(),
                              .offset = query.getColumn(3).getInt64(),
                              .length = query.getColumn(4).getInt64(),
                              .isEncoded = query.getColumn(6).getInt() == 1,
                              .reason = QString::fromStdString(query.getColumn(5).getString())};
            line.bytes = d->streamBytes(line);
            lines.push_back(std::move(line));
        }
        return lines;
    });
}

Result<void> CaseReader::exportSource(SourceId source,
                                      const std::function<bool(QByteArrayView)> &take)
{
    return guardStorage(d->path, [&] {
        std::optional<Utf16Encoder> encoder;
        SQLite::Statement encoding(d->database, "SELECT encoding FROM source WHERE id = ?1");
        encoding.bind(1, static_cast<std::int32_t>(source));
        if (encoding.executeStep()) {
            encoder = utf16Named(encoding.getColumn(0).getString()).transform([](ByteOrder order) {
                return Utf16Encoder(order);
            });
        }
        SQLite::Statement query(d->database,
                                "SELECT id FROM block WHERE source = ?1 AND encoded_at IS NULL "
                                "ORDER BY stream_offset");
        query.bind(1, static_cast<std::int32_t>(source));
        std::string encoded;
        while (query.executeStep()) {
            std::string_view bytes = d->entryReader().blocks().block(query.getColumn(0).getInt64());
            if (encoder) {
                encoded.clear();
                encoder->encode(bytes, encoded);
                bytes = encoded;
            }
            if (!take({bytes.data(), static_cast<qsizetype>(bytes.size())})) {
                return;
            }
        }
    });
}

SQLite::Database &CaseReader::database()
{
    return d->database;
}

} // namespace auditloupe
