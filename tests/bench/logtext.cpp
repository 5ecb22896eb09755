// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/logtext.h"

#include <array>
#include <charconv>
#include <chrono>

namespace auditloupe {

namespace {

constexpr std::string_view HexDigits = "0123456789abcdef";
constexpr std::string_view NameLetters = "bcdfghjklmnpqrstvwxz2456789";

void appendControl(std::string &out, char c)
{
    switch (c) {
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out += HexDigits[static_cast<unsigned char>(c) >> 4U];
        out += HexDigits[static_cast<unsigned char>(c) & 15U];
    }
}

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && c != '<' && c != '>'
        && c != '&';
}

void appendDigits(std::string &out, std::int64_t number, std::size_t digits)
{
    std::array<char, 20> text;
    for (std::size_t i = digits; i > 0; --i) {
        text[i - 1] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
    out.append(text.data(), digits);
}

void appendDate(std::string &out, std::int64_t day)
{
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    appendDigits(out, static_cast<int>(date.year()), 4);
    out += '-';
    appendDigits(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    appendDigits(out, static_cast<unsigned>(date.day()), 2);
}

void appendDateAndSeconds(std::string &out, std::int64_t us)
{
    constexpr std::int64_t SecondsADay = 86'400;
    const std::int64_t seconds = us / 1'000'000;
    appendDate(out, seconds / SecondsADay);
    const std::int64_t second = seconds % SecondsADay;
    out += 'T';
    appendDigits(out, second / 3600, 2);
    out += ':';
    appendDigits(out, second / 60 % 60, 2);
    out += ':';
    appendDigits(out, second % 60, 2);
}

} // namespace

void appendEscaped(std::string &out, std::string_view utf8)
{
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        const std::string_view rest = utf8.substr(i);
        if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) {
            out += "\\u202";
            out += rest[2] == '\xa8' ? '8' : '9';
            i += 2;
        } else if (isPlain(c)) {
            out += c;
        } else if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else {
            appendControl(out, c);
        }
    }
}

std::string escaped(std::string_view utf8)
{
    std::string out;
    appendEscaped(out, utf8);
    return out;
}

void appendMember(std::string &out, std::string_view key, std::string_view value)
{
    out += ",\"";
    out += key;
    out += "\":\"";
    appendEscaped(out, value);
    out += '"';
}

void appendNumber(std::string &out, std::int64_t number)
{
    std::array<char, 24> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    out.append(text.data(), end);
}

void appendTime(std::string &out, std::int64_t us)
{
    appendDateAndSeconds(out, us);
    out += '.';
    appendDigits(out, us % 1'000'000, 6);
    out += 'Z';
}

void appendSeconds(std::string &out, std::int64_t us)
{
    appendDateAndSeconds(out, us);
    out += 'Z';
}

void appendHex(std::string &out, RandomSource &random, int length)
{
    std::uint64_t bits = 0;
    for (int i = 0; i < length; ++i) {
        bits = i % 16 == 0 ? random.next() : bits >> 4U;
        out += HexDigits[bits & 15U];
    }
}

void appendUuid(std::string &out, RandomSource &random)
{
    std::string digits;
    digits.reserve(32);
    appendHex(digits, random, 32);
    digits[12] = '4';
    digits[16] = "89ab"[digits[16] & 3];
    const std::string_view all = digits;
    out += all.substr(0, 8);
    out += '-';
    out += all.substr(8, 4);
    out += '-';
    out += all.substr(12, 4);
    out += '-';
    out += all.substr(16, 4);
    out += '-';
    out += all.substr(20);
}

void appendSuffix(std::string &out, RandomSource &random, int length)
{
    for (int i = 0; i < length; ++i) {
        out += NameLetters[random.below(NameLetters.size())];
    }
}

} // namespace auditloupe
