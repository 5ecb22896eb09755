// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/caserows.h"
#include "model/event/fields.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace auditloupe {

/// `field = value`: true where the recorded value is equal; a list where any element is.
struct FilterTerm
{
    const Field *field = nullptr;
    std::string value = {};
};

/// What one row of a result stands for.
enum class Unit : std::uint8_t {
    Events,
    Requests, ///< terms are judged on the last event; a stage is true where the request has it
    Copies ///< events, but counts take every further copy of an event too
};

/// What is shown: all terms hold, within [from, to).
struct Filter
{
    std::vector<FilterTerm> terms = {};
    std::optional<std::int64_t> fromUs = {}; ///< inclusive
    std::optional<std::int64_t> toUs = {}; ///< exclusive
    Unit unit = Unit::Events;

    bool isEmpty() const { return terms.empty() && !fromUs && !toUs; }

    /// The text form that parseFilter() reads, without the time range.
    QString toText() const;
};

/// Reads `field=value and field=value`. Values stand in double quotes where they hold blanks,
/// quotes, commas or parentheses. An error names the column and what was expected there.
Result<Filter> parseFilter(const QString &text);

/// The word that a condition ends with, while it is being written.
struct FilterWord
{
    enum class Kind : std::uint8_t {
        Nothing, ///< the text before it cannot be read
        FieldName,
        Value,
        And
    };

    Kind kind = Kind::Nothing;
    qsizetype from = 0; ///< where it begins in the text
    QString typed = {}; ///< what is there of it, without quotes
    const Field *field = nullptr; ///< whose value
    Filter before = {}; ///< the whole terms before it
};

FilterWord lastFilterWord(const QString &text);

/// `field=value` with quotes where the value needs them.
QString filterTermText(std::string_view field, const QString &value);

/// "source=PATH" for the source's events, or its number where the path is not its own alone.
QString sourceFilter(const SourceInfo &source);
QString filterValueText(const QString &value);

} // namespace auditloupe
