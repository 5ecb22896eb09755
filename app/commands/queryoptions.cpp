// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/queryoptions.h"

#include "app/commands/command.h"
#include "model/event/timeinput.h"
#include "model/query/fieldreference.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr auto DefaultFields = "time,level,stage,verb,user,ns,resource,name,code,ip";

std::unexpected<Error> mistake(const QString &message)
{
    return std::unexpected(Error{.message = message});
}

/// Splits at commas outside quotes: keys in brackets may hold commas.
QStringList splitNames(const QString &text)
{
    QStringList names{QString()};
    bool quoted = false;
    for (const QChar c : text) {
        quoted = c == u'"' ? !quoted : quoted;
        if (c == u',' && !quoted) {
            names += QString();
        } else {
            names.last() += c;
        }
    }
    return names;
}

Result<std::vector<NamedField>> readFields(const QStringList &texts)
{
    std::vector<NamedField> fields;
    for (const QString &name : splitNames(texts.join(u','))) {
        const std::string trimmed = name.trimmed().toStdString();
        const Field *field = resolveField(trimmed);
        if (field == nullptr) {
            return mistake(
                commandText(QT_TRANSLATE_NOOP("CommandLine",
                                              "“%1” is no field. “auditloupe fields” lists them."))
                    .arg(name));
        }
        fields.push_back({trimmed, field});
    }
    return fields;
}

Result<void> readTimes(const QCommandLineParser &parser, Filter &filter)
{
    for (const auto &[option, us] :
         {std::pair(u"from"_s, &filter.fromUs), std::pair(u"to"_s, &filter.toUs)}) {
        if (!parser.isSet(option)) {
            continue;
        }
        *us = parseTimeInput(parser.value(option), QTimeZone::UTC);
        if (!*us) {
            return mistake(commandText(QT_TRANSLATE_NOOP("CommandLine",
                                                         "--%1: expected a time such as "
                                                         "2026-11-20T16:13:25Z, not “%2”."))
                               .arg(option, parser.value(option)));
        }
    }
    return {};
}

Result<Unit> readUnit(const QCommandLineParser &parser)
{
    const bool requests = parser.isSet(u"requests"_s);
    const bool copies = parser.isSet(u"duplicates"_s);
    if (requests && copies) {
        return mistake(commandText(QT_TRANSLATE_NOOP(
            "CommandLine", "--requests and --duplicates cannot be asked for together.")));
    }
    return requests ? Unit::Requests : copies ? Unit::Copies : Unit::Events;
}

Result<void> readAnswer(const QCommandLineParser &parser, QueryOptions &options)
{
    using Answer = QueryOptions::Answer;
    const QString format = parser.value(u"format"_s);
    const bool bytes = format == "raw"_L1 || format == "entry"_L1;
    const bool grouped = parser.isSet(u"count-by"_s);
    const bool counted = parser.isSet(u"count"_s);
    if (int(grouped) + int(counted) + int(parser.isSet(u"fields"_s)) > 1) {
        return mistake(commandText(QT_TRANSLATE_NOOP(
            "CommandLine", "Only one of --fields, --count and --count-by can be asked for.")));
    }
    if (bytes && (grouped || counted || parser.isSet(u"fields"_s))) {
        return mistake(
            commandText(QT_TRANSLATE_NOOP("CommandLine",
                                          "--format %1 prints whole events: it goes with none of "
                                          "--fields, --count and --count-by."))
                .arg(format));
    }
    options.answer = bytes ? Answer::Bytes
        : counted          ? Answer::Count
        : grouped          ? Answer::Groups
                           : Answer::Rows;
    options.wantsEntries = format == "entry"_L1;
    if (bytes) {
        return {};
    }
    const Result<RowFormat> rows = rowFormat(format);
    if (!rows) {
        return mistake(commandText(QT_TRANSLATE_NOOP("CommandLine",
                                                     "“%1” is no format. Formats are table, csv, "
                                                     "jsonl, raw and entry."))
                           .arg(format));
    }
    options.format = *rows;
    const QStringList names = grouped ? parser.values(u"count-by"_s)
        : parser.isSet(u"fields"_s)   ? parser.values(u"fields"_s)
                                      : QStringList{QString::fromLatin1(DefaultFields)};
    Result<std::vector<NamedField>> fields = readFields(names);
    if (!fields) {
        return std::unexpected(fields.error());
    }
    options.fields = std::move(*fields);
    return {};
}

