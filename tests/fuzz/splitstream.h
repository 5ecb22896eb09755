// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/blockbuilder.h"
#include "model/sources/recordsplitter.h"

#include <cstdlib>

namespace auditloupe::testing {

/// Splits the bytes in pieces of one size and puts the blocks together again. Aborts where an event
/// stands outside of its block.
inline std::string splitStream(std::string_view bytes, std::size_t piece,
                               const BlockBuilder::Options &options = {})
{
    std::string stream;
    BlockBuilder builder(options, [&](const ParsedBlock &block) {
        for (const ParsedEvent &event : block.events) {
            if (std::size_t{event.offset} + event.length > block.bytes.size()) {
                std::abort();
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

/// Every byte is kept, in order, however it arrived.
inline void requireEveryByte(std::string_view bytes, const BlockBuilder::Options &options = {})
{
    for (const std::size_t piece : {std::size_t{3}, std::size_t{4096}}) {
        if (splitStream(bytes, piece, options) != bytes) {
            std::abort();
        }
    }
}

} // namespace auditloupe::testing
