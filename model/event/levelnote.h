// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"

#include <QString>

namespace auditloupe {

struct Field;

/// What an event's level and stage kept of the request, in words.
struct LevelNote
{
    QString title = {}; ///< "Metadata at ResponseComplete"
    QString kept = {}; ///< a sentence
    QString leftOut = {}; ///< one or more sentences; empty where nothing was left out
};

LevelNote levelNote(const EventFields &event);

/// Why a field of the catalogue is absent from this event, in one sentence.
QString absence(const Field &field, const EventFields &event);

} // namespace auditloupe
