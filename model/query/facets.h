// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/casefile/casereader.h"
#include "model/event/masking.h"
#include "model/query/filter.h"

#include <functional>
#include <span>
#include <vector>

namespace auditloupe {

/// A field whose values are to be counted: one that columns answer.
struct FacetWish
{
    const Field *field = nullptr;
    std::size_t most = 200; ///< of the values; the most frequent ones are listed
    QString containing = {}; ///< only values with this text, in capitals or not
};

/// A value and how many events or requests have it.
struct FacetValue
{
    enum class Kind : std::uint8_t {
        Value,
        Missing, ///< could have been recorded and is not there
        Unrecorded ///< at the event's level or stage, or by its export
    };

    Kind kind = Kind::Value;
    std::string text = {}; ///< of a Value; credentials are masked
    QString condition = {}; ///< that selects it; empty where the text is masked
    std::int64_t count = 0;
};

struct Facet
{
    const Field *field = nullptr;
    /// The most frequent first, ties by text; all that the filter chooses among them.
    std::vector<FacetValue> values = {};
    std::size_t distinct = 0; ///< different values there are
    bool isCut = false; ///< too many different ones to count each of them
};

/// Where the filter chooses among a field's values, the field's own counts are those without that
/// choice, so that the others can be seen and chosen.
struct Facets
{
    std::vector<Facet> facets = {}; ///< in the order of the wishes
    bool isWhole = true; ///< false: so far, while the case is still being read
};

/// Every field that is worth a facet, in the order in which facets are shown.
std::vector<const Field *> facetFields();

/// One pass over the columns for all wishes, on all cores. `soFar` is called some times a second
/// while that takes longer, on this thread. Conditions on bodies and text read the events, too.
Result<Facets> countFacets(CaseReader &reader, const Filter &filter,
                           std::span<const FacetWish> wishes, const JobControl &control,
                           Credentials credentials = Credentials::Masked,
                           const std::function<void(Facets)> &soFar = {});

} // namespace auditloupe
