// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/query/filter.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace auditloupe {

/// A part of the filter's condition, as "and" joins them at the top.
struct FilterPart
{
    Condition condition = {};
    bool isOn = true; ///< false: kept, but not asked for now

    bool operator==(const FilterPart &) const = default;
};

/// A filter as somebody wrote it: what the history goes through.
struct FilterState
{
    QString text = {}; ///< the condition as it was written
    Filter filter = {};
    /// All of the condition's, and at their places those that are switched off for a moment.
    std::vector<FilterPart> parts = {};

    bool operator==(const FilterState &) const = default;

    /// With another condition; what was switched off stays, unless it is asked for now.
    Result<FilterState> withText(const QString &written) const;
    /// Asks for those that are on.
    FilterState withParts(const std::vector<FilterPart> &all) const;
};

} // namespace auditloupe
