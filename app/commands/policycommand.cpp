// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"
#include "app/commands/policyinput.h"
#include "app/commands/terminal.h"
#include "model/sources/filebytes.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

void addOptions(QCommandLineParser &parser)
{
    addOption(parser, u"json"_s, QT_TRANSLATE_NOOP("CommandLine", "Prints JSON."));
    addOption(parser, u"kubernetes"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "Whose rules hold: 1.36, or 1.35 for that and older releases; "
                                "1.36 without it."),
              u"VERSION"_s);
    addOption(parser, u"explain"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "“decide” adds which rules were tried and what of them failed."));
}

Result<KubernetesVersion> versionOf(const QCommandLineParser &parser)
{
    const QString version = parser.value(u"kubernetes"_s);
    if (!parser.isSet(u"kubernetes"_s) || version == u"1.36") {
        return KubernetesVersion::V1_36;
    }
    if (version == u"1.35") {
        return KubernetesVersion::V1_35;
    }
    return std::unexpected(Error{
        .message = commandText(QT_TRANSLATE_NOOP(
                                   "CommandLine",
                                   "“%1” is no version that can be chosen: 1.35 and 1.36 can."))
                       .arg(version)});
}

QString kindName(PolicyMessage::Kind kind)
{
    switch (kind) {
    case PolicyMessage::Kind::Error:
        return commandText(QT_TRANSLATE_NOOP("CommandLine", "error"));
    case PolicyMessage::Kind::StrictWarning:
        return commandText(QT_TRANSLATE_NOOP("CommandLine", "warning"));
    case PolicyMessage::Kind::Notice:
        return commandText(QT_TRANSLATE_NOOP("CommandLine", "notice"));
    }
    return {};
}

QString kindKey(PolicyMessage::Kind kind)
{
    return kind == PolicyMessage::Kind::Error        ? u"error"_s
        : kind == PolicyMessage::Kind::StrictWarning ? u"strictWarning"_s
                                                     : u"notice"_s;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const std::optional<std::int64_t> &number)
{
    return number ? QJsonValue(qint64{*number}) : QJsonValue();
}

QJsonObject toJson(const PolicyLoad &load)
{
    QJsonArray messages;
    for (const PolicyMessage &message : load.messages) {
        messages << QJsonObject{{u"kind"_s, kindKey(message.kind)},
                                {u"field"_s, orNull(QString::fromStdString(message.field))},
                                {u"message"_s, QString::fromStdString(message.text)},
                                {u"hint"_s, orNull(message.hint)},
                                {u"line"_s, orNull(message.where.line)},
                                {u"column"_s, orNull(message.where.column)}};
    }
    QJsonObject object{{u"valid"_s, load.isLoaded()},      {u"loadError"_s, QJsonValue()},
                       {u"errorClass"_s, QJsonValue()},    {u"errorFields"_s, QJsonArray()},
                       {u"strictWarning"_s, QJsonValue()}, {u"messages"_s, messages},
                       {u"rules"_s, QJsonValue()}};
    const QJsonObject fault = loadErrorJson(load);
    for (auto member = fault.begin(); member != fault.end(); ++member) {
        object[member.key()] = member.value();
    }
    if (load.policy) {
        object[u"rules"_s] = static_cast<qint64>(load.policy->rules.size());
    }
    return object;
}

void printText(const QString &path, const PolicyLoad &load, StandardOutput &output)
{
    for (const PolicyMessage &message : load.messages) {
        const Error line{
            .message = kindName(message.kind) + u": "_s
                + QString::fromStdString(message.field + (message.field.empty() ? "" : ": ")
                                         + message.text)
                + (message.hint.isEmpty() ? QString() : u" ("_s + message.hint + u')'),
            .where = {.file = path, .line = message.where.line, .column = message.where.column}};
        output.write(terminalText(line.toText()).toStdString() + '\n');
    }
    const QString verdict = load.isLoaded()
        ? commandText(
              QT_TRANSLATE_NOOP("CommandLine", "The API server would start with this policy."))
        : commandText(
              QT_TRANSLATE_NOOP("CommandLine", "The API server would not start with this policy."));
    output.write(verdict.toStdString() + '\n');
}

