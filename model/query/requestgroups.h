// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/event/auditevent.h"

#include <functional>
#include <span>
#include <SQLiteCpp/SQLiteCpp.h>

namespace auditloupe {

/// An event as one of its request's.
struct RequestMember
{
    EventId id = EventId{0};
    Stage stage = Stage::Unknown;
};

/// Takes a request: its most complete stage and all of its events, that one among them.
using TakeRequest = std::function<void(EventId last, std::span<const RequestMember> events)>;

/// All requests of the case, in one pass over its indexes. Clusters that share an auditID and a
/// time have requests of their own; an event of an unknown cluster belongs to each of them. Throws
/// SQLite's exceptions.
void forEachRequest(SQLite::Database &database, const TakeRequest &take);

} // namespace auditloupe
