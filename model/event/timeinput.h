// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstdint>
#include <optional>

class QTimeZone;

namespace auditloupe {

/// A time as people type it: "2026-11-20", "2026-11-20 16:13", with seconds and a fraction, in
/// `zone` unless "Z" or an offset stands behind it. Microseconds since 1970, UTC.
std::optional<std::int64_t> parseTimeInput(const QString &text, const QTimeZone &zone);

/// All of the day, minute, second or fraction of one that such a text names.
struct TimeSpan
{
    std::int64_t fromUs = 0; ///< inclusive
    std::int64_t toUs = 0; ///< exclusive
};

std::optional<TimeSpan> parseTimeSpan(const QString &text, const QTimeZone &zone);

/// What parseTimeInput() reads back in the same zone, as short as it can be without loss.
QString timeInputText(std::int64_t us, const QTimeZone &zone);

} // namespace auditloupe
