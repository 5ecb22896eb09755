// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/bytesource.h"

#include <utility>

namespace auditloupe {

Result<void> FoundBytes::drain(const std::function<bool()> &isCancelled)
{
    for (;;) {
        const Result<std::string_view> bytes = read();
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        if (bytes->empty()) {
            return {};
        }
        if (isCancelled && isCancelled()) {
            return std::unexpected(Error::cancelled());
        }
    }
}

void FoundBytes::found(std::int64_t offset, std::string_view bytes)
{
    const std::int64_t known = m_found - offset;
    if (known < 0 || known >= std::ssize(bytes)) {
        return;
    }
    bytes.remove_prefix(static_cast<std::size_t>(known));
    m_hash.add(bytes);
    m_found += std::ssize(bytes);
}

std::string_view PeekedBytes::peek(std::size_t wanted)
{
    while (m_ahead.size() < wanted && !m_ended && m_failed) {
        const bool isFirst = m_ahead.empty();
        if (!isFirst && m_ahead.data() != m_buffer.data()) {
            m_buffer = m_ahead; // reading on takes these bytes away
        }
        const Result<std::string_view> more = m_from->read();
        m_ended = more && more->empty();
        if (!more) {
            m_failed = std::unexpected(more.error());
        } else if (isFirst) {
            m_ahead = *more;
        } else {
            m_buffer += *more;
            m_ahead = m_buffer;
        }
    }
    return m_ahead;
}

Result<std::string_view> PeekedBytes::read()
{
    if (!m_ahead.empty() || m_ended) {
        return std::exchange(m_ahead, {});
    }
    if (!m_failed) {
        return std::unexpected(m_failed.error());
    }
    return m_from->read();
}

} // namespace auditloupe
