// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace auditloupe::testing {

struct ProgramRun
{
    int status = -1;
    QByteArray output = {};
    QByteArray errors = {};
};

/// The built program, without a display, in English, with a cache folder of its own.
inline void startProgram(QProcess &process, const QStringList &arguments, const QString &cache)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE"}) {
        environment.remove(QString::fromLatin1(name));
    }
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), cache);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(AUDITLOUPE_PROGRAM), arguments);
}

inline ProgramRun runProgram(const QStringList &arguments, const QString &cache)
{
    constexpr int TimeoutMs = 120'000;
    QProcess process;
    startProgram(process, arguments, cache);
    process.closeWriteChannel();
    if (!process.waitForFinished(TimeoutMs) || process.exitStatus() != QProcess::NormalExit) {
        return {.errors = process.errorString().toUtf8()};
    }
    return {.status = process.exitCode(),
            .output = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

} // namespace auditloupe::testing
