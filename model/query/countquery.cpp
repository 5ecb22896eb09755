// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/masking.h"
#include "model/query/countonallcores.h"
#include "model/query/documentjudge.h"
#include "model/query/documentsearch.h"
#include "model/query/eventquery.h"
#include "model/query/groupkey.h"
#include "model/query/queryscope.h"

#include <QCoreApplication>

#include <algorithm>
#include <format>
#include <map>
#include <set>
#include <unordered_map>

namespace auditloupe {

namespace {

/// How much one row counts.
std::string weightSql(const Filter &filter)
{
    return filter.unit == Unit::Copies ? "1 + (SELECT count(*) FROM copy AS c WHERE c.event = e.id)"
                                       : "1";
}

/// A range of time is looked up in an index, which has no stretches.
Result<std::int64_t> countByColumns(CaseReader &reader, const Filter &filter, Wanted wanted,
                                    const JobControl &control)
{
    const Result<SqlContext> context =
        runQuery(reader, control, [&filter](SQLite::Database &database) -> Result<SqlContext> {
            return contextFor(database, filter);
        });
    if (!context) {
        return std::unexpected(context.error());
    }
    const SqlText where = filterSql(filter, *context, wanted);
    const std::string what = filter.unit == Unit::Copies
        ? std::format("coalesce(sum({}), 0)", weightSql(filter))
        : std::string("count(*)");
    const auto count = [&](SQLite::Database &database, const std::string &stretch) {
        SQLite::Statement rows = bound(
            database,
            std::format("SELECT {} FROM event AS e WHERE {} AND {}", what, where.text, stretch),
            where.values);
        rows.executeStep();
        return rows.getColumn(0).getInt64();
    };
    if (!filter.fromUs && !filter.toUs) {
        return countOnAllCores(reader, control, count);
    }
    return runQuery(reader, control, [&](SQLite::Database &database) -> Result<std::int64_t> {
        return count(database, "1");
    });
}

/// Adds up the groups of all events that the filter selects.
class GroupCounter
{
public:
    GroupCounter(SQLite::Database &database, const Filter &filter, const SqlContext &context,
                 std::span<const Field *const> fields, const JobControl &control,
                 Credentials credentials)
        : m_judge(database, filter.condition, context)
        , m_control(control)
        , m_fields(fields)
        , m_filtersDocuments(!isInColumns(filter.condition))
        , m_credentials(credentials)
        , m_masks(credentials == Credentials::Masked && groupsDocuments())
    {
        for (const Field *field : m_fields) {
            m_paths.push_back(isInDocument(*field) ? parsePath(field->path)
                                                   : std::vector<PathStep>());
        }
    }

    Result<void> run(SQLite::Database &database, const Filter &filter, const SqlContext &context)
    {
        const SqlText where = filterSql(filter, context);
        std::string columns;
        for (const Field *field : m_fields) {
            columns +=
                ", " + (isInDocument(*field) ? std::string("NULL") : valueSql(*field, filter.unit));
        }
        SQLite::Statement rows =
            bound(database,
                  std::format("SELECT e.id, {}{} FROM event AS e WHERE {} {}", weightSql(filter),
                              columns, where.text, needsDocuments() ? "ORDER BY e.id" : ""),
                  where.values);
        while (rows.executeStep()) {
            if (const Result<void> added = add(rows); !added) {
                return added;
            }
        }
        return {};
    }

    Result<std::vector<GroupCount>> take(SQLite::Database &database)
    {
        GroupNames names(database);
        std::map<GroupNames::Texts, std::int64_t> named;
        for (const auto &[key, count] : m_counts) {
            std::vector<GroupNames::Texts> choices = names.values(key, m_fields);
            maskTexts(choices);
            const Result<void> added = combine(choices, [&](std::span<const std::size_t> at) {
                GroupNames::Texts group;
                for (std::size_t i = 0; i < at.size(); ++i) {
                    group.push_back(choices[i][at[i]]);
                }
                const auto [place, isNew] = named.try_emplace(std::move(group), 0);
                place->second += count;
                return isNew;
            });
            if (!added) {
                return std::unexpected(added.error());
            }
        }
        std::vector<GroupCount> groups;
        for (auto &[values, count] : named) {
            groups.push_back({values, count});
        }
        std::ranges::stable_sort(groups, std::greater(), &GroupCount::count);
        return groups;
    }

private:
    bool groupsDocuments() const
    {
        return std::ranges::any_of(m_fields,
                                   [](const Field *field) { return isInDocument(*field); });
    }

