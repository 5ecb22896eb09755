// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace SQLite {
class Database;
}

namespace auditloupe {

/// How a case can be read so that what is read is never stale and nothing is changed by it.
enum class CaseAccess {
    Shared, ///< somebody may write to it meanwhile: under SQLite's locks
    Sealed ///< the file or its folder is read-only, so that nobody can: without a trace beside it
};

CaseAccess accessTo(const QString &path);

/// The case's write-ahead log where it holds anything: an import is going on, or was killed.
QString writeAheadLog(const QString &path);

/// Opens for reading, together with what a write-ahead log beside the case holds. Throws SQLite's
/// exceptions.
SQLite::Database openForReading(const QString &path, CaseAccess access);

} // namespace auditloupe
