// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/event/auditevent.h"

#include <cstdint>
#include <SQLiteCpp/SQLiteCpp.h>
#include <vector>

namespace auditloupe {

/// Stages as bits.
using StageSet = std::uint8_t;

constexpr StageSet stageBit(Stage stage)
{
    return static_cast<StageSet>(1U << static_cast<unsigned>(stage));
}

/// The stages that each request of a case has: a byte an event. Does not change.
class RequestStages
{
public:
    /// One pass over the case's indexes. Throws SQLite's exceptions.
    explicit RequestStages(SQLite::Database &database);

    /// Of the request whose most complete stage it is; none for other events, and where no stage is
    /// known.
    StageSet of(EventId last) const
    {
        const auto index = static_cast<std::size_t>(last);
        return index < m_stages.size() ? m_stages[index] : StageSet(0);
    }

private:
    std::vector<StageSet> m_stages; // by event id
};

} // namespace auditloupe
