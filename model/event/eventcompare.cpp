// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/eventcompare.h"

#include "model/event/jsonscanner.h"
#include "model/event/time.h"

#include <simdjson.h>

#include <string>

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

/// One of two copies.
struct Copy
{
    dom::parser parser{};
    dom::object event{};
    std::string_view cut = {}; ///< the member that the copy ends in, where it was cut off

    bool read(std::string_view text);
};

bool Copy::read(std::string_view text)
{
    if (parser.parse(text.data(), text.size()).get(event) == SUCCESS) {
        return true;
    }
    const std::string rest = closeCutObject(replaceForbiddenBytes(text), CutParts::Lists).text;
    if (parser.parse(rest.data(), rest.size()).get(event) != SUCCESS) {
        return false;
    }
    for (const dom::key_value_pair member : event) {
        const bool mayBeCut = member.value.is_object() || member.value.is_array();
        cut = mayBeCut ? member.key : std::string_view();
    }
    return true;
}

/// Members that both have are equal; what only one has does not matter.
bool sharedMembersAgree(dom::object first, dom::object second)
{
    for (const dom::key_value_pair member : first) {
        dom::element other;
        if (second.at_key(member.key).get(other) == SUCCESS && !equalValues(member.value, other)) {
            return false;
        }
    }
    return true;
}

/// kind and apiVersion tell nothing, and a value that was cut off is not known.
bool areComparable(std::string_view key, const Copy &first, const Copy &second)
{
    return key != "kind"sv && key != "apiVersion"sv && key != first.cut && key != second.cut;
}

bool copiesAgree(const Copy &first, const Copy &second)
{
    for (const dom::key_value_pair member : first.event) {
        dom::element other;
        if (second.event.at_key(member.key).get(other) != SUCCESS) {
            continue;
        }
        dom::object firstObject;
        dom::object secondObject;
        const bool areAnnotations = member.key == "annotations"sv
            && member.value.get(firstObject) == SUCCESS && other.get(secondObject) == SUCCESS;
        const bool agree = areAnnotations
            ? sharedMembersAgree(firstObject, secondObject)
            : !areComparable(member.key, first, second) || equalValues(member.value, other);
        if (!agree) {
            return false;
        }
    }
    return true;
}

} // namespace

bool eventsContradict(std::string_view first, std::string_view second)
{
    Copy firstCopy;
    Copy secondCopy;
    return !firstCopy.read(first) || !secondCopy.read(second)
        || !copiesAgree(firstCopy, secondCopy);
}

} // namespace auditloupe
