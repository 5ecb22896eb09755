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

/// As streamingOrder() says.
void streamIds(SQLite::Database &database, const Filter &filter, const SqlContext &context,
               SortOrder order, const std::string &orderBy,
               const std::function<bool(EventId)> &push)
{
    const SqlText where =
        filterSql(filter, context, Wanted::True,
                  order.key == SortKey::Time ? RowAccess::ByTime : RowAccess::Scan);
    const std::string sql =
        std::format("SELECT e.id FROM event AS e WHERE {} ORDER BY {}", where.text, orderBy);
    SQLite::Statement rows = bound(database, sql, where.values);
    while (rows.executeStep() && push(EventId{rows.getColumn(0).getUInt()})) { }
}

std::vector<EventId> candidates(SQLite::Database &database, const Filter &filter,
                                const SqlContext &context, SortOrder order)
{
    const std::string orderBy = streamingOrder(database, filter, order);
    if (orderBy.empty()) {
        return sortedIds(database, filter, context, order);
    }
    std::vector<EventId> ids;
    streamIds(database, filter, context, order, orderBy, [&ids](EventId id) {
        ids.push_back(id);
        return true;
    });
    return ids;
}

Result<void> selectByColumns(SQLite::Database &database, const Filter &filter,
                             const SqlContext &context, SortOrder order, const TakeIds &take)
{
    IdOutlet outlet(take);
    const std::string orderBy = streamingOrder(database, filter, order);
    if (!orderBy.empty()) {
        streamIds(database, filter, context, order, orderBy,
                  [&outlet](EventId id) { return outlet.push(id); });
        outlet.flush();
        return {};
    }
    const std::vector<EventId> first = firstIds(database, filter, context, order);
    const auto push = [&outlet](EventId id) { return outlet.push(id); };
    if (!std::ranges::all_of(first, push) || !outlet.flush()) {
        return {};
    }
    std::vector<EventId> all = sortedIds(database, filter, context, order);
    const bool isBeginning = std::ranges::mismatch(first, all).in1 == first.end();
    if (!isBeginning) { // a writer came between
        std::erase_if(all, [&first](EventId id) { return std::ranges::contains(first, id); });
        all.insert(all.begin(), first.begin(), first.end());
    }
    if (std::ranges::all_of(std::span(all).subspan(std::min(first.size(), all.size())), push)) {
        outlet.flush();
    }
    return {};
}

} // namespace

Result<void> selectEvents(CaseReader &reader, const Filter &filter, SortOrder order,
                          const JobControl &control, const TakeIds &take)
{
    return runQuery(reader, control, [&](SQLite::Database &database) {
        const SqlContext context = contextFor(database, filter);
        if (isInColumns(filter.condition)) {
            return selectByColumns(database, filter, context, order, take);
        }
        const std::vector<EventId> all = candidates(database, filter, context, order);
        return searchDocuments(reader,
                               {.condition = filter.condition, .context = context, .order = order},
                               all, control, take);
    });
}

} // namespace auditloupe
