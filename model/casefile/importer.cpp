// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/importer.h"

#include "model/casefile/casewriter.h"
#include "model/casefile/importinputs.h"
#include "model/casefile/importpipeline.h"
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
std::int64_t totalSize(const std::vector<SourceInfo> &sources)
{
    std::int64_t total = 0;
    for (const SourceInfo &source : sources) {
        if (source.path == "-"_L1) {
            return 0;
        }
        total += source.bytes;
    }
    return total;
}

/// One import from its inputs to the settled case.
class ImportRun
{
public:
    ImportRun(CaseWriter &writer, const JobControl &control)
        : m_writer(writer)
        , m_control(control)
    {
    }

    Result<ImportReport> run(const std::vector<ImportRequest> &requests);

private:
    Result<void> plan(const ImportRequest &request);
    Result<void> takeAll(ImportPipeline &pipeline);
    Result<void> take(const SourceBegun &begun);
    Result<void> take(BlockParsed parsed);
    Result<void> take(SourceEnded ended);
    Result<void> skip(const SourceEnded &ended);
    Result<void> interrupted();
    void count(const ParsedBlock &block);
    Result<void> commitNowAndThen();
    void report(const ImportPipeline &pipeline);
    Result<void> settle();
    void sumUp();

    CaseWriter &m_writer;
    const JobControl &m_control;
    ImportReport m_report;
    std::vector<SourceInfo> m_planned;
    SourceId m_source = SourceId{0}; // at hand
    SourceInfo m_current; // what is known of it
    std::vector<SourceId> m_added;
    std::int64_t m_total = 0;
    std::int64_t m_committed = 0;
    std::size_t m_uncommittedBytes = 0;
    Clock::time_point m_lastCommit = Clock::now() - CommitEvery;
    Clock::time_point m_lastReport = {};
};

Result<ImportReport> ImportRun::run(const std::vector<ImportRequest> &requests)
{
    const Clock::time_point start = Clock::now();
    m_report.casePath = requests.front().casePath;
    for (const ImportRequest &request : requests) {
        if (const Result<void> planned = plan(request); !planned) {
            return std::unexpected(planned.error());
        }
    }
    if (const Result<void> committed = m_writer.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    {
        ImportPipeline pipeline(m_planned);
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

/// All sources stand in the case before the first is read, so that a killed import knows what it
/// still had to do.
Result<void> ImportRun::plan(const ImportRequest &request)
{
    for (const QString &file : expandInputs(request.inputs)) {
        SourceInfo source = describeFile(file);
        source.cluster = request.cluster;
        source.node = request.node;
        const Result<SourceId> id = m_writer.addSource(source);
        if (!id) {
            return std::unexpected(id.error());
        }
        source.id = *id;
        m_planned.push_back(std::move(source));
    }
    m_total = totalSize(m_planned);
    return {};
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
        report(pipeline);
    }
    return {};
}

Result<void> ImportRun::take(const SourceBegun &begun)
{
    m_current = m_planned[begun.input];
    m_source = m_current.id;
    return m_writer.setPlace(m_current);
}

Result<void> ImportRun::take(BlockParsed parsed)
{
    count(*parsed.block);
    m_uncommittedBytes += parsed.block->bytes.size();
    const Result<std::string> frame =
        guardStorage(m_report.casePath, [&] { return parsed.compressed.get(); });
    if (!frame) {
        return std::unexpected(frame.error());
    }
    return m_writer.addBlock(*parsed.block, *frame);
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
    const auto planned = std::ranges::find(m_planned, m_source, &SourceInfo::id);
    planned->state = ended.source.state;
    m_source = SourceId{0};
    if (!ended.isLog) {
        return skip(ended);
    }
    SourceInfo source = std::move(ended.source);
    source.events = m_current.events;
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
    const QString reason =
        ended.source.message.isEmpty() ? lookalikeAdvice(ended.mostly) : ended.source.message;
    m_report.skipped.push_back({.path = ended.source.path, .reason = reason});
    return m_writer.dropSource(ended.source.id);
}

/// Cancelled: what is written of the source at hand stays; it and those behind it say so.
Result<void> ImportRun::interrupted()
{
    for (SourceInfo &source : m_planned) {
        if (source.state != SourceState::Importing) {
            continue;
        }
        SourceInfo &reached = source.id == m_source ? m_current : source;
        reached.state = SourceState::Cancelled;
        reached.message =
            QCoreApplication::translate("Import", "The import was stopped before its end.");
        if (const Result<void> written = m_writer.updateSource(reached); !written) {
            return written;
        }
        m_added.push_back(source.id);
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

bool isUnfinished(const SourceInfo &source)
{
    return source.state == SourceState::Importing || source.state == SourceState::Cancelled;
}

/// Whether the file is, by size and time, the one that the import began to read. What was read
/// of another one must not be given up for it.
bool isStillThere(const SourceInfo &source)
{
    const SourceInfo now = describeFile(source.path);
    return QFileInfo(source.path).isReadable() && now.modifiedUs == source.modifiedUs
        && (now.bytes == source.bytes || source.state == SourceState::Cancelled);
}

Result<ImportReport> runAndClose(CaseWriter &writer, const std::vector<ImportRequest> &requests,
                                 const JobControl &control)
{
    Result<ImportReport> report = ImportRun(writer, control).run(requests);
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

} // namespace

Result<ImportReport> importLogs(const ImportRequest &request, const JobControl &control)
{
    Result<CaseWriter> writer = CaseWriter::open(request.casePath);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    const Result<std::vector<SourceInfo>> sources =
        guardStorage(request.casePath, [&] { return readSources(writer->database()); });
    if (sources && std::ranges::any_of(*sources, isUnfinished)) {
        return std::unexpected(
            Error{.message = QCoreApplication::translate(
                      "Import",
                      "An import into this case was interrupted. Finish it first, so that "
                      "nothing is counted twice."),
                  .where = {.file = request.casePath}});
    }
    return runAndClose(*writer, {request}, control);
}

Result<ImportReport> finishImport(const QString &casePath, const JobControl &control)
{
    Result<CaseWriter> writer = CaseWriter::open(casePath);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    const Result<std::vector<SourceInfo>> sources =
        guardStorage(casePath, [&] { return readSources(writer->database()); });
    if (!sources) {
        return std::unexpected(sources.error());
    }
    std::vector<ImportRequest> requests;
    for (SourceInfo source : *sources) {
        if (!isUnfinished(source)) {
            continue;
        }
        Result<void> changed;
        if (isStillThere(source)) {
            requests.push_back({.casePath = casePath,
                                .inputs = {source.path},
                                .cluster = source.cluster,
                                .node = source.node});
            changed = writer->dropSource(source.id);
        } else {
            source.state = SourceState::Damaged;
            source.message = QCoreApplication::translate(
                "Import",
                "The import was interrupted, and the file is not what it was then. What "
                "had been read of it is kept.");
            changed = writer->updateSource(source);
        }
        if (!changed) {
            return std::unexpected(changed.error());
        }
    }
    if (requests.empty()) {
        requests.push_back({.casePath = casePath});
    }
    return runAndClose(*writer, requests, control);
}

} // namespace auditloupe
