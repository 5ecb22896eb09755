// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QFuture>
#include <QString>
#include <QStringList>

class QThreadPool;

namespace auditloupe {

/// What is to be done with the files that somebody wants to open.
struct OpenPlan
{
    QString casePath = {}; ///< a case to show
    CaseSummary summary = {};
    QStringList unfinished = {}; ///< its sources whose import was interrupted
    QStringList logs = {}; ///< to import, where there is no case
    bool isSample = false; ///< the folder of the sample incident
    QString problem = {}; ///< why nothing can be done
};

/// Looks into the files: a case is known by its content, not by its name.
QFuture<OpenPlan> planOpening(QThreadPool &pool, const QStringList &paths);

} // namespace auditloupe
