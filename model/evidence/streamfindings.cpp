// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidencework.h"
#include "model/query/filter.h"

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr std::size_t MostGaps = 20; // of one source
constexpr std::int64_t OverlapShare = 10; // one in so many: what a piece may share with the next

// A server gives a request a minute by default before it answers for it; the log's end says
// nothing about those that were received then.
constexpr std::int64_t UnansweredUs = 2 * 60'000'000LL;

struct Span
{
    std::int64_t fromUs = 0;
    std::int64_t toUs = 0;
};

std::vector<Span> spansOf(const Stream &stream, const EvidenceWork &work)
{
    std::vector<Span> spans;
    for (const Stream::Piece &piece : stream.pieces) {
        const std::vector<Occurrence> &places = work.tallies[piece.source].occurrences;
        if (!places.empty()) {
            const auto [first, last] = std::ranges::minmax(places, {}, &Occurrence::timeUs);
            spans.push_back({.fromUs = first.timeUs, .toUs = last.timeUs});
        }
    }
    std::ranges::sort(spans, {}, &Span::fromUs);
    return spans;
}

/// Two nodes' logs in one folder may look like two pieces of one; their times tell.
bool followEachOther(const std::vector<Span> &spans)
{
    for (std::size_t i = 1; i < spans.size(); ++i) {
        const std::int64_t overlap = std::min(spans[i - 1].toUs, spans[i].toUs) - spans[i].fromUs;
        const std::int64_t shorter =
            std::min(spans[i - 1].toUs - spans[i - 1].fromUs, spans[i].toUs - spans[i].fromUs);
        if (overlap > shorter / OverlapShare && overlap > 0) {
            return false;
        }
    }
    return true;
}

std::vector<std::int64_t> sortedTimes(const SourceTally &tally)
{
    std::vector<std::int64_t> times;
    times.reserve(tally.occurrences.size());
    for (const Occurrence &occurrence : tally.occurrences) {
        times.push_back(occurrence.timeUs);
    }
    std::ranges::sort(times);
    return times;
}

std::int64_t countBetween(const std::vector<std::int64_t> &times, const Silence &gap)
{
    return std::ranges::lower_bound(times, gap.toUs) - std::ranges::upper_bound(times, gap.fromUs);
}

/// Whether there are times before, in or behind the gap, so that silence would say something.
bool covers(const std::vector<std::int64_t> &times, const Silence &gap)
{
    return !times.empty() && times.front() < gap.toUs && times.back() > gap.fromUs;
}

class GapFinder
{
public:
    explicit GapFinder(EvidenceWork &work)
        : m_work(work)
    {
    }

    /// Looks for gaps in the times of these sources, which belong to one stream.
    void find(std::size_t stream, std::span<const std::int64_t> times,
              const std::vector<std::size_t> &sources)
    {
        const std::optional<Rhythm> rhythm = rhythmOf(times);
        for (const std::size_t source : sources) {
            m_work.evidence[source].rhythm = rhythm;
            m_work.evidence[source].streamSources = std::int64_t(sources.size());
        }
        if (rhythm) {
            std::vector<std::vector<Silence>> gaps(m_work.evidence.size());
            for (const Silence &gap : gapsIn(times, *rhythm)) {
                gaps[sourceBehind(gap, sources)].push_back(gap);
            }
            for (const std::size_t source : sources) {
                add(source, stream, std::move(gaps[source]));
            }
        }
    }

private:
    std::size_t sourceBehind(const Silence &gap, const std::vector<std::size_t> &sources) const
    {
        const auto found = std::ranges::find_if(sources, [&](std::size_t source) {
            return std::ranges::contains(m_work.tallies[source].occurrences, gap.toUs,
                                         &Occurrence::timeUs);
        });
        return found == sources.end() ? sources.front() : *found;
    }

