// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace auditloupe {

/// How a request ended, as far as this event knows.
enum class Outcome : std::uint8_t {
    Unknown, ///< no code where one could have been
    Allowed, ///< code below 400
    Denied, ///< refused on purpose, see DeniedBy
    Failed, ///< any other code from 400 up, and a crashed handler
    Open ///< written before there was an answer
};

/// Whose refusal a Denied is.
enum class DeniedBy : std::uint8_t { Nobody, Authentication, Authorization, Admission };

/// What a request does to the cluster.
enum class Access : std::uint8_t {
    Other,
    Read,
    Write,
    Connect, ///< exec, attach, port-forward, proxy, by whatever verb
    Check ///< questions without effect: access and token reviews, dry runs
};

Outcome outcome(const EventFields &event);
DeniedBy deniedBy(const EventFields &event);
Access access(const EventFields &event);

/// Whether the client asked for a dry run: nothing is stored then.
bool isDryRun(const EventFields &event);
/// Whether access() of such a request depends on its URI: it would write, were it no dry run.
bool isWriteVerb(std::string_view verb);

/// Words of the condition language; empty for Unknown, Nobody and Other.
std::string_view outcomeName(Outcome outcome);
std::string_view deniedByName(DeniedBy by);
std::string_view accessName(Access access);

/// Translated words for people.
QString outcomeText(Outcome outcome);
QString deniedByText(DeniedBy by);
QString accessText(Access access);

} // namespace auditloupe
