// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace auditloupe {

enum class ByteOrder { Little, Big };

/// So many of the first bytes are enough to know UTF-16.
inline constexpr std::size_t PeekedForUtf16 = 128;

/// The byte order of UTF-16 that begins so: told by its byte order mark, or by plain ASCII in
/// which every other byte is zero. Nothing for all else.
std::optional<ByteOrder> utf16OrderOf(std::string_view head);

/// "utf-16le" and "utf-16be"; nothing for any other name.
std::string_view encodingName(ByteOrder order);
std::optional<ByteOrder> utf16Named(std::string_view encoding);

/// UTF-16 as UTF-8 from which Utf16Encoder makes the same bytes again. Where it is no good UTF-16
/// the text is no good UTF-8: an unpaired surrogate becomes the three bytes of its number (WTF-8),
/// half a code unit at the end stands behind 0xff.
class Utf16Decoder
{
public:
    explicit Utf16Decoder(ByteOrder order)
        : m_order(order)
    {
    }

    /// Appends the text of the next bytes.
    void decode(std::string_view bytes, std::string &text);
    /// And at the end that of what was left waiting for its other half.
    void finish(std::string &text);

private:
    char16_t unit(char first, char second) const;
    void add(char16_t unit, std::string &text);

    ByteOrder m_order;
    std::optional<char> m_halfUnit = {};
    char16_t m_highSurrogate = 0; // waits for a low one
};

/// The way back.
class Utf16Encoder
{
public:
    explicit Utf16Encoder(ByteOrder order)
        : m_order(order)
    {
    }

    /// Appends the bytes of the next piece of text, which may end anywhere.
    void encode(std::string_view text, std::string &bytes);

private:
    void add(char32_t codePoint, std::string &bytes) const;
    void addUnit(char16_t unit, std::string &bytes) const;

    ByteOrder m_order;
    char32_t m_codePoint = 0;
    int m_missing = 0; // bytes of the code point at hand that are still to come
    bool m_isHalfUnit = false; // the next byte is one
};

} // namespace auditloupe
