// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/silences.h"

#include <QTest>

using namespace auditloupe;

namespace {

constexpr std::int64_t Hour = 3600LL * 1'000'000;

} // namespace

class tst_Silences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void longestComesFirstWithItsExactEnds();
    void orderOfTimesDoesNotMatter();
    void shortSilencesAreLeftOut();
    void oneInstantHasNoSilence();
};

void tst_Silences::longestComesFirstWithItsExactEnds()
{
    Silences silences(0, 100 * Hour);
    for (const std::int64_t hour : {0, 1, 2, 12, 13, 90, 100}) {
        silences.add(hour * Hour + 7);
    }
    const std::vector<Silence> found = silences.longest(5 * Hour, 2);
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[0].fromUs, 13 * Hour + 7);
    QCOMPARE(found[0].toUs, 90 * Hour + 7);
    QCOMPARE(found[1].lengthUs(), 10 * Hour);
}

void tst_Silences::orderOfTimesDoesNotMatter()
{
    Silences silences(0, 10 * Hour);
    for (const std::int64_t hour : {10, 1, 4, 0, 2}) {
        silences.add(hour * Hour);
    }
    const std::vector<Silence> found = silences.longest(Hour * 3, 9);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].fromUs, 4 * Hour);
    QCOMPARE(found[0].toUs, 10 * Hour);
}

void tst_Silences::shortSilencesAreLeftOut()
{
    Silences silences(0, 10 * Hour);
    for (std::int64_t hour = 0; hour <= 10; ++hour) {
        silences.add(hour * Hour);
    }
    QVERIFY(silences.longest(Hour + 1, 9).empty());
}

void tst_Silences::oneInstantHasNoSilence()
{
    Silences silences(5, 5);
    silences.add(5);
    silences.add(5);
    QVERIFY(silences.longest(0, 9).empty());
}

QTEST_GUILESS_MAIN(tst_Silences)
#include "tst_silences.moc"
