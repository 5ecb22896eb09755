// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventquery.h"

#include "model/query/documentsearch.h"
#include "model/query/eventorder.h"
#include "model/query/queryscope.h"

#include <algorithm>
#include <format>

namespace auditloupe {

namespace {

/// The first rows are wanted at once, the rest with few calls.
constexpr std::size_t FirstIds = 1000;
constexpr std::size_t FurtherIds = 65'536;

/// Hands ids over in fitting portions.
class IdOutlet
{
public:
    explicit IdOutlet(const TakeIds &take)
        : m_take(take)
    {
    }

    /// False when no more are wanted.
    bool push(EventId id)
    {
        m_ids.push_back(id);
        return m_ids.size() < m_wanted || flush();
    }

    bool flush()
    {
        m_goesOn = m_goesOn && (m_ids.empty() || m_take(m_ids));
        m_ids.clear();
        m_wanted = FurtherIds;
        return m_goesOn;
    }

private:
    const TakeIds &m_take;
    std::vector<EventId> m_ids;
    std::size_t m_wanted = FirstIds;
    bool m_goesOn = true;
};

std::vector<EventId> candidates(SQLite::Database &database, const Filter &filter,
                                const SqlContext &context, const SortOrder &order)
{
    std::vector<EventId> ids;
    orderedIds(database, filter, context, order, [&ids](EventId id) {
        ids.push_back(id);
        return true;
    });
    return ids;
}

void selectByColumns(SQLite::Database &database, const Filter &filter, const SqlContext &context,
                     const SortOrder &order, const TakeIds &take)
{
    IdOutlet outlet(take);
    const std::vector<EventId> first = firstIds(database, filter, context, order);
    const auto push = [&outlet](EventId id) { return outlet.push(id); };
    if (!std::ranges::all_of(first, push) || !outlet.flush()) {
        return;
    }
    std::size_t known = first.size(); // all is one reading: they are the beginning still
    orderedIds(database, filter, context, order, [&](EventId id) {
        const bool isKnown = known > 0;
        known -= isKnown ? 1 : 0;
        return isKnown || outlet.push(id);
    });
    outlet.flush();
}

} // namespace

Result<void> selectEvents(CaseReader &reader, const Filter &filter, const SortOrder &order,
                          const JobControl &control, const TakeIds &take)
{
    return runQuery(reader, control, [&](SQLite::Database &database) -> Result<void> {
        const SqlContext context = contextFor(database, filter);
        if (isInColumns(filter.condition)) {
            selectByColumns(database, filter, context, order, take);
            return {};
        }
        const std::vector<EventId> all = candidates(database, filter, context, order);
        return searchDocuments(reader,
                               {.condition = filter.condition, .context = context, .order = order},
                               all, control, take);
    });
}

} // namespace auditloupe
