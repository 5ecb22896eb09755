// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/query/filter.h"
#include "model/query/requeststages.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace auditloupe {

/// An event as a condition looks at it. What has no data is absent.
struct MatchedEvent
{
    EventFields fields = {};
    FormatSet formats = 0; ///< that it was wrapped in, as far as they lack fields
    SourceId source = {};
    std::string_view sourcePath = {};
    std::string_view server = {}; ///< the API server
    std::string_view cluster = {};
    std::string_view node = {};
    std::int64_t request = 0;
    bool last = false; ///< the request's most complete stage
    Unit unit = Unit::Events; ///< what the event stands for
    StageSet stages = 0; ///< that the request has; only where the event stands for one
    /// Of the parts that columns answered.
    std::span<const Truth> known = {};
    /// The event's bytes; asked for only where no column tells, and not again before the next
    /// event.
    std::function<std::string_view()> document = {};
};

/// The value of a field that the case has a column for, or derives from columns; by what
/// valueMeaning() says of the field. Without data, empty, or nothing: the event has none. What is
/// made of other fields is kept in `made`.
std::string_view textColumn(const Field &field, const MatchedEvent &event, std::string &made);
std::string_view wordColumn(const Field &field, const MatchedEvent &event);
std::optional<std::int64_t> numberColumn(const Field &field, const MatchedEvent &event);

} // namespace auditloupe
