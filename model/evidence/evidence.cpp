// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidence.h"

#include "model/casefile/casereader.h"
#include "model/casefile/sourcetablemodel.h"
#include "model/casefile/storage.h"
#include "model/evidence/evidencework.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace auditloupe {
namespace {

constexpr std::int64_t EventsAtOnce = 8192; // ids
constexpr std::chrono::milliseconds BetweenProgress{40};

/// Scans a case on all cores, stretch by stretch.
class ParallelScan
{
public:
    ParallelScan(QString path, const std::map<std::int32_t, SourceInfo> &sources,
                 EvidenceScan::Options options, std::int64_t highest, const JobControl &control)
        : m_path(std::move(path))
        , m_sources(sources)
        , m_options(options)
        , m_highest(highest)
        , m_control(control)
    {
    }

    Result<ScanResult> run()
    {
        const std::int64_t stretches = m_highest / EventsAtOnce + 1;
        const std::int64_t cores = std::max(1U, std::thread::hardware_concurrency());
        {
            std::vector<std::jthread> threads;
            for (std::int64_t i = 0; i < std::min(stretches, cores); ++i) {
                threads.emplace_back([this] { work(); });
            }
        }
        if (m_error) {
            return std::unexpected(*m_error);
        }
        return std::move(m_result);
    }

private:
    void work()
    {
        Result<CaseReader> reader = CaseReader::open(m_path);
        if (!reader) {
            fail(reader.error());
            return;
        }
        reader->setCancelCheck([this] { return isStopped(); });
        Result<ScanResult> found = guardStorage(m_path, [&] { return scanStretches(*reader); });
        if (!found || isStopped()) {
            fail(found ? Error::cancelled() : found.error());
            return;
        }
        const std::lock_guard lock(m_mutex);
        m_result.merge(std::move(*found));
    }

    ScanResult scanStretches(CaseReader &reader)
    {
        // Neighbours in a request's index lie anywhere in the case.
        reader.database().exec("PRAGMA cache_size = -65536"); // KiB
        EvidenceScan scan(reader, m_sources, m_options);
        while (!isStopped()) {
            const std::int64_t from = m_next.fetch_add(EventsAtOnce);
            if (from > m_highest) {
                break;
            }
            scan.scan(from, from + EventsAtOnce);
            tellProgress(m_done.fetch_add(EventsAtOnce) + EventsAtOnce);
        }
        return scan.take();
    }

    bool isStopped() const { return m_failed || m_control.isCancelled(); }

    void fail(const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        // What made the others stop is the first one.
        if (!m_error) {
            m_error = error;
        }
        m_failed = true;
    }

    void tellProgress(std::int64_t done)
    {
        const std::lock_guard lock(m_mutex);
        const auto now = std::chrono::steady_clock::now();
        if (m_control.progress && now - m_told >= BetweenProgress) {
            m_told = now;
            m_control.progress({.done = std::min(done, m_highest),
                                .total = m_highest,
                                .events = std::min(done, m_highest)});
        }
    }

