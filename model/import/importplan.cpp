// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importplan.h"

#include "model/casefile/casewriter.h"
#include "model/casefile/sourcename.h"
#include "model/casefile/sourcerows.h"
#include "model/casefile/storage.h"
#include "model/import/downloadpart.h"
#include "model/import/importinputs.h"
#include "model/import/knownfiles.h"
#include "model/sources/legacyline.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <set>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace Qt::StringLiterals;

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

/// The file that the source is, or is a member of.
QFileInfo fileOf(const SourceInfo &source)
{
    return QFileInfo(source.archive.isEmpty() ? source.path : source.archive);
}

/// Whether the file still is what it was, its bytes will say.
bool canBeReadAgain(const SourceInfo &source)
{
    const QFileInfo file = fileOf(source);
    return file.isAbsolute() && file.isFile() && file.isReadable();
}

/// A pipe, standard input or text that was pasted.
bool givesItsBytesOnce(const SourceInfo &source)
{
    const QFileInfo file = fileOf(source);
    return !file.isAbsolute() || (file.exists() && !file.isFile());
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
    if (old.clusterFrom != ToldBy::Entries) { // they will tell again
        source.cluster = old.cluster;
        source.clusterFrom = old.clusterFrom;
    }
    if (old.nodeFrom == ToldBy::User || old.nodeFrom == ToldBy::Path) {
        source.node = old.node;
        source.nodeFrom = old.nodeFrom;
    }
    source.server = old.server.isEmpty() ? source.server : old.server;
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

/// What the user says of a log counts more than its path.
void tellByRequest(SourceInfo &source, const ImportRequest &request)
{
    source.format = request.format;
    if (!request.cluster.isEmpty()) {
        source.cluster = request.cluster;
        source.clusterFrom = ToldBy::User;
    }
    if (!request.node.isEmpty()) {
        source.node = request.node;
        source.nodeFrom = ToldBy::User;
    }
}

constexpr auto LegacyFormat = "legacy-text"_L1;

/// The old text format is known by itself only where somebody means just this: a file that is named
/// itself, or pasted text. In a folder, beside the audit log, such lines are the API server's own
/// log of events that it could not deliver.
QString formatOfMeant(std::string_view head)
{
    const std::size_t begin = std::min(head.find_first_not_of(" \t\r\n"), head.size());
    const std::string_view line = head.substr(begin);
    return LegacyLine::isOne(line.substr(0, line.find('\n'))) ? QString(LegacyFormat) : QString();
}

/// The file as it is found now and as the request tells of it.
SourceInfo requestedSource(const QString &file, const ImportRequest &request)
{
    SourceInfo source = describeFile(file);
    tellByRequest(source, request);
    if (source.format.isEmpty() && request.inputs.contains(file) && QFileInfo(file).isFile()) {
        source.format = formatOfMeant(headOfFile(file));
    }
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
    tellByRequest(source, request);
    if (source.format.isEmpty()) {
        source.format = formatOfMeant(
            {request.pasted.constData(), static_cast<std::size_t>(request.pasted.size())});
    }
    return source;
}

/// Some formats are known only where they are chosen.
QString chosenFormat(const SourceInfo &source, const ImportRequest &request)
{
    const QString outermost = source.format.section(u'/', 0, 0);
    return request.format.isEmpty() && outermost == LegacyFormat ? outermost : request.format;
}

/// Tells the node of the source's events where nobody did, copies of others' among them.
void nameNode(SQLite::Database &database, const SourceInfo &source)
{
    const std::string node = source.node.toStdString();
    SQLite::Statement add(database, "INSERT OR IGNORE INTO string (value) VALUES (?1)");
    add.bind(1, node);
    add.exec();
    SQLite::Statement tell(database,
                           "UPDATE event SET node = (SELECT id FROM string WHERE value = ?1) "
                           "WHERE node IS NULL AND (source = ?2 "
                           "OR id IN (SELECT event FROM copy WHERE source = ?2))");
    tell.bind(1, node);
    tell.bind(2, static_cast<std::int32_t>(source.id));
    tell.exec();
}

/// Makes the plan of one request.
class LogPlanner
{
public:
    LogPlanner(CaseWriter &writer, const ImportRequest &request, std::vector<SourceInfo> unfinished,
               const JobControl &control)
        : m_writer(writer)
        , m_request(request)
        , m_unfinished(std::move(unfinished))
        , m_control(control)
    {
    }

    Result<ImportPlan> plan()
    {
        m_files = expandInputs(m_request.inputs);
        leaveOutCases();
        return guardStorage(m_request.casePath,
                            [&] {
                                m_before = readSources(m_writer.database());
                                m_known.emplace(m_writer.database(), m_before, m_request);
                                return m_known->find(m_files, m_control);
                            })
            .and_then([&](Result<Contents> contents) {
                return contents ? planFiles(*contents) : std::unexpected(contents.error());
            })
            .and_then([&] { return planPasted(); })
            .and_then([&] { return markStopped(); })
            .transform([&] { return std::move(m_plan); });
    }

private:
    using Contents = std::vector<std::optional<KnownContent>>;

    void leaveOutCases()
    {
        m_files.removeIf([this](const QString &file) {
            const QString kept = keptCase(file, m_request.casePath);
            if (!kept.isEmpty() && kept == QFileInfo(file).canonicalFilePath()) {
                m_plan.skipped.push_back({.path = file,
                                          .reason = QCoreApplication::translate(
                                              "Import",
                                              "This is a case of this program, no log. "
                                              "It was not read.")});
            }
            return !kept.isEmpty();
        });
    }

    Result<void> planFiles(const Contents &contents)
    {
        for (qsizetype i = 0; i < m_files.size(); ++i) {
            SourceInfo source = requestedSource(m_files[i], m_request);
            const std::optional<KnownContent> &content = contents[static_cast<std::size_t>(i)];
            const SourceInfo *old = interrupted(source);
            const SourceInfo *part = brokenDownload(source);
            const Result<void> planned = part != nullptr ? planDownload(std::move(source), *part)
                : old == nullptr && content              ? planKnown(*content, std::move(source))
                                                         : planOther(std::move(source), old);
            if (!planned) {
                return planned;
            }
        }
        return {};
    }

    Result<void> planKnown(const KnownContent &content, SourceInfo source)
    {
        const SourceInfo &old = content.source;
        m_plan.known.push_back(
            {.path = source.path, .importedAs = old.path, .kind = content.kind, .source = old.id});
        if (content.kind == KnownFile::Kind::Grown) {
            planGrown(std::move(source), old);
            return {};
        }
        const Result<SourceInfo> told = tellPlace(old, source);
        if (!told) {
            return std::unexpected(told.error());
        }
        const bool isMoved = content.kind == KnownFile::Kind::Same && isOwnFile(old)
            && source.path != old.path && !content.found.sha256.isEmpty()
            && (!QFileInfo(old.path).isFile() || isOther(old.path));
        return isMoved ? rename(*told, content.found) : Result<void>{};
    }

    /// What the path of the same bytes tells and nobody has told yet: a must-gather names the node
    /// and the API server of logs that were copied from the node before.
    Result<SourceInfo> tellPlace(const SourceInfo &old, const SourceInfo &found)
    {
        const bool tellsNode = old.nodeFrom == ToldBy::Nobody && found.nodeFrom == ToldBy::Path;
        const bool tellsServer = old.server.isEmpty() && !found.server.isEmpty();
        SourceInfo source = old;
        source.server = tellsServer ? found.server : old.server;
        source.node = tellsNode ? found.node : old.node;
        source.nodeFrom = tellsNode ? found.nodeFrom : old.nodeFrom;
        if (!tellsNode && !tellsServer) {
            return source;
        }
        return m_writer
            .change([&](SQLite::Database &database) {
                updateSource(database, source.id, source);
                if (tellsNode) {
                    nameNode(database, source);
                }
            })
            .transform([&source] { return source; });
    }

    /// Whether the file of this name is among the inputs, and not what it was.
    bool isOther(const QString &path) const
    {
        return std::ranges::any_of(
                   m_files,
                   [&](const QString &file) { return QFileInfo(file).absoluteFilePath() == path; })
            && !m_known->keepsName(path);
    }

    /// The file is where it was moved to from now on.
    Result<void> rename(SourceInfo source, const SourceInfo &found)
    {
        source.path = found.path;
        source.compression = found.compression;
        source.encoding = found.encoding;
        source.bytes = found.bytes;
        source.sha256 = found.sha256;
        source.modifiedUs = found.modifiedUs;
        source.mode = found.mode;
        source.owner = found.owner;
        return m_writer.change([&](SQLite::Database &database) {
            rememberFile(database, source.id);
            updateSource(database, source.id, source);
        });
    }

    Result<void> planOther(SourceInfo source, const SourceInfo *old)
    {
        if (old != nullptr) {
            m_plan.sources.push_back(resumed(std::move(source), *old));
            return {};
        }
        if (m_known->hasName(source.path)) {
            m_plan.known.push_back({.path = source.path,
                                    .importedAs = source.path,
                                    .kind = KnownFile::Kind::Replaced});
        }
        return add(std::move(source));
    }

    /// Goes on with what the case has of the download.
    Result<void> planDownload(SourceInfo source, const SourceInfo &part)
    {
        if (source.bytes == part.bytes && isBrokenDownload(source)) {
            m_plan.skipped.push_back(
                {.path = source.path,
                 .reason = QCoreApplication::translate(
                     "Import", "Nothing more of the download came than the case has already.")});
            return {};
        }
        m_plan.known.push_back({.path = source.path,
                                .importedAs = part.path,
                                .kind = KnownFile::Kind::Grown,
                                .source = part.id});
        planGrown(std::move(source), part);
        return {};
    }

    void planGrown(SourceInfo source, const SourceInfo &old)
    {
        PlannedSource planned = resumed(std::move(source), old);
        planned.source.format = chosenFormat(old, m_request);
        planned.hasGrown = planned.kept.has_value();
        m_plan.sources.push_back(std::move(planned));
    }

    Result<void> planPasted()
    {
        m_plan.pasted = m_request.pasted;
        return m_plan.pasted.isEmpty() ? Result<void>{} : add(pastedSource(m_request));
    }

    Result<void> add(SourceInfo source)
    {
        return m_writer.addSource(source).transform([&](SourceId id) {
            source.id = id;
            m_plan.sources.push_back({.source = std::move(source)});
        });
    }

    /// What an import of the same file left when it was interrupted; null where there is nothing.
    const SourceInfo *interrupted(const SourceInfo &file) const
    {
        const auto old = std::ranges::find_if(m_unfinished, [&](const SourceInfo &other) {
            return !other.parent && other.path == file.path && isSaidOf(other)
                && canBeReadAgain(other);
        });
        return old == m_unfinished.end() ? nullptr : &*old;
    }

    /// The download that the file is more of; null where there is none.
    const SourceInfo *brokenDownload(const SourceInfo &file) const
    {
        const auto part = std::ranges::find_if(m_before, [&](const SourceInfo &other) {
            return !isUnfinished(other) && isPartOfDownload(other, file, m_control);
        });
        return part == m_before.end() ? nullptr : &*part;
    }

    /// The user says the same of it as then.
    bool isSaidOf(const SourceInfo &source) const
    {
        const auto said = [](const QString &name, ToldBy who) {
            return who == ToldBy::User ? name : QString();
        };
        return said(source.cluster, source.clusterFrom) == m_request.cluster
            && said(source.node, source.nodeFrom) == m_request.node;
    }

    /// What a killed import could not say any more.
    Result<void> markStopped()
    {
        for (const SourceInfo &source : m_unfinished) {
            const Result<void> written = source.state == SourceState::Importing
                ? m_writer.updateSource(stoppedSource(source))
                : Result<void>{};
            if (!written) {
                return written;
            }
        }
        return {};
    }

    CaseWriter &m_writer;
    const ImportRequest &m_request;
    std::vector<SourceInfo> m_unfinished;
    const JobControl &m_control;
    QStringList m_files;
    std::vector<SourceInfo> m_before; // the case's sources
    std::optional<KnownFiles> m_known;
    ImportPlan m_plan;
};

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

namespace {

/// Members come with their archive, and stay with it.
Result<void> planUnfinished(ImportPlan &plan, const SourceInfo &source, Rest rest,
                            CaseWriter &writer)
{
    if (rest == Rest::GiveUp) {
        plan.ended.push_back(source.id);
        return writer.updateSource(endedSource(
            source,
            QCoreApplication::translate(
                "Import", "The import was interrupted, and the rest of the file given up.")));
    }
    if (canBeReadAgain(source)) {
        if (!source.parent) {
            plan.sources.push_back(resumed(describeFile(source.path), source));
        }
        return {};
    }
    if (givesItsBytesOnce(source)) {
        plan.ended.push_back(source.id);
        return writer.updateSource(
            endedSource(source,
                        QCoreApplication::translate(
                            "Import",
                            "The import was interrupted, and what was handed over through a pipe "
                            "cannot be read again. What had been read of it is kept.")));
    }
    if (!source.parent) {
        plan.skipped.push_back(
            {.path = source.path,
             .reason = QCoreApplication::translate(
                 "Import",
                 "The file is gone or cannot be read now. What had been read of it is "
                 "kept, and its import can be finished when the file is back."),
             .isFault = true});
    }
    return writer.updateSource(stoppedSource(source));
}

} // namespace

Result<ImportPlan> planLogs(CaseWriter &writer, const ImportRequest &request,
                            const JobControl &control)
{
    return unfinishedSources(writer, request.casePath)
        .and_then([&](std::vector<SourceInfo> unfinished) {
            return LogPlanner(writer, request, std::move(unfinished), control).plan();
        });
}

Result<ImportPlan> planRest(CaseWriter &writer, const QString &casePath, Rest rest)
{
    const Result<std::vector<SourceInfo>> unfinished = unfinishedSources(writer, casePath);
    if (!unfinished) {
        return std::unexpected(unfinished.error());
    }
    ImportPlan plan;
    for (const SourceInfo &source : *unfinished) {
        if (const Result<void> planned = planUnfinished(plan, source, rest, writer); !planned) {
            return std::unexpected(planned.error());
        }
    }
    return plan;
}

} // namespace auditloupe
