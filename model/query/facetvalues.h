// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/facetplan.h"
#include "model/query/facettally.h"
#include "model/query/groupkey.h"

#include <string>
#include <vector>

namespace auditloupe {

/// What a facet's numbers stand for.
class FacetTexts
{
public:
    explicit FacetTexts(SQLite::Database &database);

    /// Those of a list; none where the number stands for no value.
    std::vector<std::string> of(const FacetColumn &column, std::int64_t number);

private:
    GroupNames m_names;
};

/// Makes facets of what was counted.
class FacetMaker
{
public:
    FacetMaker(SQLite::Database &database, const Filter &filter, Credentials credentials);

    Facet make(const FacetColumn &column, const FacetTally &tally, const FacetWish &wish);

private:
    struct Counted
    {
        std::string text = {};
        std::int64_t number = 0; ///< where it was counted by one
        std::int64_t count = 0;
    };

    std::vector<Counted> named(const FacetColumn &column, const FacetTally &tally,
                               std::size_t most);
    std::vector<Counted> mostFrequent(std::vector<Counted> all, const FacetWish &wish) const;
    std::vector<std::string> chosenTexts(const Field &field) const;
    static void addAbsent(Facet &facet, const FacetTally &tally, const Condition &filter);
    FacetValue valueOf(const Field &field, const Counted &counted) const;

    Condition m_condition;
    Credentials m_credentials;
    FacetTexts m_texts;
    std::vector<SourceInfo> m_sources;
};

} // namespace auditloupe
