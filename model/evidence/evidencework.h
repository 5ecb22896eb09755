// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/evidence/evidence.h"
#include "model/evidence/evidencescan.h"
#include "model/evidence/rotation.h"
#include "model/evidence/sourcetally.h"

#include <vector>

namespace auditloupe {

/// A stream's events in order of time.
struct StreamTimes
{
    std::vector<std::int64_t> sorted = {};
    bool continues = true; ///< its sources follow each other; else each stands for itself
};

/// What the parts of evidenceOf() hand to each other. Vectors of sources have the same indices,
/// and so have those of streams.
struct EvidenceWork
{
    std::vector<SourceEvidence> evidence = {};
    std::vector<SourceTally> tallies = {};
    std::vector<Stream> streams = {};
    std::vector<StreamTimes> times = {};
    std::vector<AuditIdHash> auditIds = {};
    std::int64_t highestEvent = 0;

    Finding &add(std::size_t source, FindingKind kind, std::int64_t count, std::int64_t of = 0);
    /// The finding's events by id, and the way to the source's events where these are all of them.
    Finding &addMarked(std::size_t source, FindingKind kind, std::int64_t of = 0);
    std::vector<std::size_t> streamOfSource() const; ///< index of the stream by source
};

void addSourceFindings(EvidenceWork &work);
void addStreamTimes(EvidenceWork &work);
void addStreamFindings(EvidenceWork &work);
void addRotationFindings(EvidenceWork &work);
void addComparisons(EvidenceWork &work);
Result<void> addClocks(EvidenceWork &work, CaseReader &reader);
Result<void> addFormats(EvidenceWork &work, CaseReader &reader);
Result<void> addStoreDelays(EvidenceWork &work, CaseReader &reader);
AbsentFields absentFields(const SourceTally &tally);

} // namespace auditloupe
