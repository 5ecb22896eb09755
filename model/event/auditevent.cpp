// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/auditevent.h"

#include <array>
#include <cstddef>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr std::array LevelNames{""sv, "None"sv, "Metadata"sv, "Request"sv, "RequestResponse"sv};
constexpr std::array StageNames{""sv, "RequestReceived"sv, "ResponseStarted"sv,
                                "ResponseComplete"sv, "Panic"sv};
constexpr std::array DecisionNames{""sv, "allow"sv, "forbid"sv};

template <typename Enum, std::size_t N>
Enum fromName(const std::array<std::string_view, N> &names, std::string_view name)
{
    for (std::size_t i = 1; i < N; ++i) {
        if (names[i] == name) {
            return static_cast<Enum>(i);
        }
    }
    return static_cast<Enum>(0);
}

} // namespace

std::string_view levelName(Level level)
{
    return LevelNames.at(static_cast<std::size_t>(level));
}

std::string_view stageName(Stage stage)
{
    return StageNames.at(static_cast<std::size_t>(stage));
}

std::string_view decisionName(Decision decision)
{
    return DecisionNames.at(static_cast<std::size_t>(decision));
}

Level levelFromName(std::string_view name)
{
    return fromName<Level>(LevelNames, name);
}

Stage stageFromName(std::string_view name)
{
    return fromName<Stage>(StageNames, name);
}

Decision decisionFromName(std::string_view name)
{
    return fromName<Decision>(DecisionNames, name);
}

std::optional<std::int64_t> EventFields::timeUs() const
{
    if (stageUs) {
        return stageUs;
    }
    return receivedUs ? receivedUs : legacyUs;
}

} // namespace auditloupe
