// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/unitcounts.h"

#include "model/query/queryscope.h"
#include "model/query/requestgroups.h"

#include <algorithm>
#include <vector>

namespace auditloupe {

namespace {

/// Events by id; ids are small and dense.
class EventSet
{
public:
    explicit EventSet(std::span<const EventId> ids)
    {
        if (!ids.empty()) {
            m_has.resize(static_cast<std::size_t>(std::ranges::max(ids)) + 1);
        }
        for (const EventId id : ids) {
            m_has[static_cast<std::size_t>(id)] = true;
        }
    }

    bool has(EventId id) const
    {
        const auto index = static_cast<std::size_t>(id);
        return index < m_has.size() && m_has[index];
    }

private:
    std::vector<bool> m_has;
};

bool isIndexed(SQLite::Database &database)
{
    SQLite::Statement find(database,
                           "SELECT 1 FROM sqlite_schema WHERE type = 'index' "
                           "AND name = 'event_request'");
    return find.executeStep();
}

UnitCounts count(SQLite::Database &database, std::span<const EventId> ids, Unit unit)
{
    const EventSet shown(ids);
    UnitCounts counts;
    counts.events = unit == Unit::Requests ? 0 : std::ssize(ids);
    forEachRequest(database, [&](EventId last, std::span<const RequestMember> events) {
        if (unit == Unit::Requests && shown.has(last)) {
            ++counts.requests;
            counts.events += std::ssize(events);
        } else if (unit != Unit::Requests) {
            counts.requests += std::ranges::any_of(
                events, [&shown](const RequestMember &event) { return shown.has(event.id); });
        }
    });
    return counts;
}

} // namespace

Result<UnitCounts> countUnits(CaseReader &reader, std::span<const EventId> ids, Unit unit,
                              const JobControl &control)
{
    return runQuery(reader, control, [&](SQLite::Database &database) -> Result<UnitCounts> {
        return isIndexed(database)
            ? count(database, ids, unit)
            : UnitCounts{.requests = std::ssize(ids), .events = std::ssize(ids)};
    });
}

} // namespace auditloupe
