// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace auditloupe {

/// When a store got an event by its own clock, from a fact that a wrapper tells: text as in RFC
/// 3339, or milli-, micro- or nanoseconds since 1970. Nothing where the fact is about something
/// else; most times in wrappers only repeat the event's.
std::optional<std::int64_t> storeTime(const QString &fact, const QString &value);

} // namespace auditloupe
