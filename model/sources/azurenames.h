// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/entry.h"

#include <optional>
#include <string>
#include <string_view>

namespace auditloupe {

/// The cluster's name in a resource id ".../managedClusters/NAME"; no data where there is none. In
/// lower case: Azure's names have no case, and its exports write one resource in several ways. It
/// is the entry's, valid until its next open().
std::string_view aksClusterOf(Entry &entry, std::string_view resourceId);

/// A time as the Azure portal writes it into CSV files, "5/19/2022, 9:37:25.000 AM" in UTC, in
/// RFC 3339. The month comes first unless it cannot be one. Nothing for anything else.
std::optional<std::string> portalTime(std::string_view text);

} // namespace auditloupe
