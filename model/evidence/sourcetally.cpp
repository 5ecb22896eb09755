// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/sourcetally.h"

#include <algorithm>
#include <iterator>

namespace auditloupe {
namespace {

constexpr std::size_t MostForeign = 64; // a log may be made up of nothing but strange members

constexpr std::array<FindingKind, UnlikeCount> KindOfUnlike{
    FindingKind::MemberOrder, FindingKind::KeyOrder,   FindingKind::Spaces,
    FindingKind::PlainMarkup, FindingKind::TimeDigits, FindingKind::ForeignMember};

template <typename T>
void append(std::vector<T> &to, std::vector<T> &&from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void addCounts(std::map<std::string, std::int64_t> &to,
               const std::map<std::string, std::int64_t> &from)
{
    for (const auto &[name, count] : from) {
        if (to.size() < MostForeign || to.contains(name)) {
            to[name] += count;
        }
    }
}

} // namespace

void Marked::add(std::uint32_t event)
{
    if (event == m_last) {
        return;
    }
    m_last = event;
    ++m_count;
    if (m_first.size() < MostMentions) {
        m_first.push_back(event);
    }
}

void Marked::merge(Marked &&other)
{
    m_count += other.m_count;
    append(m_first, std::move(other.m_first));
    std::ranges::sort(m_first);
    m_first.resize(std::min(m_first.size(), MostMentions));
}

void SourceTally::addForm(const EventForm &form, std::uint32_t event)
{
    ++formed;
    for (std::size_t i = 0; i < UnlikeCount; ++i) {
        if (form.unlike[i]) {
            mark(KindOfUnlike[i], event);
        }
    }
    for (const std::string &member : form.foreign) {
        if (foreign.size() < MostForeign || foreign.contains(member)) {
            ++foreign[member];
        }
    }
}

void SourceTally::merge(SourceTally &&other)
{
    events += other.events;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        for (std::size_t stage = 0; stage < levels.size(); ++stage) {
            levels[level][stage] += other.levels[level][stage];
        }
    }
    for (const auto &[envelope, count] : other.envelopes) {
        envelopes[envelope] += count;
    }
    append(occurrences, std::move(other.occurrences));
    append(open, std::move(other.open));
    for (auto &[kind, found] : other.marked) {
        marked[kind].merge(std::move(found));
    }
    openLongRunning += other.openLongRunning;
    formed += other.formed;
    present |= other.present;
    addCounts(foreign, other.foreign);
    addCounts(differing, other.differing);
    coarse += other.coarse;
}

} // namespace auditloupe
