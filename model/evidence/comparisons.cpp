// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidencework.h"

#include <algorithm>
#include <map>
#include <utility>

namespace auditloupe {
namespace {

constexpr std::int64_t FewestShared = 10;
// Where one side has so many more (one in so many of the shared ones), it records other servers
// or more than this one: nothing is missing.
constexpr std::int64_t WiderShare = 10;
// At the ends of what both cover, one side may simply have begun or ended a little later.
constexpr std::int64_t EdgeUs = 5'000'000;

struct Held
{
    std::uint32_t event = 0;
    std::int64_t timeUs = 0;
};

/// Each event of a stream once, by id.
std::vector<Held> eventsOf(const Stream &stream, const EvidenceWork &work)
{
    std::vector<Held> events;
    for (const Stream::Piece &piece : stream.pieces) {
        for (const Occurrence &occurrence : work.tallies[piece.source].occurrences) {
            events.push_back({.event = occurrence.event, .timeUs = occurrence.timeUs});
        }
    }
    std::ranges::sort(events, {}, &Held::event);
    const auto copies = std::ranges::unique(events, {}, &Held::event);
    events.erase(copies.begin(), copies.end());
    return events;
}

/// How many events two streams share, by the streams' indices.
std::map<std::pair<std::size_t, std::size_t>, std::int64_t> sharedEvents(const EvidenceWork &work)
{
    constexpr std::uint32_t Nobody = UINT32_MAX;
    std::vector<std::uint32_t> owner(std::size_t(work.highestEvent) + 1, Nobody);
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> shared;
    for (std::size_t stream = 0; stream < work.streams.size(); ++stream) {
        for (const Held &held : eventsOf(work.streams[stream], work)) {
            std::uint32_t &first = owner[held.event];
            if (first == Nobody) {
                first = std::uint32_t(stream);
            } else {
                ++shared[{first, stream}];
            }
        }
    }
    return shared;
}

struct Overlap
{
    std::int64_t fromUs = 0;
    std::int64_t toUs = 0;

    bool holds(std::int64_t us) const { return us >= fromUs && us <= toUs; }
};

/// What the second has and the first has not, of the time that both cover.
std::vector<Held> onlyInSecond(const std::vector<Held> &first, const std::vector<Held> &second,
                               const Overlap &overlap)
{
    std::vector<Held> only;
    std::ranges::set_difference(second, first, std::back_inserter(only), {}, &Held::event,
                                &Held::event);
    std::erase_if(only, [&overlap](const Held &held) { return !overlap.holds(held.timeUs); });
    return only;
}

class StreamPair
{
public:
    StreamPair(EvidenceWork &work, std::size_t one, std::size_t other, std::int64_t shared)
        : m_work(work)
        , m_streams{one, other}
        , m_shared(shared)
        , m_events{eventsOf(work.streams[one], work), eventsOf(work.streams[other], work)}
    {
        const std::vector<std::int64_t> &a = work.times[one].sorted;
        const std::vector<std::int64_t> &b = work.times[other].sorted;
        m_overlap = {.fromUs = std::max(a.front(), b.front()) + EdgeUs,
                     .toUs = std::min(a.back(), b.back()) - EdgeUs};
    }

    void compare()
    {
        addOneSide(0);
        addOneSide(1);
    }

private:
    /// What the side lacks.
    void addOneSide(std::size_t side)
    {
        const Stream &stream = m_work.streams[m_streams[side]];
        const std::vector<Held> only = onlyInSecond(m_events[side], m_events[1 - side], m_overlap);
        const SharedEvents shared{.with = m_work.streams[m_streams[1 - side]].name,
                                  .events = m_shared,
                                  .onlyThere = std::int64_t(only.size())};
        for (const Stream::Piece &piece : stream.pieces) {
            m_work.evidence[piece.source].shared.push_back(shared);
        }
        if (!only.empty() && std::int64_t(only.size()) <= m_shared / WiderShare) {
            addFinding(stream, shared.with, only);
        }
    }

    /// The finding stands with the piece that covers the first of the events.
    void addFinding(const Stream &stream, const QString &with, const std::vector<Held> &only)
    {
        const std::int64_t us = std::ranges::min(only, {}, &Held::timeUs).timeUs;
        const auto covers = [&](const Stream::Piece &piece) {
            const std::vector<Occurrence> &own = m_work.tallies[piece.source].occurrences;
            return std::ranges::any_of(own, [us](const Occurrence &o) { return o.timeUs >= us; });
        };
        const auto piece = std::ranges::find_if(stream.pieces, covers);
        const std::size_t source =
            piece == stream.pieces.end() ? stream.pieces.front().source : piece->source;
        Finding &finding =
            m_work.add(source, FindingKind::OnlyElsewhere, std::int64_t(only.size()), m_shared);
        finding.detail = with;
        for (const Held &held : only) {
            if (finding.events.size() < MostMentions) {
                finding.events.push_back({.id = EventId{held.event}});
            }
        }
    }

    EvidenceWork &m_work;
    std::size_t m_streams[2];
    std::int64_t m_shared;
    std::vector<Held> m_events[2];
    Overlap m_overlap;
};

} // namespace

void addComparisons(EvidenceWork &work)
{
    if (work.streams.size() < 2) {
        return;
    }
    for (const auto &[streams, shared] : sharedEvents(work)) {
        if (shared >= FewestShared) {
            StreamPair(work, streams.first, streams.second, shared).compare();
        }
    }
}

} // namespace auditloupe
