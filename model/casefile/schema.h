// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

namespace SQLite {
class Database;
}

namespace auditloupe {

/// SQLite's application_id of a case: "Alou".
inline constexpr int CaseApplicationId = 0x416c6f75;

/// The schema version that this program writes: the number of steps in schema/.
inline constexpr int CaseSchemaVersion = 2;

/// "This file is no Auditloupe case."
Error noCaseError(const QString &path);

/// Makes an empty database a case, or brings an older case up to date: one transaction a step.
/// Refuses files that are no case and cases of a newer program.
Result<void> migrateCase(SQLite::Database &database, const QString &path);

/// The same refusals, for readers, who change nothing.
Result<void> checkCase(SQLite::Database &database, const QString &path);

} // namespace auditloupe
