// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/evidence/evidence.h"
#include "model/evidence/filecomparison.h"

#include <QJsonObject>

namespace auditloupe {

/// Everything about a source for machines; times in UTC, lengths of time in seconds.
QJsonObject toJson(const SourceEvidence &evidence);

QJsonObject toJson(const FileComparison &comparison);

} // namespace auditloupe
