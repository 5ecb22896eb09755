// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QFuture>
#include <QString>
#include <QStringList>

#include <map>

class QThreadPool;

namespace auditloupe {

/// A case's downloads that broke off: their files' paths, and the URLs without secrets.
using BrokenDownloads = std::map<QString, QString>;

/// What is to be done with the files that somebody wants to open.
struct OpenPlan
{
    QString casePath = {}; ///< a case to show
    CaseSummary summary = {};
    QStringList unfinished = {}; ///< its sources whose import was interrupted
    BrokenDownloads broken = {};
    QStringList logs = {}; ///< to import, where there is no case
    bool isSample = false; ///< the folder of the sample incident
    QString problem = {}; ///< why nothing can be done
};

/// Looks into the files: a case is known by its content, not by its name.
QFuture<OpenPlan> planOpening(QThreadPool &pool, const QStringList &paths);

} // namespace auditloupe
