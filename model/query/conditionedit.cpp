// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/conditionedit.h"

#include "model/event/ipaddress.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace auditloupe {

namespace {

using Kind = Condition::Kind;
using Parts = std::vector<Condition>;

/// A choice among one field's values, each of which is a condition of its own.
struct Choice
{
    const Field *field = nullptr;
    bool isExclusion = false;
    Parts values = {};
};

bool asksPresence(const Condition &condition)
{
    return condition.kind == Kind::Test && condition.test.comparison >= Comparison::Exists;
}

bool isList(Comparison comparison)
{
    return comparison == Comparison::In || comparison == Comparison::Intersects;
}

bool isValueTest(const Condition &condition)
{
    const FieldTest &test = condition.test;
    return condition.kind == Kind::Test
        && (test.comparison == Comparison::Equal || isList(test.comparison))
        && test.letters == FieldTest::Letters::Exact && test.elements == FieldTest::Elements::Any;
}

/// A network stands in a list even where it is alone: "=" would take it for an address.
Parts valuesOf(const FieldTest &test)
{
    Parts values;
    for (const std::string &value : test.values) {
        FieldTest one = test;
        one.values = {value};
        one.comparison =
            isList(test.comparison) && parseNetwork(value) ? Comparison::In : Comparison::Equal;
        values.push_back(Condition::of(std::move(one)));
    }
    return values;
}

std::optional<Choice> choiceIn(const Condition &part);

std::optional<Choice> choiceInAny(const Condition &part)
{
    Choice all;
    for (const Condition &inner : part.parts) {
        std::optional<Choice> one = choiceIn(inner);
        const bool isOfField = one && (all.field == nullptr || one->field == all.field);
        if (!isOfField || one->isExclusion) {
            return std::nullopt;
        }
        all.field = one->field;
        std::ranges::move(one->values, std::back_inserter(all.values));
    }
    return all;
}

std::optional<Choice> choiceIn(const Condition &part)
{
    if (isValueTest(part)) {
        return Choice{.field = part.test.field, .values = valuesOf(part.test)};
    }
    if (asksPresence(part)) {
        return Choice{
            .field = part.test.field, .isExclusion = true, .values = {Condition::negation(part)}};
    }
    if (part.kind == Kind::Or) {
        return choiceInAny(part);
    }
    if (part.kind != Kind::Not) {
        return std::nullopt;
    }
    const Condition &inner = part.parts.front();
    if (asksPresence(inner)) {
        return Choice{.field = inner.test.field, .values = {part}};
    }
    std::optional<Choice> choice = choiceIn(inner);
    if (choice && choice->isExclusion) {
        return std::nullopt;
    }
    if (choice) {
        choice->isExclusion = true;
    }
    return choice;
}

/// The values as one test where they can be.
Condition inclusionOf(const Parts &values)
{
    Parts parts;
    std::optional<FieldTest> list;
    for (const Condition &value : values) {
        if (!isValueTest(value)) {
            parts.push_back(value);
        } else if (!list) {
            list = value.test;
        } else {
            list->comparison = Comparison::In;
            list->values.push_back(value.test.values.front());
        }
    }
    if (list) {
        parts.insert(parts.begin(), Condition::of(std::move(*list)));
    }
    return Condition::any(std::move(parts));
}

Condition conditionOf(const Choice &choice)
{
    const Condition inclusion = inclusionOf(choice.values);
    return choice.isExclusion ? opposite(inclusion) : inclusion;
}

} // namespace

Condition opposite(const Condition &part)
{
    return part.kind == Kind::Not ? part.parts.front() : Condition::negation(part);
}

Standing standingOf(const Condition &whole, const Condition &part)
{
    for (const Condition &present : conjuncts(whole)) {
        const std::optional<Choice> choice = choiceIn(present);
        if (present == part || (choice && std::ranges::contains(choice->values, part))) {
            return choice && choice->isExclusion && present != part ? Standing::Excluded
                                                                    : Standing::Included;
        }
        if (present == opposite(part)) {
            return Standing::Excluded;
        }
    }
    return Standing::Open;
}

