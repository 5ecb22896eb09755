// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>

class QTimeZone;

namespace auditloupe {

/// RFC 3339 to microseconds since 1970 UTC; further digits are cut. Accepts any number of
/// fraction digits, "Z" or an offset, "T" or a space. Empty for anything else.
std::optional<std::int64_t> parseTime(std::string_view text);

/// "2026-11-20T16:13:25.352481Z", always six digits, as the API server writes it.
QString formatTimeUtc(std::int64_t us);

/// "2026-11-20 17:13:25.352 +01:00" in the given zone; UTC prints "Z". For people.
QString formatTime(std::int64_t us, const QTimeZone &zone);

/// 0 to 23, and 0 for Monday to 6, in UTC.
int hourOfDay(std::int64_t us);
int dayOfWeek(std::int64_t us);

/// "1.234 s", "56 ms", "3 h 12 min": two units at most.
QString formatDuration(std::int64_t us);

} // namespace auditloupe
