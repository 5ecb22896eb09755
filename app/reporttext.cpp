// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/reporttext.h"

#include "model/casefile/importer.h"
#include "model/event/time.h"

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
        return QStringList{QCoreApplication::translate("ImportReport", "No audit event was found."),
                           firstProblem(report)}
            .join(u' ')
            .trimmed();
    }
    QStringList parts{QCoreApplication::translate("ImportReport", "%Ln event(s) imported", nullptr,
                                                  plural(report.events))};
    if (report.duplicates > 0) {
        parts.append(QCoreApplication::translate("ImportReport", "%Ln further copies of an event",
                                                 nullptr, plural(report.duplicates)));
    }
    if (report.salvaged > 0) {
        parts.append(QCoreApplication::translate("ImportReport", "%Ln event(s) cut off", nullptr,
                                                 plural(report.salvaged)));
    }
    if (report.rejected > 0) {
        parts.append(QCoreApplication::translate("ImportReport", "%Ln line(s) rejected", nullptr,
                                                 plural(report.rejected)));
    }
    if (!report.skipped.empty()) {
        parts.append(QCoreApplication::translate("ImportReport", "%Ln file(s) skipped", nullptr,
                                                 plural(std::ssize(report.skipped))));
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
