// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/casefile/caserows.h"

#include <QJsonObject>
#include <QStringList>

#include <map>
#include <vector>

namespace auditloupe {

/// Where files were downloaded from, by their absolute paths.
using Downloads = std::map<QString, DownloadInfo>;

struct ImportRequest
{
    QString casePath = {}; ///< made with mode 0600 where it does not exist
    QStringList inputs = {}; ///< files, folders (walked recursively) and "-" (standard input)
    QString cluster = {};
    QString node = {};
    QString format = {}; ///< a name of formats.h; empty: told from the content, record by record
    Downloads downloads = {}; ///< those of the inputs that were
    QByteArray pasted = {}; ///< text that is no file, read behind the inputs
};

/// A file that nothing was taken from: named once, never line by line.
struct SkippedFile
{
    QString path = {};
    QString reason = {};
    bool isFault = false; ///< it could not be read; otherwise it is no log at all
};

/// A file that was imported into the case before.
struct KnownFile
{
    enum class Kind {
        Same, ///< nothing is new in it
        Grown, ///< only what is new was added, to the same source
        Shorter, ///< it ends before what was imported of it
        Replaced ///< another file than the one that had its name: it is a source of its own
    };

    QString path = {};
    QString importedAs = {}; ///< the name that its content had then
    Kind kind = Kind::Same;
    SourceId source = SourceId{0}; ///< that holds its content; 0 for Replaced
    std::int64_t newEvents = 0;
};

/// One sentence for the user, without the path in front.
QString knownFileText(const KnownFile &file);

struct ImportReport
{
    QString casePath = {};
    std::int64_t events = 0; ///< rows the import added, salvaged ones among them
    std::int64_t duplicates = 0;
    std::int64_t conflicts = 0;
    std::int64_t rejected = 0;
    std::int64_t salvaged = 0;
    std::optional<std::int64_t> firstUs = {};
    std::optional<std::int64_t> lastUs = {};
    double elapsedSeconds = 0;
    bool cancelled = false;
    std::vector<SourceInfo> sources = {};
    std::vector<SkippedFile> skipped = {};
    std::vector<KnownFile> known = {};

    /// Whether a file could not be read at all: what was asked for is not whole.
    bool missesInput() const;
    QJsonObject toJson() const; ///< the form of `import --json`
};

/// Imports logs into a case: blocking, on several threads of its own, with bounded memory.
/// Cancelled: what is committed stays, the sources at hand are marked. An error value means that
/// nothing more could be written; what a single file had wrong is in its SourceInfo.
/// A file that the case holds already, under this name or another, adds only what is new in it.
/// A file whose import into this case was interrupted is gone on with; others that were interrupted
/// stay as they are and can be finished later.
Result<ImportReport> importLogs(const ImportRequest &request, const JobControl &control);

/// What becomes of sources whose import was killed or cancelled.
enum class Rest {
    Read, ///< again from their paths; what the case has of them is compared, what lies behind added
    GiveUp ///< they end with what there is of them
};

/// Completes a case, and settles duplicates and requests. A file that is another one by now ends
/// with what there is of it. One that cannot be read stays unfinished, and is a fault in the
/// report: its disk may come back.
Result<ImportReport> finishImport(const QString &casePath, Rest rest, const JobControl &control);

} // namespace auditloupe
