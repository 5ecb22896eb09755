// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/eventparser.h"

#include <QString>

#include <string_view>

namespace auditloupe {

/// What a line that is no JSON object is: "klog", "Linux auditd", "legacy audit text",
/// "container log", "list of log files", "binary" or "text". The names are stored in cases and
/// printed by `import`.
std::string_view kindOfTextLine(std::string_view line);

/// The same for JSON that is no audit event: "core Event", "AdmissionReview",
/// "container log (json-file)" or "other JSON".
std::string_view kindOfOtherJson(JsonKind kind, std::string_view json);

/// Why a file of mostly this kind was skipped, and where the audit log would be: whole sentences
/// for the user. Unknown kinds get the general answer.
QString lookalikeAdvice(const QString &kind);

} // namespace auditloupe
