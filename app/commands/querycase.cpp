// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/querycase.h"

#include "app/commands/interruption.h"
#include "app/commands/terminal.h"
#include "app/fetch/fetchurl.h"
#include "model/casefile/caselibrary.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

Error mixedInputs(const QString &path)
{
    return {.code = Error::Code::Invalid,
            .message = commandText(QT_TRANSLATE_NOOP(
                "CommandLine", "A case can only be asked alone: name one case, or logs.")),
            .where = {.file = path}};
}

Error urlInput()
{
    return {.code = Error::Code::Invalid,
            .message = commandText(QT_TRANSLATE_NOOP(
                "CommandLine",
                "A URL is only opened by “auditloupe import --case CASE URL”, or in the window."))};
}

Error nothingUsable()
{
    return {.code = Error::Code::Invalid,
            .message = commandText(QT_TRANSLATE_NOOP("CommandLine", "No audit event was found."))};
}

} // namespace

QueryCase::~QueryCase()
{
    m_reader.reset();
    if (m_temporary) {
        m_temporary.reset();
        Interruption::setLastWill({});
    }
}

Result<QueryCase> QueryCase::open(const QStringList &inputs, const JobControl &control)
{
    QueryCase opened;
    const auto firstCase = std::ranges::find_if(inputs, looksLikeCase);
    if (firstCase != inputs.end() && inputs.size() > 1) {
        return std::unexpected(mixedInputs(*firstCase));
    }
    if (std::ranges::any_of(inputs, looksLikeUrl)) {
        return std::unexpected(urlInput());
    }
    if (firstCase == inputs.end()) {
        if (const Result<void> imported = opened.importLogs(inputs, control); !imported) {
            return std::unexpected(imported.error());
        }
    }
    Result<CaseReader> reader =
        CaseReader::open(opened.m_temporary ? opened.m_temporary->path() : *firstCase);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const Result<CaseSummary> summary = reader->summary();
    if (!summary) {
        return std::unexpected(summary.error());
    }
    if (!summary->finished) {
        printNotice(commandText(QT_TRANSLATE_NOOP(
            "CommandLine",
            "The import of this case was not finished: it holds a part of its logs. “auditloupe "
            "finish” goes on with it.")));
    }
    opened.m_reader = std::move(*reader);
    return opened;
}

Result<void> QueryCase::importLogs(const QStringList &inputs, const JobControl &control)
{
    Result<TemporaryCase> temporary = TemporaryCase::create();
    if (!temporary) {
        return std::unexpected(temporary.error());
    }
    m_temporary = std::make_unique<TemporaryCase>(std::move(*temporary));
    const QString path = m_temporary->path();
    Interruption::setLastWill([folder = QFileInfo(path).path()] {
        QDir(folder).removeRecursively();
        QFile::remove(folder + u".lock"_s);
    });
    const Result<void> fits = checkFreeSpace(path, estimateCaseBytes(inputs, control));
    if (!fits) {
        return fits;
    }
    const Result<ImportReport> report =
        auditloupe::importLogs({.casePath = path, .inputs = inputs}, control);
    endProgress();
    if (!report) {
        return std::unexpected(report.error());
    }
    if (report->cancelled) {
        return std::unexpected(Error::cancelled());
    }
    printImportNotices(*report);
    m_status = report->missesInput() ? ExitStatus::Unreadable : ExitStatus::Done;
    return isUseless(*report) ? std::unexpected(nothingUsable()) : Result<void>();
}

void printImportNotices(const ImportReport &report)
{
    for (const SkippedFile &skipped : report.skipped) {
        printNotice(u"%1: %2"_s.arg(skipped.path, skipped.reason));
    }
    for (const KnownFile &file : report.known) {
        printNotice(u"%1: %2"_s.arg(file.path, knownFileText(file)));
    }
    for (const SourceInfo &source : report.sources) {
        if (!source.message.isEmpty()) {
            printNotice(u"%1: %2"_s.arg(source.path, source.message));
        }
        if (source.rejected > 0) {
            printNotice(commandText(QT_TRANSLATE_NOOP("CommandLine",
                                                      "%1: what should have been an event and was "
                                                      "not: %2."))
                            .arg(source.path)
                            .arg(source.rejected));
        }
        if (source.salvaged > 0) {
            printNotice(commandText(QT_TRANSLATE_NOOP("CommandLine",
                                                      "%1: events that are cut off or damaged: "
                                                      "%2."))
                            .arg(source.path)
                            .arg(source.salvaged));
        }
    }
}

bool isUseless(const ImportReport &report)
{
    return report.events == 0 && report.duplicates == 0 && report.known.empty();
}

} // namespace auditloupe
