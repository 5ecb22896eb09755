// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/keptstream.h"

#include <algorithm>

namespace auditloupe {

KeptStream::KeptStream(SQLite::Database &database, SourceId source, Which which)
    : m_blocks(database)
{
    SQLite::Statement query(database,
                            "SELECT id, stream_offset, stream_offset + length FROM block "
                            "WHERE source = ?1 AND (encoded_at IS NOT NULL) = ?2 "
                            "ORDER BY stream_offset");
    query.bind(1, static_cast<std::int32_t>(source));
    query.bind(2, which == Which::Encoded ? 1 : 0);
    while (query.executeStep()) {
        m_pieces.push_back({.block = query.getColumn(0).getInt64(),
                            .begin = query.getColumn(1).getInt64(),
                            .end = query.getColumn(2).getInt64()});
    }
}

bool KeptStream::agreesWith(std::int64_t streamOffset, std::string_view bytes)
{
    const std::int64_t end = streamOffset + static_cast<std::int64_t>(bytes.size());
    auto piece = std::ranges::upper_bound(m_pieces, streamOffset, {}, &Piece::end);
    for (; piece != m_pieces.end() && piece->begin < end; ++piece) {
        const std::int64_t from = std::max(streamOffset, piece->begin);
        const std::int64_t length = std::min(end, piece->end) - from;
        if (bytes.substr(static_cast<std::size_t>(from - streamOffset),
                         static_cast<std::size_t>(length))
            != m_blocks.bytes(piece->block, from - piece->begin, length)) {
            return false;
        }
    }
    return true;
}

std::optional<ParsedBlock> withoutFront(const ParsedBlock &block, std::int64_t size)
{
    ParsedBlock rest;
    const auto cut = static_cast<std::uint32_t>(size);
    for (ParsedEvent event : block.events) {
        if (event.offset >= cut) {
            event.offset -= cut;
            rest.events.push_back(event);
        } else if (event.length > cut - event.offset) {
            return std::nullopt;
        }
    }
    rest.streamOffset = block.streamOffset + size;
    for (const ParsedRejection &rejection : block.rejected) {
        if (rejection.streamOffset >= rest.streamOffset) {
            rest.rejected.push_back(rejection);
        } else if (rejection.length > rest.streamOffset - rejection.streamOffset) {
            return std::nullopt;
        }
    }
    rest.bytes = block.bytes.substr(cut);
    rest.encodedAt = block.encodedAt;
    rest.envelopes = block.envelopes;
    rest.strings = block.strings;
    rest.text = block.text;
    return rest;
}

} // namespace auditloupe
