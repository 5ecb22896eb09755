// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/requestgroups.h"

#include "model/query/rowstatement.h"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

namespace auditloupe {

namespace {

/// An id of this program is positive and small.
EventId idAt(const RowStatement &rows, int column)
{
    const std::int64_t id = rows.number(column);
    if (id < 0 || id > std::numeric_limits<std::uint32_t>::max()) {
        throw SQLite::Exception("an event's id is out of range", SQLITE_CORRUPT);
    }
    return EventId{static_cast<std::uint32_t>(id)};
}

/// The events that are their request's most complete stage, by id: ids are small and dense.
std::vector<bool> lastEvents(SQLite::Database &database)
{
    std::vector<bool> isLast;
    RowStatement rows(database, "SELECT id FROM event WHERE last = 1");
    while (rows.step()) {
        const auto id = static_cast<std::size_t>(idAt(rows, 0));
        if (id >= isLast.size()) {
            isLast.resize(std::max(id + 1, isLast.size() * 2));
        }
        isLast[id] = true;
    }
    return isLast;
}

/// What tells apart the requests that have one number.
struct Origin
{
    std::string auditId = {};
    std::int64_t cluster = 0; // 0: unknown

    bool fits(const Origin &other) const
    {
        return auditId == other.auditId
            && (cluster == other.cluster || cluster == 0 || other.cluster == 0);
    }
};

class RequestWalk
{
public:
    RequestWalk(SQLite::Database &database, const TakeRequest &take)
        : m_isLast(lastEvents(database))
        , m_rows(database, "SELECT request, stage, id FROM event ORDER BY request, stage, id")
        , m_origin(database, "SELECT audit_id, coalesce(cluster, 0) FROM event WHERE id = ?1")
        , m_take(take)
    {
    }

    void run()
    {
        std::int64_t request = 0;
        while (m_rows.step()) {
            if (m_rows.number(0) != request) {
                finishGroup();
                request = m_rows.number(0);
            }
            const EventId id = idAt(m_rows, 2);
            const auto stage = std::clamp<std::int64_t>(m_rows.number(1), 0, 4);
            m_group.push_back({.id = id, .stage = static_cast<Stage>(stage)});
            const auto index = static_cast<std::size_t>(id);
            if (index < m_isLast.size() && m_isLast[index]) {
                m_lasts.push_back(id);
            }
        }
        finishGroup();
    }

private:
    void finishGroup()
    {
        if (m_lasts.size() == 1) {
            m_take(m_lasts.front(), m_group);
        } else if (!m_lasts.empty()) {
            takeSeveral();
        }
        m_group.clear();
        m_lasts.clear();
    }

    void takeSeveral()
    {
        constexpr std::size_t Most = 1U << 20U; // pairs: a made-up group can have any number
        if (m_lasts.size() * m_group.size() > Most) {
            for (const EventId last : m_lasts) {
                m_take(last, {std::ranges::find(m_group, last, &RequestMember::id), 1});
            }
            return;
        }
        std::vector<Origin> origins;
        for (const RequestMember &member : m_group) {
            origins.push_back(originOf(member.id));
        }
        for (const EventId last : m_lasts) {
            const Origin own = originOf(last);
            std::vector<RequestMember> members;
            for (std::size_t i = 0; i < m_group.size(); ++i) {
                if (own.fits(origins[i])) {
                    members.push_back(m_group[i]);
                }
            }
            m_take(last, members);
        }
    }

    Origin originOf(EventId id)
    {
        m_origin.reset();
        m_origin.bind(1, static_cast<std::int64_t>(id));
        m_origin.executeStep();
        return {.auditId = m_origin.getColumn(0).getString(),
                .cluster = m_origin.getColumn(1).getInt64()};
    }

    std::vector<bool> m_isLast;
    RowStatement m_rows;
    SQLite::Statement m_origin;
    const TakeRequest &m_take;
    std::vector<RequestMember> m_group; // with one number
    std::vector<EventId> m_lasts; // of m_group
};

} // namespace

void forEachRequest(SQLite::Database &database, const TakeRequest &take)
{
    RequestWalk(database, take).run();
}

} // namespace auditloupe
