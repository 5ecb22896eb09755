// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/event/auditevent.h"
#include "model/evidence/eventform.h"
#include "model/evidence/evidence.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace auditloupe {

/// An event, or a copy of one, in a source.
struct Occurrence
{
    std::int64_t timeUs = 0;
    std::uint32_t event = 0; ///< id of the row
    std::uint32_t block = 0; ///< place: blocks of a source follow each other
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

/// A request whose last event is RequestReceived.
struct OpenRequest
{
    std::int64_t receivedUs = 0;
    std::uint32_t event = 0;
};

/// A number of events and the first of them by id.
class Marked
{
public:
    /// In order of id. The same event twice in a row counts once.
    void add(std::uint32_t event);
    void merge(Marked &&other);

    std::int64_t count() const { return m_count; }
    const std::vector<std::uint32_t> &first() const { return m_first; }

private:
    std::int64_t m_count = 0;
    std::uint32_t m_last = 0;
    std::vector<std::uint32_t> m_first;
};

/// What is counted in one source. Tallies of parts of a case add up.
struct SourceTally
{
    std::int64_t events = 0;
    std::array<std::array<std::int64_t, 5>, 5> levels = {}; ///< events by Level and Stage
    std::map<std::int64_t, std::int64_t> envelopes = {}; ///< events by id of their envelope
    std::vector<Occurrence> occurrences = {}; ///< those with a time
    std::map<FindingKind, Marked> marked = {};
    std::vector<OpenRequest> open = {};
    std::int64_t openLongRunning = 0;
    std::int64_t formed = 0; ///< events whose form was read
    FieldSet present = {};
    std::map<std::string, std::int64_t> foreign = {}; ///< members, bounded
    std::map<std::string, std::int64_t> differing = {}; ///< fields that stages disagree in
    std::int64_t coarse = 0; ///< events whose time is a whole number of milliseconds

    void mark(FindingKind kind, std::uint32_t event) { marked[kind].add(event); }
    void addForm(const EventForm &form, std::uint32_t event);
    void merge(SourceTally &&other);
};

} // namespace auditloupe
