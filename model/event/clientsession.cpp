// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/clientsession.h"

#include "model/event/outcome.h"
#include "model/event/requesturi.h"

#include <algorithm>
#include <array>
#include <utility>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr std::array KindNames{""sv, "exec"sv, "attach"sv, "portforward"sv, "watch"sv};

bool reachesContainer(const EventFields &event)
{
    const SessionKind kind = sessionKind(event);
    return kind == SessionKind::Exec || kind == SessionKind::Attach;
}

bool isSimple(std::string_view argument)
{
    return !argument.empty() && std::ranges::all_of(argument, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || "_-./:=,+@%"sv.contains(c);
    });
}

/// As a shell takes it: nothing means anything inside, and a quote ends it.
std::string inQuotes(std::string_view argument)
{
    std::string text = "'";
    for (const char c : argument) {
        text += c == '\'' ? R"('\'')" : std::string(1, c);
    }
    return text + '\'';
}

bool isOpened(const EventFields &event)
{
    return sessionKind(event) != SessionKind::None && outcome(event) == Outcome::Allowed;
}

} // namespace

SessionKind sessionKind(const EventFields &event)
{
    for (const SessionKind kind :
         {SessionKind::Exec, SessionKind::Attach, SessionKind::PortForward}) {
        if (event.subresource == sessionKindName(kind)) {
            return kind;
        }
    }
    return event.verb == "watch"sv ? SessionKind::Watch : SessionKind::None;
}

std::string_view sessionKindName(SessionKind kind)
{
    return KindNames.at(static_cast<std::size_t>(kind));
}

std::vector<std::string> sessionCommand(const EventFields &event)
{
    return sessionKind(event) == SessionKind::Exec ? queryValues(event.requestUri, "command"sv)
                                                   : std::vector<std::string>();
}

std::optional<std::string> sessionCommandLine(const EventFields &event)
{
    std::optional<std::string> line;
    for (const std::string &argument : sessionCommand(event)) {
        line = line ? *line + ' ' : std::string();
        *line += isSimple(argument) ? argument : inQuotes(argument);
    }
    return line;
}

std::optional<std::string> sessionContainer(const EventFields &event)
{
    if (!reachesContainer(event)) {
        return std::nullopt;
    }
    std::vector<std::string> containers = queryValues(event.requestUri, "container"sv);
    return containers.empty() || containers.front().empty()
        ? std::nullopt
        : std::optional(std::move(containers.front()));
}

std::optional<bool> sessionFlag(const EventFields &event, std::string_view parameter)
{
    if (!reachesContainer(event)) {
        return std::nullopt;
    }
    const std::vector<std::string> values = queryValues(event.requestUri, parameter);
    if (values.empty()) {
        return false;
    }
    std::string value = values.front();
    std::ranges::transform(value, value.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return value != "0" && value != "false";
}

std::string_view sessionFlagName(std::optional<bool> flag)
{
    return !flag ? ""sv : *flag ? "true"sv : "false"sv;
}

std::string_view sessionMethod(const EventFields &event)
{
    const SessionKind kind = sessionKind(event);
    if (kind == SessionKind::None || kind == SessionKind::Watch) {
        return {};
    }
    return event.verb == "create"sv ? "POST"sv : event.verb == "get"sv ? "GET"sv : ""sv;
}

std::optional<std::int64_t> sessionDurationUs(const EventFields &event, bool last)
{
    const std::optional<std::int64_t> endUs = event.timeUs();
    const bool hasEnded = last && event.stage == Stage::ResponseComplete && isOpened(event);
    return hasEnded && endUs && event.receivedUs ? std::optional(*endUs - *event.receivedUs)
                                                 : std::nullopt;
}

bool isSessionOpen(const EventFields &event, bool last)
{
    return last && event.stage == Stage::ResponseStarted && isOpened(event);
}

} // namespace auditloupe
