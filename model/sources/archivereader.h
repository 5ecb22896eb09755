// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/bytesource.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>

namespace auditloupe {

class FileBytes;
class UnpackLimits;

enum class ArchiveKind : std::uint8_t { Tar, Zip };

/// Told from the first bytes: PeekedForArchive of them are enough.
inline constexpr std::size_t PeekedForArchive = 512;
std::optional<ArchiveKind> archiveKindOf(std::string_view head);

/// "tar" and "zip", the format of a source that is an archive.
QString archiveName(ArchiveKind kind);
bool isArchiveName(const QString &format);

/// What an archive says of one of its members. Nothing of it is ever used to write a file.
struct ArchiveMember
{
    QString name = {}; ///< as it stands there: it may be absolute, have "..", be hostile
    std::optional<std::int64_t> modifiedUs = {};
    std::optional<std::uint32_t> mode = {}; ///< permission bits
    QString owner = {};
    QString problem = {}; ///< why it cannot be read; empty where it can
    bool isFault = false; ///< of the problem: something is wrong, or missing
};

/// Walks through an archive's members. Folders are passed over.
class ArchiveReader
{
public:
    /// Reads from the start to the end.
    ArchiveReader(std::unique_ptr<ByteSource> from, UnpackLimits &limits);
    /// Finds its way in the file, as zip's list of contents at the end wants it.
    ArchiveReader(FileBytes &file, UnpackLimits &limits);
    ~ArchiveReader();

    /// The next one; nothing behind the last.
    Result<std::optional<ArchiveMember>> next();

    /// Of the member at hand: its next bytes, empty at its end.
    Result<std::string_view> read();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace auditloupe
