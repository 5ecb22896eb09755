// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/documentjudge.h"
#include "model/query/facetplan.h"
#include "model/query/facettally.h"
#include "model/query/facetvalues.h"
#include "model/query/rowstatement.h"

#include <optional>
#include <vector>

namespace auditloupe {

/// Counts a plan's facets in stretches of ids, on one connection. Throws SQLite's exceptions.
class FacetScan
{
public:
    FacetScan(SQLite::Database &database, const FacetPlan &plan, const SqlContext &context);

    /// The events from one id to another, both included.
    void count(std::int64_t first, std::int64_t last);
    const std::vector<FacetTally> &tallies() const { return m_tallies; }
    std::vector<FacetTally> takeTallies() { return std::move(m_tallies); }

private:
    bool isRest();
    void addRow();
    void readRow();
    void addTo(std::size_t facet);
    bool addValue(const FacetColumn &column, FacetTally &tally);
    bool addMapped(const FacetColumn &column, FacetTally &tally);
    bool addStages(FacetTally &tally) const;
    bool isUnrecorded(std::size_t facet);

    const FacetPlan &m_plan;
    std::shared_ptr<const RequestStages> m_stages; // of requests
    RowStatement m_rows;
    std::optional<DocumentJudge> m_judge;
    EventFields m_row; // what facets are computed of
    FacetTexts m_texts;
    std::vector<FacetTally> m_tallies;
    std::vector<std::vector<std::int8_t>> m_hasTexts; // of a mapped column's ids: 0 not asked
    std::vector<FormatSet> m_formats; // by envelope
    std::vector<std::vector<std::int8_t>> m_unrecorded; // by what the row is like: 0 not asked
};

} // namespace auditloupe
