// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/evidence/evidence.h"
#include "model/evidence/filecomparison.h"

#include <QFuture>
#include <QString>

#include <stop_token>
#include <vector>

class QThreadPool;

namespace auditloupe {

/// Progress is per mille of the case's events.
QFuture<Result<std::vector<SourceEvidence>>>
readEvidence(QThreadPool &pool, const QString &casePath, const std::stop_token &stop);

/// Progress is per mille of the file's bytes.
QFuture<Result<FileComparison>> compareFile(QThreadPool &pool, const SourceInfo &source,
                                            const std::stop_token &stop);

} // namespace auditloupe
