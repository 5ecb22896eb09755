// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/import/importplan.h"
#include "model/import/keptstream.h"
#include "model/import/placetally.h"

#include <future>
#include <string>

namespace auditloupe {

/// One source while its blocks arrive, in the order of its stream: what the case has of it already
/// is compared, and what lies behind is added. The writer's thread.
class SourceIntake
{
public:
    /// The writer outlives the intake.
    SourceIntake(CaseWriter &writer, const QString &casePath, PlannedSource planned);

    Result<void> begin();
    /// `compressed` is waited for where the block is added.
    Result<void> take(const ParsedBlock &block, std::future<std::string> compressed);

    const PlannedSource &planned() const { return m_planned; }
    /// Whether the file is not what is kept of it: blocks are dropped from here on.
    bool isOther() const { return m_isOther; }
    void giveUp() { m_isOther = true; }
    bool isBeforeKeptEnd() const
    {
        return m_found.isBeforeKeptEnd() || m_encoded.isBeforeKeptEnd();
    }
    /// Of a source that has grown: nothing new of it is in the case.
    bool isUntouched() const { return m_planned.hasGrown && !m_isAdding; }

    /// The source as it is to stay: read to its end, …
    SourceInfo ended(SourceInfo read) const;
    /// … with what was kept before, because the file is another one by now or cannot be read so far
    /// again; why, if not for that, …
    SourceInfo endedAsKept(const QString &why) const;
    /// … and where the import was stopped.
    SourceInfo reached() const;

private:
    /// How far one of the source's streams is read, and what the case holds of it already.
    struct Lane
    {
        std::optional<KeptStream> kept = {};
        std::int64_t reached = 0; // bytes

        bool isBeforeKeptEnd() const { return kept && reached < kept->size(); }
    };

    Result<void> add(const ParsedBlock &block, std::future<std::string> compressed);
    Result<void> beginAdding();
    Result<void> addBehindKept(const ParsedBlock &block, std::int64_t size);
    Result<std::optional<ParsedBlock>> behindTorn(const ParsedBlock &block, std::int64_t size);
    void count(const ParsedBlock &block);
    void nameByEntries(SourceInfo &source) const;

    CaseWriter &m_writer;
    QString m_casePath;
    PlannedSource m_planned;
    SourceInfo m_current; // what is known of it
    Lane m_found; // the source's own stream
    Lane m_encoded; // and that of what was encoded in its entries
    PlaceTally m_place; // what its wrappers tell
    std::int64_t m_tornCopies = 0; // taken out, to be added whole
    bool m_isOther = false;
    bool m_isAdding = false; // something new of one that has grown is in the case
};

} // namespace auditloupe
