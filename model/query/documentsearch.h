// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/casereader.h"
#include "model/query/conditionsql.h"
#include "model/query/eventquery.h"

#include <span>

namespace auditloupe {

/// What is looked for in the events' bytes.
struct DocumentSearch
{
    const Condition &condition;
    const SqlContext &context;
    Truth truth = Truth::True;
    SortOrder order = {}; ///< of the candidates
};

/// Hands over those of the candidates whose truth it is, in the candidates' order, as they are
/// found. Works on all cores, each with a reader of its own.
Result<void> searchDocuments(CaseReader &reader, const DocumentSearch &search,
                             std::span<const EventId> candidates, const JobControl &control,
                             const TakeIds &take);

} // namespace auditloupe
