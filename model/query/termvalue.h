// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/event/fields.h"
#include "model/event/timeinput.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// The value as the field's type writes it. The error's message says what was expected; it names
/// no place.
Result<std::string> checkedValue(const Field &field, const std::string &value);

/// The time that is written so, in UTC unless the text says otherwise: a moment, a minute, a day,
/// or "now" and a distance. Nothing where it is none, or is relative and nobody knows when "now"
/// is.
std::optional<TimeSpan> timeOf(std::string_view text, std::optional<std::int64_t> nowUs);

/// Microseconds of "1.5s", "200ms", "561.927µs", "1d2h3m", or of a plain number of seconds.
std::optional<std::int64_t> parseDuration(std::string_view text);

/// Seconds with six digits: what parseDuration() reads and a spreadsheet can sum up.
std::string durationText(std::int64_t us);

std::optional<std::int64_t> parseInteger(std::string_view text);

/// All values that the field can have; none where they cannot be listed.
std::vector<std::string_view> possibleValues(const Field &field);

/// Whether it says if a session asked for what the last part of its name says: true or false.
bool isSessionFlag(const Field &field);
/// "tty" of session.tty.
std::string_view sessionParameter(const Field &field);

/// 0 is monday, the first of its possible values.
std::string_view weekdayName(int day);

/// Whether these are in an order that "<" can ask for: levels, stages, days of the week.
bool hasOrderedWords(const Field &field);

/// Whether it is worth counting a case's values of the field: they stand in a column, and many
/// events share one.
bool hasSharedValues(const Field &field);

} // namespace auditloupe
