// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <span>

namespace auditloupe {

/// A format that logs can have.
struct LogFormat
{
    const char *name = "";
    const char *description = ""; ///< translatable in context "CommandLine"
};

std::span<const LogFormat> logFormats();

bool isLogFormat(const QString &name);

} // namespace auditloupe
