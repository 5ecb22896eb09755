// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/session/timeinput.h"

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

} // namespace

std::optional<std::int64_t> parseTimeInput(const QString &text, const QTimeZone &zone)
{
    const QString trimmed = text.trimmed();
    if (const auto exact = parseTime(trimmed.toStdString())) {
        return exact;
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
    return moment.toSecsSinceEpoch() * UsPerSecond + fractionUs(match.capturedView(5));
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
