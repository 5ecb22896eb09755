// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/caserows.h"
#include "model/query/condition.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace auditloupe {

/// What one row of a result stands for.
enum class Unit : std::uint8_t {
    Events,
    Requests, ///< conditions are judged on the last event; a stage is one that the request has
    Copies ///< events, but counts take every further copy of an event too
};

/// Whether the cluster's own machinery is shown beside people and workloads: noiseCondition().
enum class Noise : std::uint8_t {
    Shown,
    Hidden,
    Only ///< to be counted
};

/// What is shown: the condition holds, within [from, to).
struct Filter
{
    Condition condition = {};
    std::optional<std::int64_t> fromUs = {}; ///< inclusive
    std::optional<std::int64_t> toUs = {}; ///< exclusive
    Unit unit = Unit::Events;
    Noise noise = Noise::Shown;

    /// Whether everything is shown, in whatever unit.
    bool isEmpty() const { return !hasQuestion() && noise == Noise::Shown; }
    /// Whether a condition or a time range is asked for, whatever is noise.
    bool hasQuestion() const { return !condition.isAlways() || fromUs || toUs; }

    /// The text form that parseFilter() reads, without the time range.
    QString toText() const { return condition.toText(); }
    bool operator==(const Filter &) const = default;
};

/// Reads a condition. An error names the column and what was expected there.
Result<Filter> parseFilter(const QString &text);

/// A piece of a condition's text, for showing what it was read as.
struct FilterToken
{
    enum class Kind : std::uint8_t {
        Keyword, ///< and, or, not, any, known
        Field,
        Operator,
        Value,
        Word ///< to search for
    };

    Kind kind = Kind::Word;
    qsizetype from = 0;
    qsizetype length = 0;

    bool operator==(const FilterToken &) const = default;
};

/// What a text is read as, up to where it cannot be read any further.
struct FilterReading
{
    std::vector<FilterToken> tokens = {}; ///< in their order
    std::optional<Error> error = {};
};

FilterReading readFilterText(const QString &text);

/// The word that a condition ends with, while it is being written.
struct FilterWord
{
    enum class Kind : std::uint8_t {
        Nothing, ///< the text before it cannot be read
        FieldName, ///< or "not", or a word to search for
        Operator,
        Value,
        Connective ///< "and", "or"; in a list of values a comma or the parenthesis
    };
    /// What a field's name is written for.
    enum class Use : std::uint8_t { Test, Known, List };

    Kind kind = Kind::Nothing;
    qsizetype from = 0; ///< where it begins in the text
    QString typed = {}; ///< what is there of it, without quotes
    const Field *field = nullptr; ///< whose operator or value
    Use use = Use::Test; ///< of a FieldName
    bool isInList = false; ///< a value of several in parentheses, or behind one
    bool isInElement = false; ///< names are those of a list's elements, not of the catalogue
    Filter before = {}; ///< what surely holds for what the word is about
};

FilterWord lastFilterWord(const QString &text);

/// "source=PATH" for the source's events, or its number where the path is not its own alone.
QString sourceFilter(const SourceInfo &source);

} // namespace auditloupe
