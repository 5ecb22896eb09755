// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <string_view>

namespace auditloupe {

/// A file or standard input as a stream of decompressed bytes: plain, gzip (several members too)
/// or zstd, told by its first bytes. Counts and hashes the bytes as found while they are read.
class InputStream
{
public:
    /// "-" is standard input. Never waits, not even for a named pipe that nobody writes to yet:
    /// the first read() does.
    static Result<InputStream> open(const QString &path);

    InputStream(InputStream &&) noexcept;
    InputStream &operator=(InputStream &&) noexcept;
    ~InputStream();

    /// Asked a few times a second while a pipe or a terminal has nothing to give, or nobody has
    /// opened a named pipe for writing yet; true ends the stream there.
    void setCancelCheck(std::function<bool()> isCancelled);

    /// The next bytes, valid until the next call; empty at the end. An error (damaged archive,
    /// failing disk, a suspicious ratio) ends the stream: what came before it is good.
    Result<std::string_view> read();

    /// Reads on to the end of the file, so that the hash covers it whole. Nothing is unpacked.
    Result<void> drain();

    QString compression() const; ///< "none", "gzip" or "zstd"
    std::int64_t bytesFound() const; ///< as found, so far
    QByteArray sha256(); ///< of the bytes as found; ends the sum

private:
    struct Private;
    explicit InputStream(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace auditloupe
