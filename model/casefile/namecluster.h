// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/casefile/caserows.h"

namespace auditloupe {

/// Records the user's word for the cluster that a source comes from; empty takes it back. It holds
/// for those events whose wrapper tells none, and events that are one by it are merged. Refused
/// where the source's entries all tell their cluster, and where an event would come from two.
/// Blocking; cancelled, the case is as before.
Result<void> nameCluster(const QString &casePath, SourceId source, const QString &cluster,
                         const JobControl &control);

} // namespace auditloupe
