// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importer.h"

#include "model/casefile/casewriter.h"
#include "model/casefile/sourcerows.h"
#include "model/casefile/storage.h"
#include "model/import/downloadpart.h"
#include "model/import/importpipeline.h"
#include "model/import/importplan.h"
#include "model/import/sourceintake.h"
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
    void forgiveCutMember(const OpenArchive &archive, const SourceInfo &source);
    bool hasKept(SourceId archive) const;
    Result<void> endMissing();
    Result<void> finish(SourceInfo source);
    Result<void> endWithKept(const QString &why = {});
    Result<void> skip(const SourceEnded &ended);
    Result<void> drop(const SourceInfo &source);
    Result<void> interrupted();
    Result<void> stop(const SourceInfo &source);
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
    std::optional<SourceIntake> m_intake; // of the source at hand
    QString m_path; // of it, or of the one before
    std::size_t m_serial = 0; // of it
    std::size_t m_input = 0; // the place in the plan of the file that it is, or stands in
    std::vector<OpenArchive> m_archives; // that it stands in, the innermost last
    KeptMembers m_kept; // that were not met again yet
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
        if (m_intake && m_intake->isOther()) {
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
    m_path = source->source.path;
    m_serial = begun.serial;
    m_input = begun.input;
    if (begun.isArchive) {
        m_archives.push_back(
            {.source = std::move(source->source), .skippedBefore = m_report.skipped.size()});
        return {};
    }
    const bool wasArchive = hasKept(source->source.id);
    m_intake.emplace(m_writer, m_report.casePath, std::move(*source));
    const Result<void> ready = m_intake->begin();
    return ready && wasArchive ? endWithKept() : ready;
}

Result<void> ImportRun::take(BlockParsed parsed)
{
    if (m_intake->isOther()) {
        return {};
    }
    m_uncommittedBytes += parsed.block->bytes.size();
    const Result<void> taken = m_intake->take(*parsed.block, std::move(parsed.compressed));
    return taken && m_intake->isOther() ? endWithKept() : taken;
}

Result<void> ImportRun::take(SourceEnded ended)
{
    if (ended.isArchive) {
        return closeArchive(std::move(ended));
    }
    if (!m_intake->isOther() && m_intake->isBeforeKeptEnd()) {
        if (const Result<void> kept = endWithKept(ended.source.message); !kept) {
            return kept;
        }
    }
    const bool isOther = m_intake->isOther();
    const bool isKept = m_intake->planned().kept.has_value();
    ended.source = m_intake->ended(std::move(ended.source));
    m_intake.reset();
    if (isOther) {
        return {};
    }
    return ended.isLog || isKept || isBrokenDownload(ended.source) ? finish(std::move(ended.source))
                                                                   : skip(ended);
}

/// The file is another one by now, or cannot be read so far again. What is kept of the old one must
/// not be given up for it.
Result<void> ImportRun::endWithKept(const QString &why)
{
    m_intake->giveUp();
    for (OpenArchive &archive : m_archives) {
        archive.isOther = true;
    }
    if (!m_intake->isUntouched()) {
        return finish(m_intake->endedAsKept(why));
    }
    const QString changed = QCoreApplication::translate(
        "Import", "The file was changed while it was read. Import it again.");
    m_report.skipped.push_back(
        {.path = m_path, .reason = why.isEmpty() ? changed : why, .isFault = true});
    m_plan[m_input].source.state = SourceState::Damaged;
    return {};
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
        forgiveCutMember(archive, source);
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

/// A cut archive is told as such, like any cut file that something could be read of; the member
/// that the cut goes through is no failure of its own.
void ImportRun::forgiveCutMember(const OpenArchive &archive, const SourceInfo &source)
{
    if (source.state == SourceState::Damaged && m_report.skipped.size() > archive.skippedBefore) {
        m_report.skipped.back().isFault = false;
    }
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
    for (const PlannedSource &planned : m_plan) {
        const bool isAtHand = m_intake && m_intake->planned().source.id == planned.source.id;
        const bool isUntouched = isAtHand ? m_intake->isUntouched() : planned.hasGrown;
        if (planned.source.state == SourceState::Importing && !isUntouched) {
            const Result<void> written =
                stop(isAtHand ? m_intake->reached() : planned.kept.value_or(planned.source));
            if (!written) {
                return written;
            }
        }
    }
    if (!m_archives.empty() && m_intake) {
        if (const Result<void> written = stop(m_intake->reached()); !written) {
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
    m_control.progress(
        {.done = pipeline.bytesRead(), .total = m_total, .events = m_committed, .item = m_path});
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
