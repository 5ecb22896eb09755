// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace auditloupe {

/// Whether two copies of an event contradict each other: a field that both recorded whole has two
/// values. Key order, white space, kind and apiVersion (webhook bodies have none), bodies or
/// annotations that only one copy has, and what a cut copy lost make no contradiction. Text of
/// which nothing can be read does.
bool eventsContradict(std::string_view first, std::string_view second);

} // namespace auditloupe
