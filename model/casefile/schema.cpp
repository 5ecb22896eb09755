// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/schema.h"

#include "model/casefile/storage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <format>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

Error refusal(const QString &path, const char *message)
{
    return {.code = Error::Code::Storage,
            .message = QCoreApplication::translate("Schema", message),
            .where = {.file = path}};
}

int pragma(SQLite::Database &database, const char *name)
{
    return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

/// The step's SQL: the file in schema/ that begins with its number.
QByteArray stepSql(int step)
{
    const QDir folder(u":/schema"_s);
    const QString pattern = u"%1_*.sql"_s.arg(step, 4, 10, QLatin1Char('0'));
    const QStringList files = folder.entryList({pattern});
    Q_ASSERT(files.size() == 1);
    QFile file(folder.filePath(files.value(0)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Error noCaseError(const QString &path)
{
    return refusal(path, QT_TRANSLATE_NOOP("Schema", "This file is no Auditloupe case."));
}

Result<void> checkCase(SQLite::Database &database, const QString &path)
{
    const Result<std::pair<int, int>> found = guardStorage(path, [&] {
        return std::pair(pragma(database, "application_id"), pragma(database, "user_version"));
    });
    if (!found) {
        return std::unexpected(found.error());
    }
    if (found->first != CaseApplicationId || found->second < 1) {
        return std::unexpected(noCaseError(path));
    }
    if (found->second > CaseSchemaVersion) {
        return std::unexpected(
            refusal(path,
                    QT_TRANSLATE_NOOP("Schema",
                                      "This case was made by a newer version of "
                                      "Auditloupe. Open it with that version.")));
    }
    return {};
}

Result<void> migrateCase(SQLite::Database &database, const QString &path)
{
    const Result<bool> isEmpty = guardStorage(path, [&] {
        return database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0
            && pragma(database, "user_version") == 0;
    });
    if (!isEmpty) {
        return std::unexpected(isEmpty.error());
    }
    if (!*isEmpty) {
        if (const Result<void> usable = checkCase(database, path); !usable) {
            return usable;
        }
    }
    return guardStorage(path, [&] {
        for (int step = pragma(database, "user_version") + 1; step <= CaseSchemaVersion; ++step) {
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            database.exec(stepSql(step).constData());
            database.exec(std::format("PRAGMA user_version = {}", step));
            database.exec(std::format("PRAGMA application_id = {}", CaseApplicationId));
            transaction.commit();
        }
    });
}

} // namespace auditloupe
