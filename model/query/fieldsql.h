// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/filter.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace auditloupe {

/// A piece of SQL over `event AS e` and the values of its parameters, in order.
struct SqlText
{
    using Value = std::variant<std::int64_t, std::string>;

    std::string text = {};
    std::vector<Value> values = {};
};

/// What a column of the answer means.
enum class SqlMeaning {
    Text,
    Number,
    TimeUs,
    DurationUs,
    StringId, ///< of table `string`
    ListId, ///< of a `string` that is a JSON array
    Level,
    Stage,
    Decision,
    SourceId
};

/// Whether the field's values stand only in the event's bytes.
bool isInDocument(const Field &field);

/// Whether masking could change the field's values: bodies and notes about them.
bool mayHoldCredentials(const Field &field);

/// The field of one event; NULL where it is missing. Not for fields in the document. Derived
/// fields need the functions of FieldFunctions.
std::string valueSql(const Field &field);
SqlMeaning valueMeaning(const Field &field);

/// A row's time: a request's is that of its receipt.
std::string_view timeSql(Unit unit);

/// True for the events that the filter selects, as far as columns can tell: what is left is
/// documentTerms(). Subqueries are resolved once a statement. "1" where there is nothing to ask.
SqlText filterSql(const Filter &filter);
std::vector<FilterTerm> documentTerms(const Filter &filter);

} // namespace auditloupe