const Field *chosenField(const Condition &part)
{
    const std::optional<Choice> choice = choiceIn(part);
    return choice ? choice->field : nullptr;
}

std::vector<Condition> chosenValues(const Condition &whole, const Field &field)
{
    Parts values;
    for (const Condition &part : conjuncts(whole)) {
        std::optional<Choice> choice = choiceIn(part);
        if (choice && choice->field == &field) {
            std::ranges::move(choice->values, std::back_inserter(values));
        }
    }
    return values;
}

/// Of several chosen values this one alone is left: that is what "and" would make of them.
Condition including(const Condition &whole, const Condition &part)
{
    if (part.kind == Kind::And) {
        return std::ranges::fold_left(part.parts, whole, including);
    }
    Parts parts;
    bool isThere = false;
    for (const Condition &present : conjuncts(whole)) {
        const std::optional<Choice> choice = choiceIn(present);
        const bool isChosen = choice && std::ranges::contains(choice->values, part);
        if (present == part || (isChosen && !choice->isExclusion)) {
            parts.push_back(part);
            isThere = true;
        } else {
            parts.push_back(present);
        }
    }
    if (isThere) {
        return Condition::all(std::move(parts));
    }
    parts = conjuncts(leavingOpen(whole, part));
    parts.push_back(part);
    return Condition::all(std::move(parts));
}

Condition excluding(const Condition &whole, const Condition &part)
{
    if (standingOf(whole, part) == Standing::Excluded) {
        return whole;
    }
    Parts parts = conjuncts(leavingOpen(whole, part));
    parts.push_back(opposite(part));
    return Condition::all(std::move(parts));
}

Condition choosingOnly(const Condition &whole, const Condition &part)
{
    const Field *field = chosenField(part);
    Parts parts;
    bool isPlaced = false;
    for (const Condition &present : conjuncts(whole)) {
        const bool isReplaced =
            present == part || (field != nullptr && chosenField(present) == field);
        if (!isReplaced) {
            parts.push_back(present);
        } else if (!std::exchange(isPlaced, true)) {
            parts.push_back(part);
        }
    }
    if (!isPlaced) {
        parts.push_back(part);
    }
    return Condition::all(std::move(parts));
}

Condition choosingToo(const Condition &whole, const Condition &part)
{
    const std::optional<Choice> added = choiceIn(part);
    if (!added || added->isExclusion) {
        return including(whole, part);
    }
    Parts parts = conjuncts(leavingOpen(whole, part));
    for (Condition &present : parts) {
        std::optional<Choice> choice = choiceIn(present);
        if (choice && choice->field == added->field && !choice->isExclusion) {
            std::ranges::copy(added->values, std::back_inserter(choice->values));
            present = conditionOf(*choice);
            return Condition::all(std::move(parts));
        }
    }
    parts.push_back(part);
    return Condition::all(std::move(parts));
}

Condition withoutChoices(const Condition &whole, const Field &field)
{
    Parts parts = conjuncts(whole);
    std::erase_if(parts, [&field](const Condition &part) { return chosenField(part) == &field; });
    return Condition::all(std::move(parts));
}

Condition leavingOpen(const Condition &whole, const Condition &part)
{
    Parts parts;
    for (const Condition &present : conjuncts(whole)) {
        if (present == part || present == opposite(part)) {
            continue;
        }
        std::optional<Choice> choice = choiceIn(present);
        if (choice && std::erase(choice->values, part) > 0) {
            if (!choice->values.empty()) {
                parts.push_back(conditionOf(*choice));
            }
        } else {
            parts.push_back(present);
        }
    }
    return Condition::all(std::move(parts));
}

} // namespace auditloupe