    /// Of columns; documents are masked as a whole.
    void maskTexts(std::vector<GroupNames::Texts> &choices) const
    {
        for (std::size_t i = 0; i < choices.size() && m_credentials == Credentials::Masked; ++i) {
            if (isClientText(*m_fields[i])
                || (!isInDocument(*m_fields[i]) && mayHoldCredentials(*m_fields[i]))) {
                std::ranges::transform(choices[i], choices[i].begin(),
                                       [](const auto &text) { return text.transform(maskText); });
            }
        }
    }

    /// Runs `add` for each way to take one of the choices for every field; it answers whether that
    /// is a new group. Two long lists in one event would make more of them than anybody can read.
    template <typename Choices, typename Add>
    Result<void> combine(const std::vector<Choices> &choices, Add add)
    {
        constexpr int MostCombined = 1'000'000;
        const auto lists =
            std::ranges::count_if(choices, [](const Choices &some) { return some.size() > 1; });
        std::vector<std::size_t> at(choices.size());
        while (!m_control.isCancelled()) {
            m_combined += add(std::span<const std::size_t>(at)) && lists > 1 ? 1 : 0;
            if (m_combined > MostCombined) {
                return std::unexpected(Error{
                    .message = QCoreApplication::translate(
                                   "Query",
                                   "Events have lists in several of these fields: together they "
                                   "make more than %L1 groups. Count by fewer fields.")
                                   .arg(MostCombined)});
            }
            std::size_t field = at.size();
            while (field > 0 && ++at[field - 1] == choices[field - 1].size()) {
                at[--field] = 0;
            }
            if (field == 0) {
                return {};
            }
        }
        return std::unexpected(Error::cancelled());
    }

    bool needsDocuments() const { return m_filtersDocuments || groupsDocuments(); }

    Result<void> add(const SQLite::Statement &row)
    {
        if (needsDocuments()) {
            if (m_control.isCancelled()) {
                return std::unexpected(Error::cancelled());
            }
            m_judge.seek(EventId{row.getColumn(0).getUInt()});
        }
        if (m_filtersDocuments && m_judge.truth() != Truth::True) {
            return {};
        }
        if (!groupsDocuments()) {
            addColumns(row);
            return {};
        }
        const std::string_view document = m_judge.document();
        return m_masks ? addGroups(row, maskCredentials(document)) : addGroups(row, document);
    }

    /// An event with several values of one field counts under each of them.
    Result<void> addGroups(const SQLite::Statement &row, std::string_view document)
    {
        std::vector<std::vector<std::string>> choices;
        m_documents.open(document);
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            choices.push_back(isInDocument(*m_fields[i])
                                  ? documentKeys(m_paths[i])
                                  : std::vector{columnKey(row, static_cast<int>(i) + 2)});
        }
        return combine(choices, [&](std::span<const std::size_t> at) {
            m_key.clear();
            for (std::size_t i = 0; i < at.size(); ++i) {
                m_key += choices[i][at[i]];
            }
            return addKey(row);
        });
    }

    void addColumns(const SQLite::Statement &row)
    {
        m_key.clear();
        for (int i = 0; i < std::ssize(m_fields); ++i) {
            appendGroupColumn(m_key, row.getColumn(i + 2));
        }
        addKey(row);
    }

    /// Whether the key is a new one.
    bool addKey(const SQLite::Statement &row)
    {
        const std::int64_t weight = row.getColumn(1).getInt64();
        const auto known = m_counts.find(std::string_view(m_key));
        const bool isNew = known == m_counts.end();
        (isNew ? m_counts[m_key] : known->second) += weight;
        return isNew;
    }

    static std::string columnKey(const SQLite::Statement &row, int column)
    {
        std::string key;
        appendGroupColumn(key, row.getColumn(column));
        return key;
    }

    std::vector<std::string> documentKeys(std::span<const PathStep> path)
    {
        std::set<std::string> keys;
        for (const DocumentValue &value : m_documents.elements(path)) {
            std::string key;
            appendGroupText(key, value.text);
            keys.insert(std::move(key));
        }
        std::string missing;
        appendGroupMissing(missing);
        return keys.empty() ? std::vector{missing} : std::vector(keys.begin(), keys.end());
    }

    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };

    DocumentJudge m_judge;
    const JobControl &m_control;
    std::span<const Field *const> m_fields;
    std::vector<std::vector<PathStep>> m_paths; // empty for columns
    DocumentReader m_documents;
    bool m_filtersDocuments = false;
    Credentials m_credentials;
    bool m_masks = false; // the documents
    std::string m_key;
    int m_combined = 0; // groups of events with lists in several fields
    std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> m_counts;
};

