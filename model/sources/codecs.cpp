// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/decompressor.h"

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <new>

namespace auditloupe {

namespace {

/// The libraries' streams do not write to their input, but some lack the const.
template <typename Byte>
Byte *inputOf(std::string_view input)
{
    return reinterpret_cast<Byte *>(const_cast<char *>(input.data()));
}

unsigned sizeOf(std::size_t size)
{
    return static_cast<unsigned>(std::min<std::size_t>(size, std::numeric_limits<unsigned>::max()));
}

/// Stops the import of a machine without memory, as new would.
void require(bool isMade)
{
    if (!isMade) {
        throw std::bad_alloc();
    }
}

class GzipCodec final : public Codec
{
public:
    GzipCodec()
    {
        constexpr int GzipHeader = 16; // added to the bits of the largest window
        require(inflateInit2(&m_stream, MAX_WBITS + GzipHeader) == Z_OK);
    }
    ~GzipCodec() override { inflateEnd(&m_stream); }

    Step decode(std::string_view input, std::span<char> output) override
    {
        m_stream.next_in = inputOf<Bytef>(input);
        m_stream.avail_in = sizeOf(input.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(output.data());
        m_stream.avail_out = sizeOf(output.size());
        const int status = inflate(&m_stream, Z_NO_FLUSH);
        return {.used = input.size() - m_stream.avail_in,
                .written = output.size() - m_stream.avail_out,
                .state = status == Z_STREAM_END               ? State::Ended
                    : status == Z_OK || status == Z_BUF_ERROR ? State::Going
                                                              : State::Damaged};
    }

    void restart() override { inflateReset(&m_stream); }

private:
    z_stream m_stream = {};
};

class ZstdCodec final : public Codec
{
public:
    ZstdCodec() { require(m_stream != nullptr); }
    ~ZstdCodec() override { ZSTD_freeDStream(m_stream); }

    Step decode(std::string_view input, std::span<char> output) override
    {
        ZSTD_inBuffer in{.src = input.data(), .size = input.size(), .pos = 0};
        ZSTD_outBuffer out{.dst = output.data(), .size = output.size(), .pos = 0};
        const std::size_t status = ZSTD_decompressStream(m_stream, &out, &in);
        Step step{.used = in.pos, .written = out.pos};
        if (ZSTD_isError(status) != 0) {
            const bool isTooLarge =
                ZSTD_getErrorCode(status) == ZSTD_error_frameParameter_windowTooLarge;
            step.state = isTooLarge ? State::TooLarge : State::Damaged;
        } else if (status == 0) {
            step.state = State::Ended;
        }
        return step;
    }

    void restart() override { ZSTD_DCtx_reset(m_stream, ZSTD_reset_session_only); }

private:
    ZSTD_DStream *m_stream = ZSTD_createDStream();
};

class XzCodec final : public Codec
{
public:
    XzCodec() { start(); }
    ~XzCodec() override { lzma_end(&m_stream); }

    Step decode(std::string_view input, std::span<char> output) override
    {
        m_stream.next_in = inputOf<const std::uint8_t>(input);
        m_stream.avail_in = input.size();
        m_stream.next_out = reinterpret_cast<std::uint8_t *>(output.data());
        m_stream.avail_out = output.size();
        const lzma_ret status = lzma_code(&m_stream, LZMA_RUN);
        return {.used = input.size() - m_stream.avail_in,
                .written = output.size() - m_stream.avail_out,
                .state = stateOf(status)};
    }

    void restart() override { start(); }

private:
    static State stateOf(lzma_ret status)
    {
        switch (status) {
        case LZMA_OK:
        case LZMA_BUF_ERROR:
            return State::Going;
        case LZMA_STREAM_END:
            return State::Ended;
        case LZMA_MEMLIMIT_ERROR:
            return State::TooLarge;
        default:
            return State::Damaged;
        }
    }

    void start()
    {
        constexpr std::uint64_t MostMemory = 256U << 20U; // xz -9 needs 65 MiB
        require(lzma_stream_decoder(&m_stream, MostMemory, 0) == LZMA_OK);
    }

    lzma_stream m_stream = LZMA_STREAM_INIT;
};

class Bzip2Codec final : public Codec
{
public:
    Bzip2Codec() { start(); }
    ~Bzip2Codec() override { BZ2_bzDecompressEnd(&m_stream); }

    Step decode(std::string_view input, std::span<char> output) override
    {
        m_stream.next_in = inputOf<char>(input);
        m_stream.avail_in = sizeOf(input.size());
        m_stream.next_out = output.data();
        m_stream.avail_out = sizeOf(output.size());
        const int status = BZ2_bzDecompress(&m_stream);
        return {.used = input.size() - m_stream.avail_in,
                .written = output.size() - m_stream.avail_out,
                .state = status == BZ_STREAM_END ? State::Ended
                    : status == BZ_OK            ? State::Going
                                                 : State::Damaged};
    }

    void restart() override
    {
        BZ2_bzDecompressEnd(&m_stream);
        start();
    }

private:
    void start()
    {
        m_stream = {};
        require(BZ2_bzDecompressInit(&m_stream, 0, 0) == BZ_OK);
    }

    bz_stream m_stream = {};
};

} // namespace

std::unique_ptr<Codec> Codec::make(Compression compression)
{
    switch (compression) {
    case Compression::Gzip:
        return std::make_unique<GzipCodec>();
    case Compression::Zstd:
        return std::make_unique<ZstdCodec>();
    case Compression::Xz:
        return std::make_unique<XzCodec>();
    case Compression::Bzip2:
        return std::make_unique<Bzip2Codec>();
    }
    return {};
}

} // namespace auditloupe
