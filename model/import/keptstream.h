// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/casefile/blockreader.h"
#include "model/sources/parsedblock.h"

#include <optional>
#include <vector>

namespace auditloupe {

/// What the case holds of a source whose import was interrupted. When the file is read again it
/// is compared byte by byte, and only what lies behind it is added. Throws SQLite's exceptions.
class KeptStream
{
public:
    /// The stream as found, or that of what was encoded in its entries.
    enum class Which { Found, Encoded };

    KeptStream(SQLite::Database &database, SourceId source, Which which);

    std::int64_t size() const { return m_pieces.empty() ? 0 : m_pieces.back().end; }

    /// Whether these bytes of the stream are the kept ones, as far as these reach.
    bool agreesWith(std::int64_t streamOffset, std::string_view bytes);

private:
    struct Piece
    {
        std::int64_t block = 0;
        std::int64_t begin = 0;
        std::int64_t end = 0;
    };

    BlockReader m_blocks;
    std::vector<Piece> m_pieces;
};

/// The block without its first `size` bytes and what was found in them; nothing where a record
/// stands across the cut.
std::optional<ParsedBlock> withoutFront(const ParsedBlock &block, std::int64_t size);

} // namespace auditloupe
