// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <vector>

namespace auditloupe {

/// Table `source` to and from SourceInfo. All throw SQLite's exceptions.
SourceId insertSource(SQLite::Database &database, const SourceInfo &source);
void updateSource(SQLite::Database &database, SourceId id, const SourceInfo &source);
/// Removes a source that no event came from, with its blocks and rejected lines. Nothing was added
/// behind these yet.
void deleteNewestSource(SQLite::Database &database, SourceId id);
/// Keeps what the source's file was before the source is described anew.
void rememberFile(SQLite::Database &database, SourceId id);
std::vector<EarlierFile> readEarlierFiles(SQLite::Database &database, SourceId id);
/// Counts what the case holds of the sources: all but the reasons of `other`. Walks the tables.
void countRows(SQLite::Database &database, std::vector<SourceInfo> &sources);
std::vector<SourceInfo> readSources(SQLite::Database &database);

} // namespace auditloupe
