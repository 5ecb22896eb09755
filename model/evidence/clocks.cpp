// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/casereader.h"
#include "model/evidence/clockrange.h"
#include "model/evidence/evidencework.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace auditloupe {
namespace {

constexpr std::size_t MostCandidates = 20'000; // events; clocks need no more
// Clients may send one auditID to two servers by chance or on purpose.
constexpr std::int64_t FewestAgreeing = 3;

using StreamPair = std::pair<std::size_t, std::size_t>;

/// Last events of requests that share their auditID with exactly one other. A client can send any
/// auditID, so one that comes up again and again says nothing.
std::vector<EventId> candidates(std::vector<AuditIdHash> &auditIds)
{
    std::ranges::sort(auditIds, {},
                      [](const AuditIdHash &a) { return std::tuple(a.hash, a.event); });
    std::vector<EventId> events;
    for (std::size_t i = 0; i < auditIds.size() && events.size() < MostCandidates;) {
        std::size_t end = i + 1;
        while (end < auditIds.size() && auditIds[end].hash == auditIds[i].hash) {
            ++end;
        }
        if (end - i == 2) {
            events.push_back(EventId{auditIds[i].event});
            events.push_back(EventId{auditIds[i + 1].event});
        }
        i = end;
    }
    return events;
}

bool isHandled(const EventRow &row)
{
    return row.timeUs && row.receivedUs && row.stage == Stage::ResponseComplete;
}

/// Two servers' sight of one request: the same question, received at two times.
bool isSeenTwice(const EventRow &a, const EventRow &b)
{
    return isHandled(a) && isHandled(b) && a.auditId == b.auditId && a.requestUri == b.requestUri
        && a.verb == b.verb && a.request != b.request;
}

Handling handling(const EventRow &row)
{
    return {.fromUs = *row.receivedUs, .toUs = *row.timeUs};
}

void addComparison(EvidenceWork &work, const StreamPair &streams,
                   const std::vector<SeenTwice> &requests)
{
    const std::optional<ClockRange> range = clockRange(requests);
    if (!range || range->agreeing < FewestAgreeing
        || range->agreeing * 2 < std::int64_t(requests.size())) {
        return;
    }
    const auto add = [&](std::size_t own, std::size_t other, std::int64_t least,
                         std::int64_t most) {
        for (const Stream::Piece &piece : work.streams[own].pieces) {
            work.evidence[piece.source].clocks.push_back({.with = work.streams[other].name,
                                                          .requests = std::int64_t(requests.size()),
                                                          .agreeing = range->agreeing,
                                                          .leastUs = least,
                                                          .mostUs = most});
        }
    };
    add(streams.first, streams.second, range->leastUs, range->mostUs);
    add(streams.second, streams.first, -range->mostUs, -range->leastUs);
}

} // namespace

Result<void> addClocks(EvidenceWork &work, CaseReader &reader)
{
    std::map<std::int32_t, std::size_t> streamOf;
    const std::vector<std::size_t> byIndex = work.streamOfSource();
    for (std::size_t i = 0; i < work.evidence.size(); ++i) {
        streamOf[static_cast<std::int32_t>(work.evidence[i].source.id)] = byIndex[i];
    }
    const std::vector<EventId> events = candidates(work.auditIds);
    const Result<std::vector<EventRow>> rows = reader.rows(events);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::map<StreamPair, std::vector<SeenTwice>> requests;
    for (std::size_t i = 0; i + 1 < rows->size(); i += 2) {
        const EventRow *one = &(*rows)[i];
        const EventRow *other = &(*rows)[i + 1];
        std::size_t here = streamOf[static_cast<std::int32_t>(one->source)];
        std::size_t there = streamOf[static_cast<std::int32_t>(other->source)];
        if (here > there) {
            std::swap(one, other);
            std::swap(here, there);
        }
        if (here != there && isSeenTwice(*one, *other)) {
            requests[{here, there}].push_back({.here = handling(*one), .there = handling(*other)});
        }
    }
    for (const auto &[streams, seen] : requests) {
        addComparison(work, streams, seen);
    }
    return {};
}

} // namespace auditloupe
