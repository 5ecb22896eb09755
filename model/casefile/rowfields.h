// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

namespace auditloupe {

/// The row as the views that outcome(), access() and their like read; valid as long as the row.
EventFields fieldsOf(const EventRow &row);

/// Masks credentials in all texts out of the log: clients put tokens into names as well.
void maskTexts(EventRow &row);

} // namespace auditloupe
