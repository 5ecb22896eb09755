// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/parsedblock.h"
#include "model/sources/recordsink.h"
#include "model/sources/unwrapper.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace auditloupe {

/// Turns the records of one source into blocks of rows.
class BlockBuilder : public RecordSink
{
public:
    static constexpr std::size_t BlockSize = 256U << 10U;
    /// Rejected records kept one by one for a source; further ones are only counted.
    static constexpr std::int64_t MaxRejected = 10'000;

    using Take = std::function<void(ParsedBlock)>;

    struct Options
    {
        /// Tells apart the sets of files that one API server wrote: it stands in for the time of
        /// receipt in events of versions that have none.
        std::uint64_t rotationSet = 0;
        const Format *format = nullptr; ///< the outermost wrapper, where it was chosen
        std::function<bool()> isCancelled = {}; ///< asked now and then: nobody wants the rest
    };

    BlockBuilder(const Options &options, Take take);

    Verdict json(std::string_view bytes, RecordPlace place) override;
    void broken(std::string_view bytes, RecordPlace place, Damage damage) override;
    TextVerdict text(std::string_view line, RecordPlace place) override;
    void row(std::string_view bytes, RecordPlace place) override;
    bool isOwnLine(std::string_view line) override { return m_unwrapper.isCertainOf(line); }
    void document(std::string_view bytes, RecordPlace place) override;
    void listBegun(std::string_view head) override;
    void listEnded() override;
    void listCut(RecordPlace place) override;
    std::size_t settled(std::string &buffer, std::size_t settled, bool last) override;
    bool isCancelled() const override { return m_options.isCancelled && m_options.isCancelled(); }

    std::int64_t eventCount() const { return m_events; }
    /// Whether a rejected record speaks of audit.k8s.io: then the source is a damaged log.
    bool hasAuditTraces() const { return m_auditTraces; }
    bool sawBinary() const { return m_binary; }
    /// Events by the name of their wrappers; native ones by NativeFormat.
    const std::map<std::string, std::int64_t> &formats() const { return m_formats; }

private:
    Verdict take(const Unwrapped &found, std::string_view bytes, RecordPlace place);
    void addEvent(const Unwrapped &found, std::string_view bytes, RecordPlace place);
    void addOther(std::string_view kind);
    void addPayload(std::string_view stream, RecordPlace place);
    void reject(std::string_view bytes, RecordPlace place, std::string reason);
    void rejectFound(const Unwrapped &found, std::string_view bytes, RecordPlace place);
    void endPending(const std::string &buffer, std::size_t end);
    void countFormats(const ParsedBlock &block);
    std::size_t beginOf(const Unwrapped &found, RecordPlace place) const;
    void leaveTable();
    TextVerdict tableOf(std::string_view line, RecordPlace place);
    std::int32_t envelopeOf(const FormatChain &chain);
    TextSlice store(std::string_view text);
    const ListHead &head() const { return m_heads.back(); }
    std::int64_t positionOf(RecordPlace place) const
    {
        return m_streamOffset + static_cast<std::int64_t>(place.offset);
    }

    Options m_options;
    Unwrapper m_unwrapper;
    ParsedBlock m_block;
    Take m_take;
    std::vector<ListHead> m_heads = std::vector<ListHead>(1); // of the lists around the record
    std::vector<FormatChain> m_chains; // of the block's envelopes
    std::map<std::string, std::int64_t> m_formats;
    std::int64_t m_streamOffset = 0; // where the block at hand begins
    std::int64_t m_encodedBytes = 0; // of the decoded streams so far
    std::int64_t m_events = 0;
    std::int64_t m_rejected = 0;
    std::int64_t m_line = 1; // of the last record
    std::size_t m_reached = 0; // the block's entries end here
    std::set<std::string, std::less<>> m_kinds; // of what is no audit event
    char m_delimiterBefore = ','; // of a table whose head the last line of text may be
    bool m_isNewTable = false; // the next row is the table's head
    bool m_auditTraces = false;
    bool m_binary = false;
    bool m_isEncoded = false; // a payload's own builder
};

/// Hash of a path without the rotation stamp and the compression suffix: "audit.log" and
/// "audit-2026-11-20T15-49-27.247.log.gz" of one folder are equal.
std::uint64_t rotationSetOf(std::string_view path);

} // namespace auditloupe
