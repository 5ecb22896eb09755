// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/yamlscalar.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Kind = TextDocument::Kind;

constexpr std::string_view TagPrefix = "tag:yaml.org,2002:";

YamlScalar plainText(std::string_view value)
{
    return {.text = std::string(value)};
}

/// Words that mean something; nothing else begins with the same letters and does.
std::optional<YamlScalar> wordOf(std::string_view value)
{
    constexpr std::array True{"y"sv,    "Y"sv,    "yes"sv, "Yes"sv, "YES"sv, "true"sv,
                              "True"sv, "TRUE"sv, "on"sv,  "On"sv,  "ON"sv};
    constexpr std::array False{"n"sv,     "N"sv,     "no"sv,  "No"sv,  "NO"sv, "false"sv,
                               "False"sv, "FALSE"sv, "off"sv, "Off"sv, "OFF"sv};
    constexpr std::array Null{""sv, "~"sv, "null"sv, "Null"sv, "NULL"sv};
    constexpr std::array NotANumber{".nan"sv,  ".NaN"sv,  ".NAN"sv,  ".inf"sv,
                                    ".Inf"sv,  ".INF"sv,  "+.inf"sv, "+.Inf"sv,
                                    "+.INF"sv, "-.inf"sv, "-.Inf"sv, "-.INF"sv};
    if (std::ranges::contains(True, value)) {
        return YamlScalar{.kind = Kind::Bool, .isTrue = true};
    }
    if (std::ranges::contains(False, value)) {
        return YamlScalar{.kind = Kind::Bool};
    }
    if (std::ranges::contains(Null, value)) {
        return YamlScalar{.kind = Kind::Null};
    }
    if (std::ranges::contains(NotANumber, value)) {
        return YamlScalar{.kind = Kind::NotANumber, .text = std::string(value)};
    }
    return std::nullopt;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t digitsFrom(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at])) {
        ++at;
    }
    return at;
}

/// Go's ParseInt and ParseUint with base 0, after underscores are gone.
std::optional<std::string> integerOf(std::string_view text)
{
    const bool isSigned = text.starts_with('-') || text.starts_with('+');
    const bool isNegative = text.starts_with('-');
    std::string_view digits = text.substr(isSigned ? 1 : 0);
    int base = 10;
    if (digits.size() > 1 && digits[0] == '0') {
        const char mark = static_cast<char>(digits[1] | 0x20);
        base = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
        digits.remove_prefix(mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1);
    }
    std::uint64_t number = 0;
    const char *end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, number, base);
    if (digits.empty() || parsed.ec != std::errc() || parsed.ptr != end) {
        return std::nullopt;
    }
    constexpr std::uint64_t Largest = std::numeric_limits<std::int64_t>::max();
    if (isSigned && number > Largest + (isNegative ? 1 : 0)) {
        return std::nullopt;
    }
    return (isNegative && number != 0 ? "-" : "") + std::to_string(number);
}

/// [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
bool isFloat(std::string_view text)
{
    std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const std::size_t whole = digitsFrom(text, at);
    const bool hasWhole = whole > at;
    at = whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = digitsFrom(text, at + 1);
        if (!hasWhole && fraction == at + 1) {
            return false;
        }
        at = fraction;
    } else if (!hasWhole) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        at += 1;
        at += at < text.size() && (text[at] == '-' || text[at] == '+') ? 1 : 0;
        const std::size_t exponent = digitsFrom(text, at);
        return exponent > at && exponent == text.size();
    }
    return at == text.size();
}

std::optional<YamlScalar> floatOf(std::string_view text)
{
    if (!isFloat(text)) {
        return std::nullopt;
    }
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    double number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (parsed.ec == std::errc::result_out_of_range && std::abs(number) > 1) {
        return std::nullopt;
    }
    std::array<char, 64> buffer = {};
    constexpr double LongestPlain = 1e18; // JSON writes larger ones with an exponent in the end
    const bool isWhole = std::trunc(number) == number && std::abs(number) < LongestPlain;
    const auto written = isWhole
        ? std::to_chars(buffer.begin(), buffer.end(), static_cast<std::int64_t>(number))
        : std::to_chars(buffer.begin(), buffer.end(), number);
    return YamlScalar{.kind = Kind::Float, .text = std::string(buffer.data(), written.ptr)};
}

YamlScalar resolved(std::string_view value)
{
    constexpr std::string_view Telling = "+-0123456789yYnNtTfFoO~.";
    if (!value.empty() && !Telling.contains(value[0])) {
        return plainText(value);
    }
    if (const auto word = wordOf(value)) {
        return *word;
    }
    if (value[0] == '.') {
        return floatOf(value).value_or(plainText(value));
    }
    if (!"+-0123456789"sv.contains(value[0])) {
        return plainText(value);
    }
    std::string number(value);
    std::erase(number, '_');
    if (const auto integer = integerOf(number)) {
        return {.kind = Kind::Integer, .text = *integer};
    }
    return floatOf(number).value_or(plainText(value));
}

std::expected<YamlScalar, std::string> binary(std::string_view value)
{
    std::string compact(value);
    std::erase_if(compact, [](char c) { return c == '\n' || c == '\r'; });
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromStdString(compact),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || compact.size() % 4 != 0) {
        return std::unexpected("yaml: !!binary value contains invalid base64 data");
    }
    return YamlScalar{.text = QString::fromUtf8(*decoded).toStdString()};
}

std::string_view typeName(Kind kind)
{
    switch (kind) {
    case Kind::Null:
        return "null";
    case Kind::Bool:
        return "bool";
    case Kind::Integer:
        return "int";
    case Kind::Float:
    case Kind::NotANumber:
        return "float";
    default:
        return "str";
    }
}

/// Four digits and a dash, as every time begins that the library knows.
bool isTime(std::string_view value)
{
    return digitsFrom(value, 0) == 4 && value.size() > 4 && value[4] == '-';
}

} // namespace

std::expected<YamlScalar, std::string> yamlScalar(std::string_view tag, std::string_view value)
{
    if (tag == "?") {
        return resolved(value);
    }
    if (!tag.starts_with(TagPrefix)) {
        return plainText(value);
    }
    const std::string_view type = tag.substr(TagPrefix.size());
    if (type == "binary") {
        return binary(value);
    }
    constexpr std::array Resolvable{"bool"sv, "int"sv, "float"sv, "null"sv, "timestamp"sv};
    if (!std::ranges::contains(Resolvable, type) || (type == "timestamp" && isTime(value))) {
        return plainText(value);
    }
    YamlScalar scalar = resolved(value);
    if (type == "float" && scalar.kind == Kind::Integer) {
        scalar.kind = Kind::Float;
    }
    if (typeName(scalar.kind) != type) {
        return std::unexpected("yaml: cannot decode !!" + std::string(typeName(scalar.kind)) + " `"
                               + std::string(value) + "` as a !!" + std::string(type));
    }
    return scalar;
}

} // namespace auditloupe
