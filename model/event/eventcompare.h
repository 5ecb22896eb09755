// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace auditloupe {

/// Whether two copies of an event contradict each other: a field that both recorded has two
/// values. Key order, white space, kind and apiVersion (webhook bodies have none), and bodies or
/// annotations that only one copy has make no contradiction. Text that is no JSON does.
bool eventsContradict(std::string_view first, std::string_view second);

} // namespace auditloupe
