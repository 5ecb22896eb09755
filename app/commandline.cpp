// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commandline.h"

#include "app/commands/command.h"
#include "app/commands/interruption.h"
#include "app/commands/terminal.h"
#include "app/summary.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTranslator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr std::array Commands{&ImportCommand,    &QueryCommand,  &SqlCommand,    &EvidenceCommand,
                              &PolicyCommand,    &ExportCommand, &FinishCommand, &FieldsCommand,
                              &QuestionsCommand, &FormatsCommand};

const Command *findCommand(QStringView name)
{
    const auto found = std::ranges::find_if(Commands, [name](const Command *command) {
        return name == QLatin1StringView(command->name);
    });
    return found == Commands.end() ? nullptr : *found;
}

/// A program without windows that speaks the user's language.
class Application
{
public:
    Application(int &argc, char **argv)
        : m_application(argc, argv)
    {
        // English, too, has a catalogue: for its plural forms.
        if (m_translator.load(QLocale(), u"auditloupe"_s, u"_"_s, u":/i18n"_s)
            || m_translator.load(u":/i18n/auditloupe_en.qm"_s)) {
            QCoreApplication::installTranslator(&m_translator);
        }
    }

private:
    QCoreApplication m_application;
    QTranslator m_translator;
};

void print(const QString &text)
{
    StandardOutput output;
    output.write(text.toStdString());
    output.flush();
}

/// "query [OPTIONS] CASE|FILE..."
QString callOf(const Command &command)
{
    const QString words =
        QString::fromUtf8(command.name) + u' ' + QString::fromUtf8(command.arguments);
    return words.trimmed();
}

QString usageText()
{
    QString text = commandText(QT_TRANSLATE_NOOP("CommandLine",
                                                 "Auditloupe opens Kubernetes audit logs.\n"
                                                 "Usage:\n"));
    text += u"  auditloupe [FILE|CASE|URL ...]\n"_s;
    for (const Command *command : Commands) {
        text += u"  auditloupe %1\n      %2\n"_s.arg(callOf(*command),
                                                     commandText(command->description));
    }
    text += commandText(QT_TRANSLATE_NOOP(
        "CommandLine",
        "“auditloupe COMMAND --help” tells more of a command. Logs given where a "
        "case is asked for are imported into a temporary case.\n"
        "Exit status: 0 done, 1 the answer is no, 2 wrong usage, 3 the input cannot "
        "be read. Where one of several files cannot, the others are used, and it is 3 as "
        "well.\n"));
    return text;
}

/// Qt's own help begins with a usage line that knows nothing of commands.
QString helpText(const Command &command, const QCommandLineParser &parser)
{
    const QString options = parser.helpText();
    return u"auditloupe %1\n%2\n"_s.arg(callOf(command), commandText(command.description))
        + options.mid(options.indexOf(u'\n') + 1);
}

int runCommand(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption help({u"h"_s, u"help"_s},
                                  commandText(QT_TRANSLATE_NOOP("CommandLine", "Show this help.")));
    parser.addOption(help);
    command.addOptions(parser);
    const bool understood = parser.parse(arguments);
    if (understood && parser.isSet(help)) {
        print(helpText(command, parser));
        return 0;
    }
    if (!understood) {
        return static_cast<int>(usageError(parser.errorText()));
    }
    const Interruption interruption;
    const JobControl control{.stop = interruption.token(), .progress = terminalProgress()};
    const ExitStatus status = command.run(parser, control);
    endProgress();
    return control.isCancelled() ? interruption.exitStatus() : static_cast<int>(status);
}

bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

/// A word that can only be meant as a command: nothing that a file is called.
bool isUnknownCommand(const QString &word)
{
    return !word.startsWith(u'-') && !word.contains(u'/') && !word.contains(u'.')
        && !QFileInfo::exists(word);
}

/// Options of Qt itself, which a window's application takes out of the arguments.
bool isWindowOption(const QString &argument)
{
    static constexpr std::array Names{"platform",        "platformpluginpath",
                                      "platformtheme",   "plugin",
                                      "qwindowgeometry", "qwindowicon",
                                      "qwindowtitle",    "reverse",
                                      "session",         "style",
                                      "stylesheet",      "display",
                                      "geometry"};
    const QString name = argument.mid(argument.startsWith("--"_L1) ? 2 : 1).section(u'=', 0, 0);
    return std::ranges::any_of(
        Names, [&name](const char *known) { return name == QLatin1StringView(known); });
}

int summarize(const QStringList &inputs)
{
    const Interruption interruption;
    const JobControl control{.stop = interruption.token(), .progress = terminalProgress()};
    printNotice(commandText(QT_TRANSLATE_NOOP(
        "CommandLine", "There is no display, so a summary is printed instead of a window.")));
    const ExitStatus status = printSummary(inputs, control);
    return control.isCancelled() ? interruption.exitStatus() : static_cast<int>(status);
}

} // namespace

std::optional<int> runCommandLine(int argc, char **argv)
{
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const Command *command = findCommand(first);
    const bool isOption = first.startsWith(u'-') && first != u"-"_s && !isWindowOption(first);
    const bool isMistake = !first.isEmpty() && command == nullptr && isUnknownCommand(first);
    if (command == nullptr && !isOption && !isMistake && hasDisplay()) {
        return std::nullopt;
    }
    const Application application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (command != nullptr) {
        arguments.removeAt(1);
        return runCommand(*command, arguments);
    }
    if (first == "--help"_L1 || first == "-h"_L1) {
        print(usageText());
        return 0;
    }
    if (first == "--version"_L1 || first == "-v"_L1) {
        print(u"auditloupe %1\n"_s.arg(QLatin1StringView(AUDITLOUPE_VERSION)));
        return 0;
    }
    if (isOption || isMistake) {
        const char *message = isOption
            ? QT_TRANSLATE_NOOP("CommandLine", "“%1” is no option.")
            : QT_TRANSLATE_NOOP("CommandLine", "“%1” is neither a command nor a file.");
        return static_cast<int>(usageError(commandText(message).arg(first)));
    }
    return summarize(arguments.mid(1));
}

} // namespace auditloupe
