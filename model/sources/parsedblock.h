// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"
#include "model/sources/entry.h"
#include "model/sources/localstrings.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace auditloupe {

/// A stretch of ParsedBlock::text; absent where `offset` is negative.
struct TextSlice
{
    std::int32_t offset = -1;
    std::uint32_t length = 0;
};

/// One event of a block. Numbers named like a column of table `event` are LocalStrings numbers.
struct ParsedEvent
{
    std::optional<std::int64_t> timeUs = {};
    std::optional<std::int64_t> receivedUs = {};
    Level level = Level::Unknown;
    Stage stage = Stage::Unknown;
    Decision decision = Decision::None;
    std::uint32_t flags = 0;
    std::optional<std::int32_t> code = {};
    std::int32_t verb = 0;
    std::int32_t username = 0;
    std::int32_t userGroups = 0;
    std::int32_t impersonatedUser = 0;
    std::int32_t sourceIps = 0;
    std::int32_t userAgent = 0;
    std::int32_t apiGroup = 0;
    std::int32_t apiVersion = 0;
    std::int32_t resource = 0;
    std::int32_t subresource = 0;
    std::int32_t objectNamespace = 0;
    std::int32_t reason = 0;
    TextSlice name = {};
    TextSlice requestUri = {};
    TextSlice auditId = {};
    std::uint64_t request = 0;
    std::uint64_t content = 0;
    std::int32_t cluster = 0; ///< where the wrapper tells it; otherwise the source's holds
    std::int32_t account = 0; ///< of the cluster: tells apart those of one name
    std::int32_t node = 0;
    std::int32_t envelope = 0; ///< 1 is the block's first; 0 for a native event
    std::uint32_t offset = 0; ///< of the entry, in the block
    std::uint32_t length = 0;
};

/// How the event is found inside of an entry.
struct ParsedEnvelope
{
    std::string format = {}; ///< FormatChain::name()
    ListHead head = {};
    std::int64_t events = 0; ///< of the block
};

struct ParsedRejection
{
    std::int64_t line = 0;
    std::int64_t streamOffset = 0;
    std::int64_t length = 0;
    std::string reason = {}; ///< untranslated, in plain English: it is stored
};

/// A piece of a source's stream with what was found in it. Events never cross blocks.
struct ParsedBlock
{
    std::string bytes = {};
    std::int64_t streamOffset = 0;
    /// Of a block that was encoded in the source's stream: where the entry around it stands there.
    /// Such blocks have a stream of their own.
    std::optional<std::int64_t> encodedAt = {};
    std::vector<ParsedEvent> events = {};
    std::vector<ParsedEnvelope> envelopes = {};
    LocalStrings strings = {};
    std::string text = {}; ///< what the TextSlices cut from
    std::vector<ParsedRejection> rejected = {};
    std::map<std::string, std::int64_t> other = {}; ///< recognised, no audit event: by reason
    std::int64_t rejectedCount = 0; ///< all of them; `rejected` is bounded a source
};

} // namespace auditloupe
