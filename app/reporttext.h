// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace auditloupe {

struct ImportReport;

/// One or two sentences on an import.
QString reportText(const ImportReport &report);

/// Whether something could not be taken in whole.
bool hasProblems(const ImportReport &report);

/// Whether there is nothing to look at: no event, no copy, no rejected line.
bool broughtNothing(const ImportReport &report);

} // namespace auditloupe
