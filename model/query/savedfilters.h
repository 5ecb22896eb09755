// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/casereader.h"
#include "model/query/filter.h"

#include <QString>

#include <vector>

namespace auditloupe {

/// A filter with a name: in a case, where it goes with the evidence, or in the user's settings.
struct SavedFilter
{
    QString name = {};
    QString text = {}; ///< the condition as it was written
    Filter filter = {}; ///< all but the condition

    bool operator==(const SavedFilter &) const = default;
};

/// By name. None in a case of a version that could not save them.
Result<std::vector<SavedFilter>> filtersSavedIn(CaseReader &reader);

/// In place of one with that name. Refused where the case cannot be changed. Blocking.
Result<void> saveFilterIn(const QString &casePath, const SavedFilter &filter);
Result<void> dropFilterFrom(const QString &casePath, const QString &name);

/// Words of the case and the settings.
QLatin1StringView unitWord(Unit unit);
Unit unitOfWord(QStringView word);
QLatin1StringView noiseWord(Noise noise);
Noise noiseOfWord(QStringView word);

} // namespace auditloupe
