// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace auditloupe {

/// Bytes that come piece by piece.
class ByteSource
{
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;

    /// The next ones, valid until the next call; empty at the end. Nothing follows an error.
    virtual Result<std::string_view> read() = 0;
};

/// Bytes as they were found: counted and hashed from their first to their last.
class FoundBytes : public ByteSource
{
public:
    /// Reads what is left, so that the sum covers all. `isCancelled` is asked now and then.
    virtual Result<void> drain(const std::function<bool()> &isCancelled);

    std::int64_t bytesFound() const { return m_found; }
    QByteArray sha256() { return m_hash.result(); } ///< ends the sum

protected:
    /// These stand at `offset`. What was counted already, or has a gap before it, is left out.
    void found(std::int64_t offset, std::string_view bytes);

private:
    Sha256 m_hash = {};
    std::int64_t m_found = 0;
};

/// Lets what is to come be looked at before it is read.
class PeekedBytes final : public ByteSource
{
public:
    explicit PeekedBytes(std::unique_ptr<ByteSource> from)
        : m_from(std::move(from))
    {
    }

    /// Fewer bytes than wanted only at the end, or before an error, which read() will return.
    std::string_view peek(std::size_t wanted);
    Result<std::string_view> read() override;

private:
    std::unique_ptr<ByteSource> m_from;
    std::string m_buffer = {};
    std::string_view m_ahead = {};
    Result<void> m_failed = {};
    bool m_ended = false;
};

} // namespace auditloupe
