// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/condition.h"

namespace auditloupe {

// Whatever is selected somewhere becomes a part of the filter's condition. A part is what "and"
// joins at the top. `verb=get`, `verb in (get, list)`, `not ns=dev` and `not ns exists` are choices
// among a field's values; a choice of one value is found again inside of a longer one.

/// How a condition stands to a part of it.
enum class Standing : std::uint8_t { Open, Included, Excluded };

Standing standingOf(const Condition &whole, const Condition &part);

/// The field among whose values the part chooses; null where it asks something else.
const Field *chosenField(const Condition &part);

/// What the condition chooses among the field's values, included or excluded, each by itself.
std::vector<Condition> chosenValues(const Condition &whole, const Field &field);

/// Asks for the part, too.
Condition including(const Condition &whole, const Condition &part);
/// Asks for what the part does not hold for.
Condition excluding(const Condition &whole, const Condition &part);
/// The part instead of all choices among its field's values.
Condition choosingOnly(const Condition &whole, const Condition &part);
/// The part's value beside those that are chosen already: `verb in (get, list)`.
Condition choosingToo(const Condition &whole, const Condition &part);
/// Neither includes nor excludes the part.
Condition leavingOpen(const Condition &whole, const Condition &part);
/// "not" of it, or what stands behind its "not".
Condition opposite(const Condition &part);
/// Nothing is chosen among the field's values.
Condition withoutChoices(const Condition &whole, const Field &field);

} // namespace auditloupe
