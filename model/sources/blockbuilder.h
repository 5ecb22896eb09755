// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/eventparser.h"
#include "model/sources/parsedblock.h"
#include "model/sources/recordsplitter.h"

#include <functional>

namespace auditloupe {

/// Turns the records of one source into blocks of rows.
class BlockBuilder : public RecordSink
{
public:
    static constexpr std::size_t BlockSize = 256U << 10U;
    /// Rejected records kept one by one for a source; further ones are only counted.
    static constexpr std::int64_t MaxRejected = 10'000;

    using Take = std::function<void(ParsedBlock)>;

    /// `rotationSet` tells apart the sets of files that one API server wrote: it stands in for
    /// the time of receipt in events of versions that have none.
    BlockBuilder(std::uint64_t rotationSet, Take take);

    Verdict json(std::string_view bytes, RecordPlace place) override;
    void broken(std::string_view bytes, RecordPlace place, Damage damage) override;
    void text(std::string_view line, RecordPlace place) override;
    bool settled(std::string &buffer, std::size_t settled, bool last) override;

    std::int64_t eventCount() const { return m_events; }
    /// Whether a rejected record speaks of audit.k8s.io: then the source is a damaged log.
    bool hasAuditTraces() const { return m_auditTraces; }
    bool sawBinary() const { return m_binary; }

private:
    void addEvent(const EventFields &fields, std::string_view bytes, RecordPlace place);
    void addOther(std::string_view kind);
    void reject(std::string_view bytes, RecordPlace place, std::string reason);
    bool salvage(std::string_view bytes, RecordPlace place);
    TextSlice store(std::string_view text);

    EventParser m_parser;
    ParsedBlock m_block;
    Take m_take;
    std::uint64_t m_rotationSet = 0;
    std::int64_t m_streamOffset = 0; // where the block at hand begins
    std::int64_t m_events = 0;
    std::int64_t m_rejected = 0;
    bool m_auditTraces = false;
    bool m_binary = false;
};

/// Hash of a path without the rotation stamp and the compression suffix: "audit.log" and
/// "audit-2026-11-20T15-49-27.247.log.gz" of one folder are equal.
std::uint64_t rotationSetOf(std::string_view path);

} // namespace auditloupe
