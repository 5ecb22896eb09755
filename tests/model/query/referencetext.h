// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/model/query/plainjson.h"

#include <QRegularExpression>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <bitset>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>

// Texts, addresses and numbers as the reference compares them: short and slow.

namespace auditloupe::testing {

/// With the escapes of JSON replaced; half a pair of surrogates is none.
inline std::string resolved(const std::string &json)
{
    static const QRegularExpression escape(
        QStringLiteral("^(\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}"
                       "|\\\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|\\\\[\"\\\\/bfnrt])"));
    std::string text;
    for (std::size_t i = 0; i < json.size();) {
        const QString rest = QString::fromLatin1(
            json.data() + i, qsizetype(std::min(json.size() - i, std::size_t(12))));
        const QRegularExpressionMatch match = escape.match(rest);
        if (json[i] != '\\' || !match.hasMatch()) {
            text += json[i++];
            continue;
        }
        const std::string found = match.captured(0).toStdString();
        text += PlainJson::read('"' + found + '"').value().text;
        i += found.size();
    }
    return text;
}

inline QString lower(const std::string &text)
{
    QString folded = QString::fromStdString(text);
    for (QChar &c : folded) {
        c = c >= u'A' && c <= u'Z' ? c.toLower() : c;
    }
    return folded;
}

inline bool isGlob(QStringView pattern, QStringView text)
{
    if (pattern.isEmpty()) {
        return text.isEmpty();
    }
    if (pattern.front() == u'*') {
        for (qsizetype i = 0; i <= text.size(); ++i) {
            if (isGlob(pattern.mid(1), text.mid(i))) {
                return true;
            }
        }
        return false;
    }
    const bool isEscaped = pattern.front() == u'\\' && pattern.size() > 1;
    const QStringView rest = pattern.mid(isEscaped ? 2 : 1);
    const QChar wanted = pattern[isEscaped ? 1 : 0];
    const bool isAny = !isEscaped && wanted == u'?';
    return !text.isEmpty() && (isAny || wanted == text.front()) && isGlob(rest, text.mid(1));
}

/// The address as 32 or 128 times "0" or "1".
inline std::string bitsOf(const std::string &address)
{
    std::array<unsigned char, 16> bytes{};
    const bool isFour = inet_pton(AF_INET, address.c_str(), bytes.data()) == 1;
    if (!isFour && inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) {
        return {};
    }
    std::string bits;
    for (std::size_t i = 0; i < (isFour ? 4U : 16U); ++i) {
        bits += std::bitset<8>(bytes[i]).to_string();
    }
    const std::string mapped = std::string(80, '0') + std::string(16, '1');
    return bits.starts_with(mapped) ? bits.substr(96) : bits;
}

inline bool isInNetwork(const std::string &address, const std::string &network)
{
    const std::size_t slash = network.find('/');
    const std::string own = bitsOf(address);
    const std::string base = bitsOf(network.substr(0, slash));
    return slash != std::string::npos && !own.empty() && own.size() == base.size()
        && own.starts_with(base.substr(0, std::stoul(network.substr(slash + 1))));
}

inline std::optional<std::int64_t> durationOf(const std::string &text)
{
    static const QRegularExpression form(QStringLiteral("^-?([\\d.]+(ms|s|m|h|d))+$|^-?[\\d.]+$"));
    static const QRegularExpression part(QStringLiteral("([\\d.]+)(ms|s|m|h|d)?"));
    const QString written = QString::fromStdString(text);
    if (!form.match(written).hasMatch()) {
        return std::nullopt;
    }
    const std::map<QString, double> units{
        {QString(), 1e6},           {QStringLiteral("ms"), 1e3},  {QStringLiteral("s"), 1e6},
        {QStringLiteral("m"), 6e7}, {QStringLiteral("h"), 3.6e9}, {QStringLiteral("d"), 8.64e10}};
    double us = 0;
    for (const QRegularExpressionMatch &match : part.globalMatch(written)) {
        us += match.captured(1).toDouble() * units.at(match.captured(2));
    }
    return std::llround(written.startsWith(u'-') ? -us : us);
}

inline std::optional<double> decimalOf(const std::string &text)
{
    static const QRegularExpression form(
        QStringLiteral("^-?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?$"));
    if (!form.match(QString::fromStdString(text)).hasMatch()) {
        return std::nullopt;
    }
    errno = 0; // beyond what a double can hold is no number
    const double number = std::strtod(text.c_str(), nullptr);
    return errno == 0 ? std::optional(number) : std::nullopt;
}

} // namespace auditloupe::testing
