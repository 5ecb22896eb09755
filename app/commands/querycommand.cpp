// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"
#include "app/commands/querycase.h"
#include "app/commands/queryoptions.h"
#include "app/commands/queryoutput.h"
#include "app/commands/rowwriter.h"
#include "app/commands/terminal.h"
#include "model/query/eventquery.h"
#include "model/query/unknownnote.h"

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

Result<void> printCount(CaseReader &reader, const QueryOptions &options, const JobControl &control,
                        StandardOutput &output)
{
    const Result<std::int64_t> count = countEvents(reader, options.filter, control);
    if (!count) {
        return std::unexpected(count.error());
    }
    output.write(std::to_string(*count) + '\n');
    return {};
}

Result<void> printGroups(CaseReader &reader, const QueryOptions &options, const JobControl &control,
                         StandardOutput &output)
{
    const std::vector<const Field *> fields = options.fieldPointers();
    const auto groups = countBy(reader, options.filter, fields, control,
                                options.unmasked ? Credentials::Plain : Credentials::Masked);
    if (!groups) {
        return std::unexpected(groups.error());
    }
    std::vector<std::string> names = options.fieldNames();
    names.emplace_back("count");
    const auto writer = RowWriter::make(options.format, std::move(names), output);
    std::int64_t printed = 0;
    for (const GroupCount &group : *groups) {
        if (options.limit && printed++ == *options.limit) {
            break;
        }
        std::vector<std::optional<FieldText>> row;
        row.reserve(fields.size() + 1);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            row.push_back(groupText(*fields[i], group.values[i]));
        }
        const std::string count = std::to_string(group.count);
        row.emplace_back(FieldText{count, count});
        writer->write(row);
    }
    writer->finish();
    return {};
}

Result<void> answer(CaseReader &reader, const QueryOptions &options, const JobControl &control,
                    StandardOutput &output)
{
    switch (options.answer) {
    case QueryOptions::Answer::Count:
        return printCount(reader, options, control, output);
    case QueryOptions::Answer::Groups:
        return printGroups(reader, options, control, output);
    case QueryOptions::Answer::Bytes:
        return printBytes(reader, options, control, output);
    case QueryOptions::Answer::Rows:
        break;
    }
    return printEvents(reader, options, control, output);
}

/// What the answer leaves open is said beside it.
Result<void> noticeUnknown(CaseReader &reader, const QueryOptions &options,
                           const JobControl &control)
{
    const Result<std::int64_t> unknown = countUnknown(reader, options.filter, control);
    if (!unknown) {
        return std::unexpected(unknown.error());
    }
    if (*unknown > 0) {
        printNotice(unknownNote(options.filter, *unknown));
    }
    return {};
}

ExitStatus runQuery(const QCommandLineParser &parser, const JobControl &control)
{
    const Result<QueryOptions> options = QueryOptions::read(parser);
    if (!options) {
        return usageError(options.error().message);
    }
    if (parser.positionalArguments().isEmpty()) {
        return usageError(commandText(
            QT_TRANSLATE_NOOP("CommandLine", "“query” needs a case, or logs to look into.")));
    }
    Result<QueryCase> opened = QueryCase::open(parser.positionalArguments(), control);
    if (!opened) {
        return failed(opened.error());
    }
    StandardOutput output;
    Result<void> done = answer(opened->reader(), *options, control, output);
    output.flush();
    if (done && !output.hasFailed()) {
        done = noticeUnknown(opened->reader(), *options, control);
    }
    if (!done) {
        return failed(done.error());
    }
    return output.hasFailed() ? ExitStatus::Unreadable : opened->status();
}

} // namespace

const Command QueryCommand{.name = "query",
                           .arguments = "[OPTIONS] CASE|FILE...",
                           .description =
                               QT_TRANSLATE_NOOP("CommandLine",
                                                 "Prints or counts the events of a case or of "
                                                 "logs."),
                           .addOptions = QueryOptions::addTo,
                           .run = runQuery};

} // namespace auditloupe
