// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace auditloupe {

/// What the RBAC authorizer wrote into annotation authorization.k8s.io/reason when it allowed.
struct RbacReason
{
    std::string bindingKind = {}; ///< "RoleBinding" or "ClusterRoleBinding"
    std::string binding = {}; ///< "dev-edit/dev" (name, then namespace) or "cluster-admins"
    std::string roleKind = {}; ///< "Role" or "ClusterRole"
    std::string role = {};
    std::string subjectKind = {}; ///< "User", "Group" or "ServiceAccount"
    std::string subject = {};
};

/// Reads `RBAC: allowed by RoleBinding "dev-edit/dev" of ClusterRole "admin" to Group "dev-team"`;
/// empty for any other text.
std::optional<RbacReason> parseRbacReason(std::string_view reason);

} // namespace auditloupe
