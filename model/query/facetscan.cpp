// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/facetscan.h"

#include "model/casefile/storage.h"
#include "model/event/outcome.h"
#include "model/query/requeststages.h"

#include <algorithm>

namespace auditloupe {

namespace {

using Column = FacetPlan::Column;

constexpr std::size_t KindsOfRows = 5 * 5 * 2 * 2 * 8; // see isUnrecorded()

template <typename Enum>
Enum bounded(std::int64_t number, Enum greatest)
{
    const bool isKnown = number >= 0 && number <= static_cast<std::int64_t>(greatest);
    return static_cast<Enum>(isKnown ? number : 0);
}

/// 0 where there is none.
std::int64_t rowNumber(FacetSource source, const EventFields &row)
{
    switch (source) {
    case FacetSource::Level:
        return static_cast<std::int64_t>(row.level);
    case FacetSource::Stage:
        return static_cast<std::int64_t>(row.stage);
    case FacetSource::Decision:
        return static_cast<std::int64_t>(row.decision);
    default:
        return static_cast<std::int64_t>(outcome(row));
    }
}

std::vector<FormatSet> formatsOfEnvelopes(SQLite::Database &database)
{
    std::vector<FormatSet> formats;
    SQLite::Statement all(database, "SELECT id, format FROM envelope");
    while (all.executeStep()) {
        const std::size_t id = indexOf(all.getColumn(0));
        if (id >= formats.size()) {
            formats.resize(id * 2 + 1, 0);
        }
        formats[id] = partialFormatsIn(all.getColumn(1).getString());
    }
    return formats;
}

} // namespace

FacetScan::FacetScan(SQLite::Database &database, const FacetPlan &plan, const SqlContext &context)
    : m_plan(plan)
    , m_stages(context.stages)
    , m_rows(database, plan.sql, plan.values)
    , m_texts(database)
    , m_tallies(plan.facets.size())
    , m_hasTexts(plan.facets.size())
    , m_formats(formatsOfEnvelopes(database))
    , m_unrecorded(plan.facets.size(), std::vector<std::int8_t>(KindsOfRows, 0))
{
    if (!isInColumns(plan.rest.condition)) {
        m_judge.emplace(database, plan.rest.condition, context);
    }
}

void FacetScan::count(std::int64_t first, std::int64_t last)
{
    const int parameter = static_cast<int>(m_plan.values.size()) + 1;
    m_rows.bind(parameter, first);
    m_rows.bind(parameter + 1, last);
    while (m_rows.step()) {
        if (isRest()) {
            addRow();
        }
    }
}

/// Whether the part of the filter that columns cannot answer holds, too.
bool FacetScan::isRest()
{
    if (!m_judge) {
        return true;
    }
    m_judge->seek(EventId{static_cast<std::uint32_t>(m_rows.number(Column::Id))});
    return m_judge->truth() == Truth::True;
}

/// What fails one choice counts only for the facet that chooses.
void FacetScan::addRow()
{
    readRow();
    std::optional<std::size_t> only;
    for (std::size_t i = 0; i < m_plan.choices.size(); ++i) {
        if (m_rows.number(m_plan.firstTruth + static_cast<int>(i)) == 0) {
            only = m_plan.choices[i];
        }
    }
    if (only) {
        addTo(*only);
        return;
    }
    for (std::size_t i = 0; i < m_tallies.size(); ++i) {
        addTo(i);
    }
}

void FacetScan::readRow()
{
    m_row.level = bounded(m_rows.number(Column::Level), Level::RequestResponse);
    m_row.stage = bounded(m_rows.number(Column::Stage), Stage::Panic);
    m_row.decision = bounded(m_rows.number(Column::Decision), Decision::Forbid);
    m_row.flags = static_cast<std::uint32_t>(m_rows.number(Column::Flags));
    const std::optional<std::int64_t> code = m_rows.optionalNumber(Column::Code);
    m_row.code = code ? std::optional(static_cast<std::int32_t>(*code)) : std::nullopt;
}

void FacetScan::addTo(std::size_t facet)
{
    FacetTally &tally = m_tallies[facet];
    if (!addValue(m_plan.facets[facet], tally)) {
        ++(isUnrecorded(facet) ? tally.unrecorded : tally.missing);
    }
}

/// False where the event has none.
bool FacetScan::addValue(const FacetColumn &column, FacetTally &tally)
{
    switch (column.source) {
    case FacetSource::Numbers:
        if (const auto number = m_rows.optionalNumber(column.column)) {
            tally.numbers.add(*number);
            return true;
        }
        return false;
    case FacetSource::Texts:
        if (const std::string_view text = m_rows.text(column.column); text.data() != nullptr) {
            tally.texts.add(text);
            return true;
        }
        return false;
    case FacetSource::Mapped:
        return addMapped(column, tally);
    case FacetSource::Stages:
        return addStages(tally);
    default:
        break;
    }
    const std::int64_t number = rowNumber(column.source, m_row);
    if (number != 0) {
        tally.numbers.add(number);
    }
    return number != 0;
}

/// An empty list, a user without a name: there is nothing although the column has an id.
bool FacetScan::addMapped(const FacetColumn &column, FacetTally &tally)
{
    constexpr std::int64_t MostKnown = 1 << 24; // ids are dense, but a case may be damaged
    const std::int64_t id = m_rows.number(column.column);
    if (id == 0) { // NULL; ids begin at 1
        return false;
    }
    bool hasTexts = true;
    if (id < 0 || id >= MostKnown) {
        hasTexts = !m_texts.of(column, id).empty();
    } else {
        auto &known = m_hasTexts[static_cast<std::size_t>(&tally - m_tallies.data())];
        const auto index = static_cast<std::size_t>(id);
        if (index >= known.size()) {
            known.resize(index * 2 + 64, 0);
        }
        if (known[index] == 0) {
            known[index] = m_texts.of(column, id).empty() ? -1 : 1;
        }
        hasTexts = known[index] > 0;
    }
    if (hasTexts) {
        tally.numbers.add(id);
    }
    return hasTexts;
}

bool FacetScan::addStages(FacetTally &tally) const
{
    const StageSet stages =
        m_stages->of(EventId{static_cast<std::uint32_t>(m_rows.number(Column::Id))});
    for (const Stage stage :
         {Stage::RequestReceived, Stage::ResponseStarted, Stage::ResponseComplete, Stage::Panic}) {
        if ((stages & stageBit(stage)) != 0) {
            tally.numbers.add(static_cast<std::int64_t>(stage));
        }
    }
    return stages != 0;
}

/// Level, stage, whether there is a code, whether the event was cut off, and the formats that leave
/// something out decide it: few different kinds of rows, each judged once.
bool FacetScan::isUnrecorded(std::size_t facet)
{
    const auto envelope =
        static_cast<std::size_t>(m_formats.empty() ? 0 : m_rows.number(Column::Envelope));
    const FormatSet formats = envelope < m_formats.size() ? m_formats[envelope] : FormatSet(0);
    const bool isSalvaged = (m_row.flags & bit(EventFlag::Salvaged)) != 0;
    std::size_t kind =
        static_cast<std::size_t>(m_row.level) * 5 + static_cast<std::size_t>(m_row.stage);
    kind = (kind * 2 + (m_row.code ? 1 : 0)) * 2 + (isSalvaged ? 1 : 0);
    kind = kind * 8 + (formats & 7U);
    std::int8_t &known = m_unrecorded[facet][kind];
    if (known == 0) {
        known = isUnknownWhereAbsent(*m_plan.facets[facet].field, m_row, formats) ? 1 : -1;
    }
    return known > 0;
}

} // namespace auditloupe
