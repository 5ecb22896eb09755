// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace auditloupe {

/// One zstd frame a block, level 1: audit logs shrink to about a tenth, and the disk is not
/// what an import waits for. Keeps its buffers; one codec a thread.
class BlockCodec
{
public:
    BlockCodec();
    ~BlockCodec();
    BlockCodec(BlockCodec &&) noexcept;
    BlockCodec &operator=(BlockCodec &&) noexcept;

    std::string compress(std::string_view bytes);

    /// Nothing where the frame is damaged or is not `length` bytes long.
    std::optional<std::string> decompress(std::string_view frame, std::size_t length);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace auditloupe