Result<void> readOrder(const QCommandLineParser &parser, QueryOptions &options)
{
    using Answer = QueryOptions::Answer;
    if (!parser.isSet(u"sort"_s)) {
        return {};
    }
    if (options.answer != Answer::Rows && options.answer != Answer::Bytes) {
        return mistake(commandText(
            QT_TRANSLATE_NOOP("CommandLine", "--sort goes with neither --count nor --count-by.")));
    }
    Result<SortOrder> order = parseSortOrder(parser.values(u"sort"_s).join(u','));
    if (!order) {
        return mistake(u"--sort: %1"_s.arg(order.error().message));
    }
    options.order = std::move(*order);
    return {};
}

Result<void> readLimit(const QCommandLineParser &parser, QueryOptions &options)
{
    if (!parser.isSet(u"limit"_s)) {
        return {};
    }
    bool isNumber = false;
    const qlonglong limit = parser.value(u"limit"_s).toLongLong(&isNumber);
    if (!isNumber || limit < 0) {
        return mistake(commandText(QT_TRANSLATE_NOOP("CommandLine",
                                                     "--limit: expected a number of rows, not "
                                                     "“%1”."))
                           .arg(parser.value(u"limit"_s)));
    }
    options.limit = limit;
    return {};
}

} // namespace

std::vector<const Field *> QueryOptions::fieldPointers() const
{
    std::vector<const Field *> pointers;
    std::ranges::transform(fields, std::back_inserter(pointers), &NamedField::field);
    return pointers;
}

std::vector<std::string> QueryOptions::fieldNames() const
{
    std::vector<std::string> names;
    std::ranges::transform(fields, std::back_inserter(names), &NamedField::name);
    return names;
}

Result<QueryOptions> QueryOptions::read(const QCommandLineParser &parser)
{
    QueryOptions options;
    std::vector<Condition> conditions;
    for (const QString &text : parser.values(u"where"_s)) {
        Result<Filter> filter = parseFilter(text);
        if (!filter) {
            return mistake(u"--where: %1"_s.arg(filter.error().message));
        }
        conditions.push_back(std::move(filter->condition));
    }
    options.filter.condition = Condition::all(std::move(conditions));
    options.filter.noise = parser.isSet(u"people"_s) ? Noise::Hidden : Noise::Shown;
    options.unmasked = parser.isSet(u"unmasked"_s);
    const Result<Unit> unit = readUnit(parser);
    if (!unit) {
        return std::unexpected(unit.error());
    }
    options.filter.unit = *unit;
    const Result<void> rest = readTimes(parser, options.filter)
                                  .and_then([&] { return readAnswer(parser, options); })
                                  .and_then([&] { return readOrder(parser, options); })
                                  .and_then([&] { return readLimit(parser, options); });
    if (!rest) {
        return std::unexpected(rest.error());
    }
    return options;
}

void QueryOptions::addTo(QCommandLineParser &parser)
{
    addOption(parser, u"where"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "Only events where the condition holds, for example "
                                "verb=delete and not user.kind=node. See “auditloupe fields”."),
              u"CONDITION"_s);
    addOption(parser, u"from"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "Only from this time on, for example "
                                "2026-11-20T16:13:25Z."),
              u"TIME"_s);
    addOption(parser, u"to"_s, QT_TRANSLATE_NOOP("CommandLine", "Only before this time."),
              u"TIME"_s);
    addOption(parser, u"fields"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "What to print of each event. See “auditloupe "
                                "fields”; paths into the bodies work too."),
              u"a,b,…"_s);
    addOption(parser, u"count"_s,
              QT_TRANSLATE_NOOP("CommandLine", "Print only how many there are."));
    addOption(
        parser, u"count-by"_s,
        QT_TRANSLATE_NOOP("CommandLine", "Print how many there are of each value, most first."),
        u"a[,b]"_s);
    addOption(parser, u"sort"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "In which order to print, a minus in front for descending: "
                                "user,-time. By time where it is not said."),
              u"a,-b,…"_s);
    addOption(parser, u"limit"_s, QT_TRANSLATE_NOOP("CommandLine", "Print at most this many rows."),
              u"N"_s);
    addOption(parser, u"format"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "How to print: table, csv, jsonl; raw for the events' own bytes, "
                                "credentials and all; entry for the exported entries."),
              u"NAME"_s);
    addOption(parser, u"requests"_s,
              QT_TRANSLATE_NOOP("CommandLine", "One row a request instead of one a stage."));
    addOption(parser, u"people"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "Only people and workloads: leaves out the routine of nodes and "
                                "controllers, leader election and health checks."));
    addOption(parser, u"duplicates"_s,
              QT_TRANSLATE_NOOP("CommandLine", "Every further copy of an event as a row, too."));
    addOption(parser, u"unmasked"_s, QT_TRANSLATE_NOOP("CommandLine", "Show credentials."));
}

} // namespace auditloupe
