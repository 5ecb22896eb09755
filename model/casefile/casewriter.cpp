// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/casewriter.h"

#include "model/casefile/eventinserter.h"
#include "model/casefile/schema.h"
#include "model/casefile/settle.h"
#include "model/casefile/sourcerows.h"
#include "model/casefile/storage.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <sqlite3.h>

#include <chrono>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr int BusyTimeoutMs = 5000;

constexpr auto PageSize = "PRAGMA page_size = 16384;";
constexpr auto Pragmas = "PRAGMA synchronous = NORMAL;"
                         "PRAGMA wal_autocheckpoint = 4096;"
                         "PRAGMA cache_size = -32768;";

/// SQLite would make the file with the umask's mode; a case is as secret as what is in it.
bool makePrivateFile(const QString &path)
{
    QFile file(path);
    return file.exists()
        || file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

/// SQLite takes some files shorter than its header for an empty database and writes over them.
/// The others it tells itself. Opening the file here would give up SQLite's locks on it when it
/// is closed, those of readers in this process.
bool isForeign(const QString &path)
{
    constexpr qint64 HeaderBytes = 100;
    const qint64 size = QFileInfo(path).size();
    return size > 0 && size < HeaderBytes;
}

/// A new case has nothing to lose when the power fails half way, so that the disk need not be
/// waited for until the end; a killed program loses nothing either way.
constexpr auto NewCasePragmas = "PRAGMA synchronous = OFF;";

/// All that was written is on the disk.
void syncToDisk(SQLite::Database &database)
{
    sqlite3_file *file = nullptr;
    if (sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file)
            == SQLITE_OK
        && file != nullptr && file->pMethods != nullptr) {
        const int status = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
        if (status != SQLITE_OK) {
            throw SQLite::Exception("The case could not be written to the disk.", status);
        }
    }
}

/// Queries that are running on the case must end first. False when they do not, or when it was
/// cancelled.
bool enterWal(SQLite::Database &database, const std::function<bool()> &isCancelled)
{
    constexpr int Tries = 600;
    constexpr int TryMs = 100;
    int status = SQLITE_BUSY;
    database.setBusyTimeout(TryMs);
    for (int i = 0; i < Tries && status == SQLITE_BUSY && !isCancelled(); ++i) {
        status = database.tryExec("PRAGMA journal_mode = WAL");
    }
    database.setBusyTimeout(BusyTimeoutMs);
    if (status != SQLITE_OK && status != SQLITE_BUSY) {
        throw SQLite::Exception(database.getHandle(), status);
    }
    return status == SQLITE_OK;
}

/// SQLite asks now and then while a statement runs.
class InterruptedBy
{
public:
    InterruptedBy(SQLite::Database &database, const std::function<bool()> &isCancelled)
        : m_handle(database.getHandle())
        , m_isCancelled(isCancelled)
    {
        constexpr int EverySteps = 20'000; // of SQLite's virtual machine: about a millisecond
        sqlite3_progress_handler(m_handle, EverySteps, ask, this);
    }
    ~InterruptedBy() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }
    InterruptedBy(const InterruptedBy &) = delete;
    InterruptedBy &operator=(const InterruptedBy &) = delete;

private:
    static int ask(void *self)
    {
        return static_cast<InterruptedBy *>(self)->m_isCancelled() ? 1 : 0;
    }

    sqlite3 *m_handle;
    const std::function<bool()> &m_isCancelled;
};

Error isBeingRead(const QString &path)
{
    return {.code = Error::Code::Storage,
            .message = QCoreApplication::translate(
                "Storage",
                "The case is being read: a query on it has not ended yet. Try again when "
                "it has."),
            .where = {.file = path}};
}

/// Needs a moment in which nobody reads. Where there is none, the write-ahead log stays beside
/// the case, empty: all is in the case, and the next writer tries again.
void leaveWal(SQLite::Database &database)
{
    constexpr int Tries = 50;
    constexpr auto Pause = std::chrono::milliseconds(40);
    for (int i = 0; i < Tries; ++i) {
        if (database.tryExec("PRAGMA journal_mode = DELETE") == SQLITE_OK) {
            return;
        }
        std::this_thread::sleep_for(Pause);
    }
}

} // namespace

struct CaseWriter::Private
{
    explicit Private(const QString &casePath)
        : path(casePath)
        , database(casePath.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                   BusyTimeoutMs)
    {
    }

    Result<void> prepare(const std::function<bool()> &isCancelled);

