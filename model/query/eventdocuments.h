// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

namespace auditloupe {

class CaseReader;

/// Takes the bytes of `ids[index]`, valid during the call; false stops.
using TakeDocument = std::function<bool(std::size_t index, std::string_view document)>;

/// Hands over the exact bytes of each event, in the order of `ids`: fast for many events, above
/// all in order of id.
Result<void> readDocuments(CaseReader &reader, std::span<const EventId> ids,
                           const TakeDocument &take);

} // namespace auditloupe
