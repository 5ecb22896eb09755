// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/sources/archivereader.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <string_view>

namespace auditloupe {

/// A file, standard input or the member of an archive as a stream of text: unpacked as often as
/// it was compressed, and UTF-16 as UTF-8, told by its first bytes. Counts and hashes the bytes as
/// found while they are read. An archive has no text but members, which are such streams again.
class InputStream
{
public:
    /// "-" is standard input. Never waits, not even for a named pipe that nobody writes to yet:
    /// isArchive() and the first read() do.
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

    /// Looks at the first bytes.
    bool isArchive();

    /// Of an archive, its next member; nothing behind the last. It can be read until the next one
    /// is asked for, and must not outlive this stream.
    Result<std::optional<InputStream>> nextMember();

    /// Reads on to the end of the file, so that the hash covers it whole. Nothing is unpacked.
    Result<void> drain(const std::function<bool()> &isCancelled = {});

    /// Of a member: the archive's path, and its name in there, divided by MemberSign. A name that
    /// the archive has more than once is numbered.
    QString path() const;
    const ArchiveMember &member() const; ///< what the archive says of it

    QString compression() const; ///< "none", "gzip", "gzip/gzip" …, the outermost first
    QString encoding() const; ///< "utf-16le", "utf-16be"; empty where the text is as found
    QString archive() const; ///< "zip" or "tar", of an archive
    std::int64_t bytesFound() const; ///< as found, so far
    QByteArray sha256(); ///< of the bytes as found; ends the sum

private:
    struct Private;
    explicit InputStream(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

/// Stands between an archive's path and the name of a member.
inline const QString MemberSign = QStringLiteral(" » ");

} // namespace auditloupe
