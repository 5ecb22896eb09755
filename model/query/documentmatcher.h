// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/query/documentsource.h"
#include "model/query/documentvalue.h"
#include "model/query/filter.h"

#include <span>
#include <string_view>
#include <vector>

namespace auditloupe {

/// The terms of a filter that only the events' bytes can answer.
class DocumentMatcher
{
public:
    explicit DocumentMatcher(std::vector<FilterTerm> terms);

    bool matches(std::string_view document);

    /// Those of `ids` that match, in their order. The events are read in order of id, so that no
    /// block is decompressed twice.
    Result<std::vector<EventId>> keep(DocumentSource &source, std::span<const EventId> ids,
                                      const JobControl &control);

private:
    struct Term
    {
        FilterTerm term = {};
        std::vector<PathStep> path = {};
    };

    std::vector<Term> m_terms;
    DocumentReader m_reader;
};

} // namespace auditloupe
