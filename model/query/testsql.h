// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/condition.h"
#include "model/query/fieldsql.h"

#include <optional>
#include <string>

namespace auditloupe {

/// The truth of a test on a column: 1, 0 or NULL. `onlyTrue`: the caller does not tell unknown
/// from false.
SqlText testSql(const FieldTest &test, const SqlContext &context, bool onlyTrue);

/// Whether the field, absent from an event, is unknown there; 1 or 0.
std::string unknownSql(const Field &field);

/// What tells of an event that it has the body which the field is in; nothing for other fields.
std::optional<EventFlag> bodyFlag(const Field &field);

} // namespace auditloupe
