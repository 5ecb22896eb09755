// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/session/filterstate.h"

#include <algorithm>
#include <utility>

namespace auditloupe {

Result<FilterState> FilterState::withText(const QString &written) const
{
    const QString trimmed = written.trimmed();
    Result<Filter> parsed = trimmed.isEmpty() ? Filter{} : parseFilter(trimmed);
    if (!parsed) {
        return std::unexpected(parsed.error());
    }
    FilterState next = *this;
    next.text = trimmed;
    next.filter.condition = std::move(parsed->condition);
    const std::vector<Condition> asked = conjuncts(next.filter.condition);
    next.parts.clear();
    for (const Condition &condition : asked) {
        next.parts.push_back({.condition = condition});
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i].isOn && !std::ranges::contains(asked, parts[i].condition)) {
            const std::size_t place = std::min(i, next.parts.size());
            next.parts.insert(next.parts.begin() + static_cast<std::ptrdiff_t>(place), parts[i]);
        }
    }
    return next;
}

FilterState FilterState::withParts(const std::vector<FilterPart> &all) const
{
    FilterState next = *this;
    next.parts.clear();
    std::vector<Condition> asked;
    for (const FilterPart &part : all) {
        for (const Condition &condition : conjuncts(part.condition)) { // may be several by now
            next.parts.push_back({.condition = condition, .isOn = part.isOn});
            if (part.isOn) {
                asked.push_back(condition);
            }
        }
    }
    next.filter.condition = Condition::all(std::move(asked));
    next.text = next.filter.condition.toText();
    return next;
}

} // namespace auditloupe
