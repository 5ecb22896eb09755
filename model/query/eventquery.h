// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/casefile/casereader.h"
#include "model/event/masking.h"
#include "model/query/filter.h"
#include "model/query/sortorder.h"

#include <functional>
#include <span>
#include <vector>

namespace auditloupe {

/// Takes the next ids of a result; false stops the query.
using TakeIds = std::function<bool(std::span<const EventId>)>;

/// All events that the filter selects, in order, handed over while they are found.
Result<void> selectEvents(CaseReader &reader, const Filter &filter, const SortOrder &order,
                          const JobControl &control, const TakeIds &take);

Result<std::int64_t> countEvents(CaseReader &reader, const Filter &filter,
                                 const JobControl &control);

/// How many events could not tell whether the condition holds, since they were recorded so; of
/// those that the filter would show otherwise.
Result<std::int64_t> countUnknown(CaseReader &reader, const Filter &filter,
                                  const JobControl &control);

/// One value combination and how many events have it. A missing value is empty.
struct GroupCount
{
    std::vector<std::optional<std::string>> values = {};
    std::int64_t count = 0;
};

/// Most first, ties by value. An event with several values of a field counts under each.
Result<std::vector<GroupCount>> countBy(CaseReader &reader, const Filter &filter,
                                        std::span<const Field *const> fields,
                                        const JobControl &control,
                                        Credentials credentials = Credentials::Masked);

/// The field's value in one event as text; nothing where it is missing. `document` is the
/// event's bytes and only needed for fields stored in the document. A request's time is that of its
/// receipt.
std::optional<std::string> fieldValue(const Field &field, const EventRow &row,
                                      std::string_view document, Unit unit = Unit::Events);

} // namespace auditloupe
