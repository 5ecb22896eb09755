// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/importoutput.h"

#include "app/commands/querycase.h"
#include "app/commands/terminal.h"
#include "model/event/time.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

QString timeText(std::optional<std::int64_t> us)
{
    return us ? formatTimeUtc(*us) : u"-"_s;
}

QString reportText(const ImportReport &report)
{
    const QLocale locale;
    const auto line = [](const QString &label, const QString &value) {
        return u"%1  %2\n"_s.arg(label.leftJustified(14), terminalText(value));
    };
    QString text;
    text += line(commandText(QT_TRANSLATE_NOOP("CommandLine", "case")), report.casePath);
    text += line(commandText(QT_TRANSLATE_NOOP("CommandLine", "events")),
                 locale.toString(report.events));
    text += line(commandText(QT_TRANSLATE_NOOP("CommandLine", "duplicates")),
                 locale.toString(report.duplicates));
    text += line(commandText(QT_TRANSLATE_NOOP("CommandLine", "conflicts")),
                 locale.toString(report.conflicts));
    text += line(commandText(QT_TRANSLATE_NOOP("CommandLine", "rejected")),
                 locale.toString(report.rejected));
    text += line(commandText(QT_TRANSLATE_NOOP("CommandLine", "salvaged")),
                 locale.toString(report.salvaged));
    text += line(commandText(QT_TRANSLATE_NOOP("CommandLine", "first")), timeText(report.firstUs));
    text += line(commandText(QT_TRANSLATE_NOOP("CommandLine", "last")), timeText(report.lastUs));
    text += line(commandText(QT_TRANSLATE_NOOP("CommandLine", "elapsed")),
                 u"%1 s"_s.arg(locale.toString(report.elapsedSeconds, 'f', 2)));
    return text;
}

ExitStatus print(const Result<ImportReport> &report, bool json)
{
    endProgress();
    if (!report) {
        return failed(report.error());
    }
    printImportNotices(*report);
    StandardOutput output;
    if (json) {
        output.write(QJsonDocument(report->toJson()).toJson(QJsonDocument::Compact).toStdString());
        output.write("\n");
    } else {
        output.write(reportText(*report).toStdString());
    }
    output.flush();
    return output.hasFailed() || report->missesInput() ? ExitStatus::Unreadable : ExitStatus::Done;
}

} // namespace

ExitStatus printImport(const Result<ImportReport> &report, bool json)
{
    const ExitStatus status = print(report, json);
    if (report && isUseless(*report)) {
        printNotice(commandText(QT_TRANSLATE_NOOP("CommandLine", "No audit event was found.")));
        return ExitStatus::Unreadable;
    }
    return status;
}

ExitStatus printFinished(const Result<ImportReport> &report, bool json)
{
    return print(report, json);
}

} // namespace auditloupe
