// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/overviewjob.h"

#include "model/casefile/casereader.h"

#include <QtConcurrent>

#include <algorithm>

namespace auditloupe {
namespace {

constexpr int PerMille = 1000;

Result<CaseOverview> read(const QString &casePath, const JobControl &control)
{
    Result<CaseReader> reader = CaseReader::open(casePath, control.stop);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const Result<CaseSummary> summary = reader->summary();
    if (!summary) {
        return std::unexpected(summary.error());
    }
    Result<std::vector<SourceInfo>> sources = reader->sources();
    if (!sources) {
        return std::unexpected(sources.error());
    }
    Result<Overview> overview = overviewOf(*reader, control);
    if (!overview) {
        return std::unexpected(overview.error());
    }
    return CaseOverview{
        .overview = std::move(*overview), .summary = *summary, .sources = std::move(*sources)};
}

} // namespace

QFuture<Result<CaseOverview>> readOverview(QThreadPool &pool, const QString &casePath,
                                           const std::stop_token &stop)
{
    return QtConcurrent::run(&pool, [casePath, stop](QPromise<Result<CaseOverview>> &promise) {
        promise.setProgressRange(0, PerMille);
        const auto progress = [&promise](const Progress &now) {
            const std::int64_t total = std::max<std::int64_t>(1, now.total);
            promise.setProgressValue(static_cast<int>(now.done * PerMille / total));
        };
        promise.addResult(read(casePath, {.stop = stop, .progress = progress}));
    });
}

} // namespace auditloupe
