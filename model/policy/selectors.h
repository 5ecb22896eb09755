// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace auditloupe {

/// The name that a field selector asks for with `metadata.name=`; nothing if it asks for none, or
/// is none. Source: pkg/fields of k8s.io/apimachinery.
std::optional<std::string> nameOfFieldSelector(std::string_view selector);

/// Whether the API server understands a label selector. Source: pkg/labels of k8s.io/apimachinery.
bool isLabelSelector(std::string_view selector);

/// Whether a name is an RFC 1123 subdomain, whatever its length.
bool isSubdomain(std::string_view name);

} // namespace auditloupe
