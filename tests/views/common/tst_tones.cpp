// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/common/plaintooltip.h"
#include "views/common/tones.h"

#include <QPalette>
#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_Tones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void contrastOfKnownPairs();
    void tonesCanBeRead_data();
    void tonesCanBeRead();
    void toolTipShowsMarkupAsText();
};

void tst_Tones::init()
{
    QTest::failOnWarning();
}

void tst_Tones::contrastOfKnownPairs()
{
    QCOMPARE(qRound(contrastRatio(Qt::white, Qt::black)), 21);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    QCOMPARE(qRound(contrastRatio(Qt::white, QColor(0x77, 0x77, 0x77)) * 100), 448);
}

void tst_Tones::tonesCanBeRead_data()
{
    QTest::addColumn<QColor>("base");
    QTest::addColumn<QColor>("text");
    QTest::newRow("white") << QColor(Qt::white) << QColor(Qt::black);
    QTest::newRow("light grey") << QColor(0xf3, 0xf4, 0xf5) << QColor(Qt::black);
    QTest::newRow("dark") << QColor(0x1f, 0x21, 0x24) << QColor(Qt::white);
    QTest::newRow("less dark") << QColor(0x2d, 0x2f, 0x33) << QColor(Qt::white);
}

void tst_Tones::tonesCanBeRead()
{
    QFETCH(QColor, base);
    QFETCH(QColor, text);
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    for (const Tone tone : {Tone::Denied, Tone::Failed, Tone::Level, Tone::Warning, Tone::Good}) {
        const double ratio = contrastRatio(toneColor(tone, palette), base);
        QVERIFY2(ratio >= 4.5, qPrintable(u"tone %1: %2"_s.arg(static_cast<int>(tone)).arg(ratio)));
    }
}

void tst_Tones::toolTipShowsMarkupAsText()
{
    const QString shown = plainToolTip(u"<img src=x>"_s);
    QVERIFY(!shown.contains(u"<img"_s));
    QVERIFY(shown.contains(u"&lt;img"_s));
    QCOMPARE(plainToolTip({}), QString());
}

QTEST_MAIN(tst_Tones)
#include "tst_tones.moc"
