// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace auditloupe {

/// The cluster's name in a log group "/aws/eks/NAME/cluster", also behind an account's number and
/// a colon; no data where there is none.
std::string_view eksClusterOf(std::string_view logGroup);

} // namespace auditloupe
