// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/casefile/caserows.h"
#include "model/event/fields.h"
#include "model/evidence/rhythm.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace auditloupe {

class CaseReader;

/// What can be found about a source. First what is missing or may be, then what is unlike a log
/// that nobody touched. Each has its words in findingtext.cpp.
enum class FindingKind : std::uint8_t {
    Unfinished,
    Rejected,
    Salvaged,
    Truncated,
    Gap,
    PieceMissing,
    LiveFileMissing,
    OpenRequest,
    OnlyElsewhere,

    MemberOrder,
    KeyOrder,
    Spaces,
    PlainMarkup,
    TimeDigits,
    ForeignMember,
    CoarseTime,
    StageTime,
    StageField,
    StageTwice,
    BeforeReceipt,
    ReceivedTwice,
    EarlyAnswer,
    LineOrder,
    LateInPiece,
    EarlyInPiece,
    ShortPiece,
    FutureTime,
    AfterModified,
    TimeMissing,
    Conflict
};

enum class FindingGroup : std::uint8_t { Missing, Unlike };

constexpr FindingGroup groupOf(FindingKind kind)
{
    return kind < FindingKind::MemberOrder ? FindingGroup::Missing : FindingGroup::Unlike;
}

/// The events that a finding is about, as far as a filter can say it.
struct EventsLink
{
    QString filter = {}; ///< text of the filter bar; may be empty with a range
    std::optional<std::int64_t> fromUs = {}; ///< inclusive
    std::optional<std::int64_t> toUs = {}; ///< exclusive

    bool isEmpty() const { return filter.isEmpty() && !fromUs && !toUs; }
};

/// One of the events that a finding is about: enough to find it again without this case.
struct EventMention
{
    EventId id = EventId{0};
    SourceId source = SourceId{0};
    std::int64_t streamOffset = 0; ///< byte in the source's decompressed stream
    std::optional<std::int64_t> timeUs = {};
    Stage stage = Stage::Unknown;
    QString auditId = {};
    QString verb = {};
    QString user = {};
    QString uri = {};
};

/// What was seen, in numbers. The words come from findingtext.h.
struct Finding
{
    FindingKind kind = FindingKind::Unfinished;
    std::int64_t count = 0; ///< events, unless the kind is about something else
    std::int64_t of = 0; ///< of so many; 0 where that says nothing. Of a gap: streams around it
    std::optional<std::int64_t> fromUs = {};
    std::optional<std::int64_t> toUs = {};
    QString detail = {}; ///< names, as they stand in the log: may be hostile
    EventsLink link = {};
    std::vector<EventMention> events = {}; ///< the first MostMentions of them
};

constexpr std::size_t MostMentions = 50;

struct RejectedReason
{
    QString reason = {};
    std::int64_t count = 0;
    std::int64_t firstLine = 0;
    std::int64_t firstOffset = 0; ///< byte in the decompressed stream
};

/// Events that stand in another source, too.
struct SharedEvents
{
    QString with = {}; ///< the other stream's name
    std::int64_t events = 0;
    std::int64_t onlyThere = 0; ///< of the time that both cover
};

/// How far the clock of another stream's server can be from this one's. Both saw the same
/// requests, one behind the other (an aggregated API server behind the API server).
struct ClockComparison
{
    QString with = {};
    std::int64_t requests = 0;
    std::int64_t agreeing = 0; ///< of these, with the range below
    std::int64_t leastUs = 0; ///< the other clock is ahead by this at least; negative: behind
    std::int64_t mostUs = 0;
};

/// How long after an event a store says that it got it, by the store's own clock.
struct StoreDelay
{
    QString fact = {}; ///< the store's name for that time
    std::int64_t events = 0; ///< that were looked at
    std::int64_t leastUs = 0; ///< negative: stored before it happened, so a clock is wrong
    std::int64_t mostUs = 0;
};

/// Events of the source that are wrapped in the same way.
struct FormatCount
{
    QString format = {}; ///< names of formats, the outermost first, divided by "/"
    std::int64_t events = 0;
};

/// Fields of the catalogue without a value in any event of the source.
struct AbsentFields
{
    std::vector<const Field *> always = {}; ///< that an API server writes into every event
    std::vector<const Field *> possible = {}; ///< that these levels and stages could have held
    std::vector<const Field *> unrecorded = {}; ///< that these levels and stages never hold
};

/// What one source can prove and cannot.
struct SourceEvidence
{
    SourceInfo source = {};
    std::optional<SourceInfo> archive = {}; ///< of a member: the file that it stands in
    std::int64_t events = 0; ///< in this source, those that are copies of others among them
    std::vector<FormatCount> formats = {}; ///< most events first
    std::array<std::int64_t, 5> levels = {}; ///< events by Level
    std::array<std::int64_t, 5> stages = {}; ///< events by Stage
    std::vector<RejectedReason> rejected = {};
    std::int64_t streamSources = 1; ///< files that continue each other, this one among them
    std::optional<Rhythm> rhythm = {}; ///< of all of these; nothing with too few events
    std::int64_t gaps = 0; ///< also those that are too many to be findings
    std::int64_t openAtEnd = 0; ///< requests without an end, received shortly before the log's
    std::int64_t openLongRunning = 0; ///< watches, exec and their like without an end
    bool requestsChecked = true; ///< false while the import is unfinished
    AbsentFields absent = {};
    std::vector<SharedEvents> shared = {};
    std::vector<ClockComparison> clocks = {};
    std::vector<StoreDelay> delays = {};
    std::vector<Finding> findings = {}; ///< in order of kind

    std::int64_t count(FindingGroup group) const; ///< findings of the group
};

/// All sources of the case but archives, in their order. Looks at every event, on all cores;
/// cancellable. Progress counts events.
Result<std::vector<SourceEvidence>> evidenceOf(CaseReader &reader, const JobControl &control);

} // namespace auditloupe
