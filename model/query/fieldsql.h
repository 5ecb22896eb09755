// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/filter.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace auditloupe {

class RequestStages;
class ValueTest;

/// A piece of SQL over `event AS e` and the values of its parameters, in order. Tests are
/// parameters of the functions of FieldFunctions.
struct SqlText
{
    using Value = std::variant<std::int64_t, std::string, std::shared_ptr<const ValueTest>,
                               std::shared_ptr<const RequestStages>>;

    std::string text = {};
    std::vector<Value> values = {};
};

/// What surrounds a condition's SQL.
struct SqlContext
{
    Unit unit = Unit::Events;
    std::optional<std::int64_t> nowUs = {}; ///< what "now" stands for
    /// Needed where requests are asked for their stages.
    std::shared_ptr<const RequestStages> stages = {};
};

/// What a column of the answer means.
enum class SqlMeaning {
    Text,
    Number,
    TimeUs,
    DurationUs,
    StringId, ///< of table `string`
    ListId, ///< of a `string` that is a JSON array
    Word, ///< the text of one of possibleValues()
    Weekday, ///< 0 is Monday
    Level,
    Stage,
    Decision,
    SourceId
};

/// Whether the field's values stand only in the event's bytes.
bool isInDocument(const Field &field);

/// Whether masking could change the field's values: those that are texts out of the log.
bool mayHoldCredentials(const Field &field);

/// Texts of the client's own that stand in columns, in which tokens have been found: masked where
/// they are shown.
bool isClientText(const Field &field);

/// The field of one event; NULL where it is missing. Not for fields in the document. Derived
/// fields need the functions of FieldFunctions. A request's time is that of its receipt.
std::string valueSql(const Field &field, Unit unit);
SqlMeaning valueMeaning(const Field &field);

/// A row's time: a request's is that of its receipt.
std::string_view timeSql(Unit unit);

} // namespace auditloupe
