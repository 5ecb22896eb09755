// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/reporttext.h"

#include "model/casefile/importer.h"
#include "model/event/time.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr double UsPerSecond = 1e6;

QString tr(const char *text, std::int64_t count = -1)
{
    return QCoreApplication::translate("ImportReport", text, nullptr, static_cast<int>(count));
}

/// The first file that was of no use, and why.
QString firstProblem(const ImportReport &report)
{
    for (const SourceInfo &source : report.sources) {
        if (!source.message.isEmpty()) {
            return u"%1: %2"_s.arg(source.path, source.message);
        }
    }
    if (!report.skipped.empty()) {
        return u"%1: %2"_s.arg(report.skipped.front().path, report.skipped.front().reason);
    }
    return {};
}

} // namespace

QString reportText(const ImportReport &report)
{
    if (report.events == 0 && report.duplicates == 0) {
        return QStringList{tr("No audit event was found."), firstProblem(report)}.join(u' ').trimmed();
    }
    QStringList parts{tr("%Ln event(s) imported", report.events)};
    if (report.duplicates > 0) {
        parts.append(tr("%Ln further copies of an event", report.duplicates));
    }
    if (report.salvaged > 0) {
        parts.append(tr("%Ln event(s) cut off", report.salvaged));
    }
    if (report.rejected > 0) {
        parts.append(tr("%Ln line(s) rejected", report.rejected));
    }
    if (!report.skipped.empty()) {
        parts.append(tr("%Ln file(s) skipped", static_cast<std::int64_t>(report.skipped.size())));
    }
    const auto us = static_cast<std::int64_t>(report.elapsedSeconds * UsPerSecond);
    return parts.join(u", "_s) + u" · "_s + formatDuration(us);
}

bool hasProblems(const ImportReport &report)
{
    return report.rejected > 0 || report.salvaged > 0 || report.conflicts > 0
        || std::ranges::any_of(report.sources, [](const SourceInfo &source) {
               return source.state != SourceState::Complete;
           });
}

bool broughtNothing(const ImportReport &report)
{
    return report.events == 0 && report.duplicates == 0 && report.rejected == 0;
}

} // namespace auditloupe
