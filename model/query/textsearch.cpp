// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/textsearch.h"

#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>

namespace auditloupe {

namespace {

/// The four hexadecimal digits behind "\u"; nothing where there are no four.
std::optional<std::uint32_t> codeUnit(std::string_view escape)
{
    std::uint32_t unit = 0;
    const std::string_view digits = escape.substr(0, 6).substr(2);
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    const bool isWhole = digits.size() == 4 && stop == digits.data() + digits.size();
    return error == std::errc() && isWhole ? std::optional(unit) : std::nullopt;
}

void appendUtf8(std::uint32_t code, std::string &text)
{
    const auto byte = [&text](std::uint32_t value) { text += static_cast<char>(value); };
    const auto rest = [&](int shift) { byte(0x80U | ((code >> shift) & 0x3fU)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xc0U | (code >> 6));
        rest(0);
    } else if (code < 0x10000) {
        byte(0xe0U | (code >> 12));
        rest(6);
        rest(0);
    } else {
        byte(0xf0U | (code >> 18));
        rest(12);
        rest(6);
        rest(0);
    }
}

bool isHighSurrogate(std::uint32_t unit)
{
    return unit >= 0xd800 && unit < 0xdc00;
}

bool isLowSurrogate(std::uint32_t unit)
{
    return unit >= 0xdc00 && unit < 0xe000;
}

/// Appends what an escape stands for; how many bytes it takes, 1 where it is none.
std::size_t resolveUnicode(std::string_view rest, std::string &text)
{
    const std::optional<std::uint32_t> unit = codeUnit(rest);
    if (!unit || isLowSurrogate(*unit)) {
        text += '\\';
        return 1;
    }
    if (!isHighSurrogate(*unit)) {
        appendUtf8(*unit, text);
        return 6;
    }
    const std::string_view second = rest.substr(6);
    const std::optional<std::uint32_t> low =
        second.starts_with("\\u") ? codeUnit(second) : std::nullopt;
    if (!low || !isLowSurrogate(*low)) {
        text += '\\';
        return 1;
    }
    appendUtf8(0x10000U + ((*unit - 0xd800U) << 10) + (*low - 0xdc00U), text);
    return 12;
}

std::size_t resolveEscape(std::string_view rest, std::string &text)
{
    constexpr std::string_view Letters = "\"\\/bfnrt";
    constexpr std::string_view Meanings = "\"\\/\b\f\n\r\t";
    const std::size_t which = rest.size() > 1 ? Letters.find(rest[1]) : std::string_view::npos;
    if (which != std::string_view::npos) {
        text += Meanings[which];
        return 2;
    }
    if (rest.starts_with("\\u")) {
        return resolveUnicode(rest, text);
    }
    text += '\\';
    return 1;
}

} // namespace

void foldAscii(std::string &text)
{
    for (char &c : text) {
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
}

std::string asciiLower(std::string_view text)
{
    std::string folded(text);
    foldAscii(folded);
    return folded;
}

bool contains(std::string_view text, std::string_view needle)
{
#ifdef __GLIBC__
    return needle.empty()
        || memmem(text.data(), text.size(), needle.data(), needle.size()) != nullptr;
#else
    return text.contains(needle);
#endif
}

void resolveEscapes(std::string_view json, std::string &text)
{
    text.clear();
    while (!json.empty()) {
        const std::size_t escape = json.find('\\');
        text += json.substr(0, escape);
        json.remove_prefix(std::min(escape, json.size()));
        if (!json.empty()) {
            json.remove_prefix(resolveEscape(json, text));
        }
    }
}

} // namespace auditloupe
