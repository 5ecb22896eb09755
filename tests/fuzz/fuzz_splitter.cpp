// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/blockbuilder.h"
#include "model/sources/recordsplitter.h"

#include <cstdlib>

using namespace auditloupe;

namespace {

/// Splits the bytes in pieces of one size and puts the blocks together again.
std::string streamOf(std::string_view bytes, std::size_t piece)
{
    std::string stream;
    BlockBuilder builder({}, [&](const ParsedBlock &block) {
        for (const ParsedEvent &event : block.events) {
            if (std::size_t{event.offset} + event.length > block.bytes.size()) {
                std::abort(); // an event stands in its block
            }
        }
        if (!block.encodedAt) {
            stream += block.bytes;
        }
    });
    RecordSplitter splitter(builder);
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        splitter.feed(bytes.substr(at, piece));
    }
    splitter.finish();
    return stream;
}

} // namespace

/// Whatever comes, every byte is kept, in order, however it arrived.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    for (const std::size_t piece : {std::size_t{3}, std::size_t{4096}}) {
        if (streamOf(bytes, piece) != bytes) {
            std::abort();
        }
    }
    return 0;
}
