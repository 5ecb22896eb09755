// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/evidence/evidence.h"

#include <QString>

class QTimeZone;

namespace auditloupe {

/// The kind's name for machines: "member-order". Never translated, never changed.
QString findingName(FindingKind kind);

/// A few words.
QString findingTitle(FindingKind kind);

/// What was seen, with its numbers.
QString findingSeen(const Finding &finding, const QTimeZone &zone);

/// What that means for the evidence.
QString findingMeaning(FindingKind kind);

/// What it need not mean: how it comes about when nobody did anything.
QString findingInnocence(FindingKind kind);

/// The two with a few words in front, for people.
QString meaningLine(FindingKind kind);
QString innocenceLine(FindingKind kind);

QString groupTitle(FindingGroup group);

} // namespace auditloupe
