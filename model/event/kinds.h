// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <string_view>

namespace auditloupe {

/// What is known about a resource of Kubernetes itself.
struct ResourceKind
{
    std::string_view resource; ///< plural, as in objectRef.resource
    std::string_view group; ///< empty for core
    std::string_view kind;
    bool isNamespaced;
};

/// Null for custom resources. An empty group finds a resource of any group, because some sources
/// do not tell it.
const ResourceKind *findKind(std::string_view resource, std::string_view group);

/// "ConfigMap"; for custom resources the plural with its group, "applications.argoproj.io".
QString kindText(std::string_view resource, std::string_view group);

/// "ConfigMaps", "NetworkPolicies"; custom resources as kindText().
QString kindPluralText(std::string_view resource, std::string_view group);

} // namespace auditloupe
