// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidencework.h"
#include "model/query/filter.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr std::int64_t JumpUs = 1'000'000; // the server's own order is right to some milliseconds
constexpr std::int64_t FewestCoarse = 10;
constexpr std::int64_t CoarseShare = 20; // one in so many; chance makes it one in a thousand
constexpr qsizetype MostNames = 8;

constexpr std::array FormKinds{FindingKind::MemberOrder, FindingKind::KeyOrder,
                               FindingKind::Spaces,      FindingKind::PlainMarkup,
                               FindingKind::TimeDigits,  FindingKind::ForeignMember};
constexpr std::array EventKinds{FindingKind::Salvaged,      FindingKind::StageTime,
                                FindingKind::StageField,    FindingKind::StageTwice,
                                FindingKind::BeforeReceipt, FindingKind::ReceivedTwice,
                                FindingKind::EarlyAnswer,   FindingKind::FutureTime,
                                FindingKind::AfterModified, FindingKind::Conflict};

/// The names with the highest counts, "…" behind them where there are more.
QString names(const std::map<std::string, std::int64_t> &counts)
{
    std::vector<std::pair<std::int64_t, QString>> ordered;
    for (const auto &[name, count] : counts) {
        ordered.emplace_back(-count, QString::fromStdString(name));
    }
    std::ranges::sort(ordered);
    QStringList list;
    for (const auto &[count, name] : ordered) {
        if (list.size() == MostNames) {
            list += u"…"_s;
            break;
        }
        list += name;
    }
    return list.join(u", "_s);
}

bool hasMarked(const SourceTally &tally, FindingKind kind)
{
    return tally.marked.contains(kind);
}

void addForms(EvidenceWork &work, std::size_t source)
{
    const SourceTally &tally = work.tallies[source];
    for (const FindingKind kind : FormKinds) {
        if (hasMarked(tally, kind)) {
            Finding &finding = work.addMarked(source, kind, tally.formed);
            if (kind == FindingKind::ForeignMember) {
                finding.detail = names(tally.foreign);
            }
        }
    }
    const auto timed = std::int64_t(tally.occurrences.size());
    if (tally.coarse >= FewestCoarse && tally.coarse >= timed / CoarseShare) {
        Finding &finding = work.add(source, FindingKind::CoarseTime, tally.coarse, timed);
        finding.link.filter = sourceFilter(work.evidence[source].source);
    }
}

void addEvents(EvidenceWork &work, std::size_t source)
{
    const SourceTally &tally = work.tallies[source];
    for (const FindingKind kind : EventKinds) {
        if (hasMarked(tally, kind)) {
            Finding &finding = work.addMarked(source, kind, tally.events);
            if (kind == FindingKind::StageField) {
                finding.detail = names(tally.differing);
            }
        }
    }
    if (hasMarked(tally, FindingKind::Truncated)) {
        Finding &finding = work.addMarked(source, FindingKind::Truncated, tally.events);
        finding.link.filter = uR"(annotations["audit.k8s.io/truncated"]=true and )"_s
            + sourceFilter(work.evidence[source].source);
    }
    // Where no event has a time of receipt, the format has none: that is an absent field.
    const auto missing = tally.marked.find(FindingKind::TimeMissing);
    if (missing != tally.marked.end()
        && (missing->second.count() < tally.events || tally.occurrences.empty())) {
        work.addMarked(source, FindingKind::TimeMissing, tally.events);
    }
}

void addState(EvidenceWork &work, std::size_t source)
{
    const SourceInfo &info = work.evidence[source].source;
    if (info.state != SourceState::Complete) {
        work.add(source, FindingKind::Unfinished, 1).detail = info.message;
    }
    if (info.rejected > 0) {
        work.add(source, FindingKind::Rejected, info.rejected);
    }
}

/// Which way most neighbours go: exports may begin with the newest event.
bool isNewestFirst(const std::vector<Occurrence> &places)
{
    std::int64_t down = 0;
    std::int64_t up = 0;
    for (std::size_t i = 1; i < places.size(); ++i) {
        down += places[i].timeUs < places[i - 1].timeUs;
        up += places[i].timeUs > places[i - 1].timeUs;
    }
    return down > up;
}

/// Sorts the occurrences by place and looks for times that go back.
void addLineOrder(EvidenceWork &work, std::size_t source)
{
    std::vector<Occurrence> &places = work.tallies[source].occurrences;
    std::ranges::sort(places, {},
                      [](const Occurrence &o) { return std::tuple(o.block, o.offset, o.event); });
    const std::int64_t sign = isNewestFirst(places) ? -1 : 1;
    Finding found{.kind = FindingKind::LineOrder, .of = std::int64_t(places.size())};
    std::int64_t longest = 0;
    for (std::size_t i = 1; i < places.size(); ++i) {
        const std::int64_t jump = sign * (places[i - 1].timeUs - places[i].timeUs);
        if (jump <= JumpUs) {
            continue;
        }
        ++found.count;
        if (found.events.size() < MostMentions) {
            found.events.push_back({.id = EventId{places[i].event}});
        }
        if (jump > longest) {
            longest = jump;
            found.fromUs = std::min(places[i].timeUs, places[i - 1].timeUs);
            found.toUs = std::max(places[i].timeUs, places[i - 1].timeUs);
        }
    }
    if (found.count > 0) {
        work.evidence[source].findings.push_back(std::move(found));
    }
}

} // namespace

Finding &EvidenceWork::add(std::size_t source, FindingKind kind, std::int64_t count,
                           std::int64_t of)
{
    return evidence[source].findings.emplace_back(Finding{.kind = kind, .count = count, .of = of});
}

Finding &EvidenceWork::addMarked(std::size_t source, FindingKind kind, std::int64_t of)
{
    const Marked &marked = tallies[source].marked.at(kind);
    Finding &finding = add(source, kind, marked.count(), of);
    for (const std::uint32_t event : marked.first()) {
        finding.events.push_back({.id = EventId{event}});
    }
    if (marked.count() == of) {
        finding.link.filter = sourceFilter(evidence[source].source);
    }
    return finding;
}

void addSourceFindings(EvidenceWork &work)
{
    for (std::size_t source = 0; source < work.evidence.size(); ++source) {
        addState(work, source);
        addForms(work, source);
        addEvents(work, source);
        addLineOrder(work, source);
    }
}

} // namespace auditloupe
