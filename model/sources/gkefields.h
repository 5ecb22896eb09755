// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <span>
#include <string_view>

namespace auditloupe {

/// How a field of the event that composeGkeEvent() makes comes about.
enum class GkeOrigin {
    Copied, ///< the entry says it
    Inferred, ///< concluded from what the entry says
    Absent ///< the entry says nothing of it
};

/// One line of the mapping from Google's LogEntry to the audit event.
struct GkeField
{
    std::string_view event; ///< field of the event, as in the field catalogue
    std::string_view entry; ///< fields of the LogEntry; empty where it is absent
    GkeOrigin origin;
    const char *remark; ///< translatable in context "GkeField"; may be empty

    QString explain() const; ///< the translated remark
};

std::span<const GkeField> gkeFields();

/// "copied", "inferred", "absent".
std::string_view gkeOriginName(GkeOrigin origin);

} // namespace auditloupe
