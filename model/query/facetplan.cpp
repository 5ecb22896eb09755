// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/facetplan.h"

#include "model/query/conditionedit.h"

#include <algorithm>
#include <format>
#include <map>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

FacetSource sourceOf(const Field &field, Unit unit)
{
    if (field.name == "outcome"sv) {
        return FacetSource::Outcome;
    }
    if (field.name == "user.kind"sv || field.name == "agent.family"sv) {
        return FacetSource::Mapped;
    }
    switch (valueMeaning(field)) {
    case SqlMeaning::ListId:
        return FacetSource::Mapped;
    case SqlMeaning::Word:
    case SqlMeaning::Text:
        return FacetSource::Texts;
    case SqlMeaning::Level:
        return FacetSource::Level;
    case SqlMeaning::Decision:
        return FacetSource::Decision;
    case SqlMeaning::Stage:
        return unit == Unit::Requests ? FacetSource::Stages : FacetSource::Stage;
    default:
        return FacetSource::Numbers;
    }
}

std::string sqlOf(const FacetColumn &facet, Unit unit)
{
    if (facet.source >= FacetSource::Level) {
        return "e.stage"; // which is there anyway
    }
    return facet.field->name == "user.kind"sv   ? "e.username"
        : facet.field->name == "agent.family"sv ? "e.user_agent"
                                                : valueSql(*facet.field, unit);
}

void append(std::vector<SqlText::Value> &values, const SqlText &sql)
{
    values.insert(values.end(), sql.values.begin(), sql.values.end());
}

} // namespace

FacetPlan::FacetPlan(const Filter &filter, const SqlContext &context,
                     std::span<const FacetWish> wishes)
{
    for (const FacetWish &wish : wishes) {
        Q_ASSERT(!isInDocument(*wish.field));
        facets.push_back({.field = wish.field, .source = sourceOf(*wish.field, filter.unit)});
    }
    addChoices(filter, context);
    addColumns();
    addWhere(context);
}

/// What nobody asks for is not read; two facets may be made of one column.
void FacetPlan::addColumns()
{
    const bool readsDocuments = !isInColumns(rest.condition);
    const bool readsStages =
        std::ranges::contains(facets, FacetSource::Stages, &FacetColumn::source);
    m_columns = {readsDocuments || readsStages ? "e.id" : "0",
                 "e.level",
                 "e.stage",
                 "e.code",
                 "e.decision",
                 "e.flags",
                 "e.envelope"};
    for (FacetColumn &facet : facets) {
        const std::string column = sqlOf(facet, rest.unit);
        const auto known = std::ranges::find(m_columns, column);
        facet.column = static_cast<int>(known - m_columns.begin());
        if (known == m_columns.end()) {
            m_columns.push_back(column);
        }
    }
    firstTruth = static_cast<int>(m_columns.size());
}

void FacetPlan::addChoices(const Filter &filter, const SqlContext &context)
{
    std::map<std::size_t, std::vector<Condition>> chosen;
    std::vector<Condition> others;
    for (const Condition &part : conjuncts(filter.condition)) {
        const auto facet = std::ranges::find(facets, chosenField(part), &FacetColumn::field);
        if (facet == facets.end()) {
            others.push_back(part);
        } else {
            chosen[static_cast<std::size_t>(facet - facets.begin())].push_back(part);
        }
    }
    rest = filter;
    rest.condition = Condition::all(std::move(others));
    for (auto &[facet, parts] : chosen) {
        choices.push_back(facet);
        m_truths.push_back(filterSql({.condition = Condition::all(std::move(parts))}, context));
    }
}

void FacetPlan::addWhere(const SqlContext &context)
{
    std::string columns;
    for (const std::string &column : m_columns) {
        columns += (columns.empty() ? "" : ", ") + column;
    }
    std::string failures;
    for (const SqlText &truth : m_truths) {
        columns += std::format(", {}", truth.text);
        failures += std::format("{}({} IS NOT TRUE)", failures.empty() ? "" : " + ", truth.text);
        append(values, truth);
    }
    const SqlText where = filterSql(rest, context);
    append(values, where);
    std::string bound;
    if (m_truths.size() > 1) { // what fails two choices counts nowhere
        bound = std::format(" AND {} <= 1", failures);
        std::ranges::for_each(m_truths, [this](const SqlText &truth) { append(values, truth); });
    }
    // The order of ids, whatever index might help: threads take the table in stretches.
    sql = std::format("SELECT {} FROM event AS e NOT INDEXED WHERE {}{} AND e.id BETWEEN ? AND ?",
                      columns, where.text, bound);
}

} // namespace auditloupe
