// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/bench/logrequest.h"

#include <queue>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace auditloupe {

/// A week of a cluster as a sequence of events in the order in which they are written. Holds the
/// requests that are under way, whatever the number of events.
class LogStream
{
public:
    LogStream(std::uint64_t seed, std::int64_t events);

    bool isAtEnd() const { return m_written == m_events; }

    /// Appends the next line; true where it carries a body.
    bool appendNext(std::string &out);

private:
    struct Due
    {
        std::int64_t us = 0;
        std::int64_t order = 0; // breaks ties, so that the log is the same everywhere
        std::size_t slot = 0;
        LogStage stage = LogStage::Received;

        bool operator>(const Due &other) const
        {
            return us != other.us ? us > other.us : order > other.order;
        }
    };

    void startRequest();
    void fillRequest(LogRequest &request);
    int chooseCode(const Deed &deed, ActorKind kind);
    std::int64_t nextArrivalUs();
    std::size_t freeSlot();
    void expect(std::size_t slot, LogStage stage, std::int64_t us);

    LogWorld m_world;
    RandomSource m_random;
    std::int64_t m_events;
    std::int64_t m_written = 0;
    std::int64_t m_order = 0;
    std::int64_t m_arrivalUs;
    std::int64_t m_nextArrivalUs = 0;
    std::size_t m_burst = 0; // requests that are still to come at once
    std::vector<LogRequest> m_requests;
    std::vector<std::size_t> m_free;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
};

} // namespace auditloupe
