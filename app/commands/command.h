// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"

#include <QCommandLineParser>
#include <QString>

#include <span>

namespace auditloupe {

/// The program's exit statuses.
enum class ExitStatus {
    Done = 0,
    No = 1, ///< the answer is "no"
    Usage = 2, ///< the arguments make no sense
    Unreadable = 3 ///< the input cannot be read or is damaged beyond use
};

/// One verb of the command line.
struct Command
{
    const char *name = "";
    const char *arguments = ""; ///< as the usage line shows them
    const char *description = ""; ///< translatable in context "CommandLine"
    void (*addOptions)(QCommandLineParser &parser) = nullptr;
    ExitStatus (*run)(const QCommandLineParser &parser, const JobControl &control) = nullptr;
};

extern const Command ImportCommand;
extern const Command QueryCommand;
extern const Command SqlCommand;
extern const Command EvidenceCommand;
extern const Command PolicyCommand;
extern const Command ExportCommand;
extern const Command FinishCommand;
extern const Command FieldsCommand;
extern const Command QuestionsCommand;
extern const Command FormatsCommand;

/// Text of the command line, in its translation.
QString commandText(const char *text);

/// Adds "--name" or "--name VALUE" with its translated description.
void addOption(QCommandLineParser &parser, const QString &name, const char *description,
               const QString &value = {});

/// Says what is wrong with the arguments.
ExitStatus usageError(const QString &message);

/// Says what went wrong. Being cancelled is no error and is not spoken of.
ExitStatus failed(const Error &error);

} // namespace auditloupe