/// How much the events count for.
std::int64_t weightOf(SQLite::Database &database, const Filter &filter,
                      std::span<const EventId> ids)
{
    std::int64_t weight = std::ssize(ids);
    if (filter.unit == Unit::Copies) {
        SQLite::Statement copies(database, "SELECT count(*) FROM copy WHERE event = ?1");
        for (const EventId id : ids) {
            copies.reset();
            copies.bind(1, static_cast<std::int64_t>(id));
            copies.executeStep();
            weight += copies.getColumn(0).getInt64();
        }
    }
    return weight;
}

using Ids = std::vector<EventId>;

Ids trueCandidates(SQLite::Database &database, const Filter &filter, const SqlContext &context)
{
    const SqlText where = filterSql(filter, context);
    SQLite::Statement rows = bound(
        database, std::format("SELECT e.id FROM event AS e WHERE {} ORDER BY e.id", where.text),
        where.values);
    Ids ids;
    while (rows.executeStep()) {
        ids.push_back(EventId{rows.getColumn(0).getUInt()});
    }
    return ids;
}

/// Events that columns tell to be unknown go to `certain`; those whose documents must be read are
/// returned.
Ids unknownCandidates(SQLite::Database &database, const Filter &filter, const SqlContext &context,
                      Ids &certain)
{
    const auto [least, most] = truthBoundsSql(filter.condition, context);
    SqlText where = filterSql(filter, context, Wanted::Unknown);
    std::vector<SqlText::Value> values = least.values;
    values.insert(values.end(), most.values.begin(), most.values.end());
    values.insert(values.end(), where.values.begin(), where.values.end());
    SQLite::Statement rows =
        bound(database,
              std::format("SELECT e.id, {}, {} FROM event AS e WHERE {} ORDER BY e.id", least.text,
                          most.text, where.text),
              values);
    Ids ids;
    while (rows.executeStep()) {
        const SQLite::Column low = rows.getColumn(1);
        const SQLite::Column high = rows.getColumn(2);
        const bool isCertain =
            low.isNull() == high.isNull() && (low.isNull() || low.getInt() == high.getInt());
        if (!isCertain || low.isNull()) {
            (isCertain ? certain : ids).push_back(EventId{rows.getColumn(0).getUInt()});
        }
    }
    return ids;
}

/// Counts the events that have the truth.
Result<std::int64_t> countByDocuments(CaseReader &reader, const Filter &filter, Truth truth,
                                      const JobControl &control)
{
    return runQuery(reader, control, [&](SQLite::Database &database) {
        const SqlContext context = contextFor(database, filter);
        Ids certain;
        const Ids candidates = truth == Truth::True
            ? trueCandidates(database, filter, context)
            : unknownCandidates(database, filter, context, certain);
        const DocumentSearch search{.condition = filter.condition,
                                    .context = context,
                                    .truth = truth,
                                    .order = SortOrder::by(SortKey::Import)};
        std::int64_t count = weightOf(database, filter, certain);
        return searchDocuments(reader, search, candidates, control,
                               [&](std::span<const EventId> ids) {
                                   count += weightOf(database, filter, ids);
                                   return true;
                               })
            .transform([&count] { return count; });
    });
}

} // namespace

Result<std::int64_t> countEvents(CaseReader &reader, const Filter &filter,
                                 const JobControl &control)
{
    return isInColumns(filter.condition) ? countByColumns(reader, filter, Wanted::True, control)
                                         : countByDocuments(reader, filter, Truth::True, control);
}

Result<std::int64_t> countUnknown(CaseReader &reader, const Filter &filter,
                                  const JobControl &control)
{
    return isInColumns(filter.condition)
        ? countByColumns(reader, filter, Wanted::Unknown, control)
        : countByDocuments(reader, filter, Truth::Unknown, control);
}

Result<std::vector<GroupCount>> countBy(CaseReader &reader, const Filter &filter,
                                        std::span<const Field *const> fields,
                                        const JobControl &control, Credentials credentials)
{
    using Groups = std::vector<GroupCount>;
    return runQuery(reader, control, [&](SQLite::Database &database) -> Result<Groups> {
        const SqlContext context = contextFor(database, filter);
        GroupCounter counter(database, filter, context, fields, control, credentials);
        if (const Result<void> done = counter.run(database, filter, context); !done) {
            return std::unexpected(done.error());
        }
        return counter.take(database);
    });
}

} // namespace auditloupe
