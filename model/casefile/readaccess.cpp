// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/readaccess.h"

#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr int BusyTimeoutMs = 2000;
constexpr int ReadFlags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;

#ifdef Q_OS_WIN
constexpr auto WithoutLocks = "win32-none";
#else
constexpr auto WithoutLocks = "unix-none";
#endif

/// SQLite keeps its files beside what a link leads to.
QString realPath(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
}

std::string uriOf(const QString &path, const QString &query)
{
    QUrl url = QUrl::fromLocalFile(realPath(path));
    url.setQuery(query);
    return url.toEncoded().toStdString();
}

/// SQLite reads a write-ahead log through an index that it keeps in a file beside it, unless the
/// case is its alone. Where nobody can write that may be claimed without a lock.
SQLite::Database openSealedWithLog(const QString &path)
{
    SQLite::Database database(uriOf(path, u"mode=ro"_s), ReadFlags, BusyTimeoutMs, WithoutLocks);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    return database;
}

} // namespace

CaseAccess accessTo(const QString &path)
{
    const QFileInfo file(realPath(path));
    const bool isWritable = file.isWritable() && QFileInfo(file.path()).isWritable();
    return isWritable ? CaseAccess::Shared : CaseAccess::Sealed;
}

QString writeAheadLog(const QString &path)
{
    const QString log = realPath(path) + "-wal"_L1;
    return QFileInfo(log).size() > 0 ? log : QString();
}

SQLite::Database openForReading(const QString &path, CaseAccess access)
{
    if (access == CaseAccess::Shared) {
        return {uriOf(path, u"mode=ro"_s), ReadFlags, BusyTimeoutMs};
    }
    if (!writeAheadLog(path).isEmpty()) {
        return openSealedWithLog(path);
    }
    return {uriOf(path, u"mode=ro&immutable=1"_s), ReadFlags, BusyTimeoutMs};
}

} // namespace auditloupe
