// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"
#include "app/commands/fetchinputs.h"
#include "app/commands/importoutput.h"
#include "app/commands/querycase.h"
#include "app/commands/terminal.h"
#include "app/fetch/downloadfile.h"
#include "model/casefile/caselibrary.h"
#include "model/import/importer.h"
#include "model/sources/logformats.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

void addOptions(QCommandLineParser &parser)
{
    addOption(
        parser, u"case"_s,
        QT_TRANSLATE_NOOP("CommandLine", "The case to import into; made where there is none."),
        u"CASE"_s);
    addOption(
        parser, u"cluster"_s,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Name of the cluster that the logs come from, where the export does not tell it."),
        u"NAME"_s);
    addOption(
        parser, u"node"_s,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Name of the machine that the logs come from, where the export does not tell it."),
        u"NAME"_s);
    addOption(parser, u"format"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "Format of the logs; otherwise told from their "
                                "content. See “auditloupe formats”."),
              u"NAME"_s);
    addFetchOptions(parser);
    addOption(parser, u"json"_s,
              QT_TRANSLATE_NOOP("CommandLine", "Print what was imported as one JSON object."));
}

/// Imports what is there, and says by its status whether that is all.
ExitStatus importFetched(const QCommandLineParser &parser, const FetchedInputs &fetched,
                         const JobControl &control)
{
    const ImportRequest request{.casePath = parser.value(u"case"_s),
                                .inputs = fetched.files,
                                .cluster = parser.value(u"cluster"_s),
                                .node = parser.value(u"node"_s),
                                .format = parser.value(u"format"_s),
                                .downloads = fetched.downloads};
    const Result<void> fits =
        checkFreeSpace(request.casePath, estimateCaseBytes(request.inputs, control));
    if (!fits) {
        return failed(fits.error());
    }
    const bool isNew = !QFile::exists(request.casePath);
    const Result<ImportReport> report = importLogs(request, control);
    if (isNew && report && report->sources.empty() && !report->cancelled) {
        QFile::remove(request.casePath); // there was no log in it: an empty case helps nobody
    }
    if (report) {
        settleDownloads(fetched.downloads, *report);
    }
    const bool json = parser.isSet(u"json"_s);
    if (fetched.areAllWhole) {
        return printImport(report, json);
    }
    printFinished(report, json); // that nothing new was in it is no surprise
    return ExitStatus::Unreadable;
}

ExitStatus runImport(const QCommandLineParser &parser, const JobControl &control)
{
    const QStringList inputs = parser.positionalArguments();
    const QStringList cases = parser.values(u"case"_s);
    if (cases.size() != 1 || cases.front().isEmpty()) {
        return usageError(commandText(
            QT_TRANSLATE_NOOP("CommandLine", "“import” needs one --case CASE to import into.")));
    }
    if (inputs.isEmpty()) {
        return usageError(commandText(QT_TRANSLATE_NOOP(
            "CommandLine", "“import” needs at least one log, folder, URL or “-”.")));
    }
    const QString format = parser.value(u"format"_s);
    if (parser.isSet(u"format"_s) && !isLogFormat(format)) {
        return usageError(commandText(QT_TRANSLATE_NOOP("CommandLine",
                                                        "“%1” is no format of “auditloupe "
                                                        "formats”."))
                              .arg(format));
    }
    const Result<FetchLimits> limits = fetchLimits(parser);
    const Result<void> urls = limits ? checkUrls(inputs) : std::unexpected(limits.error());
    if (!urls) {
        return usageError(urls.error().toText());
    }
    const FetchedInputs fetched = fetchInputs(inputs, *limits, control);
    if (control.isCancelled() || fetched.files.isEmpty()) {
        return ExitStatus::Unreadable; // why was said
    }
    return importFetched(parser, fetched, control);
}

ExitStatus runFinish(const QCommandLineParser &parser, const JobControl &control)
{
    const QStringList cases = parser.positionalArguments();
    if (cases.size() != 1) {
        return usageError(
            commandText(QT_TRANSLATE_NOOP("CommandLine", "“finish” needs one case.")));
    }
    if (!QFile::exists(cases.front())) {
        return failed(
            {.code = Error::Code::Io,
             .message = commandText(QT_TRANSLATE_NOOP("CommandLine", "There is no such file.")),
             .where = {.file = cases.front()}});
    }
    const Rest rest = parser.isSet(u"keep"_s) ? Rest::GiveUp : Rest::Read;
    return printFinished(finishImport(cases.front(), rest, control), parser.isSet(u"json"_s));
}

} // namespace

const Command ImportCommand{.name = "import",
                            .arguments = "--case CASE FILE|DIR|URL|- ...",
                            .description =
                                QT_TRANSLATE_NOOP("CommandLine", "Imports logs into a case."),
                            .addOptions = addOptions,
                            .run = runImport};

const Command FinishCommand{
    .name = "finish",
    .arguments = "CASE",
    .description = QT_TRANSLATE_NOOP("CommandLine", "Completes a case whose import was stopped."),
    .addOptions =
        [](QCommandLineParser &parser) {
            addOption(
                parser, u"json"_s,
                QT_TRANSLATE_NOOP("CommandLine", "Print what was imported as one JSON object."));
            addOption(
                parser, u"keep"_s,
                QT_TRANSLATE_NOOP("CommandLine",
                                  "Read nothing more: what is there of each file is kept, and "
                                  "the rest given up."));
        },
    .run = runFinish};

} // namespace auditloupe
