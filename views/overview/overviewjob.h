// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/caserows.h"
#include "model/query/overview.h"

#include <QFuture>
#include <QString>

#include <stop_token>
#include <vector>

class QThreadPool;

namespace auditloupe {

/// Everything the first page of a case shows.
struct CaseOverview
{
    Overview overview = {};
    CaseSummary summary = {};
    std::vector<SourceInfo> sources = {};
};

/// Progress is per mille of the case's events.
QFuture<Result<CaseOverview>> readOverview(QThreadPool &pool, const QString &casePath,
                                           const std::stop_token &stop);

} // namespace auditloupe
