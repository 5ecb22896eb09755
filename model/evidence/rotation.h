// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace auditloupe {

/// What a source's path says of the log that it is a piece of.
struct PieceName
{
    QString log = {}; ///< equal for the pieces of one log: "/evidence/audit.log"
    QString pattern = {}; ///< `log` with every number in the file's name as "#"
    std::optional<std::int64_t> rotatedUs = {}; ///< audit-2006-01-02T15-04-05.000.log, UTC

    bool isNumbered() const { return !rotatedUs && pattern != log; }
};

/// Knows the names that the API server's own rotation gives (compressed or not), those of
/// logrotate (audit.log.1), and numbered files (0001.json).
PieceName pieceName(const QString &path);

/// Sources that continue each other: they were one log, or one sequence of files.
struct Stream
{
    struct Piece
    {
        std::size_t source = 0; ///< index
        std::optional<std::int64_t> rotatedUs = {};
    };

    QString name = {}; ///< for people; may be hostile
    std::vector<Piece> pieces = {}; ///< rotated ones in order of time, then the others
    bool isRotated = false; ///< some piece has the time of its rotation in its name
};

/// Every source is in exactly one stream.
std::vector<Stream> streamsOf(std::span<const SourceInfo> sources);

} // namespace auditloupe
