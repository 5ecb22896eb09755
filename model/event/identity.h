// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstdint>
#include <string_view>

namespace auditloupe {

/// What a user is, judged by the name alone: every name that is not the system's is Human.
enum class UserKind : std::uint8_t {
    Unknown,
    Human,
    ServiceAccount,
    Node,
    ControlPlane,
    Anonymous
};

UserKind userKind(std::string_view username);

/// The word of the condition language: "human", "serviceaccount", …; empty for Unknown.
std::string_view userKindName(UserKind kind);

/// The translated word for people.
QString userKindText(UserKind kind);

/// Namespace and name of "system:serviceaccount:NAMESPACE:NAME"; both empty for other users.
struct ServiceAccount
{
    std::string_view nameSpace = {};
    std::string_view name = {};
};

ServiceAccount serviceAccount(std::string_view username);

/// "service account ci/deployer", "node node-1", an anonymous client, or the name as it is.
/// Unprintable characters are shown as escapes.
QString userText(std::string_view username);

} // namespace auditloupe
