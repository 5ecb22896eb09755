// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"
#include "app/commands/querycase.h"
#include "app/commands/rowwriter.h"
#include "app/commands/terminal.h"
#include "model/query/documentvalue.h"
#include "model/query/sqlconsole.h"
#include "model/query/sqlviews.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

void addOptions(QCommandLineParser &parser)
{
    addOption(parser, u"views"_s,
              QT_TRANSLATE_NOOP("CommandLine", "Lists the views and their columns instead."));
    addOption(parser, u"limit"_s,
              QT_TRANSLATE_NOOP("CommandLine", "At most so many rows; all without it."), u"N"_s);
    addOption(parser, u"timeout"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "Seconds after which the statement is stopped; 60 "
                                "without it."),
              u"N"_s);
    addOption(parser, u"format"_s,
              QT_TRANSLATE_NOOP("CommandLine", "How to print: table, csv or jsonl."), u"NAME"_s);
    addOption(parser, u"unmasked"_s,
              QT_TRANSLATE_NOOP("CommandLine", "Prints credentials as they are."));
}

Result<std::int64_t> numberOf(const QCommandLineParser &parser, const QString &name,
                              std::int64_t otherwise)
{
    if (!parser.isSet(name)) {
        return otherwise;
    }
    bool isNumber = false;
    const qlonglong number = parser.value(name).toLongLong(&isNumber);
    if (!isNumber || number <= 0) {
        return std::unexpected(Error{
            .message =
                commandText(QT_TRANSLATE_NOOP("CommandLine", "“--%1” needs a number above 0."))
                    .arg(name)});
    }
    return number;
}

Result<SqlLimits> limitsOf(const QCommandLineParser &parser)
{
    constexpr std::int64_t Seconds = 60;
    return numberOf(parser, u"limit"_s, std::numeric_limits<std::int64_t>::max())
        .and_then([&parser](std::int64_t rows) {
            return numberOf(parser, u"timeout"_s, Seconds).transform([rows](std::int64_t seconds) {
                return SqlLimits{.rows = rows, .time = std::chrono::seconds(seconds)};
            });
        });
}

ExitStatus print(const SqlResult &result, RowFormat format)
{
    StandardOutput output;
    const auto writer = RowWriter::make(format, result.columns, output);
    for (const std::vector<SqlCell> &row : result.rows) {
        std::vector<std::optional<FieldText>> cells(row.size());
        std::ranges::transform(row, cells.begin(), fieldText);
        writer->write(cells);
    }
    writer->finish();
    return output.hasFailed() ? ExitStatus::Unreadable : ExitStatus::Done;
}

ExitStatus printViews(RowFormat format)
{
    const auto cell = [](const std::string &text) {
        return std::optional(FieldText{text, jsonString(text)});
    };
    StandardOutput output;
    const auto writer = RowWriter::make(format, {"view", "column", "explanation"}, output);
    for (const SqlView &view : sqlViews()) {
        for (const SqlViewColumn &column : view.columns) {
            writer->write(std::array{cell(std::string(view.name)), cell(column.name),
                                     cell(column.explanation.toStdString())});
        }
    }
    writer->finish();
    return output.hasFailed() ? ExitStatus::Unreadable : ExitStatus::Done;
}

ExitStatus runSqlCommand(const QCommandLineParser &parser, const JobControl &control)
{
    const Result<RowFormat> format = rowFormat(parser.value(u"format"_s));
    const Result<SqlLimits> limits = limitsOf(parser);
    if (!format || !limits) {
        return usageError((format ? limits.error() : format.error()).message);
    }
    if (parser.isSet(u"views"_s)) {
        return printViews(*format);
    }
    QStringList inputs = parser.positionalArguments();
    if (inputs.size() < 2) {
        return usageError(commandText(
            QT_TRANSLATE_NOOP("CommandLine", "“sql” needs a statement and a case, or logs.")));
    }
    const QString sql = inputs.takeFirst();
    Result<QueryCase> opened = QueryCase::open(inputs, control);
    if (!opened) {
        return failed(opened.error());
    }
    const auto credentials = parser.isSet(u"unmasked"_s) ? Credentials::Plain : Credentials::Masked;
    const Result<SqlResult> result =
        runSql(opened->reader().path(), sql, *limits, credentials, {.stop = control.stop});
    if (!result) {
        const bool isStatement = result.error().code == Error::Code::Invalid;
        return isStatement ? usageError(result.error().toText()) : failed(result.error());
    }
    const ExitStatus printed = print(*result, *format);
    if (result->isCut) {
        printNotice(commandText(
            QT_TRANSLATE_NOOP("CommandLine", "There are more rows than were asked for.")));
    }
    return printed == ExitStatus::Done ? opened->status() : printed;
}

} // namespace

const Command SqlCommand{
    .name = "sql",
    .arguments = "STATEMENT CASE|FILE...",
    .description = QT_TRANSLATE_NOOP(
        "CommandLine", "Runs one SELECT over the views events, requests, users and objects."),
    .addOptions = addOptions,
    .run = runSqlCommand};

} // namespace auditloupe
