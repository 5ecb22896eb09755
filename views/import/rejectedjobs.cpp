// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/import/rejectedjobs.h"

#include "model/casefile/casereader.h"
#include "model/event/masking.h"

#include <QCoreApplication>
#include <QFile>
#include <QtConcurrentRun>

#include <algorithm>

namespace auditloupe {
namespace {

constexpr int ExportedAtOnce = 64; // of up to 64 KiB each
constexpr std::size_t PreviewBytes = 256;

void cutToPreview(RejectedLine &line)
{
    // Masked before it is cut: a cut can take away what shows that a text is a credential.
    const std::string masked =
        maskCredentials({line.bytes.constData(), std::size_t(line.bytes.size())});
    line.bytes = QByteArray::fromStdString(masked.substr(0, PreviewBytes));
}

Result<RejectedAnswer> read(const RejectedQuery &query, const std::stop_token &stop)
{
    Result<CaseReader> reader = CaseReader::open(query.casePath, stop);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    Result<std::vector<SourceInfo>> sources = reader->sources();
    if (!sources) {
        return std::unexpected(sources.error());
    }
    Result<std::vector<RejectedLine>> lines =
        reader->rejected(query.after, query.limit, query.source);
    if (!lines) {
        return std::unexpected(lines.error());
    }
    if (query.preview) {
        std::ranges::for_each(*lines, cutToPreview);
    }
    return RejectedAnswer{.lines = std::move(*lines), .sources = std::move(*sources)};
}

Error writeError(const QFile &file)
{
    return {.code = Error::Code::Io,
            .message =
                QCoreApplication::translate("RejectedJobs", "The file cannot be written: %1.")
                    .arg(file.errorString()),
            .where = {.file = file.fileName()}};
}

Result<std::int64_t> writeAll(CaseReader &reader, const RejectedQuery &query, QFile &file,
                              const std::stop_token &stop)
{
    std::int64_t written = 0;
    std::int64_t after = 0;
    while (!stop.stop_requested()) {
        const Result<std::vector<RejectedLine>> lines =
            reader.rejected(after, ExportedAtOnce, query.source);
        if (!lines) {
            return std::unexpected(lines.error());
        }
        if (lines->empty()) {
            return file.flush() ? Result<std::int64_t>(written) : std::unexpected(writeError(file));
        }
        for (const RejectedLine &line : *lines) {
            if (file.write(line.bytes + '\n') < 0) {
                return std::unexpected(writeError(file));
            }
        }
        written += std::int64_t(lines->size());
        after = lines->back().id;
    }
    return std::unexpected(Error::cancelled());
}

Result<std::int64_t> writeFile(const RejectedQuery &query, const QString &target,
                               const std::stop_token &stop)
{
    Result<CaseReader> reader = CaseReader::open(query.casePath, stop);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    // Removed first: an existing file would keep its mode.
    QFile file(target);
    file.remove();
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFile::ReadOwner | QFile::WriteOwner)) {
        return std::unexpected(writeError(file));
    }
    Result<std::int64_t> written = writeAll(*reader, query, file, stop);
    if (!written) {
        file.remove();
    }
    return written;
}

} // namespace

QFuture<Result<RejectedAnswer>> readRejected(QThreadPool &pool, const RejectedQuery &query,
                                             const std::stop_token &stop)
{
    return QtConcurrent::run(&pool, [query, stop] { return read(query, stop); });
}

QFuture<Result<std::int64_t>> exportRejected(QThreadPool &pool, const RejectedQuery &query,
                                             const QString &target, const std::stop_token &stop)
{
    return QtConcurrent::run(&pool,
                             [query, target, stop] { return writeFile(query, target, stop); });
}

} // namespace auditloupe
