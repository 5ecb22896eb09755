// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/ipaddress.h"

#include <algorithm>
#include <charconv>

namespace auditloupe {

namespace {

constexpr std::size_t MappedAt = 12; // where the four bytes of an IPv4 address stand
constexpr int MappedBits = 96;
constexpr int AllBits = 128;

/// A number of at most `digits` digits that is the whole text.
std::optional<int> number(std::string_view text, int base, std::size_t digits)
{
    int value = 0;
    const char *end = text.data() + text.size();
    if (text.empty() || text.size() > digits || text.front() == '-') {
        return std::nullopt;
    }
    const auto [stop, error] = std::from_chars(text.data(), end, value, base);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

/// Takes what stands before the next separator; the separator goes as well.
std::string_view takePart(std::string_view &text, char separator)
{
    const std::size_t length = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    return part;
}

std::optional<std::array<std::uint8_t, 4>> parseFour(std::string_view text)
{
    std::array<std::uint8_t, 4> bytes{};
    if (std::ranges::count(text, '.') != 3 || text.ends_with('.')) {
        return std::nullopt;
    }
    for (std::uint8_t &byte : bytes) {
        const std::string_view part = takePart(text, '.');
        const std::optional<int> value = number(part, 10, 3);
        if (!value || *value > 255 || (part.size() > 1 && part.front() == '0')) {
            return std::nullopt; // with leading zeros some read it as octal
        }
        byte = static_cast<std::uint8_t>(*value);
    }
    return bytes;
}

/// Groups of sixteen bits, at most `most` bytes; an IPv4 address may end them.
std::optional<std::size_t> parseGroups(std::string_view text, IpAddress &bytes, std::size_t most)
{
    std::size_t size = 0;
    if (text.ends_with(':')) {
        return std::nullopt;
    }
    while (!text.empty()) {
        const std::string_view part = takePart(text, ':');
        if (const auto four = text.empty() ? parseFour(part) : std::nullopt) {
            if (size + four->size() > most) {
                return std::nullopt;
            }
            std::ranges::copy(*four, bytes.begin() + static_cast<std::ptrdiff_t>(size));
            return size + four->size();
        }
        const std::optional<int> value = number(part, 16, 4);
        if (!value || size + 2 > most) {
            return std::nullopt;
        }
        bytes[size++] = static_cast<std::uint8_t>(*value >> 8);
        bytes[size++] = static_cast<std::uint8_t>(*value & 0xff);
    }
    return size;
}

std::optional<IpAddress> parseSixteen(std::string_view text)
{
    IpAddress bytes{};
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos) {
        return parseGroups(text, bytes, bytes.size()) == bytes.size() ? std::optional(bytes)
                                                                      : std::nullopt;
    }
    IpAddress tail{};
    constexpr std::size_t Most = 14; // the gap stands for one group at least
    const auto head = parseGroups(text.substr(0, gap), bytes, Most);
    const auto rest = parseGroups(text.substr(gap + 2), tail, Most);
    const bool headIsFour = text.substr(0, gap).contains('.');
    if (!head || !rest || headIsFour || *head + *rest > Most) {
        return std::nullopt;
    }
    std::copy_n(tail.begin(), *rest, bytes.end() - static_cast<std::ptrdiff_t>(*rest));
    return bytes;
}

bool isMapped(const IpAddress &address)
{
    return std::ranges::all_of(address.begin(), address.begin() + 10,
                               [](std::uint8_t byte) { return byte == 0; })
        && address[10] == 0xff && address[11] == 0xff;
}

} // namespace

std::optional<IpAddress> parseAddress(std::string_view text)
{
    const auto four = parseFour(text);
    if (!four) {
        return text.contains(':') ? parseSixteen(text) : std::nullopt;
    }
    IpAddress mapped{};
    mapped[10] = mapped[11] = 0xff;
    std::ranges::copy(*four, mapped.begin() + MappedAt);
    return mapped;
}

std::optional<IpNetwork> parseNetwork(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view base = text.substr(0, slash);
    const std::optional<IpAddress> address = parseAddress(base);
    const std::optional<int> bits = number(text.substr(slash + 1), 10, 3);
    if (!address || !bits) {
        return std::nullopt;
    }
    const int prefix = base.contains(':') ? *bits : *bits + MappedBits;
    return prefix <= AllBits ? std::optional(IpNetwork{*address, prefix}) : std::nullopt;
}

bool IpNetwork::contains(const IpAddress &other) const
{
    if (isMapped(other) != (isMapped(address) && prefix >= MappedBits)) {
        return false;
    }
    const auto whole = static_cast<std::size_t>(prefix / 8);
    if (!std::equal(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(whole),
                    other.begin())) {
        return false;
    }
    const int rest = prefix % 8;
    const auto mask = static_cast<std::uint8_t>(0xff00 >> rest);
    return rest == 0 || ((address[whole] ^ other[whole]) & mask) == 0;
}

} // namespace auditloupe
