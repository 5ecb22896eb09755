// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/utf16.h"

#include <algorithm>
#include <utility>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t LeastBytes = 16; // fewer are a coincidence
constexpr char HalfUnitMark = '\xff';

constexpr bool isHigh(char16_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

constexpr bool isLow(char16_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

constexpr char byteOf(char32_t value)
{
    return static_cast<char>(static_cast<unsigned char>(value));
}

constexpr bool isPlainText(char c)
{
    return (c >= ' ' && c <= '~') || c == '\t' || c == '\r' || c == '\n';
}

/// Whether the bytes are ASCII with a zero at each `zeroAt` (0 or 1) of a pair.
bool isWideAscii(std::string_view bytes, std::size_t zeroAt)
{
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        if (bytes[i + zeroAt] != '\0' || !isPlainText(bytes[i + 1 - zeroAt])) {
            return false;
        }
    }
    return true;
}

void addUtf8(char32_t c, std::string &text)
{
    if (c < 0x80) {
        text.push_back(byteOf(c));
    } else if (c < 0x800) {
        text.append({byteOf(0xC0 | c >> 6U), byteOf(0x80 | (c & 0x3F))});
    } else if (c < 0x10000) {
        text.append(
            {byteOf(0xE0 | c >> 12U), byteOf(0x80 | (c >> 6U & 0x3F)), byteOf(0x80 | (c & 0x3F))});
    } else {
        text.append({byteOf(0xF0 | c >> 18U), byteOf(0x80 | (c >> 12U & 0x3F)),
                     byteOf(0x80 | (c >> 6U & 0x3F)), byteOf(0x80 | (c & 0x3F))});
    }
}

} // namespace

std::optional<ByteOrder> utf16OrderOf(std::string_view head)
{
    if (head.starts_with("\xff\xfe"sv) && !head.starts_with("\xff\xfe\0\0"sv)) { // that is UTF-32
        return ByteOrder::Little;
    }
    if (head.starts_with("\xfe\xff"sv)) {
        return ByteOrder::Big;
    }
    head = head.substr(0, PeekedForUtf16);
    if (head.size() < LeastBytes) {
        return std::nullopt;
    }
    if (isWideAscii(head, 1)) {
        return ByteOrder::Little;
    }
    return isWideAscii(head, 0) ? std::optional(ByteOrder::Big) : std::nullopt;
}

std::string_view encodingName(ByteOrder order)
{
    return order == ByteOrder::Little ? "utf-16le"sv : "utf-16be"sv;
}

std::optional<ByteOrder> utf16Named(std::string_view encoding)
{
    for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
        if (encoding == encodingName(order)) {
            return order;
        }
    }
    return std::nullopt;
}

char16_t Utf16Decoder::unit(char first, char second) const
{
    if (m_order == ByteOrder::Little) {
        std::swap(first, second);
    }
    return static_cast<char16_t>(static_cast<unsigned char>(first) << 8U
                                 | static_cast<unsigned char>(second));
}

void Utf16Decoder::add(char16_t unit, std::string &text)
{
    if (m_highSurrogate != 0) {
        const char16_t high = std::exchange(m_highSurrogate, u'\0');
        if (isLow(unit)) {
            addUtf8(0x10000 + (static_cast<char32_t>(high - 0xD800) << 10U) + (unit - 0xDC00U),
                    text);
            return;
        }
        addUtf8(high, text);
    }
    if (isHigh(unit)) {
        m_highSurrogate = unit;
    } else {
        addUtf8(unit, text);
    }
}

void Utf16Decoder::decode(std::string_view bytes, std::string &text)
{
    text.reserve(text.size() + bytes.size());
    if (m_halfUnit && !bytes.empty()) {
        add(unit(*std::exchange(m_halfUnit, std::nullopt), bytes.front()), text);
        bytes.remove_prefix(1);
    }
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        add(unit(bytes[i], bytes[i + 1]), text);
    }
    if (bytes.size() % 2 != 0) {
        m_halfUnit = bytes.back();
    }
}

void Utf16Decoder::finish(std::string &text)
{
    if (m_highSurrogate != 0) {
        addUtf8(std::exchange(m_highSurrogate, u'\0'), text);
    }
    if (m_halfUnit) {
        text.append({HalfUnitMark, *std::exchange(m_halfUnit, std::nullopt)});
    }
}

void Utf16Encoder::encode(std::string_view text, std::string &bytes)
{
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (m_isHalfUnit) {
            bytes.push_back(c);
        } else if (c == HalfUnitMark) {
            m_isHalfUnit = true;
        } else if (m_missing > 0) {
            m_codePoint = m_codePoint << 6U | (byte & 0x3FU);
            if (--m_missing == 0) {
                add(m_codePoint, bytes);
            }
        } else if (byte < 0x80) {
            addUnit(byte, bytes);
        } else {
            m_missing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
            m_codePoint = byte & (0x3FU >> static_cast<unsigned>(m_missing));
        }
    }
}

void Utf16Encoder::add(char32_t codePoint, std::string &bytes) const
{
    if (codePoint < 0x10000) {
        addUnit(static_cast<char16_t>(codePoint), bytes);
        return;
    }
    codePoint -= 0x10000;
    addUnit(static_cast<char16_t>(0xD800 + (codePoint >> 10U)), bytes);
    addUnit(static_cast<char16_t>(0xDC00 + (codePoint & 0x3FFU)), bytes);
}

void Utf16Encoder::addUnit(char16_t unit, std::string &bytes) const
{
    const char high = byteOf(unit >> 8U);
    const char low = byteOf(unit);
    if (m_order == ByteOrder::Little) {
        bytes.append({low, high});
    } else {
        bytes.append({high, low});
    }
}

} // namespace auditloupe
