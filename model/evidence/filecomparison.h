// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/casefile/caserows.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace auditloupe {

/// What became of a source's file since it was imported.
enum class FileChange : std::uint8_t {
    Unchanged,
    Touched, ///< the same bytes, but another time of modification
    Grown, ///< the imported bytes, and more behind them
    Changed, ///< other bytes
    Missing, ///< nothing at the path
    NoFile, ///< standard input, or something at the path that is no file
    Unknown ///< the import never read the file to its end, so there is nothing to compare with
};

struct FileComparison
{
    FileChange change = FileChange::Unknown;
    std::int64_t bytes = 0; ///< now
    std::optional<std::int64_t> modifiedUs = {};
    QByteArray sha256 = {}; ///< of the file now; 32 bytes, empty where it was not read
};

/// Reads the file at the source's path, which may lie on a network drive: only when asked for.
/// Cancellable; progress counts bytes.
Result<FileComparison> compareWithFile(const SourceInfo &source, const JobControl &control);

/// "unchanged", "grown", … for machines.
QString fileChangeName(FileChange change);

/// Whole sentences.
QString fileChangeText(FileChange change);

} // namespace auditloupe
