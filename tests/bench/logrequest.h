// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/bench/logworld.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace auditloupe {

enum class LogStage : std::uint8_t { Received, Started, Complete };

/// One request between its first and its last event.
struct LogRequest
{
    const Actor *actor = nullptr; ///< null: not authenticated
    const Deed *deed = nullptr;
    std::string_view objectNamespace = {};
    std::string name = {};
    std::string auditId = {};
    std::string objectUid = {};
    std::int64_t receivedUs = 0;
    std::int64_t resourceVersion = 0;
    std::uint64_t bodySeed = 0;
    int code = 200;
    bool impersonates = false;
    bool forwarded = false; ///< through a proxy, which is a second address
};

/// Whether the event of this stage carries a body.
bool hasBodies(const LogRequest &request, LogStage stage);

/// One line of the log, as kube-apiserver writes it.
void appendEvent(std::string &out, const LogRequest &request, LogStage stage, std::int64_t stageUs);

/// The object as JSON: the same for the same request, but for what the server adds to a response.
void appendBody(std::string &out, const LogRequest &request, bool isResponse);

/// The `Status` object of a refused request, from `"status"` on, without braces.
void appendFailure(std::string &out, const LogRequest &request);

} // namespace auditloupe
