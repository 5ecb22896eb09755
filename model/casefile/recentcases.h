// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace auditloupe {

/// A case that was open lately, as remembered in the user's settings.
struct RecentCase
{
    QString path = {};
    std::int64_t openedUs = 0;
    std::int64_t events = 0; ///< -1 while they are still being imported
    bool isMissing = false;
};

/// Last opened first. Looks at each file, which can take long on a network drive.
std::vector<RecentCase> recentCases();

void rememberCase(const QString &path, std::int64_t events);
void forgetCase(const QString &path);

} // namespace auditloupe
