// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"

#include <QStringList>

namespace auditloupe {

/// Prints what is in the case or the logs, or in the sample incident where there are none: with
/// the answer to who deleted its ConfigMap.
ExitStatus printSummary(const QStringList &inputs, const JobControl &control);

} // namespace auditloupe
