// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/facetvalues.h"

#include "model/casefile/sourcerows.h"
#include "model/event/identity.h"
#include "model/event/outcome.h"
#include "model/event/plaintext.h"
#include "model/event/useragent.h"
#include "model/query/conditionedit.h"
#include "model/query/fieldsql.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using namespace Qt::StringLiterals;

constexpr std::size_t Everything = std::numeric_limits<std::size_t>::max();

bool mayBeMasked(const Field &field)
{
    return mayHoldCredentials(field) || field.name == "agent.family"sv; // a piece of userAgent
}

/// Where an event comes from: asked for by the empty text where nobody knows it.
bool isPlace(const Field &field)
{
    return field.neverIn == EveryFormat;
}

QString absentCondition(const Field &field, FacetValue::Kind kind)
{
    const QString name = writtenName(field);
    if (isPlace(field)) {
        return filterTermText(name.toStdString(), {});
    }
    return kind == FacetValue::Kind::Missing ? u"not %1 exists"_s.arg(name)
                                             : u"not known(%1)"_s.arg(name);
}

} // namespace

FacetTexts::FacetTexts(SQLite::Database &database)
    : m_names(database)
{
}

std::vector<std::string> FacetTexts::of(const FacetColumn &column, std::int64_t number)
{
    const Field &field = *column.field;
    if (field.name == "outcome"sv) {
        return {std::string(outcomeName(static_cast<Outcome>(number)))};
    }
    if (field.name == "user.kind"sv || field.name == "agent.family"sv) {
        const std::string text = m_names.string(number).value_or("");
        const std::string_view word =
            field.name == "user.kind"sv ? userKindName(userKind(text)) : agentFamily(text);
        return word.empty() ? std::vector<std::string>() : std::vector{std::string(word)};
    }
    std::vector<std::string> texts;
    for (std::optional<std::string> &text : m_names.numberTexts(field, number)) {
        if (text) {
            texts.push_back(std::move(*text));
        }
    }
    return texts;
}

FacetMaker::FacetMaker(SQLite::Database &database, const Filter &filter, Credentials credentials)
    : m_condition(filter.condition)
    , m_credentials(credentials)
    , m_texts(database)
    , m_sources(readSources(database))
{
}

Facet FacetMaker::make(const FacetColumn &column, const FacetTally &tally, const FacetWish &wish)
{
    const bool wantsAll =
        !wish.containing.isEmpty() || !chosenValues(m_condition, *column.field).empty();
    Facet facet{.field = column.field, .isCut = tally.texts.isCut()};
    std::vector<Counted> all = named(column, tally, wantsAll ? Everything : wish.most);
    if (column.source != FacetSource::Mapped && column.source != FacetSource::Texts && !wantsAll) {
        tally.numbers.each([&facet](std::int64_t, std::int64_t) { ++facet.distinct; });
    } else {
        facet.distinct = all.size();
    }
    for (const Counted &counted : mostFrequent(std::move(all), wish)) {
        facet.values.push_back(valueOf(*column.field, counted));
    }
    if (wish.containing.isEmpty()) {
        addAbsent(facet, tally, m_condition);
    }
    return facet;
}

/// At least `most` of the values, the most frequent among them.
std::vector<FacetMaker::Counted> FacetMaker::named(const FacetColumn &column,
                                                   const FacetTally &tally, std::size_t most)
{
    std::vector<Counted> values;
    if (column.source == FacetSource::Texts) {
        tally.texts.each([&values](std::string_view text, std::int64_t count) {
            values.push_back({.text = std::string(text), .count = count});
        });
        return values;
    }
    tally.numbers.each([&values](std::int64_t number, std::int64_t count) {
        values.push_back({.number = number, .count = count});
    });
    if (column.source == FacetSource::Mapped) {
        std::map<std::string, std::int64_t> counts;
        for (const Counted &value : values) {
            for (const std::string &text : m_texts.of(column, value.number)) {
                counts[text] += value.count;
            }
        }
        values.clear();
        for (const auto &[text, count] : counts) {
            values.push_back({.text = text, .count = count});
        }
        return values;
    }
    if (values.size() > most) {
        std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(most),
                                 std::greater(), &Counted::count);
        values.resize(most);
    }
    for (Counted &value : values) {
        const std::vector<std::string> texts = m_texts.of(column, value.number);
        value.text = texts.empty() ? std::string() : texts.front();
    }
    return values;
}

