// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/importer.h"

#include "model/casefile/blockcodec.h"
#include "model/casefile/casewriter.h"
#include "model/casefile/downloadpart.h"
#include "model/casefile/importpipeline.h"
#include "model/casefile/importplan.h"
#include "model/casefile/keptstream.h"
#include "model/casefile/sourcerows.h"
#include "model/casefile/storage.h"
#include "model/sources/lookalike.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

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
    {
        m_report.casePath = casePath;
        m_report.skipped = std::move(plan.skipped);
    }

    Result<ImportReport> run();

private:
    Result<void> takeAll(ImportPipeline &pipeline);
    Result<void> take(const SourceBegun &begun);
    Result<void> take(BlockParsed parsed);
    Result<void> take(SourceEnded ended);
    Result<void> add(const ParsedBlock &block, std::future<std::string> compressed);
    Result<void> addBehindKept(const ParsedBlock &block, std::int64_t size);
    Result<void> endWithKept(const QString &why = {});
    Lane &laneOf(const ParsedBlock &block) { return block.encodedAt ? m_encoded : m_found; }
    Result<void> skip(const SourceEnded &ended);
    Result<void> interrupted();
    void count(const ParsedBlock &block);
    Result<void> commitNowAndThen();
    void report(const ImportPipeline &pipeline);
    Result<void> settle();
    Result<void> markContinued();
    void sumUp();

    CaseWriter &m_writer;
    const JobControl &m_control;
    ImportReport m_report;
    std::vector<PlannedSource> m_plan;
    QByteArray m_pasted;
    SourceInfo m_current; // of the source at hand: what is known of it
    std::optional<std::size_t> m_input; // its place in the plan
    Lane m_found; // the source's own stream
    Lane m_encoded; // and that of what was encoded in its entries
    bool m_isOther = false; // it is not what is kept
    std::vector<SourceId> m_added;
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
    Result<void> ended = m_report.cancelled ? interrupted() : settle();
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
        if (m_isOther && m_input) {
            pipeline.giveUp(*m_input);
        }
        report(pipeline);
    }
    return {};
}

