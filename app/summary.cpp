// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/summary.h"

#include "app/commands/querycase.h"
#include "app/commands/terminal.h"
#include "model/casefile/caselibrary.h"
#include "model/event/time.h"
#include "model/query/eventquery.h"
#include "model/query/overview.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr std::size_t TopCount = 5;

QString line(const char *label, const QString &value)
{
    return u"%1  %2\n"_s.arg(commandText(label).leftJustified(16), terminalText(value));
}

/// "alice 120, bob 34"
QString topText(std::span<const OverviewCount> counts)
{
    const QLocale locale;
    QStringList texts;
    for (const OverviewCount &count : counts.first(std::min(TopCount, counts.size()))) {
        texts += u"%1 %2"_s.arg(count.label, locale.toString(count.count));
    }
    return texts.isEmpty() ? u"-"_s : texts.join(u", "_s);
}

QString spanText(const Overview &overview)
{
    if (!overview.firstUs || !overview.lastUs) {
        return u"-"_s;
    }
    return commandText(QT_TRANSLATE_NOOP("CommandLine", "%1 to %2 (%3)"))
        .arg(formatTimeUtc(*overview.firstUs), formatTimeUtc(*overview.lastUs),
             formatDuration(*overview.lastUs - *overview.firstUs));
}

QString overviewText(const Overview &overview)
{
    const QLocale locale;
    QString text;
    text += line(QT_TRANSLATE_NOOP("CommandLine", "requests"), locale.toString(overview.requests));
    text += line(QT_TRANSLATE_NOOP("CommandLine", "events"), locale.toString(overview.events));
    text += line(QT_TRANSLATE_NOOP("CommandLine", "span"), spanText(overview));
    text += line(QT_TRANSLATE_NOOP("CommandLine", "people"), topText(overview.people));
    text += line(QT_TRANSLATE_NOOP("CommandLine", "service accounts"), topText(overview.workloads));
    text += line(QT_TRANSLATE_NOOP("CommandLine", "writes"), locale.toString(overview.writes));
    text += line(QT_TRANSLATE_NOOP("CommandLine", "denials"),
                 u"%1 (%2)"_s.arg(locale.toString(overview.denied), topText(overview.denials)));
    return text;
}

/// "2026-11-21T02:31:04.123456Z  jane deleted production/app-config from 10.0.2.31: 200"
QString deletionText(const EventRow &row)
{
    const auto text = [](const std::optional<std::string> &value) {
        return value ? QString::fromStdString(*value) : u"-"_s;
    };
    const std::optional<std::int64_t> timeUs = row.receivedUs ? row.receivedUs : row.timeUs;
    return commandText(QT_TRANSLATE_NOOP("CommandLine", "%1: %2 deleted %3/%4 from %5, code %6"))
        .arg(timeUs ? formatTimeUtc(*timeUs) : u"-"_s, text(row.username),
             text(row.objectNamespace), text(row.name),
             text(fieldValue(*findField("sourceIPs"), row, {})),
             row.code ? QString::number(*row.code) : u"-"_s);
}

/// Asks the log itself: whoever made the incident may have changed the story.
Result<QString> deletedConfigMapText(CaseReader &reader, const JobControl &control)
{
    Result<Filter> filter =
        parseFilter(u"verb=delete and resource=configmaps and ns=production and outcome=allowed"_s);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    filter->unit = Unit::Requests;
    std::vector<EventId> ids;
    const Result<void> selected =
        selectEvents(reader, *filter, {}, control, [&ids](std::span<const EventId> found) {
            ids.insert(ids.end(), found.begin(), found.end());
            return true;
        });
    if (!selected) {
        return std::unexpected(selected.error());
    }
    const Result<std::vector<EventRow>> rows = reader.rows(ids);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QString text = commandText(
        QT_TRANSLATE_NOOP("CommandLine", "\nWho deleted the ConfigMap in production?\n"));
    for (const EventRow &row : *rows) {
        text += u"  %1\n"_s.arg(terminalText(deletionText(row)));
    }
    return text;
}

} // namespace

ExitStatus printSummary(const QStringList &inputs, const JobControl &control)
{
    const bool isSample = inputs.isEmpty();
    const QStringList logs = isSample ? sampleLogs() : inputs;
    if (logs.isEmpty()) {
        printNotice(
            commandText(QT_TRANSLATE_NOOP("CommandLine", "The sample incident is not installed.")));
        return ExitStatus::Unreadable;
    }
    Result<QueryCase> opened = QueryCase::open(logs, control);
    if (!opened) {
        return failed(opened.error());
    }
    const Result<Overview> overview = overviewOf(opened->reader(), control);
    if (!overview) {
        return failed(overview.error());
    }
    QString text = isSample ? commandText(QT_TRANSLATE_NOOP("CommandLine", "The sample incident\n"))
                            : QString();
    text += overviewText(*overview);
    if (isSample) {
        const Result<QString> answer = deletedConfigMapText(opened->reader(), control);
        if (!answer) {
            return failed(answer.error());
        }
        text += *answer;
    }
    StandardOutput output;
    output.write(text.toStdString());
    output.flush();
    return output.hasFailed() ? ExitStatus::Unreadable : opened->status();
}

} // namespace auditloupe
