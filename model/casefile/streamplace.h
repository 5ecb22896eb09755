// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/caserows.h"

namespace auditloupe {

class CaseReader;

/// Where a copy's bytes stand in its source's decompressed stream.
Result<std::int64_t> streamOffsetOf(CaseReader &reader, const EventCopy &copy);

} // namespace auditloupe
