// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QStringList>

namespace auditloupe {

/// The files that the inputs name: folders walked recursively, sorted so that the same folder
/// always gives the same order, each file once. "-" stays as it is.
QStringList expandInputs(const QStringList &inputs);

/// Path, size, permission bits, owner and time of a file as it is found. Standard input has none
/// but the name.
SourceInfo describeFile(const QString &path);

} // namespace auditloupe
