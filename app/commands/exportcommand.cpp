// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"
#include "app/commands/querycase.h"
#include "app/commands/terminal.h"
#include "model/casefile/sourcetablemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

void addOptions(QCommandLineParser &parser)
{
    addOption(
        parser, u"source"_s,
        QT_TRANSLATE_NOOP("CommandLine",
                          "The source to print, bit for bit (decompressed): its number or its "
                          "path. May be repeated."),
        u"ID|PATH"_s);
}

/// "1: /logs/audit.log", a line each.
QString sourceList(const std::vector<SourceInfo> &sources)
{
    QStringList lines;
    for (const SourceInfo &source : sources) {
        lines += u"%1: %2"_s.arg(static_cast<int>(source.id)).arg(source.path);
    }
    return lines.join(u"; "_s);
}

std::vector<SourceInfo> membersOf(const SourceInfo &archive, std::vector<SourceInfo> sources)
{
    std::erase_if(sources, [&](const SourceInfo &source) { return source.parent != archive.id; });
    return sources;
}

Result<std::vector<SourceId>> wantedSources(const QStringList &names,
                                            const std::vector<SourceInfo> &sources)
{
    std::vector<SourceId> wanted;
    for (const QString &name : names) {
        const auto found = std::ranges::find_if(sources, [&name](const SourceInfo &source) {
            return source.path == name || QString::number(static_cast<int>(source.id)) == name;
        });
        if (found == sources.end()) {
            return std::unexpected(
                Error{.message = commandText(QT_TRANSLATE_NOOP("CommandLine",
                                                               "“%1” is no source of the case. It "
                                                               "has %2."))
                                     .arg(name, sourceList(sources))});
        }
        if (isArchive(*found)) {
            return std::unexpected(Error{
                .message = commandText(QT_TRANSLATE_NOOP(
                                           "CommandLine",
                                           "“%1” is an archive. Its members can be printed: %2."))
                               .arg(found->path, sourceList(membersOf(*found, sources)))});
        }
        wanted.push_back(found->id);
    }
    return wanted;
}

ExitStatus exportSources(CaseReader &reader, std::span<const SourceId> sources,
                         const JobControl &control)
{
    StandardOutput output;
    for (const SourceId source : sources) {
        const Result<void> done = reader.exportSource(source, [&](QByteArrayView bytes) {
            return !control.isCancelled()
                && output.write({bytes.data(), static_cast<std::size_t>(bytes.size())});
        });
        if (!done) {
            output.flush();
            return failed(done.error());
        }
    }
    output.flush();
    return output.hasFailed() ? ExitStatus::Unreadable : ExitStatus::Done;
}

ExitStatus runExport(const QCommandLineParser &parser, const JobControl &control)
{
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"source"_s)) {
        return usageError(commandText(
            QT_TRANSLATE_NOOP("CommandLine", "“export” needs --source ID|PATH and one case.")));
    }
    Result<QueryCase> opened = QueryCase::open(parser.positionalArguments(), control);
    if (!opened) {
        return failed(opened.error());
    }
    const Result<std::vector<SourceInfo>> sources = opened->reader().sources();
    if (!sources) {
        return failed(sources.error());
    }
    const auto wanted = wantedSources(parser.values(u"source"_s), *sources);
    if (!wanted) {
        return usageError(wanted.error().message);
    }
    const ExitStatus exported = exportSources(opened->reader(), *wanted, control);
    return exported == ExitStatus::Done ? opened->status() : exported;
}

} // namespace

const Command ExportCommand{
    .name = "export",
    .arguments = "--source ID|PATH CASE",
    .description = QT_TRANSLATE_NOOP("CommandLine", "Prints a source of a case as it was found."),
    .addOptions = addOptions,
    .run = runExport};

} // namespace auditloupe
