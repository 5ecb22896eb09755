// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/entry.h"

#include <optional>
#include <string>
#include <string_view>

namespace auditloupe {

/// A resource id "/subscriptions/ID/resourceGroups/GROUP/…/managedClusters/NAME": the name and
/// "ID/GROUP"; no data where it is none. In lower case: Azure's names have no case, and its exports
/// write one resource in several ways. Both are the entry's, valid until its next open().
struct AksCluster
{
    std::string_view name = {};
    std::string_view account = {};
};
AksCluster aksClusterOf(Entry &entry, std::string_view resourceId);

/// A time as the Azure portal writes it into CSV files, "5/19/2022, 9:37:25.000 AM" in UTC, in
/// RFC 3339. The month comes first unless it cannot be one. Nothing for anything else.
std::optional<std::string> portalTime(std::string_view text);

} // namespace auditloupe
