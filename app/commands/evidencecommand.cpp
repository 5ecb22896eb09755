// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"
#include "app/commands/querycase.h"
#include "app/commands/terminal.h"
#include "model/evidence/evidencejson.h"
#include "model/evidence/evidencetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

/// A source's evidence and, where it was asked for, its file as it is now.
struct Reported
{
    SourceEvidence evidence = {};
    std::optional<FileComparison> file = {};
};

void addOptions(QCommandLineParser &parser)
{
    addOption(parser, u"format"_s,
              QT_TRANSLATE_NOOP("CommandLine", "How to print: table (text for people) or json."),
              u"NAME"_s);
    addOption(parser, u"compare-files"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "Read the sources' files once more and say whether they changed "
                                "since the import."));
}

struct Report
{
    std::vector<Reported> sources = {};
    bool hasUnreadable = false; ///< a file that was to be compared cannot be read
};

Result<Report> report(CaseReader &reader, bool compares, const JobControl &control)
{
    // The progress line speaks of importing.
    const JobControl quiet{.stop = control.stop};
    Result<std::vector<SourceEvidence>> evidence = evidenceOf(reader, quiet);
    if (!evidence) {
        return std::unexpected(evidence.error());
    }
    Report all;
    for (SourceEvidence &source : *evidence) {
        Reported &reported = all.sources.emplace_back(Reported{.evidence = std::move(source)});
        if (!compares) {
            continue;
        }
        const Result<FileComparison> file = compareWithFile(reported.evidence.source, quiet);
        if (file) {
            reported.file = *file;
        } else if (file.error().code == Error::Code::Cancelled) {
            return std::unexpected(file.error());
        } else {
            printNotice(file.error().toText());
            all.hasUnreadable = true;
        }
    }
    return all;
}

QString asText(const std::vector<Reported> &reported)
{
    QStringList texts;
    for (const Reported &source : reported) {
        QString text = evidenceText(source.evidence, QTimeZone(QTimeZone::UTC));
        if (source.file) {
            text += u'\n' + fileChangeText(source.file->change) + u'\n';
        }
        texts += text;
    }
    return texts.join(u'\n') + u'\n' + evidenceCaveat() + u'\n';
}

/// Line by line: what could deceive a terminal is escaped, line breaks stay.
void printText(const QString &text, StandardOutput &output)
{
    for (const QStringView line : QStringView(text).chopped(1).split(u'\n')) {
        output.write(terminalText(line).toStdString() + '\n');
    }
}

void printJson(const std::vector<Reported> &reported, StandardOutput &output)
{
    QJsonArray sources;
    for (const Reported &source : reported) {
        QJsonObject object = toJson(source.evidence);
        object.insert(u"file_now"_s, source.file ? QJsonValue(toJson(*source.file)) : QJsonValue());
        sources.append(object);
    }
    const QJsonDocument document(QJsonObject{{u"sources"_s, sources}});
    output.write(document.toJson(QJsonDocument::Compact).toStdString() + '\n');
}

ExitStatus runEvidence(const QCommandLineParser &parser, const JobControl &control)
{
    const QString format = parser.value(u"format"_s);
    if (parser.isSet(u"format"_s) && format != u"table" && format != u"json") {
        return usageError(commandText(QT_TRANSLATE_NOOP("CommandLine",
                                                        "“%1” cannot be printed here. Formats are "
                                                        "table and json."))
                              .arg(format));
    }
    if (parser.positionalArguments().isEmpty()) {
        return usageError(commandText(
            QT_TRANSLATE_NOOP("CommandLine", "“evidence” needs a case, or logs to look into.")));
    }
    Result<QueryCase> opened = QueryCase::open(parser.positionalArguments(), control);
    if (!opened) {
        return failed(opened.error());
    }
    const Result<Report> reported =
        report(opened->reader(), parser.isSet(u"compare-files"_s), control);
    if (!reported) {
        return failed(reported.error());
    }
    StandardOutput output;
    if (format == u"json") {
        printJson(reported->sources, output);
    } else {
        printText(asText(reported->sources), output);
    }
    output.flush();
    return output.hasFailed() || reported->hasUnreadable ? ExitStatus::Unreadable
                                                         : opened->status();
}

} // namespace

const Command EvidenceCommand{
    .name = "evidence",
    .arguments = "[--format table|json] [--compare-files] CASE|FILE...",
    .description = QT_TRANSLATE_NOOP("CommandLine",
                                     "Says what each source can and cannot prove: what arrived, "
                                     "what is missing, what is unlike an untouched log."),
    .addOptions = addOptions,
    .run = runEvidence};

} // namespace auditloupe
