// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"

#include "app/commands/terminal.h"

#include <QCoreApplication>

namespace auditloupe {

QString commandText(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

void addOption(QCommandLineParser &parser, const QString &name, const char *description,
               const QString &value)
{
    QCommandLineOption option(name, commandText(description));
    option.setValueName(value);
    parser.addOption(option);
}

ExitStatus usageError(const QString &message)
{
    printNotice(message);
    printNotice(commandText(QT_TRANSLATE_NOOP("CommandLine",
                                              "“auditloupe --help” shows what can "
                                              "be asked for.")));
    return ExitStatus::Usage;
}

ExitStatus failed(const Error &error)
{
    if (error.code != Error::Code::Cancelled) {
        printNotice(error.toText());
    }
    return ExitStatus::Unreadable;
}

} // namespace auditloupe
