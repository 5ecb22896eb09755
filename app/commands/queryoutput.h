// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/queryoptions.h"
#include "app/commands/terminal.h"
#include "model/base/jobcontrol.h"
#include "model/casefile/casereader.h"

namespace auditloupe {

/// The selected events as rows, in order of time.
Result<void> printEvents(CaseReader &reader, const QueryOptions &options, const JobControl &control,
                         StandardOutput &output);

/// The selected events' own bytes, a line each, in order of import: exact, never masked.
Result<void> printBytes(CaseReader &reader, const QueryOptions &options, const JobControl &control,
                        StandardOutput &output);

/// The value of a group as the field's type writes it.
std::optional<FieldText> groupText(const Field &field, const std::optional<std::string> &value);

} // namespace auditloupe
