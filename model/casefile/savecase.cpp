// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/caselibrary.h"
#include "model/casefile/readaccess.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr qint64 PieceBytes = 1024LL * 1024;
constexpr int PagesAStep = 256;

Error writeError(const QString &file, const QString &detail)
{
    return {.code = Error::Code::Io,
            .message = QCoreApplication::translate("CaseLibrary", "The case cannot be written: %1.")
                           .arg(detail),
            .where = {.file = file}};
}

/// Where a disk is full, or over its quota, it may be said only now.
Result<void> closeSynced(QFile &file)
{
    bool isWhole = file.flush();
    QString failure = file.errorString();
#ifdef Q_OS_UNIX
    if (isWhole && fsync(file.handle()) != 0) {
        isWhole = false;
        failure = qt_error_string();
    }
#endif
    file.close();
    if (isWhole && file.error() != QFile::NoError) {
        isWhole = false;
        failure = file.errorString();
    }
    return isWhole ? Result<void>() : std::unexpected(writeError(file.fileName(), failure));
}

void syncFolder([[maybe_unused]] const QString &folder)
{
#ifdef Q_OS_UNIX
    const int fd = open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
#endif
}

/// The file's bytes as they are. SQLite's own handle reads them: it holds the lock that keeps
/// writers away, and closing another one would give that lock up.
Result<void> copyBytes(sqlite3_file &from, QFile &to, const JobControl &control)
{
    sqlite3_int64 size = 0;
    int status = from.pMethods->xFileSize(&from, &size);
    QByteArray piece;
    Progress progress{.total = size, .item = to.fileName()};
    while (status == SQLITE_OK && progress.done < size) {
        if (control.isCancelled()) {
            return std::unexpected(Error::cancelled());
        }
        piece.resize(static_cast<qsizetype>(std::min(PieceBytes, size - progress.done)));
        status = from.pMethods->xRead(&from, piece.data(), static_cast<int>(piece.size()),
                                      progress.done);
        if (status == SQLITE_OK && to.write(piece) != piece.size()) {
            return std::unexpected(writeError(to.fileName(), to.errorString()));
        }
        progress.done += piece.size();
        if (control.progress) {
            control.progress(progress);
        }
    }
    if (status != SQLITE_OK) {
        return std::unexpected(
            writeError(to.fileName(), QString::fromUtf8(sqlite3_errstr(status))));
    }
    return {};
}

Result<void> copyPages(SQLite::Backup &backup, const JobControl &control)
{
    while (backup.executeStep(PagesAStep) != SQLITE_DONE) {
        if (control.isCancelled()) {
            return std::unexpected(Error::cancelled());
        }
    }
    return {};
}

// A case with an open write-ahead log is two files: SQLite joins them while it copies.
Result<void> copyJoined(SQLite::Database &source, const QString &to, const JobControl &control)
{
    SQLite::Database target(to.toStdString(), SQLite::OPEN_READWRITE);
    auto backup = std::make_unique<SQLite::Backup>(target, source);
    const Result<void> copied = copyPages(*backup, control);
    backup.reset(); // it locks the target
    if (copied) {
        target.exec("PRAGMA journal_mode = DELETE");
    }
    return copied;
}

Result<void> copyCase(const QString &from, QFile &to, const JobControl &control)
{
    try {
        SQLite::Database source = openForReading(from, accessTo(from));
        const SQLite::Transaction reading(source);
        source.execAndGet("SELECT count(*) FROM sqlite_schema"); // from now on under a lock
        sqlite3_file *file = nullptr;
        sqlite3_file_control(source.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
        return writeAheadLog(from).isEmpty() ? copyBytes(*file, to, control)
                                             : copyJoined(source, to.fileName(), control);
    } catch (const SQLite::Exception &exception) {
        return std::unexpected(writeError(to.fileName(), QString::fromUtf8(exception.what())));
    }
}

Result<void> replaceFile(const QString &part, const QString &target)
{
    std::error_code failure;
    std::filesystem::rename(QFileInfo(part).filesystemFilePath(),
                            QFileInfo(target).filesystemFilePath(), failure);
    if (failure) {
        return std::unexpected(writeError(target, QString::fromStdString(failure.message())));
    }
    // A journal of the file that is replaced would be replayed into the new one.
    for (const QLatin1StringView suffix : {"-wal"_L1, "-shm"_L1, "-journal"_L1}) {
        QFile::remove(target + suffix);
    }
    syncFolder(QFileInfo(target).absolutePath());
    return {};
}

} // namespace

Result<void> saveCaseAs(const QString &from, const QString &to, const JobControl &control)
{
    if (QFileInfo(to).exists()
        && QFileInfo(from).canonicalFilePath() == QFileInfo(to).canonicalFilePath()) {
        return {};
    }
    const QString log = writeAheadLog(from);
    Result<void> done =
        checkFreeSpace(to, QFileInfo(from).size() + (log.isEmpty() ? 0 : QFileInfo(log).size()));
    if (!done) {
        return done;
    }
    QFile part(to + u".part"_s);
    part.remove(); // of a copy that was killed
    if (!part.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFile::ReadOwner | QFile::WriteOwner)) {
        return std::unexpected(writeError(to, part.errorString()));
    }
    const auto removePart = qScopeGuard([&part] { part.remove(); });
    done = copyCase(from, part, control);
    if (!done) {
        return done;
    }
    return closeSynced(part).and_then([&] { return replaceFile(part.fileName(), to); });
}

} // namespace auditloupe
