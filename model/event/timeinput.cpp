// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/timeinput.h"

#include "model/event/time.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t UsPerSecond = 1'000'000;

std::int64_t fractionUs(QStringView digits)
{
    return digits.toString().leftJustified(6, u'0', true).toLongLong();
}

/// Of the last of a second's digits.
std::int64_t unitUs(qsizetype digits)
{
    std::int64_t unit = UsPerSecond;
    for (; digits > 0 && unit > 1; --digits) {
        unit /= 10;
    }
    return unit;
}

} // namespace

std::optional<std::int64_t> parseTimeInput(const QString &text, const QTimeZone &zone)
{
    return parseTimeSpan(text, zone).transform([](TimeSpan span) { return span.fromUs; });
}

std::optional<TimeSpan> parseTimeSpan(const QString &text, const QTimeZone &zone)
{
    const QString trimmed = text.trimmed();
    if (const auto exact = parseTime(trimmed.toStdString())) {
        static const QRegularExpression fraction(u"[.,](\\d+)"_s);
        return TimeSpan{*exact, *exact + unitUs(fraction.match(trimmed).capturedLength(1))};
    }
    static const QRegularExpression form(
        u"^(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?$"_s);
    const QRegularExpressionMatch match = form.match(trimmed);
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt(),
                     match.captured(4).toInt());
    if (!match.hasMatch() || !date.isValid() || !time.isValid()) {
        return {};
    }
    const QDateTime moment(date, time, zone);
    const std::int64_t from =
        moment.toSecsSinceEpoch() * UsPerSecond + fractionUs(match.capturedView(5));
    const std::int64_t to = !match.hasCaptured(2)
        ? QDateTime(date.addDays(1), QTime(0, 0), zone).toSecsSinceEpoch() * UsPerSecond
        : from + (match.hasCaptured(4) ? unitUs(match.capturedLength(5)) : 60 * UsPerSecond);
    return TimeSpan{from, to};
}

QString timeInputText(std::int64_t us, const QTimeZone &zone)
{
    const std::int64_t fraction = ((us % UsPerSecond) + UsPerSecond) % UsPerSecond;
    const QDateTime moment = QDateTime::fromSecsSinceEpoch((us - fraction) / UsPerSecond, zone);
    QString text = moment.toString(u"yyyy-MM-dd HH:mm"_s);
    if (fraction != 0) {
        text +=
            moment.toString(u":ss"_s) + u'.' + QString::number(fraction).rightJustified(6, u'0');
    } else if (moment.time().second() != 0) {
        text += moment.toString(u":ss"_s);
    }
    return text;
}

} // namespace auditloupe
