// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/openplan.h"

#include "model/casefile/caselibrary.h"
#include "model/casefile/casereader.h"
#include "model/import/downloadpart.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

OpenPlan planCase(const QString &path)
{
    OpenPlan plan;
    Result<CaseReader> reader = CaseReader::open(path);
    if (!reader) {
        plan.problem = reader.error().toText();
        return plan;
    }
    const Result<CaseSummary> summary = reader->summary();
    const Result<std::vector<SourceInfo>> sources = reader->sources();
    if (!summary || !sources) {
        plan.problem = (summary ? sources.error() : summary.error()).toText();
        return plan;
    }
    for (const SourceInfo &source : *sources) {
        if (source.state == SourceState::Importing || source.state == SourceState::Cancelled) {
            plan.unfinished.append(source.path);
        }
        if (source.state == SourceState::Damaged && isBrokenDownload(source)) {
            plan.broken.emplace(source.path, source.download->url);
        }
    }
    plan.casePath = QFileInfo(path).absoluteFilePath();
    plan.summary = *summary;
    return plan;
}

bool isSampleFolder(const QStringList &paths)
{
    return paths.size() == 1 && !sampleFolder().isEmpty()
        && QFileInfo(paths.first()) == QFileInfo(sampleFolder());
}

OpenPlan planFor(const QStringList &paths)
{
    QStringList cases;
    OpenPlan plan{.isSample = isSampleFolder(paths)};
    for (const QString &path : paths) {
        (looksLikeCase(path) ? cases : plan.logs).append(path);
    }
    if (cases.isEmpty()) {
        return plan;
    }
    if (cases.size() > 1) {
        plan.problem =
            QCoreApplication::translate("OpenPlan", "Only one case can be open at a time.");
    } else if (!plan.logs.isEmpty()) {
        plan.problem = QCoreApplication::translate(
            "OpenPlan",
            "A case and logs cannot be opened together. Open the case, then import "
            "the logs into it.");
    } else {
        return planCase(cases.first());
    }
    plan.logs.clear();
    return plan;
}

} // namespace

QFuture<OpenPlan> planOpening(QThreadPool &pool, const QStringList &paths)
{
    return QtConcurrent::run(&pool, [paths] { return planFor(paths); });
}

} // namespace auditloupe
