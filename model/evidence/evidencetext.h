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

/// Why events were taken for what their format says: names of formats, the outermost first,
/// divided by "/".
QString formatReason(const QString &format);

/// What a careful reader must not conclude from a page without findings.
QString evidenceCaveat();

/// What the source is and holds: format, span, levels, stages; a line each.
QStringList arrivalTexts(const SourceEvidence &evidence, const QTimeZone &zone);

/// The rule by which gaps are told, with this source's numbers, and which requests are open and
/// may be.
QStringList missingTexts(const SourceEvidence &evidence);

/// Whether the clocks of the servers can be compared, and which other sources hold the same
/// events.
QStringList comparisonTexts(const SourceEvidence &evidence);

/// Which fields have no value in any event, by why that is.
QStringList absentTexts(const SourceEvidence &evidence);

/// The findings of a group, those of one kind together.
std::vector<std::span<const Finding>> findingsByKind(const SourceEvidence &evidence,
                                                     FindingGroup group);

/// An event in one line, for people.
QString mentionText(const EventMention &mention, const QTimeZone &zone);

/// Everything about a source as plain text of lines.
QString evidenceText(const SourceEvidence &evidence, const QTimeZone &zone);

} // namespace auditloupe
