// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/importplan.h"

#include "model/casefile/casewriter.h"
#include "model/casefile/downloadpart.h"
#include "model/casefile/importinputs.h"
#include "model/casefile/sourcename.h"
#include "model/casefile/sourcerows.h"
#include "model/casefile/storage.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <set>

namespace auditloupe {

namespace {

/// With the numbers of what the case holds of them: a killed import could not write these.
Result<std::vector<SourceInfo>> unfinishedSources(CaseWriter &writer, const QString &casePath)
{
    return guardStorage(casePath, [&] {
        std::vector<SourceInfo> sources = readSources(writer.database());
        std::erase_if(sources, [](const SourceInfo &source) { return !isUnfinished(source); });
        countRows(writer.database(), sources);
        return sources;
    });
}

/// Pipes and standard input give their bytes once. Whether the file still is what it was, its
/// bytes will say.
bool canBeReadAgain(const SourceInfo &source)
{
    const QFileInfo file(source.archive.isEmpty() ? source.path : source.archive);
    return file.isAbsolute() && file.isFile() && file.isReadable();
}

} // namespace

bool isUnfinished(const SourceInfo &source)
{
    return source.state == SourceState::Importing || source.state == SourceState::Cancelled;
}

PlannedSource resumed(SourceInfo source, const SourceInfo &old)
{
    source.id = old.id;
    source.parent = old.parent;
    source.cluster = old.cluster;
    source.node = old.node;
    source.format = old.format; // chosen, or not known yet
    if (!source.download) { // it may have gone on
        source.download = old.download;
    }
    source.duplicates = old.duplicates;
    source.conflicts = old.conflicts;
    // What was encoded in an entry is written before the entry itself.
    const bool hasRows = old.streamBytes > 0 || old.events > 0 || old.rejected > 0;
    return {.source = std::move(source), .kept = hasRows ? std::optional(old) : std::nullopt};
}

namespace {

/// The file as it is found now and as the request tells of it.
SourceInfo requestedSource(const QString &file, const ImportRequest &request)
{
    SourceInfo source = describeFile(file);
    source.cluster = request.cluster;
    source.node = request.node;
    source.format = request.format;
    if (const auto download = request.downloads.find(source.path);
        download != request.downloads.end()) {
        source.download = download->second;
    }
    return source;
}

/// Text that was pasted: the case alone has it.
SourceInfo pastedSource(const ImportRequest &request)
{
    SourceInfo source = describeFile(StandardInput); // no file either
    source.path = PastedText;
    source.bytes = request.pasted.size();
    source.cluster = request.cluster;
    source.node = request.node;
    source.format = request.format;
    return source;
}

/// Whether it is a download that broke off, and the case has all that came of it.
bool isKnown(const SourceInfo &source, const std::vector<SourceInfo> &before,
             const JobControl &control)
{
    return isBrokenDownload(source) && std::ranges::any_of(before, [&](const SourceInfo &part) {
               return part.bytes == source.bytes && isPartOfDownload(part, source, control);
           });
}

} // namespace

KeptMembers keptMembers(SQLite::Database &database, std::span<const PlannedSource> plan)
{
    std::set<SourceId> archives;
    for (const PlannedSource &planned : plan) {
        archives.insert(planned.source.id);
    }
    std::vector<SourceInfo> members = readSources(database);
    std::erase_if(members, [&archives](const SourceInfo &source) {
        const bool isMember = source.parent && archives.contains(*source.parent);
        if (isMember) {
            archives.insert(source.id); // it may be an archive itself
        }
        return !isMember;
    });
    countRows(database, members);
    KeptMembers kept;
    for (SourceInfo &member : members) {
        kept.emplace(std::pair(*member.parent, member.path), std::move(member));
    }
    return kept;
}

SourceInfo stoppedSource(SourceInfo source)
{
    source.state = SourceState::Cancelled;
    source.message =
        QCoreApplication::translate("Import", "The import was stopped before its end.");
    return source;
}

SourceInfo endedSource(SourceInfo source, const QString &why)
{
    source.state = SourceState::Damaged;
    source.message = why.isEmpty()
        ? QCoreApplication::translate(
              "Import",
              "The import was interrupted, and the file is not what it was then. What "
              "had been read of it is kept.")
        : why;
    return source;
}

Result<ImportPlan> planLogs(CaseWriter &writer, const ImportRequest &request,
                            const JobControl &control)
{
    const Result<std::vector<SourceInfo>> unfinished = unfinishedSources(writer, request.casePath);
    if (!unfinished) {
        return std::unexpected(unfinished.error());
    }
    const Result<std::vector<SourceInfo>> before =
        guardStorage(request.casePath, [&] { return readSources(writer.database()); });
    if (!before) {
        return std::unexpected(before.error());
    }
    ImportPlan plan;
    for (const QString &file : expandInputs(request.inputs)) {
        SourceInfo source = requestedSource(file, request);
        if (isKnown(source, *before, control)) {
            plan.skipped.push_back(
                {.path = source.path,
                 .reason = QCoreApplication::translate(
                     "Import", "Nothing more of the download came than the case has already.")});
            continue;
        }
        const auto old = std::ranges::find_if(*unfinished, [&source](const SourceInfo &other) {
            return !other.parent && other.path == source.path && other.cluster == source.cluster
                && other.node == source.node && canBeReadAgain(other);
        });
        if (old != unfinished->end()) {
            plan.sources.push_back(resumed(std::move(source), *old));
            continue;
        }
        const Result<SourceId> id = writer.addSource(source);
        if (!id) {
            return std::unexpected(id.error());
        }
        source.id = *id;
        plan.sources.push_back({.source = std::move(source)});
    }
    if (!request.pasted.isEmpty()) {
        SourceInfo source = pastedSource(request);
        const Result<SourceId> id = writer.addSource(source);
        if (!id) {
            return std::unexpected(id.error());
        }
        source.id = *id;
        plan.sources.push_back({.source = std::move(source)});
        plan.pasted = request.pasted;
    }
    // What a killed import could not say any more.
    for (const SourceInfo &source : *unfinished) {
        const Result<void> written = source.state == SourceState::Importing
            ? writer.updateSource(stoppedSource(source))
            : Result<void>{};
        if (!written) {
            return std::unexpected(written.error());
        }
    }
    return plan;
}

Result<ImportPlan> planRest(CaseWriter &writer, const QString &casePath)
{
    const Result<std::vector<SourceInfo>> unfinished = unfinishedSources(writer, casePath);
    if (!unfinished) {
        return std::unexpected(unfinished.error());
    }
    ImportPlan plan;
    for (const SourceInfo &source : *unfinished) {
        if (canBeReadAgain(source)) {
            if (!source.parent) { // members come with their archive
                plan.sources.push_back(resumed(describeFile(source.path), source));
            }
        } else if (const auto ended = writer.updateSource(endedSource(source)); !ended) {
            return std::unexpected(ended.error());
        }
    }
    return plan;
}

} // namespace auditloupe
