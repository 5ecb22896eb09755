// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"
#include "model/query/levelruns.h"
#include "model/query/silences.h"

#include <QString>

#include <array>
#include <cstdint>
#include <vector>

namespace auditloupe {

/// What was counted to tell what a log cannot show.
struct LogFacts
{
    std::int64_t events = 0;
    std::int64_t requests = 0;
    std::array<std::int64_t, 5> stages = {}; ///< events by Stage
    std::array<std::int64_t, 5> secrets = {}; ///< events about Secrets by Level
    std::int64_t reads = 0; ///< requests
    std::int64_t writes = 0; ///< requests that carry a body: no deletions
    std::int64_t writesWithoutBody = 0; ///< of these
    std::int64_t responseBodies = 0; ///< events
    std::int64_t connections = 0; ///< requests
    std::int64_t unanswered = 0; ///< requests without a code
    std::int64_t truncated = 0; ///< events
    std::int64_t salvaged = 0; ///< events
    std::int64_t inferred = 0; ///< events
    std::int64_t forwarded = 0; ///< events with more than one source address
    std::int64_t withoutAgent = 0; ///< events
    std::int64_t withoutAddress = 0; ///< events
    std::int64_t withoutTime = 0; ///< events
    std::int64_t decisions = 0; ///< events with an authorizer's decision
    std::int64_t reasons = 0; ///< events with an authorizer's reason
    std::int64_t rejected = 0; ///< lines
    std::int64_t unfinishedSources = 0;
    std::vector<Silence> silences = {};
    std::vector<LevelRun> secretRuns = {}; ///< when Secrets were recorded at which level
};

/// Whole sentences, gravest first.
std::vector<QString> blindSpots(const LogFacts &facts);

} // namespace auditloupe
