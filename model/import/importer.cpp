// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importer.h"

#include "model/casefile/blockcodec.h"
#include "model/casefile/casewriter.h"
#include "model/casefile/sourcerows.h"
#include "model/casefile/storage.h"
#include "model/import/downloadpart.h"
#include "model/import/importpipeline.h"
#include "model/import/importplan.h"
#include "model/import/keptstream.h"
#include "model/import/placetally.h"
#include "model/import/torntail.h"
#include "model/sources/lookalike.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <functional>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// A killed program loses at most this much work, and a window sees rows this soon.
constexpr auto CommitEvery = 400ms;
constexpr std::size_t CommitBytes = 16U << 20U;
constexpr auto ReportEvery = 40ms;

/// 0 where it cannot be known.
std::int64_t totalSize(const std::vector<PlannedSource> &plan)
{
    std::int64_t total = 0;
    for (const PlannedSource &planned : plan) {
        if (!planned.source.modifiedUs || QFileInfo(planned.source.path).isFile()) {
            total += planned.source.bytes;
        } else {
            return 0;
        }
    }
    return total;
}

/// How far a stream of the source at hand is read, and what the case holds of it already.
struct Lane
{
    std::optional<KeptStream> kept = {}; // of a source that is resumed
    std::int64_t reached = 0; // bytes

    bool isBeforeKeptEnd() const { return kept && reached < kept->size(); }

    void forget()
    {
        kept.reset();
        reached = 0;
    }
};

/// An archive whose members are being read.
struct OpenArchive
{
    SourceInfo source = {};
    std::size_t skippedBefore = 0; // files
    bool hasMembers = false; // in the case
    bool isOther = false; // some of them are not what is kept
};

/// One import from its plan to the settled case.
class ImportRun
{
public:
    ImportRun(CaseWriter &writer, ImportPlan plan, const QString &casePath,
              const JobControl &control)
        : m_writer(writer)
        , m_control(control)
        , m_plan(std::move(plan.sources))
        , m_pasted(std::move(plan.pasted))
        , m_added(std::move(plan.ended))
    {
        m_report.casePath = casePath;
        m_report.skipped = std::move(plan.skipped);
        m_report.known = std::move(plan.known);
    }

    Result<ImportReport> run();

private:
    Result<void> takeAll(ImportPipeline &pipeline);
    Result<void> take(SourceBegun begun);
    Result<void> take(BlockParsed parsed);
    Result<void> take(MemberSkipped skipped);
    Result<void> take(SourceEnded ended);
    Result<PlannedSource> planned(SourceBegun &begun);
    Result<void> closeArchive(SourceEnded ended);
    Result<void> begin();
    bool hasKept(SourceId archive) const;
    Result<void> endMissing();
    Result<void> finish(SourceInfo source);
    Result<void> add(const ParsedBlock &block, std::future<std::string> compressed);
    Result<void> addBehindKept(const ParsedBlock &block, std::int64_t size);
    Result<void> beginAdding();
    Result<std::optional<ParsedBlock>> behindTorn(const ParsedBlock &block, std::int64_t size);
    Result<void> endWithKept(const QString &why = {});
    Lane &laneOf(const ParsedBlock &block) { return block.encodedAt ? m_encoded : m_found; }
    Result<void> skip(const SourceEnded &ended);
    Result<void> drop(const SourceInfo &source);
    Result<void> interrupted();
    Result<void> stop(const SourceInfo &source);
    void count(const ParsedBlock &block);
    Result<void> commitNowAndThen();
    void report(const ImportPipeline &pipeline);
    Result<void> settle();
    void readKept();
    void sumUp();
    void addToReport(const SourceInfo &source);
    void addDisplaced(const SourceInfo &before, const SourceInfo &source);