    /// The longest ones, in order of time.
    void add(std::size_t source, std::size_t stream, std::vector<Silence> gaps)
    {
        m_work.evidence[source].gaps = std::int64_t(gaps.size());
        std::ranges::sort(gaps, std::ranges::greater{}, &Silence::lengthUs);
        gaps.resize(std::min(gaps.size(), MostGaps));
        std::ranges::sort(gaps, {}, &Silence::fromUs);
        for (const Silence &gap : gaps) {
            Finding &finding = m_work.add(source, FindingKind::Gap, 0);
            for (std::size_t i = 0; i < m_work.times.size(); ++i) {
                const std::vector<std::int64_t> &times = m_work.times[i].sorted;
                if (i != stream && covers(times, gap)) {
                    ++finding.of;
                    finding.count += countBetween(times, gap);
                }
            }
            finding.fromUs = gap.fromUs;
            finding.toUs = gap.toUs;
            // The events before and behind the gap, and between them what others recorded.
            finding.link = {.fromUs = gap.fromUs, .toUs = gap.toUs + 1};
        }
    }

    EvidenceWork &m_work;
};

std::vector<std::size_t> sourcesOf(const Stream &stream)
{
    std::vector<std::size_t> sources;
    for (const Stream::Piece &piece : stream.pieces) {
        sources.push_back(piece.source);
    }
    return sources;
}

bool recordsEnds(const SourceTally &tally)
{
    return std::ranges::any_of(tally.levels, [](const auto &stages) {
        return std::accumulate(stages.begin() + std::to_underlying(Stage::ResponseStarted),
                               stages.end(), std::int64_t{0})
            > 0;
    });
}

void addOpenRequests(EvidenceWork &work, std::size_t source, std::int64_t endUs)
{
    SourceEvidence &evidence = work.evidence[source];
    SourceTally &tally = work.tallies[source];
    evidence.openLongRunning = tally.openLongRunning;
    if (!recordsEnds(tally)) {
        return; // the policy leaves them out
    }
    std::ranges::sort(tally.open, {}, &OpenRequest::event);
    Finding finding{.kind = FindingKind::OpenRequest, .of = tally.events};
    for (const OpenRequest &request : tally.open) {
        if (request.receivedUs > endUs - UnansweredUs) {
            ++evidence.openAtEnd;
            continue;
        }
        ++finding.count;
        if (finding.events.size() < MostMentions) {
            finding.events.push_back({.id = EventId{request.event}});
        }
    }
    if (finding.count > 0) {
        finding.link = {.filter = u"stage=RequestReceived and last=1 and "_s
                            + sourceFilter(evidence.source),
                        .toUs = endUs - UnansweredUs};
        evidence.findings.push_back(std::move(finding));
    }
}

} // namespace

std::vector<std::size_t> EvidenceWork::streamOfSource() const
{
    std::vector<std::size_t> stream(evidence.size());
    for (std::size_t i = 0; i < streams.size(); ++i) {
        for (const Stream::Piece &piece : streams[i].pieces) {
            stream[piece.source] = i;
        }
    }
    return stream;
}

void addStreamTimes(EvidenceWork &work)
{
    for (const Stream &stream : work.streams) {
        StreamTimes &times = work.times.emplace_back();
        times.continues = followEachOther(spansOf(stream, work));
        for (const Stream::Piece &piece : stream.pieces) {
            for (const Occurrence &occurrence : work.tallies[piece.source].occurrences) {
                times.sorted.push_back(occurrence.timeUs);
            }
        }
        std::ranges::sort(times.sorted);
    }
}

void addStreamFindings(EvidenceWork &work)
{
    GapFinder gaps(work);
    for (std::size_t i = 0; i < work.streams.size(); ++i) {
        const std::vector<std::size_t> sources = sourcesOf(work.streams[i]);
        const std::vector<std::int64_t> &times = work.times[i].sorted;
        if (work.times[i].continues) {
            gaps.find(i, times, sources);
        }
        for (const std::size_t source : sources) {
            std::vector<std::int64_t> own = sortedTimes(work.tallies[source]);
            if (!work.times[i].continues) {
                gaps.find(i, own, {source});
            }
            const std::vector<std::int64_t> &whole = work.times[i].continues ? times : own;
            addOpenRequests(work, source, whole.empty() ? 0 : whole.back());
        }
    }
}

} // namespace auditloupe
