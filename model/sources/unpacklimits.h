// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <functional>

namespace auditloupe {

/// What one file may grow to while it is unpacked, all that is packed inside of it together: files
/// are made that exhaust a machine.
class UnpackLimits
{
public:
    static constexpr int MostLevels = 3; ///< archives in archives, and compression in compression

    /// `bytesFound` says how much of the file was read, or will be.
    UnpackLimits(QString path, std::function<std::int64_t()> bytesFound)
        : m_path(std::move(path))
        , m_bytesFound(std::move(bytesFound))
    {
    }

    /// So many more bytes were unpacked: an error once they are too many, and from then on.
    Result<void> addBytes(std::int64_t count);
    /// One more member of an archive.
    Result<void> addMember();
    /// Nothing, or why reading stopped.
    const Result<void> &reached() const { return m_reached; }

    Error tooDeep() const;

private:
    Error error(const QString &message) const;

    QString m_path;
    std::function<std::int64_t()> m_bytesFound;
    std::int64_t m_unpacked = 0;
    std::int64_t m_members = 0;
    Result<void> m_reached = {};
};

} // namespace auditloupe
