// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/savedfilters.h"

#include <QStringList>

namespace auditloupe {

// Filters in the user's settings: those that were saved by name, and those that were used.

std::vector<SavedFilter> filtersInSettings(); ///< by name
void saveFilterInSettings(const SavedFilter &filter); ///< in place of one with that name
void dropFilterFromSettings(const QString &name);

/// The conditions that were used last, the latest first.
QStringList usedFilters();
/// One that only goes on from the latest takes its place.
void noteUsedFilter(const QString &text);
void forgetUsedFilters();

} // namespace auditloupe
