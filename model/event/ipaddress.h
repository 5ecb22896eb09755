// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace auditloupe {

/// An IPv6 address; an IPv4 one is its mapping, ::ffff:a.b.c.d.
using IpAddress = std::array<std::uint8_t, 16>;

/// Empty for what is no address; zones ("%eth0") and ports are none.
std::optional<IpAddress> parseAddress(std::string_view text);

/// "10.0.0.0/8", "2001:db8::/32". Bits behind the prefix are of no account.
struct IpNetwork
{
    IpAddress address = {};
    int prefix = 0; ///< bits of the mapped address that count

    /// An IPv4 address is in IPv4 networks alone.
    bool contains(const IpAddress &address) const;
};

std::optional<IpNetwork> parseNetwork(std::string_view text);

} // namespace auditloupe