    QString m_path;
    const std::map<std::int32_t, SourceInfo> &m_sources;
    EvidenceScan::Options m_options;
    std::int64_t m_highest;
    const JobControl &m_control;
    std::atomic<std::int64_t> m_next = 0;
    std::atomic<std::int64_t> m_done = 0;
    std::atomic<bool> m_failed = false;
    std::mutex m_mutex; // guards what follows
    std::chrono::steady_clock::time_point m_told;
    std::optional<Error> m_error;
    ScanResult m_result;
};

struct CaseFacts
{
    std::int64_t highestEvent = 0;
    bool hasRequestIndex = false;
};

Result<CaseFacts> caseFacts(CaseReader &reader)
{
    return guardStorage(reader.path(), [&] {
        SQLite::Database &database = reader.database();
        return CaseFacts{
            .highestEvent =
                database.execAndGet("SELECT coalesce(max(id), 0) FROM event").getInt64(),
            .hasRequestIndex =
                database
                    .execAndGet("SELECT count(*) FROM sqlite_master WHERE type = 'index'"
                                " AND name = 'event_request'")
                    .getInt()
                != 0};
    });
}

Result<std::map<std::int32_t, std::vector<RejectedReason>>> rejectedReasons(CaseReader &reader)
{
    return guardStorage(reader.path(), [&] {
        // With a single min() the other columns are those of its row.
        SQLite::Statement query(reader.database(),
                                "SELECT source, reason, count(*), line, stream_offset, min(id) "
                                "FROM rejected GROUP BY source, reason ORDER BY 3 DESC, reason");
        std::map<std::int32_t, std::vector<RejectedReason>> reasons;
        while (query.executeStep()) {
            reasons[query.getColumn(0).getInt()].push_back(
                {.reason = QString::fromStdString(query.getColumn(1).getString()),
                 .count = query.getColumn(2).getInt64(),
                 .firstLine = query.getColumn(3).getInt64(),
                 .firstOffset = query.getColumn(4).getInt64()});
        }
        return reasons;
    });
}

QString text(const std::optional<std::string> &utf8)
{
    return utf8 ? QString::fromUtf8(*utf8) : QString();
}

/// Says of each event that is mentioned what it is.
Result<void> fillMentions(Finding &finding, CaseReader &reader)
{
    std::vector<EventId> ids;
    for (const EventMention &mention : finding.events) {
        ids.push_back(mention.id);
    }
    const Result<std::vector<EventRow>> rows = reader.rows(ids);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    finding.events.clear();
    for (const EventRow &row : *rows) {
        const Result<EventPlace> place = reader.eventPlace(row.id);
        if (!place) {
            return std::unexpected(place.error());
        }
        finding.events.push_back({.id = row.id,
                                  .source = row.source,
                                  .streamOffset = place->streamOffset,
                                  .timeUs = row.timeUs,
                                  .stage = row.stage,
                                  .auditId = text(row.auditId),
                                  .verb = text(row.verb),
                                  .user = text(row.username),
                                  .uri = text(row.requestUri)});
    }
    return {};
}

Result<void> fillMentions(EvidenceWork &work, CaseReader &reader)
{
    for (SourceEvidence &evidence : work.evidence) {
        for (Finding &finding : evidence.findings) {
            if (const Result<void> filled = fillMentions(finding, reader); !filled) {
                return filled;
            }
        }
    }
    return {};
}

/// What only the case itself can tell, event by event.
Result<void> lookUp(EvidenceWork &work, CaseReader &reader)
{
    return addClocks(work, reader)
        .and_then([&] { return addFormats(work, reader); })
        .and_then([&] { return addStoreDelays(work, reader); })
        .and_then([&] { return fillMentions(work, reader); });
}

/// What the tally counted, without a judgement.
void addCounts(SourceEvidence &evidence, const SourceTally &tally)
{
    evidence.events = tally.events;
    for (std::size_t level = 0; level < tally.levels.size(); ++level) {
        for (std::size_t stage = 0; stage < tally.levels.size(); ++stage) {
            evidence.levels[level] += tally.levels[level][stage];
            evidence.stages[stage] += tally.levels[level][stage];
        }
    }
    evidence.absent = absentFields(tally);
}

void judge(EvidenceWork &work)
{
    for (std::size_t i = 0; i < work.evidence.size(); ++i) {
        addCounts(work.evidence[i], work.tallies[i]);
    }
    addStreamTimes(work);
    addSourceFindings(work);
    addStreamFindings(work);
    addRotationFindings(work);
    addComparisons(work);
}

/// They have no events; what is true of their members names them.
std::map<SourceId, SourceInfo> takeArchives(std::vector<SourceInfo> &sources)
{
    std::map<SourceId, SourceInfo> archives;
    std::erase_if(sources, [&archives](const SourceInfo &source) {
        return isArchive(source) && archives.emplace(source.id, source).second;
    });
    return archives;
}

/// The outermost: the one that is a file.
std::optional<SourceInfo> archiveOf(const SourceInfo &member,
                                    const std::map<SourceId, SourceInfo> &archives)
{
    std::optional<SourceInfo> archive;
    for (auto parent = member.parent; parent && archives.contains(*parent);
         parent = archive->parent) {
        archive = archives.at(*parent);
    }
    return archive;
}

EvidenceWork workOf(const std::vector<SourceInfo> &sources, ScanResult scan)
{
    EvidenceWork work{.streams = streamsOf(sources), .auditIds = std::move(scan.auditIds)};
    for (const SourceInfo &source : sources) {
        work.evidence.push_back({.source = source});
        work.tallies.push_back(std::move(scan.tallies[static_cast<std::int32_t>(source.id)]));
    }
    return work;
}

} // namespace

std::int64_t SourceEvidence::count(FindingGroup group) const
{
    return std::ranges::count_if(
        findings, [group](const Finding &finding) { return groupOf(finding.kind) == group; });
}

Result<std::vector<SourceEvidence>> evidenceOf(CaseReader &reader, const JobControl &control)
{
    Result<std::vector<SourceInfo>> sources = reader.sources();
    if (!sources) {
        return std::unexpected(sources.error());
    }
    const std::map<SourceId, SourceInfo> archives = takeArchives(*sources);
    const Result<CaseFacts> facts = caseFacts(reader);
    if (!facts) {
        return std::unexpected(facts.error());
    }
    Result<std::map<std::int32_t, std::vector<RejectedReason>>> rejected = rejectedReasons(reader);
    if (!rejected) {
        return std::unexpected(rejected.error());
    }
    std::map<std::int32_t, SourceInfo> byId;
    for (const SourceInfo &source : *sources) {
        byId[static_cast<std::int32_t>(source.id)] = source;
    }
    const EvidenceScan::Options options{.comparesStages = facts->hasRequestIndex,
                                        .keepsAuditIds = streamsOf(*sources).size() > 1};
    Result<ScanResult> scan =
        ParallelScan(reader.path(), byId, options, facts->highestEvent, control).run();
    if (!scan) {
        return std::unexpected(scan.error());
    }
    EvidenceWork work = workOf(*sources, std::move(*scan));
    work.highestEvent = facts->highestEvent;
    judge(work);
    if (const Result<void> looked = lookUp(work, reader); !looked) {
        return std::unexpected(looked.error());
    }
    for (SourceEvidence &evidence : work.evidence) {
        evidence.archive = archiveOf(evidence.source, archives);
        evidence.rejected = std::move((*rejected)[static_cast<std::int32_t>(evidence.source.id)]);
        evidence.requestsChecked = facts->hasRequestIndex;
        std::ranges::stable_sort(evidence.findings, {}, &Finding::kind);
    }
    return std::move(work.evidence);
}

} // namespace auditloupe
