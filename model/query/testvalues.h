// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/condition.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace auditloupe {

constexpr bool isOrder(Comparison comparison)
{
    return comparison >= Comparison::Less && comparison <= Comparison::GreaterOrEqual;
}

/// Whether the comparison is with a value of the field's type, not with a part of its text.
constexpr bool isWithWhole(Comparison comparison)
{
    return comparison <= Comparison::Intersects;
}

/// Whether the test asks for a time before or after "now".
bool isRelativeToNow(const FieldTest &test);

/// Where an event comes from is never an empty text: asking for that asks for the events of which
/// nobody knows it, and what is absent is taken as the empty text.
bool takesAbsentAsEmpty(const FieldTest &test);

/// Whether the test can be asked at all; `value` is the index of the value that is wrong. The
/// values are put into the spelling that the field's own values have.
struct ValueMistake
{
    std::size_t value = 0;
    QString expected = {}; ///< a sentence
};

std::optional<ValueMistake> checkValues(FieldTest &test);

} // namespace auditloupe