/// Those that the filter chooses stay, whatever their count.
std::vector<FacetMaker::Counted> FacetMaker::mostFrequent(std::vector<Counted> all,
                                                          const FacetWish &wish) const
{
    std::vector<std::string> chosen;
    if (wish.containing.isEmpty()) {
        chosen = chosenTexts(*wish.field);
    } else {
        std::erase_if(all, [&wish](const Counted &value) {
            return !QString::fromStdString(value.text)
                        .contains(wish.containing, Qt::CaseInsensitive);
        });
    }
    std::ranges::sort(all, [](const Counted &a, const Counted &b) {
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    std::vector<Counted> result;
    for (Counted &value : all) {
        const bool isChosen = std::erase(chosen, value.text) > 0;
        if (result.size() < wish.most || isChosen) {
            result.push_back(std::move(value));
        }
    }
    for (std::string &text : chosen) { // nothing has it under the other conditions
        result.push_back({.text = std::move(text)});
    }
    return result;
}

/// A source may be called by its number.
std::vector<std::string> FacetMaker::chosenTexts(const Field &field) const
{
    std::vector<std::string> texts;
    for (const Condition &value : chosenValues(m_condition, field)) {
        if (value.kind != Condition::Kind::Test || value.test.comparison != Comparison::Equal) {
            continue;
        }
        std::string text = value.test.values.front();
        if (text.empty() && isPlace(field)) {
            continue;
        }
        const auto source = std::ranges::find_if(m_sources, [&text](const SourceInfo &info) {
            return std::to_string(static_cast<std::int32_t>(info.id)) == text;
        });
        if (valueMeaning(field) == SqlMeaning::SourceId && source != m_sources.end()) {
            text = source->path.toStdString();
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

/// None for what cannot be asked for: a masked text, or one that is no value of its field.
FacetValue FacetMaker::valueOf(const Field &field, const Counted &counted) const
{
    FacetValue value{.text = counted.text, .count = counted.count};
    const bool isMasked = m_credentials == Credentials::Masked && mayBeMasked(field);
    if (isMasked) {
        value.text = maskText(counted.text);
    }
    if (value.text != counted.text) {
        return value;
    }
    const auto source = std::ranges::find(
        m_sources, SourceId{static_cast<std::int32_t>(counted.number)}, &SourceInfo::id);
    const bool isSource = valueMeaning(field) == SqlMeaning::SourceId && source != m_sources.end();
    const QString condition = isSource
        ? sourceFilter(*source)
        : filterTermText(writtenName(field).toStdString(), QString::fromStdString(counted.text));
    value.condition = parseFilter(condition) ? condition : QString();
    return value;
}

/// Rows for what is not there, where any event lacks it or the filter asks for that.
void FacetMaker::addAbsent(Facet &facet, const FacetTally &tally, const Condition &filter)
{
    using enum FacetValue::Kind;
    for (const auto &[kind, count] :
         {std::pair(Missing, tally.missing), std::pair(Unrecorded, tally.unrecorded)}) {
        const QString condition = absentCondition(*facet.field, kind);
        const Result<Filter> asked = parseFilter(condition);
        const bool isChosen = asked && standingOf(filter, asked->condition) != Standing::Open;
        const bool isAsked = isChosen && !(kind == Missing && isPlace(*facet.field));
        if (count > 0 || isAsked) {
            facet.values.push_back({.kind = kind, .condition = condition, .count = count});
        }
    }
}

} // namespace auditloupe