    CaseWriter &m_writer;
    const JobControl &m_control;
    ImportReport m_report;
    std::vector<PlannedSource> m_plan;
    QByteArray m_pasted;
    SourceInfo m_current; // of the source at hand: what is known of it
    std::optional<PlannedSource> m_at; // and how it was planned
    std::size_t m_serial = 0; // of it
    std::size_t m_input = 0; // the place in the plan of the file that it is, or stands in
    std::vector<OpenArchive> m_archives; // that it stands in, the innermost last
    KeptMembers m_kept; // that were not met again yet
    Lane m_found; // the source's own stream
    Lane m_encoded; // and that of what was encoded in its entries
    bool m_isOther = false; // it is not what is kept
    bool m_isAdding = false; // something new of one that has grown is in the case
    std::int64_t m_tornCopies = 0; // taken out, to be added whole
    PlaceTally m_place; // what its wrappers tell
    std::vector<SourceId> m_added;
    std::map<SourceId, SourceInfo> m_before; // the case's sources
    std::int64_t m_total = 0;
    std::int64_t m_committed = 0;
    std::size_t m_uncommittedBytes = 0;
    Clock::time_point m_lastCommit = Clock::now() - CommitEvery;
    Clock::time_point m_lastReport = {};
};

Result<ImportReport> ImportRun::run()
{
    const Clock::time_point start = Clock::now();
    m_total = totalSize(m_plan);
    if (const Result<void> committed = m_writer.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    if (const Result<void> read = guardStorage(m_report.casePath, [this] { readKept(); }); !read) {
        return std::unexpected(read.error());
    }
    {
        std::vector<SourceInfo> sources;
        std::ranges::transform(m_plan, std::back_inserter(sources), &PlannedSource::source);
        ImportPipeline pipeline(std::move(sources), m_pasted);
        const std::stop_callback stopping(m_control.stop, [&pipeline] { pipeline.stop(); });
        if (const Result<void> taken = takeAll(pipeline); !taken) {
            return std::unexpected(taken.error());
        }
    }
    m_report.cancelled = m_control.isCancelled();
    Result<void> ended =
        m_report.cancelled ? interrupted() : endMissing().and_then([this] { return settle(); });
    if (!ended && ended.error().code == Error::Code::Cancelled) {
        m_report.cancelled = true; // all is read, but copies are not merged yet
        ended = {};
    }
    if (!ended) {
        return std::unexpected(ended.error());
    }
    sumUp();
    m_report.elapsedSeconds = std::chrono::duration<double>(Clock::now() - start).count();
    return std::move(m_report);
}

void ImportRun::readKept()
{
    m_kept = keptMembers(m_writer.database(), m_plan);
    for (SourceInfo &source : readSources(m_writer.database())) {
        const SourceId id = source.id;
        m_before.emplace(id, std::move(source));
    }
}

Result<void> ImportRun::takeAll(ImportPipeline &pipeline)
{
    while (std::optional<PipelineItem> item = pipeline.next()) {
        const Result<void> taken =
            std::visit([this](auto part) { return take(std::move(part)); }, std::move(*item));
        if (!taken) {
            return taken;
        }
        if (const Result<void> committed = commitNowAndThen(); !committed) {
            return committed;
        }
        if (m_isOther && m_at) {
            pipeline.giveUp(m_serial);
        }
        report(pipeline);
    }
    return {};
}

Result<void> ImportRun::take(SourceBegun begun)
{
    Result<PlannedSource> source = planned(begun);
    if (!source) {
        return std::unexpected(source.error());
    }
    m_at = std::move(*source);
    m_current = m_at->source;
    m_serial = begun.serial;
    m_input = begun.input;
    if (begun.isArchive) {
        m_archives.push_back({.source = m_current, .skippedBefore = m_report.skipped.size()});
        m_at.reset();
        return {};
    }
    const Result<void> ready = begin();
    if (!ready || !hasKept(m_current.id)) {
        return ready;
    }
    m_at->kept = m_at->source; // it was an archive when it was read first
    return endWithKept();
}

/// A file stands in the plan and in the case; a member of an archive is put there now.
Result<PlannedSource> ImportRun::planned(SourceBegun &begun)
{
    if (!begun.isMember) {
        return m_plan[begun.input];
    }
    const SourceId archive = m_archives.back().source.id;
    if (const auto kept = m_kept.extract({archive, begun.source.path})) {
        return resumed(std::move(begun.source), kept.mapped());
    }
    begun.source.parent = archive;
    return m_writer.addSource(begun.source).transform([&begun](SourceId id) {
        begun.source.id = id;
        return PlannedSource{.source = std::move(begun.source)};
    });
}

Result<void> ImportRun::begin()
{
    m_isOther = false;
    m_isAdding = false;
    m_tornCopies = 0;
    m_place = {};
    m_found.forget();
    m_encoded.forget();
    if (m_at->kept) {
        const Result<void> found = guardStorage(m_report.casePath, [&] {
            m_found.kept.emplace(m_writer.database(), m_current.id, KeptStream::Which::Found);
            m_encoded.kept.emplace(m_writer.database(), m_current.id, KeptStream::Which::Encoded);
        });
        if (!found) {
            return found;
        }
    }
    return m_writer.setPlace(m_current);
}

Result<void> ImportRun::take(BlockParsed parsed)
{
    if (m_isOther) {
        return {};
    }
    const ParsedBlock &block = *parsed.block;
    count(block);
    Lane &lane = laneOf(block);
    if (!lane.isBeforeKeptEnd()) {
        lane.reached += static_cast<std::int64_t>(block.bytes.size());
        return add(block, std::move(parsed.compressed));
    }
    const Result<bool> agrees = guardStorage(
        m_report.casePath, [&] { return lane.kept->agreesWith(block.streamOffset, block.bytes); });
    if (!agrees) {
        return std::unexpected(agrees.error());
    }
    const std::int64_t kept = lane.kept->size() - lane.reached;
    lane.reached += static_cast<std::int64_t>(block.bytes.size());
    if (!*agrees) {
        return endWithKept();
    }
    return lane.isBeforeKeptEnd() || lane.reached == lane.kept->size() ? Result<void>{}
                                                                       : addBehindKept(block, kept);
}

Result<void> ImportRun::add(const ParsedBlock &block, std::future<std::string> compressed)
{
    m_uncommittedBytes += block.bytes.size();
    if (const Result<void> begun = beginAdding(); !begun) {
        return begun;
    }
    const Result<std::string> frame =
        guardStorage(m_report.casePath, [&] { return compressed.get(); });
    if (!frame) {
        return std::unexpected(frame.error());
    }
    return m_writer.addBlock(block, *frame);
}

/// A source that was read to its end changes only when there is something new of it. A killed
/// import leaves it as one to be finished.
Result<void> ImportRun::beginAdding()
{
    if (!m_at->hasGrown || std::exchange(m_isAdding, true)) {
        return {};
    }
    SourceInfo source = *m_at->kept;
    source.state = SourceState::Importing;
    source.message.clear();
    source.path = m_at->source.path;
    return m_writer.change([&](SQLite::Database &database) {
        rememberFile(database, source.id);
        updateSource(database, source.id, source);
        removeEndNotes(database, source.id);
    });
}

/// The kept stream may end within a block, because another version of the program cut it elsewhere
/// or the file has grown since, and even within a record that was half written then.
Result<void> ImportRun::addBehindKept(const ParsedBlock &block, std::int64_t size)
{
    if (const Result<void> begun = beginAdding(); !begun) {
        return begun;
    }
    Result<std::optional<ParsedBlock>> rest = withoutFront(block, size);
    if (!*rest) {
        rest = behindTorn(block, size);
    }
    if (!rest || !*rest) {
        return rest ? endWithKept() : std::unexpected(rest.error());
    }
    return guardStorage(m_report.casePath, [&] { return BlockCodec().compress((*rest)->bytes); })
        .and_then([&](const std::string &frame) { return m_writer.addBlock(**rest, frame); });
}

Result<std::optional<ParsedBlock>> ImportRun::behindTorn(const ParsedBlock &block,
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

/// The file is another one by now, or cannot be read so far again. What is kept of the old one must
/// not be given up for it.
Result<void> ImportRun::endWithKept(const QString &why)
{
    m_isOther = true;
    for (OpenArchive &archive : m_archives) {
        archive.isOther = true;
    }
    if (m_at->hasGrown && !m_isAdding) {
        const QString changed = QCoreApplication::translate(
            "Import", "The file was changed while it was read. Import it again.");
        m_report.skipped.push_back(
            {.path = m_at->source.path, .reason = why.isEmpty() ? changed : why, .isFault = true});
        m_plan[m_input].source.state = SourceState::Damaged;
        return {};
    }
    const bool isWhole = !isUnfinished(*m_at->kept) && !m_isAdding;
    return finish(isWhole ? *m_at->kept : endedSource(*m_at->kept, why));
}

void ImportRun::count(const ParsedBlock &block)
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

Result<void> ImportRun::take(SourceEnded ended)
{
    if (ended.isArchive) {
        return closeArchive(std::move(ended));
    }
    if (!m_isOther && (m_found.isBeforeKeptEnd() || m_encoded.isBeforeKeptEnd())) {
        if (const Result<void> kept = endWithKept(ended.source.message); !kept) {
            return kept;
        }
    }
    const PlannedSource planned = *std::exchange(m_at, std::nullopt);
    if (m_isOther) {
        return {};
    }
    SourceInfo source = std::move(ended.source);
    source.id = planned.source.id;
    source.parent = planned.source.parent;
    source.cluster = planned.source.cluster;
    source.clusterFrom = planned.source.clusterFrom;
    source.node = planned.source.node;
    source.nodeFrom = planned.source.nodeFrom;
    source.server = planned.source.server;
    m_place.name(source);
    source.duplicates = planned.source.duplicates - m_tornCopies;
    source.conflicts = planned.source.conflicts;
    if (!ended.isLog && !planned.kept && !isBrokenDownload(source)) {
        ended.source = std::move(source);
        return skip(ended);
    }
    if (isBrokenDownload(source)) {
        source.state = SourceState::Damaged;
        source.message = brokenDownloadText(source);
    }
    source.events = m_current.events - source.duplicates; // merged by an earlier import
    source.rejected = m_current.rejected;
    source.salvaged = m_current.salvaged;
    source.other = std::move(m_current.other);
    source.firstUs = m_current.firstUs;
    source.lastUs = m_current.lastUs;
    return finish(std::move(source));
}

/// The source is as it is to stay.
Result<void> ImportRun::finish(SourceInfo source)
{
    m_added.push_back(source.id);
    if (!m_archives.empty()) {
        m_archives.back().hasMembers = true;
    } else {
        m_plan[m_input].source.state = source.state;
    }
    return m_writer.updateSource(source);
}

Result<void> ImportRun::take(MemberSkipped skipped)
{
    m_report.skipped.push_back(std::move(skipped.member));
    return {};
}

/// An archive without a log is named once, like a file that is no log: it may be any document.
Result<void> ImportRun::closeArchive(SourceEnded ended)
{
    const OpenArchive archive = std::move(m_archives.back());
    m_archives.pop_back();
    const bool isMissingSome = hasKept(archive.source.id);
    SourceInfo source = std::move(ended.source);
    source.id = archive.source.id;
    source.parent = archive.source.parent;
    if (archive.isOther || isMissingSome) {
        return finish(endedSource(archive.source, source.message));
    }
    if (archive.hasMembers) {
        return finish(std::move(source));
    }
    const auto first = m_report.skipped.begin() + std::ptrdiff_t(archive.skippedBefore);
    const auto others = std::ranges::stable_partition(first, m_report.skipped.end(),
                                                      std::identity{}, &SkippedFile::isFault);
    const bool isNamed = others.begin() != first && source.message.isEmpty();
    m_report.skipped.erase(others.begin(), others.end());
    ended.source = std::move(source);
    ended.mostly = u"archive"_s;
    return isNamed ? drop(ended.source) : skip(ended);
}

bool ImportRun::hasKept(SourceId archive) const
{
    const auto first = m_kept.lower_bound({archive, QString()});
    return first != m_kept.end() && first->first.first == archive;
}

/// What an interrupted import left of members that are gone by now stays.
Result<void> ImportRun::endMissing()
{
    for (const auto &[key, member] : m_kept) {
        m_added.push_back(member.id);
        if (isUnfinished(member)) {
            if (const auto ended = m_writer.updateSource(endedSource(member)); !ended) {
                return ended;
            }
        }
    }
    return {};
}

Result<void> ImportRun::skip(const SourceEnded &ended)
{
    const SourceInfo &source = ended.source;
    const bool isFault = source.state == SourceState::Damaged;
    m_report.skipped.push_back({.path = source.path,
                                .reason = isFault ? source.message : lookalikeAdvice(ended.mostly),
                                .isFault = isFault});
    std::erase_if(m_report.known, [&source](const KnownFile &file) {
        return file.kind == KnownFile::Kind::Replaced && file.path == source.path;
    });
    return drop(source);
}

/// Nothing of it is kept.
Result<void> ImportRun::drop(const SourceInfo &source)
{
    if (m_archives.empty()) {
        m_plan[m_input].source.state = source.state;
    }
    return m_writer.dropSource(source.id);
}

/// Cancelled: what is written of the source at hand stays; it and those behind it say so.
Result<void> ImportRun::interrupted()
{
    m_current.events -= m_current.duplicates;
    const bool isBehindKept = !m_found.isBeforeKeptEnd() && !m_encoded.isBeforeKeptEnd();
    const auto reached = [&](const PlannedSource &planned) {
        const bool isAtHand = m_at && m_at->source.id == planned.source.id && isBehindKept;
        return isAtHand ? m_current : planned.kept.value_or(planned.source);
    };
    for (const PlannedSource &planned : m_plan) {
        const bool isAtHand = m_at && m_at->source.id == planned.source.id;
        const bool isUntouched = planned.hasGrown && !(isAtHand && m_isAdding);
        if (planned.source.state == SourceState::Importing && !isUntouched) {
            if (const Result<void> written = stop(reached(planned)); !written) {
                return written;
            }
        }
    }
    if (!m_archives.empty() && m_at) {
        if (const Result<void> written = stop(reached(*m_at)); !written) {
            return written;
        }
    }
    for (const OpenArchive &archive : m_archives) {
        if (archive.source.parent) {
            if (const Result<void> written = stop(archive.source); !written) {
                return written;
            }
        }
    }
    return m_writer.commit();
}

Result<void> ImportRun::stop(const SourceInfo &source)
{
    m_added.push_back(source.id);
    return m_writer.updateSource(stoppedSource(source));
}

Result<void> ImportRun::commitNowAndThen()
{
    if (m_uncommittedBytes < CommitBytes && Clock::now() - m_lastCommit < CommitEvery) {
        return {};
    }
    m_uncommittedBytes = 0;
    const Result<void> committed = m_writer.commit();
    m_committed = m_writer.eventCount();
    m_lastCommit = Clock::now();
    return committed;
}

void ImportRun::report(const ImportPipeline &pipeline)
{
    if (!m_control.progress || Clock::now() - m_lastReport < ReportEvery) {
        return;
    }
    m_lastReport = Clock::now();
    m_control.progress({.done = pipeline.bytesRead(),
                        .total = m_total,
                        .events = m_committed,
                        .item = m_current.path});
}

Result<void> ImportRun::settle()
{
    if (const Result<void> committed = m_writer.commit(); !committed) {
        return committed;
    }
    return m_writer.settle([this] { return m_control.isCancelled(); });
}

/// The counts after settling, from the case itself.
void ImportRun::sumUp()
{
    const auto sources =
        guardStorage(m_report.casePath, [this] { return readSources(m_writer.database()); });
    for (const SourceInfo &source : sources.value_or(std::vector<SourceInfo>{})) {
        if (std::ranges::contains(m_added, source.id)) {
            addToReport(source);
        } else if (const auto before = m_before.find(source.id); before != m_before.end()) {
            addDisplaced(before->second, source);
        }
    }
}

/// Where a fuller copy became the row, the row of an earlier source became its copy: no event is
/// new.
void ImportRun::addDisplaced(const SourceInfo &before, const SourceInfo &source)
{
    const std::int64_t rows = before.events - source.events;
    m_report.events -= rows;
    m_report.duplicates += rows;
    m_report.conflicts += source.conflicts - before.conflicts;
}

/// Of a source that has grown, only what is new.
void ImportRun::addToReport(const SourceInfo &source)
{
    const auto planned = std::ranges::find_if(m_plan, [&source](const PlannedSource &other) {
        return other.source.id == source.id && other.hasGrown;
    });
    const SourceInfo old = planned == m_plan.end() ? SourceInfo{} : *planned->kept;
    const auto added = [&](std::int64_t SourceInfo::*count) {
        return std::max<std::int64_t>(source.*count - old.*count, 0);
    };
    m_report.events += added(&SourceInfo::events);
    m_report.duplicates += added(&SourceInfo::duplicates);
    m_report.conflicts += added(&SourceInfo::conflicts);
    m_report.rejected += added(&SourceInfo::rejected);
    m_report.salvaged += added(&SourceInfo::salvaged);
    if (source.firstUs) {
        m_report.firstUs = std::min(m_report.firstUs.value_or(*source.firstUs), *source.firstUs);
        m_report.lastUs = std::max(m_report.lastUs.value_or(*source.lastUs), *source.lastUs);
    }
    m_report.sources.push_back(source);
    for (KnownFile &file : m_report.known) {
        const bool isGrown = file.kind == KnownFile::Kind::Grown && file.source == source.id;
        file.newEvents = isGrown ? added(&SourceInfo::events) : file.newEvents;
    }
}

Result<ImportReport> runAndClose(CaseWriter &writer, ImportPlan plan, const QString &casePath,
                                 const JobControl &control)
{
    Result<ImportReport> report = ImportRun(writer, std::move(plan), casePath, control).run();
    if (!report) {
        writer.rollBack(); // whole batches only
        [[maybe_unused]] const Result<void> closed = writer.close(); // the first error counts
        return report;
    }
    if (const Result<void> closed = writer.close(); !closed) {
        return std::unexpected(closed.error());
    }
    return report;
}

Result<CaseWriter> openWriter(const QString &casePath, const JobControl &control)
{
    return CaseWriter::open(casePath, [&control] { return control.isCancelled(); });
}

} // namespace

Result<ImportReport> importLogs(const ImportRequest &request, const JobControl &control)
{
    ImportRequest said = request;
    said.cluster = request.cluster.simplified(); // as nameCluster() does
    said.node = request.node.simplified();
    return openWriter(request.casePath, control).and_then([&](CaseWriter writer) {
        return planLogs(writer, said, control).and_then([&](ImportPlan plan) {
            return runAndClose(writer, std::move(plan), request.casePath, control);
        });
    });
}

Result<ImportReport> finishImport(const QString &casePath, Rest rest, const JobControl &control)
{
    return openWriter(casePath, control).and_then([&](CaseWriter writer) {
        return planRest(writer, casePath, rest).and_then([&](ImportPlan plan) {
            return runAndClose(writer, std::move(plan), casePath, control);
        });
    });
}

} // namespace auditloupe
