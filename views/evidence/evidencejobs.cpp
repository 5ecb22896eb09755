// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/evidence/evidencejobs.h"

#include "model/casefile/casereader.h"

#include <QtConcurrent>

#include <algorithm>

namespace auditloupe {
namespace {

constexpr int PerMille = 1000;

Result<std::vector<SourceEvidence>> read(const QString &casePath, const JobControl &control)
{
    Result<CaseReader> reader = CaseReader::open(casePath, control.stop);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    return evidenceOf(*reader, control);
}

template <typename T>
JobControl controlOf(QPromise<T> &promise, const std::stop_token &stop)
{
    promise.setProgressRange(0, PerMille);
    return {.stop = stop, .progress = [&promise](const Progress &now) {
                const std::int64_t total = std::max<std::int64_t>(1, now.total);
                promise.setProgressValue(
                    static_cast<int>(std::min(now.done, total) * PerMille / total));
            }};
}

} // namespace

QFuture<Result<std::vector<SourceEvidence>>>
readEvidence(QThreadPool &pool, const QString &casePath, const std::stop_token &stop)
{
    return QtConcurrent::run(
        &pool, [casePath, stop](QPromise<Result<std::vector<SourceEvidence>>> &promise) {
            promise.addResult(read(casePath, controlOf(promise, stop)));
        });
}

QFuture<Result<FileComparison>> compareFile(QThreadPool &pool, const SourceInfo &source,
                                            const std::stop_token &stop)
{
    return QtConcurrent::run(&pool, [source, stop](QPromise<Result<FileComparison>> &promise) {
        promise.addResult(compareWithFile(source, controlOf(promise, stop)));
    });
}

} // namespace auditloupe
