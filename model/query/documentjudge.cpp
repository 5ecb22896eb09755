// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/documentjudge.h"

#include "model/query/queryscope.h"

#include <algorithm>
#include <format>
#include <iterator>

namespace auditloupe {

namespace {

constexpr int FirstTruth = 8; // column of the row's statement; the last one is the id

/// So many rows are passed over rather than looked for.
constexpr std::int64_t NearRows = 8;

SQLite::Statement rowStatement(SQLite::Database &database, std::span<const Condition> parts,
                               const SqlContext &context)
{
    SqlText row{.text = "SELECT block, block_offset, length, coalesce(envelope, 0), level, stage, "
                        "flags, code"};
    for (const Condition &part : parts) {
        SqlText truth = truthSql(part, context);
        row.text += ", " + truth.text;
        std::ranges::move(truth.values, std::back_inserter(row.values));
    }
    return bound(database, row.text + ", e.id FROM event AS e WHERE e.id >= ? ORDER BY e.id",
                 row.values);
}

Truth truthAt(const SQLite::Column &column)
{
    return column.isNull() ? Truth::Unknown : truthOf(column.getInt() != 0);
}

template <typename Enum>
Enum enumAt(const SQLite::Column &column, Enum last)
{
    return static_cast<Enum>(std::clamp(column.getInt(), 0, static_cast<int>(last)));
}

} // namespace

DocumentJudge::DocumentJudge(SQLite::Database &database, const Condition &condition,
                             const SqlContext &context)
    : m_matcher(condition, context.nowUs, EventMatcher::Columns::Known)
    , m_row(rowStatement(database, m_matcher.columnParts(), context))
    , m_envelope(database, "SELECT format FROM envelope WHERE id = ?1")
    , m_idParameter(m_row.getBindParameterCount())
    , m_entries(database)
    , m_known(m_matcher.columnParts().size())
{
    m_event.document = [this] { return document(); };
}

void DocumentJudge::seek(EventId id)
{
    const auto wanted = static_cast<std::int64_t>(id);
    if (!m_row.hasRow() || wanted <= m_rowId || wanted > m_rowId + NearRows) {
        m_row.reset();
        m_row.bind(m_idParameter, wanted);
        m_rowId = -1;
    }
    while (m_rowId < wanted && m_row.executeStep()) {
        m_rowId = m_row.getColumn(FirstTruth + static_cast<int>(m_known.size())).getInt64();
    }
    m_isThere = m_row.hasRow() && m_rowId == wanted;
    if (!m_isThere) {
        return;
    }
    m_place = {.block = m_row.getColumn(0).getInt64(),
               .offset = m_row.getColumn(1).getInt64(),
               .length = m_row.getColumn(2).getInt64(),
               .envelope = m_row.getColumn(3).getInt64()};
    m_event.fields.level = enumAt(m_row.getColumn(4), Level::RequestResponse);
    m_event.fields.stage = enumAt(m_row.getColumn(5), Stage::Panic);
    m_event.fields.flags = m_row.getColumn(6).getUInt();
    const SQLite::Column code = m_row.getColumn(7);
    m_event.fields.code = code.isNull() ? std::nullopt : std::optional(code.getInt());
    m_event.formats = formatsOf(m_place.envelope);
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        m_known[i] = truthAt(m_row.getColumn(FirstTruth + static_cast<int>(i)));
    }
    m_event.known = m_known;
}

Truth DocumentJudge::truth()
{
    return m_isThere ? m_matcher.judge(m_event) : Truth::False;
}

std::string_view DocumentJudge::document()
{
    return m_isThere ? m_entries.event(m_place) : std::string_view();
}

FormatSet DocumentJudge::formatsOf(std::int64_t envelope)
{
    if (envelope == 0) {
        return 0;
    }
    const auto [place, isNew] = m_formats.try_emplace(envelope, FormatSet(0));
    if (isNew) {
        m_envelope.reset();
        m_envelope.bind(1, envelope);
        if (m_envelope.executeStep()) {
            place->second = partialFormatsIn(m_envelope.getColumn(0).getString());
        }
    }
    return place->second;
}

Result<std::vector<EventId>> DocumentJudge::keep(std::span<const EventId> ids, Truth wanted,
                                                 const JobControl &control)
{
    std::vector<EventId> sorted(ids.begin(), ids.end());
    std::ranges::sort(sorted);
    std::vector<EventId> matching;
    for (const EventId id : sorted) {
        if (control.isCancelled()) {
            return std::unexpected(Error::cancelled());
        }
        seek(id);
        if (truth() == wanted) {
            matching.push_back(id);
        }
    }
    if (std::ranges::is_sorted(ids)) {
        return matching;
    }
    std::vector<EventId> result;
    std::ranges::copy_if(ids, std::back_inserter(result),
                         [&](EventId id) { return std::ranges::binary_search(matching, id); });
    return result;
}

} // namespace auditloupe
