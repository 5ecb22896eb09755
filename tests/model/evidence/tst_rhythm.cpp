// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/rhythm.h"

#include <QTest>

#include <algorithm>

using namespace auditloupe;

namespace {

constexpr std::int64_t Second = 1'000'000;
constexpr std::int64_t Minute = 60 * Second;
constexpr std::int64_t Hour = 60 * Minute;

std::vector<std::int64_t> every(std::int64_t step, std::int64_t from, std::int64_t to)
{
    std::vector<std::int64_t> times;
    for (std::int64_t us = from; us < to; us += step) {
        times.push_back(us);
    }
    return times;
}

std::vector<std::int64_t> joined(std::vector<std::int64_t> one,
                                 const std::vector<std::int64_t> &other)
{
    one.insert(one.end(), other.begin(), other.end());
    std::ranges::sort(one);
    return one;
}

std::vector<Silence> gaps(const std::vector<std::int64_t> &times)
{
    const std::optional<Rhythm> rhythm = rhythmOf(times);
    return rhythm ? gapsIn(times, *rhythm) : std::vector<Silence>();
}

} // namespace

class tst_Rhythm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void leasesMakeARhythmOfSeconds();
    void shortPauseIsNoGap();
    void burstsDoNotHideTheRhythm();
    void regularPausesAreTheRhythm();
    void gapLongerThanEverythingElseIsFound();
    void severalGapsAreFoundInOrder();
    void fewEventsTellNothing();
    void sameInstantTellsNothing();
};

void tst_Rhythm::leasesMakeARhythmOfSeconds()
{
    const auto times =
        joined(every(2 * Second, 0, 3 * Hour), every(2 * Second, 3 * Hour + 14 * Minute, 6 * Hour));
    const std::optional<Rhythm> rhythm = rhythmOf(times);
    QVERIFY(rhythm);
    QCOMPARE(rhythm->pauseUs, 2 * Second);
    QCOMPARE(rhythm->gapUs, Minute);
    const std::vector<Silence> found = gapsIn(times, *rhythm);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].fromUs, 3 * Hour - 2 * Second);
    QCOMPARE(found[0].toUs, 3 * Hour + 14 * Minute);
}

void tst_Rhythm::shortPauseIsNoGap()
{
    const auto times =
        joined(every(2 * Second, 0, Hour), every(2 * Second, Hour + 50 * Second, 2 * Hour));
    QVERIFY(rhythmOf(times));
    QVERIFY(gaps(times).empty());
}

// Hundreds of events within a second must not make every pause of a minute look long.
void tst_Rhythm::burstsDoNotHideTheRhythm()
{
    auto times = every(4 * Minute, 0, 48 * Hour);
    for (int burst = 0; burst < 100; ++burst) {
        const std::int64_t begin = burst * 28 * Minute;
        times = joined(std::move(times), every(1000, begin, begin + Second / 4));
    }
    const std::optional<Rhythm> rhythm = rhythmOf(times);
    QVERIFY(rhythm);
    QCOMPARE(rhythm->pauseUs, 4 * Minute);
    QVERIFY(gaps(times).empty());
}

void tst_Rhythm::regularPausesAreTheRhythm()
{
    std::vector<std::int64_t> times;
    for (int run = 0; run < 100; ++run) { // a job every hour, and nothing else
        times = joined(std::move(times), every(Second, run * Hour, run * Hour + 20 * Second));
    }
    QVERIFY(rhythmOf(times));
    QVERIFY(gaps(times).empty());
}

void tst_Rhythm::gapLongerThanEverythingElseIsFound()
{
    const auto times =
        joined(every(2 * Second, 0, Hour), every(2 * Second, 500 * Hour, 501 * Hour));
    const std::vector<Silence> found = gaps(times);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].toUs, 500 * Hour);
}

void tst_Rhythm::severalGapsAreFoundInOrder()
{
    std::vector<std::int64_t> times;
    for (int part = 0; part < 6; ++part) {
        times =
            joined(std::move(times), every(5 * Second, part * 2 * Hour, part * 2 * Hour + Hour));
    }
    const std::vector<Silence> found = gaps(times);
    QCOMPARE(found.size(), std::size_t{5});
    QVERIFY(std::ranges::is_sorted(found, {}, &Silence::fromUs));
}

void tst_Rhythm::fewEventsTellNothing()
{
    QVERIFY(!rhythmOf({}));
    QVERIFY(!rhythmOf(every(Second, 0, 49 * Second)));
    QVERIFY(rhythmOf(every(Second, 0, 50 * Second)));
}

void tst_Rhythm::sameInstantTellsNothing()
{
    QVERIFY(!rhythmOf(std::vector<std::int64_t>(1000, 7)));
}

QTEST_GUILESS_MAIN(tst_Rhythm)
#include "tst_rhythm.moc"
