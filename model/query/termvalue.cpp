// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/termvalue.h"

#include "model/event/clientsession.h"
#include "model/event/identity.h"
#include "model/event/outcome.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTimeZone>

#include <array>
#include <charconv>
#include <cmath>
#include <format>
#include <iterator>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr std::array Weekdays{"monday"sv, "tuesday"sv,  "wednesday"sv, "thursday"sv,
                              "friday"sv, "saturday"sv, "sunday"sv};

template <typename Enum>
std::vector<std::string_view> names(std::string_view (*name)(Enum), Enum first, Enum last)
{
    std::vector<std::string_view> result;
    for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
        result.push_back(name(static_cast<Enum>(i)));
    }
    return result;
}

std::unexpected<Error> expected(const QString &message)
{
    return std::unexpected(Error{.code = Error::Code::Parse, .message = message});
}

Result<std::string> checkedWord(std::span<const std::string_view> words, const std::string &value)
{
    const QString wanted = QString::fromStdString(value);
    QStringList list;
    for (const std::string_view word : words) {
        const QString text = QString::fromUtf8(word);
        if (text.compare(wanted, Qt::CaseInsensitive) == 0) {
            return std::string(word);
        }
        list += text;
    }
    return expected(
        QCoreApplication::translate("Filter", "Expected one of: %1.").arg(list.join(u", "_s)));
}

/// Microseconds of a day or of one unit of Go's durations; empty for anything else.
std::optional<double> unitUs(std::string_view unit)
{
    static constexpr std::array<std::pair<std::string_view, double>, 9> Units{{{"d", 8.64e10},
                                                                               {"h", 3.6e9},
                                                                               {"m", 6e7},
                                                                               {"s", 1e6},
                                                                               {"ms", 1e3},
                                                                               {"µs", 1.0},
                                                                               {"μs", 1.0},
                                                                               {"us", 1.0},
                                                                               {"ns", 1e-3}}};
    for (const auto &[name, us] : Units) {
        if (name == unit) {
            return us;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<std::string_view> possibleValues(const Field &field)
{
    if (field.column == "level"sv) {
        return names(levelName, Level::None, Level::RequestResponse);
    }
    if (field.column == "stage"sv) {
        return names(stageName, Stage::RequestReceived, Stage::Panic);
    }
    if (field.column == "decision"sv) {
        return names(decisionName, Decision::Allow, Decision::Forbid);
    }
    if (field.name == "outcome"sv) {
        return names(outcomeName, Outcome::Allowed, Outcome::Open);
    }
    if (field.name == "outcome.by"sv) {
        return names(deniedByName, DeniedBy::Authentication, DeniedBy::Admission);
    }
    if (field.name == "access"sv) {
        return names(accessName, Access::Read, Access::Check);
    }
    if (field.name == "time.weekday"sv) {
        return {Weekdays.begin(), Weekdays.end()};
    }
    if (field.name == "user.kind"sv) {
        return names(userKindName, UserKind::Human, UserKind::Anonymous);
    }
    if (field.name == "session"sv) {
        return names(sessionKindName, SessionKind::Exec, SessionKind::Watch);
    }
    if (isSessionFlag(field)) {
        return {"true"sv, "false"sv};
    }
    if (field.name == "session.method"sv) {
        return {"POST"sv, "GET"sv};
    }
    return {};
}

bool isSessionFlag(const Field &field)
{
    return field.name == "session.stdin"sv || field.name == "session.stdout"sv
        || field.name == "session.tty"sv;
}

std::string_view sessionParameter(const Field &field)
{
    return field.name.substr("session."sv.size());
}

std::string_view weekdayName(int day)
{
    return Weekdays.at(static_cast<std::size_t>(day));
}

bool hasOrderedWords(const Field &field)
{
    return field.column == "level"sv || field.column == "stage"sv || field.name == "time.weekday"sv;
}

bool hasSharedValues(const Field &field)
{
    const bool isText = field.type == FieldType::Text || field.type == FieldType::TextList;
    const bool isEventsOwn = field.store == FieldStore::Inline
        && (field.column == "audit_id"sv || field.column == "request_uri"sv);
    const bool isInEvent = field.store == FieldStore::Document || field.store == FieldStore::Whole;
    return !isInEvent && ((isText && !isEventsOwn) || field.column == "code"sv);
}

Result<std::string> checkedValue(const Field &field, const std::string &value)
{
    if (const std::vector<std::string_view> words = possibleValues(field); !words.empty()) {
        return checkedWord(words, value);
    }
    if (field.type == FieldType::Number && !parseInteger(value)) {
        return expected(QCoreApplication::translate("Filter", "Expected a whole number."));
    }
    if (field.type == FieldType::Time && !timeOf(value, 0)) {
        return expected(
            QCoreApplication::translate("Filter",
                                        "Expected a time such as 2026-11-20T16:13:25Z, or now-2h "
                                        "for two hours before the last event."));
    }
    if (field.type == FieldType::Duration && !parseDuration(value)) {
        return expected(
            QCoreApplication::translate("Filter", "Expected a duration such as 1.5s or 200ms."));
    }
    return value;
}

std::optional<TimeSpan> timeOf(std::string_view text, std::optional<std::int64_t> nowUs)
{
    if (!text.starts_with("now")) {
        const bool mayBeOne = !text.empty() && text.front() >= '0' && text.front() <= '9';
        return mayBeOne ? parseTimeSpan(QString::fromUtf8(text), QTimeZone(QTimeZone::UTC))
                        : std::nullopt;
    }
    text.remove_prefix(3);
    std::int64_t distance = 0;
    if (!text.empty()) {
        const bool isSigned = text.front() == '+' || text.front() == '-';
        const std::optional<std::int64_t> size = parseDuration(text.substr(1));
        if (!isSigned || !size || *size < 0) {
            return std::nullopt;
        }
        distance = text.front() == '-' ? -*size : *size;
    }
    return nowUs.transform(
        [distance](std::int64_t now) { return TimeSpan{now + distance, now + distance + 1}; });
}

std::optional<std::int64_t> parseDuration(std::string_view text)
{
    double us = 0;
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    if (text.empty()) {
        return std::nullopt;
    }
    while (!text.empty()) {
        double number = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number,
                                                   std::chars_format::fixed);
        if (error != std::errc() || number < 0 || !std::isfinite(number)) {
            return std::nullopt;
        }
        text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
        const std::size_t length = std::min(text.find_first_of("0123456789."), text.size());
        const bool plain = text.empty() && us == 0;
        const std::optional<double> unit = plain ? 1e6 : unitUs(text.substr(0, length));
        if (!unit) {
            return std::nullopt;
        }
        us += number * *unit;
        text.remove_prefix(length);
    }
    if (us > 9e18) {
        return std::nullopt;
    }
    return std::llround(negative ? -us : us);
}

std::string durationText(std::int64_t us)
{
    const std::uint64_t size =
        us < 0 ? 0 - static_cast<std::uint64_t>(us) : static_cast<std::uint64_t>(us);
    return std::format("{}{}.{:06}", us < 0 ? "-" : "", size / 1'000'000, size % 1'000'000);
}

std::optional<std::int64_t> parseInteger(std::string_view text)
{
    std::int64_t number = 0;
    const char *const begin = text.data();
    const char *const end = std::next(begin, std::ssize(text));
    const auto [stop, error] = std::from_chars(begin, end, number);
    if (text.empty() || error != std::errc() || stop != end) {
        return std::nullopt;
    }
    return number;
}

} // namespace auditloupe
