// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/time.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr std::int64_t SecondUs = 1'000'000;

/// Reads decimal digits from a fixed place; clears `ok` where there is something else.
class Digits
{
public:
    explicit Digits(std::string_view text)
        : m_text(text)
    {
    }

    int at(std::size_t from, std::size_t count)
    {
        int value = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            const int digit = i < m_text.size() ? m_text[i] - '0' : -1;
            if (digit < 0 || digit > 9) {
                ok = false;
                return 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    void expect(std::size_t at, std::string_view oneOf)
    {
        ok = ok && at < m_text.size() && oneOf.find(m_text[at]) != std::string_view::npos;
    }

    bool ok = true;

private:
    std::string_view m_text;
};

/// Microseconds of ".123456789", and how many characters that took.
std::pair<std::int64_t, std::size_t> fraction(std::string_view text)
{
    if (text.empty() || (text[0] != '.' && text[0] != ',')) {
        return {0, 0};
    }
    std::int64_t us = 0;
    std::int64_t unit = SecondUs / 10;
    std::size_t used = 1;
    while (used < text.size() && text[used] >= '0' && text[used] <= '9') {
        us += unit * (text[used] - '0');
        unit /= 10;
        ++used;
    }
    return {us, used};
}

/// Seconds east of UTC; empty where the text is no offset.
std::optional<std::int64_t> offsetSeconds(std::string_view text)
{
    if (text == "Z" || text == "z") {
        return 0;
    }
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return std::nullopt;
    }
    Digits digits(text);
    const std::int64_t minutes = std::int64_t{digits.at(1, 2)} * 60 + digits.at(4, 2);
    if (!digits.ok) {
        return std::nullopt;
    }
    return text[0] == '-' ? -minutes * 60 : minutes * 60;
}

} // namespace

std::optional<std::int64_t> parseTime(std::string_view text)
{
    Digits digits(text);
    const std::chrono::year_month_day date(
        std::chrono::year(digits.at(0, 4)),
        std::chrono::month(static_cast<unsigned>(digits.at(5, 2))),
        std::chrono::day(static_cast<unsigned>(digits.at(8, 2))));
    const int hour = digits.at(11, 2);
    const int minute = digits.at(14, 2);
    const int second = digits.at(17, 2);
    for (const auto &[at, oneOf] : {std::pair<std::size_t, std::string_view>{4, "-"},
                                    {7, "-"},
                                    {10, "Tt "},
                                    {13, ":"},
                                    {16, ":"}}) {
        digits.expect(at, oneOf);
    }
    if (!digits.ok || !date.ok() || hour > 23 || minute > 59 || second > 60) {
        return std::nullopt;
    }
    const auto [us, used] = fraction(text.substr(19));
    const std::optional<std::int64_t> offset = offsetSeconds(text.substr(19 + used));
    if (!offset) {
        return std::nullopt;
    }
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    const std::int64_t ofDay = (std::int64_t{hour} * 60 + minute) * 60 + second;
    const std::int64_t seconds = days * 86'400 + ofDay - *offset;
    return seconds * SecondUs + us;
}

QString formatTimeUtc(std::int64_t us)
{
    const std::int64_t ms = us >= 0 ? us / 1000 : (us - 999) / 1000;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC);
    return time.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s)
        + u"%1Z"_s.arg(us - ms * 1000, 3, 10, QLatin1Char('0'));
}

QString formatTime(std::int64_t us, const QTimeZone &zone)
{
    const std::int64_t ms = us >= 0 ? us / 1000 : (us - 999) / 1000;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, zone);
    const QString text = time.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    const int offset = time.offsetFromUtc();
    if (zone == QTimeZone::UTC) {
        return text + u'Z';
    }
    const int minutes = std::abs(offset) / 60;
    return text
        + u" %1%2:%3"_s.arg(QChar(offset < 0 ? u'-' : u'+'))
              .arg(minutes / 60, 2, 10, QLatin1Char('0'))
              .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

int hourOfDay(std::int64_t us)
{
    constexpr std::int64_t Hour = 3600 * SecondUs;
    return static_cast<int>(((us % (24 * Hour)) + 24 * Hour) % (24 * Hour) / Hour);
}

int dayOfWeek(std::int64_t us)
{
    constexpr std::int64_t Day = 86'400 * SecondUs;
    const std::int64_t days = us / Day - (us % Day < 0 ? 1 : 0);
    return static_cast<int>(((days + 3) % 7 + 7) % 7); // 1970-01-01 was a Thursday
}

QString formatDuration(std::int64_t us)
{
    const auto text = [](const char *source) {
        return QCoreApplication::translate("Duration", source);
    };
    if (us < 0) {
        return u"-"_s + formatDuration(-us);
    }
    if (us < SecondUs) {
        return text(QT_TRANSLATE_NOOP("Duration", "%1 ms"))
            .arg(static_cast<double>(us) / 1000.0, 0, 'g', 3);
    }
    if (us < 60 * SecondUs) {
        return text(QT_TRANSLATE_NOOP("Duration", "%1 s"))
            .arg(static_cast<double>(us) / 1e6, 0, 'g', 4);
    }
    const std::int64_t seconds = us / SecondUs;
    if (seconds < 3600) {
        return text(QT_TRANSLATE_NOOP("Duration", "%1 min %2 s"))
            .arg(seconds / 60)
            .arg(seconds % 60);
    }
    if (seconds < 86'400) {
        return text(QT_TRANSLATE_NOOP("Duration", "%1 h %2 min"))
            .arg(seconds / 3600)
            .arg(seconds / 60 % 60);
    }
    return text(QT_TRANSLATE_NOOP("Duration", "%1 d %2 h"))
        .arg(seconds / 86'400)
        .arg(seconds / 3600 % 24);
}

} // namespace auditloupe
