// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/reporttext.h"

#include "model/casefile/sourcename.h"
#include "model/casefile/sourcetablemodel.h"
#include "model/event/time.h"
#include "model/import/importer.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <limits>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr double UsPerSecond = 1e6;

/// Plural forms go by an int; more than that is many in every language.
int plural(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

QString nameOf(const QString &path)
{
    return isFilePath(path) ? path : sourceName({.path = path});
}

/// The first file that was of no use, and why.
QString firstProblem(const ImportReport &report)
{
    for (const SourceInfo &source : report.sources) {
        if (!source.message.isEmpty()) {
            return u"%1: %2"_s.arg(nameOf(source.path), source.message);
        }
    }
    if (!report.skipped.empty()) {
        return u"%1: %2"_s.arg(nameOf(report.skipped.front().path), report.skipped.front().reason);
    }
    return {};
}

} // namespace

QString reportText(const ImportReport &report)
{
    if (report.events == 0 && report.duplicates == 0 && !report.known.empty()) {
        const KnownFile &first = report.known.front();
        return u"%1: %2"_s.arg(first.path, knownFileText(first));
    }
    if (report.events == 0 && report.duplicates == 0 && report.rejected == 0) {
        const QString problem = firstProblem(report);
        return problem.isEmpty()
            ? QCoreApplication::translate("ImportReport", "No audit event was found.")
            : problem;
    }
    // The counts stand in variables: lupdate does not come back from calls inside translate().
    const int events = plural(report.events);
    const int duplicates = plural(report.duplicates);
    const int salvaged = plural(report.salvaged);
    const int rejected = plural(report.rejected);
    const int known = plural(std::ssize(report.known));
    const int skipped = plural(std::ssize(report.skipped));
    QStringList parts;
    parts << QCoreApplication::translate("ImportReport", "%Ln event(s) imported", nullptr, events);
    if (duplicates > 0) {
        parts << QCoreApplication::translate("ImportReport", "%Ln further copies of an event",
                                             nullptr, duplicates);
    }
    if (salvaged > 0) {
        parts << QCoreApplication::translate("ImportReport", "%Ln event(s) cut off", nullptr,
                                             salvaged);
    }
    if (rejected > 0) {
        parts << QCoreApplication::translate("ImportReport", "%Ln line(s) rejected", nullptr,
                                             rejected);
    }
    if (known > 0) {
        parts << QCoreApplication::translate("ImportReport", "%Ln file(s) imported before", nullptr,
                                             known);
    }
    if (skipped > 0) {
        parts << QCoreApplication::translate("ImportReport", "%Ln file(s) skipped", nullptr,
                                             skipped);
    }
    const auto us = static_cast<std::int64_t>(report.elapsedSeconds * UsPerSecond);
    return parts.join(u", "_s) + u" · "_s + formatDuration(us);
}

bool hasProblems(const ImportReport &report)
{
    return report.rejected > 0 || report.salvaged > 0 || report.conflicts > 0
        || report.missesInput()
        || std::ranges::any_of(report.sources, [](const SourceInfo &source) {
               return source.state != SourceState::Complete;
           });
}

bool broughtNothing(const ImportReport &report)
{
    return report.events == 0 && report.duplicates == 0 && report.rejected == 0
        && report.known.empty();
}

} // namespace auditloupe