ExitStatus validate(const QCommandLineParser &parser, const QString &path,
                    KubernetesVersion version, const JobControl &control)
{
    const Result<std::string> bytes = readPolicyFile(path, control);
    if (!bytes) {
        return failed(bytes.error());
    }
    const PolicyLoad load = loadPolicy(*bytes, version);
    StandardOutput output;
    if (parser.isSet(u"json"_s)) {
        output.write(QJsonDocument(toJson(load)).toJson(QJsonDocument::Compact).toStdString()
                     + '\n');
    } else {
        printText(path, load, output);
    }
    output.flush();
    if (output.hasFailed()) {
        return ExitStatus::Unreadable;
    }
    return load.isLoaded() ? ExitStatus::Done : ExitStatus::No;
}

ExitStatus convert(const QString &path, const JobControl &control)
{
    const Result<std::string> bytes = readPolicyFile(path, control);
    if (!bytes) {
        return failed(bytes.error());
    }
    const Result<std::string> converted = convertPolicy(*bytes);
    if (!converted) {
        printNotice(converted.error().toText());
        return ExitStatus::No;
    }
    StandardOutput output;
    output.write(*converted);
    output.flush();
    return output.hasFailed() ? ExitStatus::Unreadable : ExitStatus::Done;
}

ExitStatus decide(const QCommandLineParser &parser, const QString &path, KubernetesVersion version,
                  const JobControl &control)
{
    std::optional<std::string> policy;
    if (!path.isEmpty()) {
        Result<std::string> bytes = readPolicyFile(path, control);
        if (!bytes) {
            return failed(bytes.error());
        }
        policy = std::move(*bytes);
    }
    return decideRequests(policy, version, parser.isSet(u"explain"_s), control);
}

ExitStatus runPolicy(const QCommandLineParser &parser, const JobControl &control)
{
    const Result<KubernetesVersion> version = versionOf(parser);
    if (!version) {
        return usageError(version.error().message);
    }
    const QStringList arguments = parser.positionalArguments();
    const QString verb = arguments.value(0);
    const QString path = arguments.value(1);
    const bool isDecide = verb == u"decide";
    if (!isDecide && verb != u"validate" && verb != u"convert") {
        return usageError(commandText(QT_TRANSLATE_NOOP(
            "CommandLine", "“policy” needs one of validate, decide and convert.")));
    }
    if (arguments.size() > 2 || (!isDecide && path.isEmpty())) {
        return usageError(
            commandText(QT_TRANSLATE_NOOP("CommandLine", "“policy %1” needs one policy."))
                .arg(verb));
    }
    if (isDecide && path == u"-") {
        return usageError(commandText(QT_TRANSLATE_NOOP(
            "CommandLine", "Requests come from standard input, so the policy must be a file.")));
    }
    return isDecide           ? decide(parser, path, *version, control)
        : verb == u"validate" ? validate(parser, path, *version, control)
                              : convert(path, control);
}

} // namespace

Result<std::string> readPolicyFile(const QString &path, const JobControl &control)
{
    constexpr std::size_t Largest = std::size_t{64} << 20U;
    auto file = FileBytes::open(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    (*file)->setCancelCheck([&control] { return control.isCancelled(); });
    std::string bytes;
    while (true) {
        const Result<std::string_view> piece = (*file)->read();
        if (!piece) {
            return std::unexpected(piece.error());
        }
        if (control.isCancelled()) {
            return std::unexpected(Error::cancelled());
        }
        if (piece->empty()) {
            return bytes;
        }
        bytes += *piece;
        if (bytes.size() > Largest) {
            return std::unexpected(
                Error{.message = commandText(QT_TRANSLATE_NOOP(
                          "CommandLine", "The file is larger than any policy: 64 MiB at most.")),
                      .where = {.file = path}});
        }
    }
}

const Command PolicyCommand{
    .name = "policy",
    .arguments = "validate|convert POLICY | decide [POLICY] < REQUESTS",
    .description = QT_TRANSLATE_NOOP("CommandLine",
                                     "Says whether the API server would take an audit policy, and "
                                     "what it would record of requests."),
    .addOptions = addOptions,
    .run = runPolicy};

} // namespace auditloupe
