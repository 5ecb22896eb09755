// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// Requests that stay open while somebody works or listens.
enum class SessionKind : std::uint8_t { None, Exec, Attach, PortForward, Watch };

/// Whatever the verb is and the answer was: a refused exec is one that somebody asked for.
SessionKind sessionKind(const EventFields &event);

/// The word of the subresource or the verb: "exec", "watch"; empty for None.
std::string_view sessionKindName(SessionKind kind);

/// Program and arguments of an exec, decoded; empty where it names none.
std::vector<std::string> sessionCommand(const EventFields &event);

/// The same as it would be typed: an argument with anything unusual in it stands in quotes.
/// Credentials are not masked.
std::optional<std::string> sessionCommandLine(const EventFields &event);

/// The container that an exec or attach asks for; nothing where it leaves the choice to the API
/// server.
std::optional<std::string> sessionContainer(const EventFields &event);

/// A parameter of the request as the API server reads it: "tty", "stdin", "stdout", "stderr".
/// Nothing where the request is no exec or attach.
/// Source: Kubernetes, apimachinery, Convert_Slice_string_To_bool.
std::optional<bool> sessionFlag(const EventFields &event, std::string_view parameter);

/// "true" or "false"; empty for nothing.
std::string_view sessionFlagName(std::optional<bool> flag);

/// How exec, attach and port-forward came: "POST" (verb create; SPDY) or "GET" (verb get;
/// WebSocket, as kubectl does it from 1.31 on). Empty for anything else.
std::string_view sessionMethod(const EventFields &event);

/// From the receipt to the end; nothing where it was refused, or its end is not recorded. `last`:
/// the event is its request's most complete stage.
std::optional<std::int64_t> sessionDurationUs(const EventFields &event, bool last);

/// Whether the last that is known of the session is that it was opened.
bool isSessionOpen(const EventFields &event, bool last);

} // namespace auditloupe
