// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/requeststages.h"

#include "model/query/requestgroups.h"

#include <algorithm>

namespace auditloupe {

RequestStages::RequestStages(SQLite::Database &database)
{
    forEachRequest(database, [this](EventId last, std::span<const RequestMember> events) {
        const auto index = static_cast<std::size_t>(last);
        if (index >= m_stages.size()) {
            m_stages.resize(std::max(index + 1, m_stages.size() * 2));
        }
        for (const RequestMember &event : events) {
            const bool isKnown = event.stage != Stage::Unknown;
            m_stages[index] |= isKnown ? stageBit(event.stage) : StageSet(0);
        }
    });
}

} // namespace auditloupe
