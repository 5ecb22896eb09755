// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/evidence/evidence.h"

#include <QString>
#include <QStringList>

#include <span>
#include <vector>

class QTimeZone;

namespace auditloupe {

/// Why the source was taken for what its format says.
QString formatReason(const SourceInfo &source);

/// What a careful reader must not conclude from a page without findings.
QString evidenceCaveat();

/// The rule by which gaps are told, with this source's numbers.
QString rhythmText(const SourceEvidence &evidence);

/// Whether the clocks of the servers can be compared, a sentence each.
QStringList clockTexts(const SourceEvidence &evidence);

/// Which other sources hold the same events, a sentence each.
QStringList sharedTexts(const SourceEvidence &evidence);

/// Requests that are open and may be.
QString openText(const SourceEvidence &evidence);

/// The findings of a group, those of one kind together.
std::vector<std::span<const Finding>> findingsByKind(const SourceEvidence &evidence,
                                                     FindingGroup group);

/// "level, stage, …; annotations: …".
QString fieldNames(const std::vector<const Field *> &fields);

/// "Metadata 12, Request 3": what is there, in order.
QString levelCounts(const SourceEvidence &evidence);
QString stageCounts(const SourceEvidence &evidence);

/// An event in one line, for people.
QString mentionText(const EventMention &mention, const QTimeZone &zone);

/// Everything about a source as plain text of lines.
QString evidenceText(const SourceEvidence &evidence, const QTimeZone &zone);

} // namespace auditloupe
