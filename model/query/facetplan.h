// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/conditionsql.h"
#include "model/query/facets.h"

#include <span>
#include <string>
#include <vector>

namespace auditloupe {

/// How a facet's values come out of a row.
enum class FacetSource : std::uint8_t {
    Numbers, ///< one number a value
    Mapped, ///< ids of strings that stand for other values, or for several
    Texts,
    Level, ///< this and the next three are computed of the row's first columns
    Stage,
    Decision,
    Outcome,
    Stages ///< of a request: all that it has
};

struct FacetColumn
{
    const Field *field = nullptr;
    FacetSource source = FacetSource::Numbers;
    int column = 0; ///< of the plan's rows
};

/// The rows to be read for some facets. A condition that only chooses among the values of a facet's
/// field does not bound that facet: its truth is a column, and a row that fails one such condition
/// still counts for its facet.
struct FacetPlan
{
    /// The first columns of the rows.
    enum Column { Id, Level, Stage, Code, Decision, Flags, Envelope, FirstValue };

    FacetPlan(const Filter &filter, const SqlContext &context, std::span<const FacetWish> wishes);

    std::vector<FacetColumn> facets = {}; ///< as the wishes
    std::string sql = {}; ///< of rows in a range of ids
    std::vector<SqlText::Value> values = {}; ///< its parameters but for the range, which is last
    Filter rest = {}; ///< without the choices
    int firstTruth = 0; ///< column of the first choice
    std::vector<std::size_t> choices = {}; ///< the facets that they belong to

private:
    void addColumns();
    void addChoices(const Filter &filter, const SqlContext &context);
    void addWhere(const SqlContext &context);

    std::vector<std::string> m_columns;
    std::vector<SqlText> m_truths;
};

} // namespace auditloupe
