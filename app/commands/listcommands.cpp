// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"
#include "app/commands/rowwriter.h"
#include "model/event/fields.h"
#include "model/query/commonquestions.h"
#include "model/query/fieldreference.h"
#include "model/query/fieldsql.h"
#include "model/sources/gkefields.h"
#include "model/sources/logformats.h"

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using Row = std::vector<std::optional<FieldText>>;

std::optional<FieldText> cell(std::string_view text)
{
    if (text.empty()) {
        return std::nullopt;
    }
    return FieldText{std::string(text), jsonString(text)};
}

std::string_view typeName(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return "text";
    case FieldType::TextList:
        return "list";
    case FieldType::Number:
        return "number";
    case FieldType::Time:
        return "time";
    case FieldType::Duration:
        return "duration";
    case FieldType::Object:
        return "object";
    }
    return {};
}

/// Where its values are found: "column" answers at once, "document" reads events.
std::string_view placeName(const Field &field)
{
    return isInDocument(field) ? "document" : "column";
}

/// Whose events never have it, so that an absence there says nothing; "every" where it is told
/// beside the events at best.
std::string formatsWithout(const Field &field)
{
    std::string names;
    for (const PartialFormat &format : partialFormats()) {
        if ((field.neverIn & format.bit) != 0 && field.neverIn != EveryFormat) {
            names += names.empty() ? "" : ", ";
            names += format.name;
        }
    }
    return field.neverIn == EveryFormat ? "every" : names;
}

void addFormatOption(QCommandLineParser &parser)
{
    addOption(parser, u"format"_s,
              QT_TRANSLATE_NOOP("CommandLine", "How to print: table, csv or jsonl."), u"NAME"_s);
}

ExitStatus printRows(const QCommandLineParser &parser, std::vector<std::string> names,
                     const std::vector<Row> &rows)
{
    const Result<RowFormat> format = rowFormat(parser.value(u"format"_s));
    if (!format) {
        return usageError(format.error().message);
    }
    StandardOutput output;
    const auto writer = RowWriter::make(*format, std::move(names), output);
    for (const Row &row : rows) {
        writer->write(row);
    }
    writer->finish();
    return output.hasFailed() ? ExitStatus::Unreadable : ExitStatus::Done;
}

Row fieldRow(const Field &field, std::string_view falcoName, const std::string &explanation)
{
    return {cell(field.name),
            cell(field.shortName),
            cell(falcoName),
            cell(field.path),
            cell(typeName(field.type)),
            cell(placeName(field)),
            cell(levelName(field.firstLevel)),
            cell(stageName(field.firstStage)),
            cell(formatsWithout(field)),
            cell(explanation)};
}

ExitStatus runFields(const QCommandLineParser &parser, const JobControl & /*control*/)
{
    std::vector<Row> rows;
    for (const Field &field : fieldCatalogue()) {
        rows.push_back(fieldRow(field, field.alias, field.explain().toStdString()));
    }
    for (const PathAlias &alias : pathAliases()) {
        rows.push_back(fieldRow(*resolveField(alias.path), alias.alias, {}));
    }
    return printRows(parser,
                     {"field", "short", "falco", "path", "type", "place", "level", "stage",
                      "never_in", "explanation"},
                     rows);
}

ExitStatus runQuestions(const QCommandLineParser &parser, const JobControl & /*control*/)
{
    std::vector<Row> rows;
    for (const CommonQuestion &question : commonQuestions()) {
        rows.push_back({cell(question.id), cell(question.titleText().toStdString()),
                        cell(question.condition), cell(question.remarkText().toStdString())});
    }
    return printRows(parser, {"id", "question", "condition", "remark"}, rows);
}

/// How an event is put together from Google's LogEntry, field by field.
ExitStatus printGkeFields(const QCommandLineParser &parser)
{
    std::vector<Row> rows;
    for (const GkeField &field : gkeFields()) {
        rows.push_back({cell(field.event), cell(field.entry), cell(gkeOriginName(field.origin)),
                        cell(field.explain().toStdString())});
    }
    return printRows(parser, {"event", "entry", "origin", "remark"}, rows);
}

ExitStatus runFormats(const QCommandLineParser &parser, const JobControl & /*control*/)
{
    const QStringList names = parser.positionalArguments();
    if (!names.isEmpty()) {
        const bool isGke =
            names == QStringList{u"gke"_s} || names == QStringList{u"gke-log-entry"_s};
        return isGke ? printGkeFields(parser)
                     : usageError(commandText(QT_TRANSLATE_NOOP(
                           "CommandLine",
                           "Only “gke” can be asked for: the other formats hold the event as it "
                           "was written.")));
    }
    std::vector<Row> rows;
    const auto add = [&rows](std::string_view kind, const std::vector<LogFormat> &formats) {
        for (const LogFormat &format : formats) {
            rows.push_back({cell(format.name), cell(kind), cell(format.description.toStdString())});
        }
    };
    add("format", logFormats());
    add("packing", packings());
    return printRows(parser, {"format", "kind", "description"}, rows);
}

} // namespace

const Command FieldsCommand{
    .name = "fields",
    .arguments = "",
    .description = QT_TRANSLATE_NOOP("CommandLine", "Lists the fields that a condition can name."),
    .addOptions = addFormatOption,
    .run = runFields};

const Command QuestionsCommand{
    .name = "questions",
    .arguments = "",
    .description = QT_TRANSLATE_NOOP(
        "CommandLine", "Lists the questions of the window's menu with their conditions."),
    .addOptions = addFormatOption,
    .run = runQuestions};

const Command FormatsCommand{
    .name = "formats",
    .arguments = "[gke]",
    .description =
        QT_TRANSLATE_NOOP("CommandLine",
                          "Lists the formats of logs that can be read, or how GKE's entries become "
                          "events, field by field."),
    .addOptions = addFormatOption,
    .run = runFormats};

} // namespace auditloupe
