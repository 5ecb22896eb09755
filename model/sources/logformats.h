// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace auditloupe {

/// A format that logs can have.
struct LogFormat
{
    std::string_view name = {};
    QString description = {}; ///< translated
};

std::vector<LogFormat> logFormats();

/// What logs may be packed in, or encoded as: always told from the first bytes.
std::vector<LogFormat> packings();

bool isLogFormat(const QString &name);

} // namespace auditloupe
