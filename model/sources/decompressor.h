// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/bytesource.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace auditloupe {

class UnpackLimits;

enum class Compression : std::uint8_t { Gzip, Zstd, Xz, Bzip2 };

/// Told from the first bytes: PeekedForCompression of them are enough.
inline constexpr std::size_t PeekedForCompression = 10;
std::optional<Compression> compressionOf(std::string_view head);

std::string_view compressionName(Compression compression);

/// One compressed stream at a time, piece by piece.
class Codec
{
public:
    enum class State : std::uint8_t { Going, Ended, Damaged, TooLarge };

    struct Step
    {
        std::size_t used = 0;
        std::size_t written = 0;
        State state = State::Going;
    };

    static std::unique_ptr<Codec> make(Compression compression);

    Codec() = default;
    virtual ~Codec() = default;
    Codec(const Codec &) = delete;
    Codec &operator=(const Codec &) = delete;

    virtual Step decode(std::string_view input, std::span<char> output) = 0;
    /// Another stream follows.
    virtual void restart() = 0;
};

/// Unpacks what may be several compressed streams behind each other. All that can be unpacked in
/// front of damage, or of a cut, is handed out before the error.
class Decompressor final : public ByteSource
{
public:
    Decompressor(Compression compression, std::unique_ptr<ByteSource> from, UnpackLimits &limits);

    Result<std::string_view> read() override;

private:
    Result<std::string_view> unpack();
    Result<void> refill();
    Result<void> startNext();
    Result<void> check() const;
    Error error(const QString &message) const;

    Compression m_compression;
    std::unique_ptr<ByteSource> m_from;
    UnpackLimits &m_limits;
    std::unique_ptr<Codec> m_codec;
    std::unique_ptr<char[]> m_output;
    std::string m_carried = {}; // input that did not come in one piece
    std::string_view m_input = {};
    std::int64_t m_taken = 0; // of the input, so far
    std::int64_t m_unpacked = 0;
    Codec::State m_state = Codec::State::Going;
    bool m_inputEnded = false;
    bool m_ended = false;
};

} // namespace auditloupe
