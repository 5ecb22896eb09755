// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace auditloupe {

/// The program that a user agent names: what stands in front of its first slash or blank. Empty
/// where nothing does.
std::string_view agentFamily(std::string_view userAgent);

} // namespace auditloupe
