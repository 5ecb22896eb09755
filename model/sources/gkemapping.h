// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/entry.h"

#include <string>
#include <string_view>

namespace auditloupe {

/// The audit event of a LogEntry with an AuditLog of serviceName "k8s.io": an object as Cloud
/// Logging exports it, a BigQuery row, or a CSV row. What the AuditLog does not say is left out;
/// level, requestURI and the answer's code are inferred.
std::string composeGkeEvent(Entry &entry);

/// The parts of methodName and resourceName as Kubernetes calls them.
struct GkeRequest
{
    std::string_view verb = {};
    std::string apiGroup = {};
    std::string_view apiVersion = {};
    std::string_view resource = {};
    std::string subresource = {};
    std::string_view objectNamespace = {};
    std::string_view name = {};
    std::string uri = {};
};

GkeRequest gkeRequest(std::string_view methodName, std::string_view resourceName);

} // namespace auditloupe