    void prepareStatements()
    {
        strings.emplace(database);
        clusters.emplace(database, *strings);
        inserter.emplace(database);
        block.emplace(database,
                      "INSERT INTO block (source, stream_offset, length, data, encoded_at) "
                      "VALUES (?1, ?2, ?3, ?4, ?5)");
        rejected.emplace(database,
                         "INSERT INTO rejected (source, line, stream_offset, length, "
                         "reason, encoded) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        nextEvent = firstFreeEvent();
    }

    /// Numbers of merged copies are not given again: what is settled is told by them.
    std::int64_t firstFreeEvent()
    {
        return database
            .execAndGet("SELECT max((SELECT coalesce(max(id), 0) FROM event), "
                        "(SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM setting "
                        "WHERE key = 'settled')) + 1")
            .getInt64();
    }

    void begin()
    {
        if (!transaction) {
            transaction.emplace(database, SQLite::TransactionBehavior::IMMEDIATE);
        }
    }

    void commit()
    {
        if (transaction) {
            transaction->commit();
            transaction.reset();
        }
    }

    QString path;
    std::unique_ptr<QLockFile> lock = {}; // SQLite's own is open between two batches
    SQLite::Database database;
    std::optional<SQLite::Transaction> transaction = {};
    std::optional<StringTable> strings = {};
    std::optional<ClusterNames> clusters = {};
    std::optional<EventInserter> inserter = {};
    std::optional<SQLite::Statement> block = {};
    std::optional<SQLite::Statement> rejected = {};
    std::int64_t nextEvent = 1;
    std::int64_t source = 0;
    std::int64_t cluster = 0;
    std::int64_t node = 0;

    void insertBlock(const ParsedBlock &parsed, std::string_view compressed);
    void insertRejected(const ParsedBlock &parsed);
    std::vector<std::int64_t> envelopeIds(const ParsedBlock &parsed);
};

Result<void> CaseWriter::Private::prepare(const std::function<bool()> &isCancelled)
{
    // Before anything is changed: a file that is no case must stay as it is.
    const Result<bool> isNew = guardStorage(path, [&] {
        return database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    });
    if (!isNew) {
        return std::unexpected(isNew.error());
    }
    if (!*isNew) {
        if (const Result<void> usable = checkCase(database, path); !usable) {
            return usable;
        }
    }
    const Result<bool> entered = guardStorage(path, [&] {
        database.exec(PageSize);
        return enterWal(database, isCancelled);
    });
    if (!entered) {
        return std::unexpected(entered.error());
    }
    if (!*entered) {
        return std::unexpected(isCancelled() ? Error::cancelled() : isBeingRead(path));
    }
    const auto setUp = [&] {
        database.exec(Pragmas);
        if (*isNew) {
            database.exec(NewCasePragmas);
        }
    };
    return guardStorage(path, setUp)
        .and_then([&] { return migrateCase(database, path); })
        .and_then([&] { return guardStorage(path, [&] { prepareStatements(); }); });
}

void CaseWriter::Private::insertBlock(const ParsedBlock &parsed, std::string_view compressed)
{
    block->reset();
    block->bind(1, source);
    block->bind(2, parsed.streamOffset);
    block->bind(3, static_cast<std::int64_t>(parsed.bytes.size()));
    block->bindNoCopy(4, compressed.data(), static_cast<int>(compressed.size()));
    if (parsed.encodedAt) {
        block->bind(5, *parsed.encodedAt);
    }
    block->exec();
    block->clearBindings();
    const EventInserter::Place place{.source = source,
                                     .block = database.getLastInsertRowid(),
                                     .firstId = nextEvent,
                                     .cluster = cluster,
                                     .node = node,
                                     .envelopes = envelopeIds(parsed)};
    inserter->insert(parsed, place, *strings, *clusters);
    nextEvent += static_cast<std::int64_t>(parsed.events.size());
    insertRejected(parsed);
}

std::vector<std::int64_t> CaseWriter::Private::envelopeIds(const ParsedBlock &parsed)
{
    std::vector<std::int64_t> ids;
    for (const ParsedEnvelope &envelope : parsed.envelopes) {
        // The no-op update makes an envelope that is there already return its id.
        SQLite::Statement statement(
            database,
            "INSERT INTO envelope (format, head_kind, head) VALUES (?1, ?2, ?3) "
            "ON CONFLICT DO UPDATE SET format = format RETURNING id");
        statement.bind(1, envelope.format);
        statement.bind(2, static_cast<int>(envelope.head.kind));
        statement.bind(3, envelope.head.bytes);
        statement.executeStep();
        ids.push_back(statement.getColumn(0).getInt64());
    }
    return ids;
}

void CaseWriter::Private::insertRejected(const ParsedBlock &parsed)
{
    for (const ParsedRejection &rejection : parsed.rejected) {
        rejected->reset();
        rejected->bind(1, source);
        rejected->bind(2, rejection.line);
        rejected->bind(3, rejection.streamOffset);
        rejected->bind(4, rejection.length);
        rejected->bind(5, rejection.reason);
        rejected->bind(6, parsed.encodedAt ? 1 : 0);
        rejected->exec();
    }
}

CaseWriter::CaseWriter(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

CaseWriter::CaseWriter(CaseWriter &&) noexcept = default;
CaseWriter &CaseWriter::operator=(CaseWriter &&) noexcept = default;
CaseWriter::~CaseWriter() = default;

Result<CaseWriter> CaseWriter::open(const QString &path, const std::function<bool()> &isCancelled)
{
    if (isForeign(path)) {
        return std::unexpected(noCaseError(path));
    }
    auto lock = std::make_unique<QLockFile>(path + "-lock"_L1);
    // Its own lock says whether a process lives; the number that it recorded may belong to another
    // by now, or to this one in another container. So any age counts as old.
    lock->setStaleLockTime(std::chrono::milliseconds(1));
    if (!lock->tryLock(0) && lock->error() == QLockFile::LockFailedError) {
        return std::unexpected(storageError(SQLite::Exception("locked", SQLITE_BUSY), path));
    }
    makePrivateFile(path); // where it cannot, opening says why
    auto data = guardStorage(path, [&] { return std::make_unique<Private>(path); });
    if (!data) {
        return std::unexpected(data.error());
    }
    (*data)->lock = std::move(lock);
    if (const Result<void> ready = (*data)->prepare(isCancelled); !ready) {
        return std::unexpected(ready.error());
    }
    return CaseWriter(std::move(*data));
}

Result<SourceId> CaseWriter::addSource(const SourceInfo &source)
{
    return guardStorage(d->path, [&] {
        d->begin();
        return insertSource(d->database, source);
    });
}

Result<void> CaseWriter::setPlace(const SourceInfo &source)
{
    return guardStorage(d->path, [&] {
        d->begin();
        // What all entries tell, each of them tells; those that may yet come need not.
        const auto idOf = [this](const QString &text, ToldBy who) {
            return text.isEmpty() || who == ToldBy::Entries ? 0
                                                            : d->strings->idOf(text.toStdString());
        };
        d->source = static_cast<std::int32_t>(source.id);
        d->cluster = idOf(source.cluster, source.clusterFrom);
        d->node = idOf(source.node, source.nodeFrom);
    });
}

Result<QString> CaseWriter::clusterName(std::string_view name, std::string_view account)
{
    return guardStorage(d->path, [&] {
        d->begin();
        return QString::fromStdString(d->clusters->shown(name, account));
    });
}

Result<void> CaseWriter::addBlock(const ParsedBlock &block, std::string_view compressed)
{
    return guardStorage(d->path, [&] {
        d->begin();
        d->insertBlock(block, compressed);
    });
}

Result<void> CaseWriter::updateSource(const SourceInfo &source)
{
    return guardStorage(d->path, [&] {
        d->begin();
        auditloupe::updateSource(d->database, source.id, source);
    });
}

Result<void> CaseWriter::dropSource(SourceId id)
{
    return guardStorage(d->path, [&] {
        d->begin();
        deleteNewestSource(d->database, id);
        d->nextEvent = d->firstFreeEvent();
    });
}

Result<void> CaseWriter::commit()
{
    return guardStorage(d->path, [&] { d->commit(); });
}

Result<void> CaseWriter::settle(const std::function<bool()> &isCancelled)
{
    return settleWith(isCancelled, [&] { return settleEvents(d->database, isCancelled); });
}

Result<void> CaseWriter::settleSource(SourceId id, const std::function<bool()> &isCancelled)
{
    return settleWith(isCancelled, [&] {
        return auditloupe::settleSource(d->database, static_cast<std::int32_t>(id), isCancelled);
    });
}

Result<void> CaseWriter::settleWith(const std::function<bool()> &isCancelled,
                                    const std::function<bool()> &settleSome)
{
    // A request made up to have a million stages is one statement: it, too, can be stopped.
    const InterruptedBy interruption(d->database, isCancelled);
    const Result<bool> settled = guardStorage(d->path, [&] {
        d->begin();
        const bool done = settleSome();
        if (done) {
            d->commit();
        }
        return done;
    });
    if (!settled || !*settled) {
        rollBack();
        return std::unexpected(settled ? Error::cancelled() : settled.error());
    }
    return {};
}

Result<void> CaseWriter::change(const std::function<void(SQLite::Database &)> &change)
{
    return guardStorage(d->path, [&] {
        d->begin();
        change(d->database);
    });
}

void CaseWriter::rollBack()
{
    d->transaction.reset();
    d->strings->forget();
    d->clusters->forget();
}

Result<void> CaseWriter::close()
{
    return guardStorage(d->path, [&] {
        d->commit();
        d->rejected.reset();
        d->block.reset();
        d->inserter.reset();
        d->clusters.reset();
        d->strings.reset();
        d->database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        leaveWal(d->database);
        syncToDisk(d->database);
    });
}

std::int64_t CaseWriter::eventCount() const
{
    return d->nextEvent - 1;
}

SQLite::Database &CaseWriter::database()
{
    return d->database;
}

} // namespace auditloupe
