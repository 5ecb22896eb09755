// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/storetime.h"

#include "model/event/time.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

// Amazon CloudWatch Logs, Google Cloud Logging, OpenTelemetry.
constexpr std::array StoreFacts{"ingestionTime"_L1, "@ingestionTime"_L1, "receiveTimestamp"_L1,
                                "observedTimeUnixNano"_L1};

constexpr qsizetype DigitsOfMs = 13; // until the year 2286
constexpr qsizetype DigitsOfUs = 16;
constexpr qsizetype DigitsOfNs = 19;

std::optional<std::int64_t> sinceEpoch(const QString &digits)
{
    bool isNumber = false;
    const qlonglong value = digits.toLongLong(&isNumber);
    if (!isNumber || value <= 0) {
        return std::nullopt;
    }
    switch (digits.size()) {
    case DigitsOfMs:
        return value * 1000;
    case DigitsOfUs:
        return value;
    case DigitsOfNs:
        return value / 1000;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<std::int64_t> storeTime(const QString &fact, const QString &value)
{
    if (!std::ranges::contains(StoreFacts, fact)) {
        return std::nullopt;
    }
    if (const std::optional<std::int64_t> us = sinceEpoch(value)) {
        return us;
    }
    const std::string text = value.toStdString();
    const std::optional<std::int64_t> us = parseTime(text);
    return us ? us : parseTime(text + 'Z'); // Logs Insights writes UTC without saying so
}

} // namespace auditloupe
