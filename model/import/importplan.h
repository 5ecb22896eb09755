// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/caserows.h"
#include "model/import/importer.h"

#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace SQLite {
class Database;
}

namespace auditloupe {

class CaseWriter;

/// A source that an import is to read. All of them stand in the case before the first is read, so
/// that a killed import knows what it still had to do.
struct PlannedSource
{
    SourceInfo source = {};
    /// What an earlier import left of it before it was interrupted: only what lies behind is added.
    std::optional<SourceInfo> kept = {};
    bool hasGrown = false; ///< `kept` was read to its end then
};

struct ImportPlan
{
    std::vector<PlannedSource> sources = {};
    QByteArray pasted = {}; ///< what the source named PastedText holds
    std::vector<SkippedFile> skipped = {}; ///< nothing new is in them
    std::vector<KnownFile> known = {};
    std::vector<SourceId> ended = {}; ///< nothing more will come of them
};

/// The request's files. One whose import was interrupted is gone on with, not added once more, and
/// so is one that has grown since. Reads files that may be known to where they differ.
Result<ImportPlan> planLogs(CaseWriter &writer, const ImportRequest &request,
                            const JobControl &control);

/// All sources whose import was interrupted, but for those that cannot be read now. Standard input
/// and pipes give their bytes once: they end with what is there of them, as do all that are given
/// up.
Result<ImportPlan> planRest(CaseWriter &writer, const QString &casePath, Rest rest);

/// The source as it is found now, under the number it has in the case.
PlannedSource resumed(SourceInfo source, const SourceInfo &old);

/// What the case holds of the members of archives that are read again, by archive and path.
using KeptMembers = std::map<std::pair<SourceId, QString>, SourceInfo>;
/// Throws SQLite's exceptions.
KeptMembers keptMembers(SQLite::Database &database, std::span<const PlannedSource> plan);

bool isUnfinished(const SourceInfo &source);

/// The source as it stands in the case when its import was stopped: it can be gone on with.
SourceInfo stoppedSource(SourceInfo source);

/// The same for good; why, if not because the file is not what it was.
SourceInfo endedSource(SourceInfo source, const QString &why = {});

} // namespace auditloupe
