// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/timeinput.h"

#include <QTest>
#include <QTimeZone>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_TimeInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsWhatPeopleType_data();
    void readsWhatPeopleType();
    void knowsHowLongThatIs_data();
    void knowsHowLongThatIs();
    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime();
    void writesWhatItReads_data();
    void writesWhatItReads();
};

void tst_TimeInput::init()
{
    QTest::failOnWarning();
}

void tst_TimeInput::readsWhatPeopleType_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("offset"); // seconds east of UTC
    QTest::addColumn<qint64>("us");
    constexpr qint64 Day = 1'795'132'800'000'000; // 2026-11-20T00:00:00Z
    QTest::newRow("day") << u"2026-11-20"_s << 0 << Day;
    QTest::newRow("minutes") << u"2026-11-20 16:13"_s << 0 << Day + 58'380'000'000;
    QTest::newRow("one digit hour") << u" 2026-11-20 6:13 "_s << 0 << Day + 22'380'000'000;
    QTest::newRow("seconds") << u"2026-11-20 16:13:25"_s << 0 << Day + 58'405'000'000;
    QTest::newRow("fraction") << u"2026-11-20T16:13:25.35"_s << 0 << Day + 58'405'350'000;
    QTest::newRow("in a zone") << u"2026-11-20 01:00"_s << 3600 << Day;
    QTest::newRow("own offset wins") << u"2026-11-20T01:00:00+01:00"_s << 7200 << Day;
    QTest::newRow("UTC wins") << u"2026-11-20T00:00:00Z"_s << 7200 << Day;
}

void tst_TimeInput::readsWhatPeopleType()
{
    QFETCH(QString, text);
    QFETCH(int, offset);
    QFETCH(qint64, us);
    QCOMPARE(parseTimeInput(text, QTimeZone::fromSecondsAheadOfUtc(offset)), us);
}

void tst_TimeInput::knowsHowLongThatIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("us");
    QTest::newRow("day") << u"2026-11-20"_s << qint64{86'400'000'000};
    QTest::newRow("minute") << u"2026-11-20 16:13"_s << qint64{60'000'000};
    QTest::newRow("second") << u"2026-11-20 16:13:25"_s << qint64{1'000'000};
    QTest::newRow("second in UTC") << u"2026-11-20T16:13:25Z"_s << qint64{1'000'000};
    QTest::newRow("millisecond") << u"2026-11-20T16:13:25.352+01:00"_s << qint64{1000};
    QTest::newRow("hundredth") << u"2026-11-20 16:13:25.35"_s << qint64{10'000};
    QTest::newRow("microsecond") << u"2026-11-20T16:13:25.352481Z"_s << qint64{1};
    QTest::newRow("nanosecond") << u"2026-11-20T16:13:25.352481123Z"_s << qint64{1};
}

void tst_TimeInput::knowsHowLongThatIs()
{
    QFETCH(QString, text);
    QFETCH(qint64, us);
    const std::optional<TimeSpan> span = parseTimeSpan(text, QTimeZone(QTimeZone::UTC));
    QVERIFY(span);
    QCOMPARE(span->toUs - span->fromUs, us);
}

void tst_TimeInput::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("word") << u"yesterday"_s;
    QTest::newRow("no such day") << u"2026-02-30"_s;
    QTest::newRow("no such hour") << u"2026-02-03 25:00"_s;
    QTest::newRow("half") << u"2026-02-03 12:"_s;
}

void tst_TimeInput::refusesWhatIsNoTime()
{
    QFETCH(QString, text);
    QVERIFY(!parseTimeInput(text, QTimeZone(QTimeZone::UTC)));
}

void tst_TimeInput::writesWhatItReads_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("minutes") << u"2026-11-20 16:13"_s;
    QTest::newRow("seconds") << u"2026-11-20 16:13:25"_s;
    QTest::newRow("microseconds") << u"2026-11-20 16:13:00.000001"_s;
    QTest::newRow("before 1970") << u"1969-12-31 23:59:59.250000"_s;
}

void tst_TimeInput::writesWhatItReads()
{
    QFETCH(QString, text);
    const QTimeZone zone = QTimeZone::fromSecondsAheadOfUtc(5400);
    const auto us = parseTimeInput(text, zone);
    QVERIFY(us);
    QCOMPARE(timeInputText(*us, zone), text);
}

QTEST_GUILESS_MAIN(tst_TimeInput)
#include "tst_timeinput.moc"
