// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidencework.h"
#include "model/query/filter.h"

#include <algorithm>
#include <tuple>

namespace auditloupe {
namespace {

// A piece is closed when the next event does not fit into it any more. That event has its time
// already, so the next piece begins at the time of the rotation or shortly before it.
constexpr std::int64_t LateUs = 2'000'000;
// With --audit-log-mode=batch an event may wait half a minute before it is written.
constexpr std::int64_t EarlyUs = 60'000'000;

/// One log and its pieces.
class RotationCheck
{
public:
    RotationCheck(EvidenceWork &work, const Stream &stream)
        : m_work(work)
        , m_stream(stream)
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < m_stream.pieces.size(); ++i) {
            checkEnd(i);
            if (i > 0 && m_stream.pieces[i - 1].rotatedUs) {
                checkBeginning(i);
                checkSize(i - 1);
            }
        }
        const Stream::Piece &last = m_stream.pieces.back();
        if (last.rotatedUs) {
            m_work.add(last.source, FindingKind::LiveFileMissing, 1).fromUs = last.rotatedUs;
        }
    }

private:
    const std::vector<Occurrence> &occurrences(std::size_t piece) const
    {
        return m_work.tallies[m_stream.pieces[piece].source].occurrences;
    }

    const SourceInfo &info(std::size_t piece) const
    {
        return m_work.evidence[m_stream.pieces[piece].source].source;
    }

    template <typename Belongs>
    void addEvents(std::size_t piece, FindingKind kind, std::int64_t rotatedUs, Belongs belongs)
    {
        Finding finding{.kind = kind, .of = std::int64_t(occurrences(piece).size())};
        for (const Occurrence &occurrence : occurrences(piece)) {
            if (!belongs(occurrence.timeUs)) {
                continue;
            }
            ++finding.count;
            if (finding.events.size() < MostMentions) {
                finding.events.push_back({.id = EventId{occurrence.event}});
            }
        }
        if (finding.count > 0) {
            finding.fromUs = rotatedUs;
            finding.link.filter = sourceFilter(info(piece));
            (kind == FindingKind::LateInPiece ? finding.link.fromUs : finding.link.toUs) =
                rotatedUs;
            m_work.evidence[m_stream.pieces[piece].source].findings.push_back(std::move(finding));
        }
    }

    void checkEnd(std::size_t piece)
    {
        if (const std::optional<std::int64_t> us = m_stream.pieces[piece].rotatedUs) {
            addEvents(piece, FindingKind::LateInPiece, *us,
                      [us](std::int64_t timeUs) { return timeUs > *us + LateUs; });
        }
    }

    bool beginsLate(std::size_t piece) const
    {
        const auto first = std::ranges::min_element(occurrences(piece), {}, &Occurrence::timeUs);
        return first != occurrences(piece).end()
            && first->timeUs > *m_stream.pieces[piece - 1].rotatedUs + LateUs;
    }

    void checkBeginning(std::size_t piece)
    {
        const std::int64_t before = *m_stream.pieces[piece - 1].rotatedUs;
        addEvents(piece, FindingKind::EarlyInPiece, before,
                  [before](std::int64_t timeUs) { return timeUs < before - EarlyUs; });
        if (beginsLate(piece)) {
            Finding &finding =
                m_work.add(m_stream.pieces[piece].source, FindingKind::PieceMissing, 1);
            finding.fromUs = before;
            finding.toUs =
                std::ranges::min_element(occurrences(piece), {}, &Occurrence::timeUs)->timeUs;
            finding.link = {.fromUs = before, .toUs = *finding.toUs + 1};
        }
    }

    /// The largest rotated piece shows the limit that all were rotated at. A piece that had room
    /// for the event behind it was closed too early, or something was taken out of it.
    void checkSize(std::size_t piece)
    {
        const std::size_t next = piece + 1;
        if (occurrences(next).empty() || beginsLate(next) || info(next).rejected > 0
            || info(piece).state != SourceState::Complete) {
            return;
        }
        std::int64_t limit = 0;
        for (std::size_t i = 0; i < m_stream.pieces.size(); ++i) {
            limit = std::max(limit, m_stream.pieces[i].rotatedUs ? info(i).streamBytes : 0);
        }
        const Occurrence &first =
            *std::ranges::min_element(occurrences(next), {}, [](const Occurrence &o) {
                return std::tuple(o.block, o.offset, o.event);
            });
        const std::int64_t withNext = info(piece).streamBytes + first.length + 1;
        if (withNext <= limit) {
            m_work.add(m_stream.pieces[piece].source, FindingKind::ShortPiece, limit - withNext,
                       limit);
        }
    }

    EvidenceWork &m_work;
    const Stream &m_stream;
};

} // namespace

void addRotationFindings(EvidenceWork &work)
{
    for (const Stream &stream : work.streams) {
        if (stream.isRotated) {
            RotationCheck(work, stream).run();
        }
    }
}

} // namespace auditloupe
