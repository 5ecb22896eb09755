// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/format.h"

#include <string_view>

namespace auditloupe {

/// The cluster's name in a log group "/aws/eks/NAME/cluster", also behind an account's number and
/// a colon; no data where there is none.
std::string_view eksClusterOf(std::string_view logGroup);
/// The account's number in front of such a log group; empty where there is none.
std::string_view accountOf(std::string_view logGroup);

/// What writes a log stream of EKS that lies beside the audit log's: "authenticator",
/// "kube-scheduler"; empty where it is none.
std::string_view eksNeighbourOf(std::string_view logStream);

/// What a message in this log stream is: a record, or of such a neighbour.
Opened eksMessage(Entry &entry, std::string_view message, std::string_view logStream);

} // namespace auditloupe
