// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "model/policy/policyloader.h"

#include <QJsonObject>

#include <optional>
#include <string>

namespace auditloupe {

/// A policy file's bytes; "-" is standard input. A file beyond 64 MiB is no policy.
Result<std::string> readPolicyFile(const QString &path, const JobControl &control);

/// The members of a policy that does not load, as the upstream vectors have them: loadError,
/// errorClass, errorFields, and strictWarning where there is one.
QJsonObject loadErrorJson(const PolicyLoad &load);

/// Answers the requests on standard input, a line each. `policy` is for lines without their own.
ExitStatus decideRequests(const std::optional<std::string> &policy, KubernetesVersion version,
                          bool explains, const JobControl &control);

} // namespace auditloupe
