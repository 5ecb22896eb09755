// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/caserows.h"

#include <QFuture>
#include <QString>

#include <stop_token>
#include <vector>

class QThreadPool;

namespace auditloupe {

/// A page of rejected lines: those with an id above `after`.
struct RejectedQuery
{
    QString casePath = {};
    std::int64_t after = 0;
    int limit = 0;
    SourceId source = SourceId{0}; ///< 0: all
    bool preview = false; ///< only the beginning of each line, credentials masked
};

struct RejectedAnswer
{
    std::vector<RejectedLine> lines = {};
    std::vector<SourceInfo> sources = {};
};

QFuture<Result<RejectedAnswer>> readRejected(QThreadPool &pool, const RejectedQuery &query,
                                             const std::stop_token &stop);

/// Writes the bytes of all rejected lines, one after the other, to a file of mode 0600. The
/// answer is how many.
QFuture<Result<std::int64_t>> exportRejected(QThreadPool &pool, const RejectedQuery &query,
                                             const QString &target, const std::stop_token &stop);

} // namespace auditloupe
