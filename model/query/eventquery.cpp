// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventquery.h"

#include "model/query/documentmatcher.h"
#include "model/query/eventorder.h"
#include "model/query/queryscope.h"

#include <format>

namespace auditloupe {

namespace {

/// The first rows are wanted at once, the rest with few calls.
constexpr std::size_t FirstIds = 1000;
constexpr std::size_t FurtherIds = 65'536;
/// So many candidates are looked into before those that match are handed over.
constexpr std::size_t DocumentsAtOnce = 4096;

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

void streamIds(SQLite::Database &database, const SqlText &where, const std::string &orderBy,
               const std::function<bool(EventId)> &push)
{
    const std::string sql =
        std::format("SELECT e.id FROM event AS e WHERE {} ORDER BY {}", where.text, orderBy);
    SQLite::Statement rows = bound(database, sql, where.values);
    while (rows.executeStep() && push(EventId{rows.getColumn(0).getUInt()})) { }
}

std::vector<EventId> candidates(SQLite::Database &database, const Filter &filter, SortOrder order)
{
    const std::string orderBy = streamingOrder(database, filter, order);
    if (orderBy.empty()) {
        return sortedIds(database, filter, order);
    }
    std::vector<EventId> ids;
    streamIds(database, filterSql(filter), orderBy, [&ids](EventId id) {
        ids.push_back(id);
        return true;
    });
    return ids;
}

Result<void> selectByColumns(SQLite::Database &database, const Filter &filter, SortOrder order,
                             const TakeIds &take)
{
    IdOutlet outlet(take);
    const std::string orderBy = streamingOrder(database, filter, order);
    if (!orderBy.empty()) {
        streamIds(database, filterSql(filter), orderBy,
                  [&outlet](EventId id) { return outlet.push(id); });
        outlet.flush();
        return {};
    }
    for (const EventId id : sortedIds(database, filter, order)) {
        if (!outlet.push(id)) {
            return {};
        }
    }
    outlet.flush();
    return {};
}

/// In these orders neighbours stand in the same few blocks, so matches can be shown while the
/// rest is still searched. In any other all documents are read first, in order of id.
bool keepsNeighbours(SortKey key)
{
    return key == SortKey::Time || key == SortKey::Import;
}

Result<void> selectByDocuments(SQLite::Database &database, const Filter &filter, SortOrder order,
                               const JobControl &control, const TakeIds &take)
{
    const std::vector<EventId> all = candidates(database, filter, order);
    DocumentSource source(database);
    DocumentMatcher matcher(documentTerms(filter));
    const std::size_t portion = keepsNeighbours(order.key) ? DocumentsAtOnce : all.size();
    for (std::size_t from = 0; from < all.size(); from += portion) {
        const std::size_t count = std::min(portion, all.size() - from);
        const auto matching = matcher.keep(source, std::span(all).subspan(from, count), control);
        if (!matching) {
            return std::unexpected(matching.error());
        }
        if (!matching->empty() && !take(*matching)) {
            return {};
        }
    }
    return {};
}

} // namespace

Result<void> selectEvents(CaseReader &reader, const Filter &filter, SortOrder order,
                          const JobControl &control, const TakeIds &take)
{
    return runQuery(reader, control, [&](SQLite::Database &database) {
        return documentTerms(filter).empty()
            ? selectByColumns(database, filter, order, take)
            : selectByDocuments(database, filter, order, control, take);
    });
}

} // namespace auditloupe
