// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/blockcodec.h"

#include <zstd.h>

#include <algorithm>
#include <new>
#include <vector>

namespace auditloupe {

namespace {

constexpr int CompressionLevel = 1;

struct FreeCompressor
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};

struct FreeDecompressor
{
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

} // namespace

struct BlockCodec::Private
{
    std::unique_ptr<ZSTD_CCtx, FreeCompressor> compressor{ZSTD_createCCtx()};
    std::unique_ptr<ZSTD_DCtx, FreeDecompressor> decompressor{ZSTD_createDCtx()};
    std::vector<char> frame = {}; // grows to the longest
};

BlockCodec::BlockCodec()
    : d(std::make_unique<Private>())
{
}

BlockCodec::~BlockCodec() = default;
BlockCodec::BlockCodec(BlockCodec &&) noexcept = default;
BlockCodec &BlockCodec::operator=(BlockCodec &&) noexcept = default;

std::string BlockCodec::compress(std::string_view bytes)
{
    // A frame is a tenth of what it could be: it is made in a place that stays.
    d->frame.resize(std::max(d->frame.size(), ZSTD_compressBound(bytes.size())));
    const std::size_t size =
        ZSTD_compressCCtx(d->compressor.get(), d->frame.data(), d->frame.size(), bytes.data(),
                          bytes.size(), CompressionLevel);
    if (ZSTD_isError(size) != 0) {
        throw std::bad_alloc(); // the only way to fail with room enough
    }
    return {d->frame.data(), size};
}

std::optional<std::string> BlockCodec::decompress(std::string_view frame, std::size_t length)
{
    // A frame says how long it is; a damaged case must not make us allocate what it claims.
    constexpr std::size_t Largest = 192U << 20U; // the longest record and a block around it
    if (length > Largest || ZSTD_getFrameContentSize(frame.data(), frame.size()) != length) {
        return std::nullopt;
    }
    std::string bytes(length, '\0');
    const std::size_t size = ZSTD_decompressDCtx(d->decompressor.get(), bytes.data(), bytes.size(),
                                                 frame.data(), frame.size());
    if (ZSTD_isError(size) != 0 || size != length) {
        return std::nullopt;
    }
    return bytes;
}

} // namespace auditloupe
