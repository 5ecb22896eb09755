// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/sourceintake.h"

#include "model/casefile/blockcodec.h"
#include "model/casefile/casewriter.h"
#include "model/casefile/sourcerows.h"
#include "model/casefile/storage.h"
#include "model/import/downloadpart.h"
#include "model/import/torntail.h"

#include <algorithm>
#include <utility>

namespace auditloupe {

SourceIntake::SourceIntake(CaseWriter &writer, const QString &casePath, PlannedSource planned)
    : m_writer(writer)
    , m_casePath(casePath)
    , m_planned(std::move(planned))
    , m_current(m_planned.source)
{
}

Result<void> SourceIntake::begin()
{
    if (m_planned.kept) {
        const Result<void> found = guardStorage(m_casePath, [&] {
            m_found.kept.emplace(m_writer.database(), m_current.id, KeptStream::Which::Found);
            m_encoded.kept.emplace(m_writer.database(), m_current.id, KeptStream::Which::Encoded);
        });
        if (!found) {
            return found;
        }
    }
    return m_writer.setPlace(m_current);
}

Result<void> SourceIntake::take(const ParsedBlock &block, std::future<std::string> compressed)
{
    if (m_isOther) {
        return {};
    }
    count(block);
    Lane &lane = block.encodedAt ? m_encoded : m_found;
    if (!lane.isBeforeKeptEnd()) {
        lane.reached += static_cast<std::int64_t>(block.bytes.size());
        return add(block, std::move(compressed));
    }
    const Result<bool> agrees = guardStorage(
        m_casePath, [&] { return lane.kept->agreesWith(block.streamOffset, block.bytes); });
    if (!agrees) {
        return std::unexpected(agrees.error());
    }
    const std::int64_t kept = lane.kept->size() - lane.reached;
    lane.reached += static_cast<std::int64_t>(block.bytes.size());
    if (!*agrees) {
        giveUp();
        return {};
    }
    return lane.isBeforeKeptEnd() || lane.reached == lane.kept->size() ? Result<void>{}
                                                                       : addBehindKept(block, kept);
}

Result<void> SourceIntake::add(const ParsedBlock &block, std::future<std::string> compressed)
{
    if (const Result<void> begun = beginAdding(); !begun) {
        return begun;
    }
    const Result<std::string> frame = guardStorage(m_casePath, [&] { return compressed.get(); });
    if (!frame) {
        return std::unexpected(frame.error());
    }
    return m_writer.addBlock(block, *frame);
}

/// A source that was read to its end changes only when there is something new of it. A killed
/// import leaves it as one to be finished.
Result<void> SourceIntake::beginAdding()
{
    if (!m_planned.hasGrown || std::exchange(m_isAdding, true)) {
        return {};
    }
    SourceInfo source = *m_planned.kept;
    source.state = SourceState::Importing;
    source.message.clear();
    source.path = m_planned.source.path;
    return m_writer.change([&](SQLite::Database &database) {
        rememberFile(database, source.id);
        updateSource(database, source.id, source);
        removeEndNotes(database, source.id);
    });
}

/// The kept stream may end within a block, because another version of the program cut it elsewhere
/// or the file has grown since, and even within a record that was half written then.
Result<void> SourceIntake::addBehindKept(const ParsedBlock &block, std::int64_t size)
{
    if (const Result<void> begun = beginAdding(); !begun) {
        return begun;
    }
    Result<std::optional<ParsedBlock>> rest = withoutFront(block, size);
    if (!*rest) {
        rest = behindTorn(block, size);
    }
    if (!rest || !*rest) {
        giveUp();
        return rest ? Result<void>{} : std::unexpected(rest.error());
    }
    return guardStorage(m_casePath, [&] { return BlockCodec().compress((*rest)->bytes); })
        .and_then([&](const std::string &frame) { return m_writer.addBlock(**rest, frame); });
}

Result<std::optional<ParsedBlock>> SourceIntake::behindTorn(const ParsedBlock &block,
                                                            std::int64_t size)
{
    const std::optional<std::int64_t> torn = tornRecordAt(block, size);
    if (!torn || block.encodedAt) {
        return std::optional<ParsedBlock>();
    }
    std::optional<TornTail> tail;
    const Result<void> removed = m_writer.change([&](SQLite::Database &database) {
        tail = removeTornTail(database, m_current.id, *torn, block.streamOffset);
    });
    if (!removed) {
        return std::unexpected(removed.error());
    }
    m_tornCopies += tail ? tail->copies : 0;
    return tail ? withoutFront(block, tail->from - block.streamOffset)
                : std::optional<ParsedBlock>();
}

void SourceIntake::count(const ParsedBlock &block)
{
    m_place.add(block);
    m_current.events += static_cast<std::int64_t>(block.events.size());
    m_current.rejected += block.rejectedCount;
    for (const auto &[reason, count] : block.other) {
        m_current.other[QString::fromStdString(reason)] += count;
    }
    for (const ParsedEvent &event : block.events) {
        m_current.salvaged += (event.flags & bit(EventFlag::Salvaged)) != 0 ? 1 : 0;
        if (event.timeUs) {
            m_current.firstUs = std::min(m_current.firstUs.value_or(*event.timeUs), *event.timeUs);
            m_current.lastUs = std::max(m_current.lastUs.value_or(*event.timeUs), *event.timeUs);
        }
    }
}

SourceInfo SourceIntake::ended(SourceInfo read) const
{
    const SourceInfo &planned = m_planned.source;
    read.id = planned.id;
    read.parent = planned.parent;
    read.cluster = planned.cluster;
    read.clusterFrom = planned.clusterFrom;
    read.node = planned.node;
    read.nodeFrom = planned.nodeFrom;
    read.server = planned.server;
    nameByEntries(read);
    read.duplicates = planned.duplicates - m_tornCopies;
    read.conflicts = planned.conflicts;
    read.events = m_current.events - read.duplicates; // merged by an earlier import
    read.rejected = m_current.rejected;
    read.salvaged = m_current.salvaged;
    read.other = m_current.other;
    read.firstUs = m_current.firstUs;
    read.lastUs = m_current.lastUs;
    if (isBrokenDownload(read)) {
        read.state = SourceState::Damaged;
        read.message = brokenDownloadText(read);
    }
    return read;
}

/// Names cluster and node where all events agree and nobody else has named them.
void SourceIntake::nameByEntries(SourceInfo &source) const
{
    const std::string node = m_place.node().text();
    if (source.nodeFrom == ToldBy::Nobody && !node.empty()) {
        source.node = QString::fromStdString(node);
        source.nodeFrom = ToldBy::Entries;
    }
    const std::string cluster = m_place.cluster().text();
    if (source.clusterFrom == ToldBy::Nobody && !cluster.empty()) {
        const Result<QString> shown = m_writer.clusterName(cluster, m_place.cluster().text(1));
        source.cluster = shown.value_or(QString::fromStdString(cluster));
        source.clusterFrom = ToldBy::Entries;
    }
}

SourceInfo SourceIntake::endedAsKept(const QString &why) const
{
    const SourceInfo &kept = m_planned.kept ? *m_planned.kept : m_planned.source;
    const bool isWhole = !isUnfinished(kept) && !m_isAdding;
    return isWhole ? kept : endedSource(kept, why);
}

SourceInfo SourceIntake::reached() const
{
    if (isBeforeKeptEnd()) {
        return m_planned.kept.value_or(m_planned.source);
    }
    SourceInfo source = m_current;
    source.events -= source.duplicates;
    return source;
}

} // namespace auditloupe