Result<void> ImportRun::take(const SourceBegun &begun)
{
    const PlannedSource &planned = m_plan[begun.input];
    m_current = planned.source;
    m_input = begun.input;
    m_isOther = false;
    m_found.forget();
    m_encoded.forget();
    if (planned.kept) {
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
    const Result<std::string> frame =
        guardStorage(m_report.casePath, [&] { return compressed.get(); });
    if (!frame) {
        return std::unexpected(frame.error());
    }
    return m_writer.addBlock(block, *frame);
}

/// Another version of the program may have cut the stream elsewhere.
Result<void> ImportRun::addBehindKept(const ParsedBlock &block, std::int64_t size)
{
    const std::optional<ParsedBlock> rest = withoutFront(block, size);
    if (!rest) {
        return endWithKept();
    }
    return guardStorage(m_report.casePath, [&] { return BlockCodec().compress(rest->bytes); })
        .and_then([&](const std::string &frame) { return m_writer.addBlock(*rest, frame); });
}

/// The file is another one by now, or cannot be read so far again. What is kept of the old one must
/// not be given up for it.
Result<void> ImportRun::endWithKept(const QString &why)
{
    PlannedSource &planned = m_plan[*m_input];
    m_isOther = true;
    planned.source.state = SourceState::Damaged;
    m_added.push_back(planned.source.id);
    return m_writer.updateSource(endedSource(*planned.kept, why));
}

void ImportRun::count(const ParsedBlock &block)
{
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
    if (!m_isOther && (m_found.isBeforeKeptEnd() || m_encoded.isBeforeKeptEnd())) {
        if (const Result<void> kept = endWithKept(ended.source.message); !kept) {
            return kept;
        }
    }
    const std::size_t input = *std::exchange(m_input, std::nullopt);
    if (m_isOther) {
        return {};
    }
    m_plan[input].source.state = ended.source.state;
    if (!ended.isLog && !m_plan[input].kept && !isBrokenDownload(ended.source)) {
        return skip(ended);
    }
    SourceInfo source = std::move(ended.source);
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
    m_added.push_back(source.id);
    return m_writer.updateSource(source);
}

Result<void> ImportRun::skip(const SourceEnded &ended)
{
    const bool isFault = !ended.source.message.isEmpty();
    m_report.skipped.push_back(
        {.path = ended.source.path,
         .reason = isFault ? ended.source.message : lookalikeAdvice(ended.mostly),
         .isFault = isFault});
    return m_writer.dropSource(ended.source.id);
}

/// Cancelled: what is written of the source at hand stays; it and those behind it say so.
Result<void> ImportRun::interrupted()
{
    m_current.events -= m_current.duplicates;
    for (std::size_t input = 0; input < m_plan.size(); ++input) {
        const PlannedSource &planned = m_plan[input];
        if (planned.source.state != SourceState::Importing) {
            continue;
        }
        const bool isAtHand =
            input == m_input && !m_found.isBeforeKeptEnd() && !m_encoded.isBeforeKeptEnd();
        const SourceInfo &reached = isAtHand ? m_current : planned.kept.value_or(planned.source);
        const Result<void> written = m_writer.updateSource(stoppedSource(reached));
        if (!written) {
            return written;
        }
        m_added.push_back(planned.source.id);
    }
    return m_writer.commit();
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

/// What a download had brought before it broke off is in a later source as well.
Result<void> ImportRun::markContinued()
{
    const auto sources =
        guardStorage(m_report.casePath, [this] { return readSources(m_writer.database()); });
    if (!sources) {
        return std::unexpected(sources.error());
    }
    for (SourceInfo part : *sources) {
        if (part.state != SourceState::Damaged || !isBrokenDownload(part)) {
            continue;
        }
        const auto whole = std::ranges::find_if(*sources, [this, &part](const SourceInfo &source) {
            return source.bytes > part.bytes && source.id > part.id
                && !source.sha256.isEmpty() // the file was read to its end, not only what is kept
                && isPartOfDownload(part, source, m_control);
        });
        if (whole == sources->end()) {
            continue;
        }
        part.message =
            QCoreApplication::translate(
                "Import", "The download broke off here. Source %1 has all of it and more.")
                .arg(static_cast<int>(whole->id));
        if (const Result<void> marked = m_writer.markContinued(part); !marked) {
            return marked;
        }
    }
    return {};
}

Result<void> ImportRun::settle()
{
    if (const Result<void> marked = markContinued(); !marked) {
        return marked;
    }
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
        if (std::ranges::find(m_added, source.id) == m_added.end()) {
            continue;
        }
        m_report.events += source.events;
        m_report.duplicates += source.duplicates;
        m_report.conflicts += source.conflicts;
        m_report.rejected += source.rejected;
        m_report.salvaged += source.salvaged;
        if (source.firstUs) {
            m_report.firstUs =
                std::min(m_report.firstUs.value_or(*source.firstUs), *source.firstUs);
            m_report.lastUs = std::max(m_report.lastUs.value_or(*source.lastUs), *source.lastUs);
        }
        m_report.sources.push_back(source);
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
    return openWriter(request.casePath, control).and_then([&](CaseWriter writer) {
        return planLogs(writer, request, control).and_then([&](ImportPlan plan) {
            return runAndClose(writer, std::move(plan), request.casePath, control);
        });
    });
}

Result<ImportReport> finishImport(const QString &casePath, const JobControl &control)
{
    return openWriter(casePath, control).and_then([&](CaseWriter writer) {
        return planRest(writer, casePath).and_then([&](ImportPlan plan) {
            return runAndClose(writer, std::move(plan), casePath, control);
        });
    });
}

} // namespace auditloupe
