// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/bytesource.h"

#include <QFile>

#include <functional>
#include <optional>

namespace auditloupe {

/// A file, a pipe or standard input ("-").
class FileBytes final : public FoundBytes
{
public:
    /// Never waits, not even for a named pipe that nobody writes to yet: the first read() does.
    static Result<std::unique_ptr<FileBytes>> open(const QString &path);

    /// Asked a few times a second while a pipe or a terminal has nothing to give, or nobody has
    /// opened a named pipe for writing yet; true ends the bytes there.
    void setCancelCheck(std::function<bool()> isCancelled)
    {
        m_isCancelled = std::move(isCancelled);
    }

    Result<std::string_view> read() override;
    Result<void> drain(const std::function<bool()> &isCancelled) override;

    /// Nothing where it gives its bytes once only.
    std::optional<std::int64_t> size() const;
    Result<void> seek(std::int64_t offset);
    std::int64_t position() const { return m_position; }
    std::int64_t bytesRead() const { return m_bytesRead; } ///< what was read twice counts twice

    Error error(const QString &message, const QString &detail = {}) const;

private:
    FileBytes() = default;

    bool waitForInput();
    std::int64_t readSome(char *to, std::size_t size);

    QFile m_file = {};
    QString m_path = {};
    std::unique_ptr<char[]> m_buffer = {};
    std::int64_t m_position = 0;
    std::int64_t m_bytesRead = 0;
    std::function<bool()> m_isCancelled = {};
};

} // namespace auditloupe
