// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace auditloupe {

/// How much the API server was told to write. The numbers are stored in the case.
enum class Level : std::uint8_t { Unknown, None, Metadata, Request, RequestResponse };

/// When in a request's life the event was written. The numbers are stored in the case and order
/// the stages: a higher one knows more of the request's end.
enum class Stage : std::uint8_t {
    Unknown,
    RequestReceived,
    ResponseStarted,
    ResponseComplete,
    Panic
};

/// The authorizer's word (annotation authorization.k8s.io/decision); a 401 has none.
enum class Decision : std::uint8_t { None, Allow, Forbid };

/// Facts about an event that no field of it says. Bits are stored in the case.
enum class EventFlag : std::uint32_t {
    Salvaged = 1, ///< cut off or damaged: what is missing is unknown
    Truncated = 2, ///< the API server dropped the bodies (audit.k8s.io/truncated)
    Inferred = 4, ///< fields were derived by an adapter, not recorded
    HasRequestBody = 8, ///< requestObject is present
    HasResponseBody = 16, ///< responseObject is present
    ValidationFailed = 32 ///< a ValidatingAdmissionPolicy objected (annotation validation_failure)
};

constexpr std::uint32_t bit(EventFlag flag)
{
    return static_cast<std::uint32_t>(flag);
}

std::string_view levelName(Level level);
std::string_view stageName(Stage stage);
std::string_view decisionName(Decision decision);
Level levelFromName(std::string_view name);
Stage stageFromName(std::string_view name);
Decision decisionFromName(std::string_view name);

/// The recorded fields that become columns of the case, as views: valid until the parser that
/// filled them reads its next event. An absent field is an empty view without data
/// (`data() == nullptr`), an empty one has data. Arrays are their JSON text, minified.
struct EventFields
{
    Level level = Level::Unknown;
    Stage stage = Stage::Unknown;
    Decision decision = Decision::None;
    std::uint32_t flags = 0;
    std::optional<std::int64_t> stageUs = {}; ///< microseconds since 1970, UTC
    std::optional<std::int64_t> receivedUs = {}; ///< requestReceivedTimestamp
    std::optional<std::int64_t> legacyUs = {}; ///< timestamp or metadata.creationTimestamp
    std::optional<std::int32_t> code = {};
    std::string_view auditId = {};
    std::string_view requestUri = {};
    std::string_view verb = {};
    std::string_view username = {};
    std::string_view userGroups = {};
    std::string_view impersonatedUser = {};
    std::string_view sourceIps = {};
    std::string_view userAgent = {};
    std::string_view apiGroup = {};
    std::string_view apiVersion = {};
    std::string_view resource = {};
    std::string_view subresource = {};
    std::string_view objectNamespace = {};
    std::string_view name = {};
    std::string_view reason = {}; ///< authorization.k8s.io/reason
    std::string_view contentFrom = {}; ///< the event's bytes after kind and apiVersion

    /// stageTimestamp, or what older versions have in its place.
    std::optional<std::int64_t> timeUs() const;
};

} // namespace auditloupe
