// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/clockrange.h"

#include <QTest>

#include <vector>

using namespace auditloupe;

class tst_ClockRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void enclosedRequestBoundsTheDifference();
    void eitherServerMayBeInFront();
    void moreRequestsNarrowTheRange();
    void strayRequestIsOutvoted();
    void withoutRequestsNothingIsTold();
};

void tst_ClockRange::enclosedRequestBoundsTheDifference()
{
    const SeenTwice seen{.here = {.fromUs = 1000, .toUs = 2000},
                         .there = {.fromUs = 5300, .toUs = 5900}};
    const std::optional<ClockRange> range = clockRange(std::vector{seen});
    QVERIFY(range);
    QCOMPARE(range->leastUs, 3900);
    QCOMPARE(range->mostUs, 4300);
    QCOMPARE(range->agreeing, 1);
}

void tst_ClockRange::eitherServerMayBeInFront()
{
    const SeenTwice seen{.here = {.fromUs = 5300, .toUs = 5900},
                         .there = {.fromUs = 1000, .toUs = 2000}};
    const std::optional<ClockRange> range = clockRange(std::vector{seen});
    QVERIFY(range);
    QCOMPARE(range->leastUs, -4300);
    QCOMPARE(range->mostUs, -3900);
}

void tst_ClockRange::moreRequestsNarrowTheRange()
{
    std::vector<SeenTwice> requests;
    for (std::int64_t i = 0; i < 10; ++i) { // 500 ahead, asked for at different moments
        const std::int64_t begin = i * 10'000;
        requests.push_back({.here = {.fromUs = begin, .toUs = begin + 100},
                            .there = {.fromUs = begin + 500 + 5 * i, .toUs = begin + 590}});
    }
    const std::optional<ClockRange> range = clockRange(requests);
    QVERIFY(range);
    QCOMPARE(range->agreeing, 10);
    QCOMPARE(range->leastUs, 490);
    QCOMPARE(range->mostUs, 500);
}

void tst_ClockRange::strayRequestIsOutvoted()
{
    std::vector<SeenTwice> requests(
        5, {.here = {.fromUs = 0, .toUs = 100}, .there = {.fromUs = 10, .toUs = 90}});
    requests.push_back(
        {.here = {.fromUs = 0, .toUs = 100}, .there = {.fromUs = 1'000'000, .toUs = 1'000'050}});
    const std::optional<ClockRange> range = clockRange(requests);
    QVERIFY(range);
    QCOMPARE(range->agreeing, 5);
    QCOMPARE(range->leastUs, -10);
    QCOMPARE(range->mostUs, 10);
}

void tst_ClockRange::withoutRequestsNothingIsTold()
{
    QVERIFY(!clockRange({}));
}

QTEST_GUILESS_MAIN(tst_ClockRange)
#include "tst_clockrange.moc"
