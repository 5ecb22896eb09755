// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"

#include <QString>

class QTimeZone;

namespace auditloupe {

/// The event in one plain sentence without a full stop: when, who, what, from where, with what,
/// and how it ended. Plain text on one line: what comes from the log is shortened, characters
/// that deceive the eye are shown as escapes, credentials are masked.
QString eventSentence(const EventFields &event, const QTimeZone &zone);

/// "kubectl" of "kubectl/v1.36.2 (linux/amd64) …": the agent's first product.
QString agentText(std::string_view userAgent);

} // namespace auditloupe
