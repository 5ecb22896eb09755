// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "model/base/result.h"
#include "model/import/importer.h"

namespace auditloupe {

/// Prints what an import did: `json` as one JSON object, else as lines for people. Nothing found
/// at all is a failure.
ExitStatus printImport(const Result<ImportReport> &report, bool json);

/// The same for the completion of a case, where nothing to do is fine.
ExitStatus printFinished(const Result<ImportReport> &report, bool json);

} // namespace auditloupe
