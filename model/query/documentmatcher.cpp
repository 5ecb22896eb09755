// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/documentmatcher.h"

#include "model/event/time.h"

#include <algorithm>

namespace auditloupe {

namespace {

bool hasValue(const FilterTerm &term, const DocumentValue &value)
{
    if (term.field->type == FieldType::Time) {
        const auto time = parseTime(value.text);
        return time && time == parseTime(term.value);
    }
    return equals(value, term.value);
}

} // namespace

DocumentMatcher::DocumentMatcher(std::vector<FilterTerm> terms)
{
    for (FilterTerm &term : terms) {
        std::vector<PathStep> path = parsePath(term.field->path);
        m_terms.push_back({std::move(term), std::move(path)});
    }
}

bool DocumentMatcher::matches(std::string_view document)
{
    return std::ranges::all_of(m_terms, [&](const Term &term) {
        return std::ranges::any_of(
            m_reader.elements(document, term.path),
            [&](const DocumentValue &value) { return hasValue(term.term, value); });
    });
}

Result<std::vector<EventId>> DocumentMatcher::keep(DocumentSource &source,
                                                   std::span<const EventId> ids,
                                                   const JobControl &control)
{
    std::vector<EventId> sorted(ids.begin(), ids.end());
    std::ranges::sort(sorted);
    std::vector<EventId> matching;
    for (const EventId id : sorted) {
        if (control.isCancelled()) {
            return std::unexpected(Error::cancelled());
        }
        if (matches(source.bytes(id))) {
            matching.push_back(id);
        }
    }
    if (std::ranges::is_sorted(ids)) {
        return matching;
    }
    std::vector<EventId> result;
    std::ranges::copy_if(ids, std::back_inserter(result),
                         [&](EventId id) { return std::ranges::binary_search(matching, id); });
    return result;
}

} // namespace auditloupe
