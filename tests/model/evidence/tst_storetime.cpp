// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/time.h"
#include "model/evidence/storetime.h"

#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_StoreTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void storesWriteTimesInManyWays_data();
    void storesWriteTimesInManyWays();
};

void tst_StoreTime::storesWriteTimesInManyWays_data()
{
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("time"); // empty: none
    QTest::newRow("milliseconds") << u"ingestionTime"_s << u"1773453600123"_s
                                  << u"2026-03-14T02:00:00.123000Z"_s;
    QTest::newRow("nanoseconds") << u"observedTimeUnixNano"_s << u"1773453600123456789"_s
                                 << u"2026-03-14T02:00:00.123456Z"_s;
    QTest::newRow("text") << u"receiveTimestamp"_s << u"2026-03-14T02:00:00.123456789Z"_s
                          << u"2026-03-14T02:00:00.123456Z"_s;
    QTest::newRow("text without a zone")
        << u"@ingestionTime"_s << u"2026-03-14 02:00:00.123"_s << u"2026-03-14T02:00:00.123000Z"_s;
    QTest::newRow("seconds") << u"ingestionTime"_s << u"1773453600"_s << QString();
    QTest::newRow("words") << u"ingestionTime"_s << u"yesterday"_s << QString();
    QTest::newRow("the event's own time") << u"timestamp"_s << u"1773453600123"_s << QString();
    QTest::newRow("another fact") << u"logStream"_s << u"1773453600123"_s << QString();
}

void tst_StoreTime::storesWriteTimesInManyWays()
{
    QFETCH(const QString, fact);
    QFETCH(const QString, value);
    QFETCH(const QString, time);
    const std::optional<std::int64_t> us = storeTime(fact, value);
    QCOMPARE(us ? formatTimeUtc(*us) : QString(), time);
}

QTEST_GUILESS_MAIN(tst_StoreTime)
#include "tst_storetime.moc"
