// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace auditloupe {

/// Decodes base64 and, where gzip is inside, unpacks that. Nothing where it is no base64, is
/// damaged, or unpacks to more than RecordSplitter::MaxRecord.
std::optional<std::string> decodePayload(std::string_view base64);

} // namespace auditloupe
