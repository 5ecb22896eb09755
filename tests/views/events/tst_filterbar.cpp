// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/session/casesession.h"
#include "tests/testsupport.h"
#include "views/events/filterbar.h"
#include "views/events/filterline.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace auditloupe;
using namespace Qt::StringLiterals;

namespace {

struct Bar
{
    Bar()
    {
        bar.resize(1000, 60);
        bar.show();
    }

    FilterLine *filter() { return bar.findChild<FilterLine *>(); }
    QList<QLineEdit *> edits() { return bar.findChildren<QLineEdit *>(); }
    QLineEdit *from() { return edits().at(1); }
    QLineEdit *to() { return edits().at(2); }
    QLabel *problem() { return bar.findChild<QLabel *>(); }

    CaseSession session;
    FilterBar bar{&session};
};

} // namespace

class tst_FilterBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void enterApplies();
    void errorStandsBelowAndFilterStays();
    void clearingAppliesAtOnce();
    void completesFieldNames();
    void offersKnownValues();
    void enterWithoutChoiceApplies();
    void timeRangeIsReadInTheZone();
    void wrongTimeIsNamed();
    void showsWhatTheSessionHas();
};

void tst_FilterBar::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

void tst_FilterBar::enterApplies()
{
    Bar bar;
    const QSignalSpy applied(&bar.bar, &FilterBar::filterApplied);
    QTest::keyClicks(bar.filter(), u"user=jane@example.com"_s);
    QVERIFY(bar.session.filter().isEmpty());
    QTest::keyClick(bar.filter(), Qt::Key_Return);
    QCOMPARE(bar.session.filterText(), u"user=jane@example.com"_s);
    QCOMPARE(applied.size(), 1);
}

void tst_FilterBar::errorStandsBelowAndFilterStays()
{
    Bar bar;
    VERIFY_OK(bar.session.setFilterText(u"verb=delete"_s));
    QCOMPARE(bar.filter()->text(), u"verb=delete"_s);
    bar.filter()->setText(u"verb=delete and nosuchfield=1"_s);
    QTest::keyClick(bar.filter(), Qt::Key_Return);
    QVERIFY(bar.problem()->isVisible());
    QVERIFY(!bar.problem()->text().isEmpty());
    QCOMPARE(bar.problem()->textFormat(), Qt::PlainText);
    QCOMPARE(bar.session.filterText(), u"verb=delete"_s);
    QTest::keyClick(bar.filter(), Qt::Key_Backspace);
    QVERIFY(!bar.problem()->isVisible());
}

void tst_FilterBar::clearingAppliesAtOnce()
{
    Bar bar;
    VERIFY_OK(bar.session.setFilterText(u"verb=delete"_s));
    bar.filter()->clear();
    QVERIFY(bar.session.filter().isEmpty());
}

void tst_FilterBar::completesFieldNames()
{
    Bar bar;
    QTest::keyClicks(bar.filter(), u"verb=get and objectRef.names"_s);
    auto *completer = bar.filter()->findChild<QCompleter *>();
    QVERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(bar.filter()->text(), u"verb=get and objectRef.namespace="_s);
    QVERIFY(bar.session.filter().isEmpty());
}

void tst_FilterBar::offersKnownValues()
{
    Bar bar;
    QTest::keyClicks(bar.filter(), u"level=Meta"_s);
    auto *completer = bar.filter()->findChild<QCompleter *>();
    QCOMPARE(completer->currentCompletion(), u"Metadata"_s);
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(bar.filter()->text().trimmed(), u"level=Metadata"_s);
}

void tst_FilterBar::enterWithoutChoiceApplies()
{
    Bar bar;
    QTest::keyClicks(bar.filter(), u"verb=delete"_s); // "deletecollection" is still offered
    auto *completer = bar.filter()->findChild<QCompleter *>();
    QVERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(bar.session.filterText(), u"verb=delete"_s);
    QVERIFY(!completer->popup()->isVisible());
}

void tst_FilterBar::timeRangeIsReadInTheZone()
{
    Bar bar;
    bar.session.setTimeZone(QTimeZone::fromSecondsAheadOfUtc(3600));
    QTest::keyClicks(bar.from(), u"1970-01-01 01:00"_s);
    QTest::keyClick(bar.from(), Qt::Key_Return);
    QCOMPARE(bar.session.filter().fromUs, 0);
    bar.session.setTimeZone(QTimeZone(QTimeZone::UTC));
    QCOMPARE(bar.from()->text(), u"1970-01-01 00:00"_s);
    bar.from()->clear();
    QVERIFY(!bar.session.filter().fromUs);
}

void tst_FilterBar::wrongTimeIsNamed()
{
    Bar bar;
    QTest::keyClicks(bar.to(), u"tomorrow"_s);
    QTest::keyClick(bar.to(), Qt::Key_Return);
    QVERIFY(bar.problem()->text().contains(u"tomorrow"_s));
    QVERIFY(bar.session.filter().isEmpty());
}

void tst_FilterBar::showsWhatTheSessionHas()
{
    Bar bar;
    bar.session.includeCondition(u"ns=production"_s);
    bar.session.setTimeRange(0, 60'000'000);
    QCOMPARE(bar.filter()->text(), u"ns=production"_s);
    QCOMPARE(bar.to()->text(), u"1970-01-01 00:01"_s);
    bar.session.goBack();
    QCOMPARE(bar.to()->text(), QString());
    bar.session.goBack();
    QCOMPARE(bar.filter()->text(), QString());
}

QTEST_MAIN(tst_FilterBar)
#include "tst_filterbar.moc"
