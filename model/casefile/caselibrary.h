// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/casefile/recentcases.h"
#include "model/casefile/temporarycase.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace auditloupe {

/// Where the cases live that the window makes by itself: a folder of the user's data, mode 0700,
/// made when it is missing. It never roams between machines.
Result<QString> caseFolder();

/// Whether the case lies in caseFolder(): only such a case may be discarded.
bool isInCaseFolder(const QString &path);

/// Whether the file is an SQLite database: whatever it is then, it is no log. Pipes are not
/// touched: they give their bytes once.
bool looksLikeCase(const QString &path);

/// A path in caseFolder() that is free, with a readable name made of the inputs' names and the
/// day. The inputs' own folders are evidence and never written to.
Result<QString> newCasePath(const QStringList &inputs);

/// What a case of these files and folders will take, with some room to spare: 40 % of plain logs,
/// 400 % of compressed ones. Standard input counts nothing. Walks folders: not for a GUI thread.
std::int64_t estimateCaseBytes(const QStringList &inputs, const JobControl &control);

/// Fails, with both numbers, where the disk that holds (or will hold) `path` has less room.
Result<void> checkFreeSpace(const QString &path, std::int64_t neededBytes);

/// Copies a case, bit for bit where no import is open on it: mode 0600, on the disk when this
/// returns, and never half: an existing file is replaced at the end.
Result<void> saveCaseAs(const QString &from, const QString &to, const JobControl &control);

/// Removes a case of caseFolder() and what SQLite keeps beside it.
Result<void> discardCase(const QString &path);

/// The sample incident: its folder (empty where it is not installed) and its logs in order.
QString sampleFolder();
QStringList sampleLogs();

} // namespace auditloupe
