// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/eventcompare.h"

#include "model/event/time.h"

#include <simdjson.h>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using namespace simdjson;

bool equalValues(dom::element first, dom::element second);

bool equalArrays(dom::array first, dom::array second)
{
    auto other = second.begin();
    for (const dom::element element : first) {
        if (other == second.end() || !equalValues(element, *other)) {
            return false;
        }
        ++other;
    }
    return other == second.end();
}

bool equalObjects(dom::object first, dom::object second)
{
    if (first.size() != second.size()) {
        return false;
    }
    for (const dom::key_value_pair member : first) {
        dom::element other;
        if (second.at_key(member.key).get(other) != SUCCESS || !equalValues(member.value, other)) {
            return false;
        }
    }
    return true;
}

/// Collectors write times with other precision.
bool equalStrings(std::string_view first, std::string_view second)
{
    return first == second || (parseTime(first) && parseTime(first) == parseTime(second));
}

/// Recursion ends at the parser's depth limit (1,024).
bool equalValues(dom::element first, dom::element second)
{
    if (first.is_object() && second.is_object()) {
        return equalObjects(first.get_object().value_unsafe(), second.get_object().value_unsafe());
    }
    if (first.is_array() && second.is_array()) {
        return equalArrays(first.get_array().value_unsafe(), second.get_array().value_unsafe());
    }
    if (first.is_string() && second.is_string()) {
        return equalStrings(first.get_string().value_unsafe(), second.get_string().value_unsafe());
    }
    double a = 0;
    double b = 0;
    if (first.is_number() && second.is_number()) {
        return first.get_double().get(a) == SUCCESS && second.get_double().get(b) == SUCCESS
            && !(a < b) && !(b < a);
    }
    return first.type() == second.type() && minify(first) == minify(second);
}

/// Members that both have are equal; what only one has does not matter.
bool sharedMembersAgree(dom::object first, dom::object second)
{
    for (const dom::key_value_pair member : first) {
        dom::element other;
        if (second.at_key(member.key).get(other) != SUCCESS || member.key == "kind"sv
            || member.key == "apiVersion"sv) {
            continue;
        }
        dom::object firstObject;
        dom::object secondObject;
        const bool annotations = member.key == "annotations"sv
            && member.value.get(firstObject) == SUCCESS && other.get(secondObject) == SUCCESS;
        if (annotations ? !sharedMembersAgree(firstObject, secondObject)
                        : !equalValues(member.value, other)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool eventsContradict(std::string_view first, std::string_view second)
{
    dom::parser firstParser;
    dom::parser secondParser;
    const padded_string firstCopy(first);
    const padded_string secondCopy(second);
    dom::object firstObject;
    dom::object secondObject;
    if (firstParser.parse(firstCopy).get(firstObject) != SUCCESS
        || secondParser.parse(secondCopy).get(secondObject) != SUCCESS) {
        return true;
    }
    return !sharedMembersAgree(firstObject, secondObject);
}

} // namespace auditloupe
