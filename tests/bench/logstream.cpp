// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/logstream.h"

#include "tests/bench/logtext.h"

#include <algorithm>
#include <array>

namespace auditloupe {

namespace {

constexpr std::int64_t SecondUs = 1'000'000;
constexpr std::int64_t HourUs = 3600 * SecondUs;
constexpr std::int64_t WeekUs = 7 * 24 * HourUs;
constexpr std::int64_t StartUs = 1'794'182'400 * SecondUs; // Monday, 2026-11-09, 00:00 UTC

/// The moment at which this share of the week's events was written: days are twice as busy as
/// nights.
std::int64_t momentUs(double share)
{
    constexpr std::int64_t DayUs = 24 * HourUs;
    const double days = share * 7;
    const double day = static_cast<double>(static_cast<int>(days));
    const double x = days - day;
    // A quarter of the day's events each: 0–8, 8–12, 12–17 and 17–24 o'clock.
    constexpr std::array<double, 5> Hours{0, 8, 12, 17, 24};
    const auto quarter = std::min<std::size_t>(static_cast<std::size_t>(x * 4), 3);
    const double hour = Hours[quarter]
        + (Hours[quarter + 1] - Hours[quarter]) * (x * 4 - static_cast<double>(quarter));
    return static_cast<std::int64_t>(day) * DayUs
        + static_cast<std::int64_t>(hour * static_cast<double>(HourUs));
}

ActorKind chooseKind(RandomSource &random)
{
    const std::size_t share = random.below(100);
    if (share < 26) {
        return ActorKind::Controller;
    }
    if (share < 68) {
        return ActorKind::Node;
    }
    return share < 87 ? ActorKind::ServiceAccount : ActorKind::Human;
}

std::size_t denialsPerMille(ActorKind kind)
{
    switch (kind) {
    case ActorKind::Controller:
        return 2;
    case ActorKind::Node:
        return 6;
    case ActorKind::ServiceAccount:
    case ActorKind::Human:
        break;
    }
    return 90;
}

} // namespace

LogStream::LogStream(std::uint64_t seed, std::int64_t events)
    : m_world(seed)
    , m_random(seed ^ 0x5eed5eed5eed5eedULL)
    , m_events(events)
    , m_arrivalUs(StartUs)
    , m_nextArrivalUs(StartUs)
{
}

bool LogStream::appendNext(std::string &out)
{
    while (m_due.empty() || m_due.top().us >= m_nextArrivalUs) {
        startRequest();
    }
    const Due due = m_due.top();
    m_due.pop();
    const LogRequest &request = m_requests[due.slot];
    appendEvent(out, request, due.stage, due.us);
    ++m_written;
    if (due.stage == LogStage::Complete) {
        m_free.push_back(due.slot);
    }
    return hasBodies(request, due.stage);
}

void LogStream::startRequest()
{
    m_arrivalUs = m_nextArrivalUs;
    m_nextArrivalUs = nextArrivalUs();
    const std::size_t slot = freeSlot();
    LogRequest &request = m_requests[slot];
    fillRequest(request);
    expect(slot, LogStage::Received, request.receivedUs);
    const std::int64_t latencyUs = m_random.skewed(400, 90'000)
        + (m_random.perMille(4) ? m_random.skewed(500'000, 9 * SecondUs) : 0);
    const bool isLong =
        (request.deed->verb == "watch" || request.code == 101) && request.code < 400;
    if (isLong) {
        expect(slot, LogStage::Started, request.receivedUs + latencyUs);
        const std::int64_t openUs = m_random.skewed(300 * SecondUs, 5 * HourUs);
        expect(slot, LogStage::Complete, request.receivedUs + latencyUs + openUs);
    } else {
        expect(slot, LogStage::Complete, request.receivedUs + latencyUs);
    }
}

void LogStream::fillRequest(LogRequest &request)
{
    const ActorKind kind = chooseKind(m_random);
    request.actor = m_random.perMille(2) ? nullptr : &m_world.actor(m_random, kind);
    request.deed = &LogWorld::deed(m_random, kind);
    request.objectNamespace = m_world.objectNamespace(m_random);
    request.name = m_world.objectName(m_random, request.deed->name);
    request.auditId.clear();
    appendUuid(request.auditId, m_random);
    request.objectUid.clear();
    appendUuid(request.objectUid, m_random);
    request.receivedUs = m_arrivalUs;
    request.resourceVersion = 480'000 + m_order;
    request.bodySeed = m_random.next();
    request.code = request.actor == nullptr ? 401 : chooseCode(*request.deed, kind);
    const bool isHuman = kind == ActorKind::Human && request.actor != nullptr;
    request.impersonates = isHuman && m_random.perMille(15);
    request.forwarded = isHuman && m_random.perMille(60);
}

int LogStream::chooseCode(const Deed &deed, ActorKind kind)
{
    if (m_random.perMille(denialsPerMille(kind))) {
        return 403;
    }
    if (deed.subresource == "exec") {
        return 101;
    }
    if (deed.verb == "update") {
        return m_random.perMille(12) ? 409 : 200;
    }
    if (deed.verb == "get" && deed.resource != nullptr) {
        return m_random.perMille(25) ? 404 : 200;
    }
    return deed.verb == "create" ? 201 : 200;
}

std::int64_t LogStream::nextArrivalUs()
{
    if (m_burst > 0) {
        --m_burst;
        return m_arrivalUs + 1 + m_random.skewed(0, 8'000);
    }
    m_burst = static_cast<std::size_t>(m_random.skewed(0, 150));
    const double share = static_cast<double>(m_written) / static_cast<double>(m_events);
    return std::max(m_arrivalUs + 1, StartUs + momentUs(std::min(share, 1.0)));
}

std::size_t LogStream::freeSlot()
{
    if (m_free.empty()) {
        m_requests.emplace_back();
        return m_requests.size() - 1;
    }
    const std::size_t slot = m_free.back();
    m_free.pop_back();
    return slot;
}

void LogStream::expect(std::size_t slot, LogStage stage, std::int64_t us)
{
    m_due.push({.us = us, .order = m_order++, .slot = slot, .stage = stage});
}

} // namespace auditloupe
