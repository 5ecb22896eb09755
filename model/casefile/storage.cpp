// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/storage.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <cstdint>
#include <limits>

namespace auditloupe {

namespace {

const char *messageFor(int code)
{
    switch (code) {
    case SQLITE_FULL:
        return QT_TRANSLATE_NOOP("Storage", "The disk is full. What was written before is kept.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return QT_TRANSLATE_NOOP("Storage",
                                 "The case cannot be written: it or its folder is "
                                 "read-only.");
    case SQLITE_CANTOPEN:
        return QT_TRANSLATE_NOOP("Storage",
                                 "The case cannot be opened: the file or its folder is "
                                 "missing or may not be read.");
    case SQLITE_NOTADB:
        return QT_TRANSLATE_NOOP("Storage", "This file is no Auditloupe case.");
    case SQLITE_CORRUPT:
        return QT_TRANSLATE_NOOP("Storage",
                                 "The case is damaged. Import the logs again, or open a "
                                 "copy of the case.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QT_TRANSLATE_NOOP("Storage",
                                 "Another program is writing to the case. Try again "
                                 "when it has finished.");
    default:
        return QT_TRANSLATE_NOOP("Storage", "The case could not be read or written.");
    }
}

} // namespace

Error storageError(const SQLite::Exception &exception, const QString &path)
{
    if (exception.getErrorCode() == SQLITE_INTERRUPT) {
        return Error::cancelled();
    }
    return {.code = Error::Code::Storage,
            .message = QCoreApplication::translate("Storage", messageFor(exception.getErrorCode())),
            .where = {.file = path},
            .detail = QString::fromUtf8(exception.what())};
}

Error storageError(const std::exception &exception, const QString &path)
{
    return {.code = Error::Code::Storage,
            .message = QCoreApplication::translate("Storage", messageFor(SQLITE_ERROR)),
            .where = {.file = path},
            .detail = QString::fromUtf8(exception.what())};
}

std::size_t indexOf(const SQLite::Column &id)
{
    const std::int64_t number = id.getInt64();
    if (number < 0 || number > std::numeric_limits<std::uint32_t>::max()) {
        throw SQLite::Exception("an id is out of range", SQLITE_CORRUPT);
    }
    return static_cast<std::size_t>(number);
}

} // namespace auditloupe
