// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importer.h"
#include "model/session/casesession.h"
#include "tests/testsupport.h"
#include "views/events/filterbar.h"
#include "views/events/filterline.h"
#include "views/events/filtervalues.h"
#include "views/events/noiseswitch.h"
#include "views/events/unitswitch.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
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
        bar.activateWindow(); // where no window manager does it
        bar.focusFilter();
        isActive = QTest::qWaitForWindowActive(&bar); // offers are for who has the keyboard
    }

    FilterLine *filter() { return bar.findChild<FilterLine *>(); }
    QList<QLineEdit *> edits() { return bar.findChildren<QLineEdit *>(); }
    QLineEdit *from() { return edits().at(1); }
    QLineEdit *to() { return edits().at(2); }
    QAbstractItemView *popup() { return filter()->findChild<QCompleter *>()->popup(); }
    QLabel *problem() { return bar.findChild<QLabel *>(); }

    /// What the popup lists.
    QStringList offers()
    {
        QStringList texts;
        for (int row = 0; popup()->isVisible() && row < popup()->model()->rowCount(); ++row) {
            texts += popup()->model()->index(row, 0).data().toString();
        }
        return texts;
    }

    QString note(int row) { return popup()->model()->index(row, 1).data().toString(); }

    CaseSession session;
    FilterBar bar{&session};
    bool isActive = false;
};

/// Three events of Jane's in production, one of Bob's in a namespace with an odd name.
QString makeCase(const QString &folder)
{
    QFile log(folder + u"/audit.log"_s);
    if (!log.open(QIODevice::WriteOnly)) {
        return {};
    }
    for (int i = 0; i < 4; ++i) {
        const bool isBob = i == 1;
        log.write(QByteArray(R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata",)"
                             R"("stage":"ResponseComplete","verb":"get","auditID":"id-)")
                  + QByteArray::number(i) + R"(","user":{"username":")" + (isBob ? "bob" : "jane")
                  + R"("},"objectRef":{"resource":"pods","namespace":")"
                  + (isBob ? "dev, old" : "production")
                  + R"("},"requestReceivedTimestamp":"2026-11-20T10:00:00.000000Z",)"
                    R"("stageTimestamp":"2026-11-20T10:00:00.000000Z"})"
                  + "\n");
    }
    log.close();
    const ImportRequest request{.casePath = folder + u"/a.auditcase"_s, .inputs = {log.fileName()}};
    return importLogs(request, {}) ? request.casePath : QString();
}

} // namespace

class tst_FilterBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void enterApplies();
    void errorStandsBelowAndFilterStays();
    void noteStandsBelowUnlessThereIsAnError();
    void clearingAppliesAtOnce();
    void completesFieldNames();
    void shortNamesComeFirst();
    void offersKnownValues();
    void offersValuesOfTheCase();
    void countsWithinTheConditionsBefore();
    void valuesThatComeTooLateStayAway();
    void offersAndBehindAWholeTerm();
    void offersOperators();
    void listsAllFieldsWhenAsked();
    void enterWithoutChoiceApplies();
    void timeRangeIsReadInTheZone();
    void wrongTimeIsNamed();
    void showsWhatTheSessionHas();
    void unitIsSwitchedByMouseAndKeys();
    void noiseIsSwitchedAndCounted();
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

void tst_FilterBar::noteStandsBelowUnlessThereIsAnError()
{
    Bar bar;
    bar.bar.showNote(u"5 events cannot tell."_s);
    QVERIFY(bar.problem()->isVisible());
    QCOMPARE(bar.problem()->text(), u"5 events cannot tell."_s);
    bar.filter()->setText(u"verb="_s);
    QTest::keyClick(bar.filter(), Qt::Key_Return);
    QVERIFY(bar.problem()->text().contains(u"Expected"_s));
    bar.filter()->setText(u"verb=get"_s);
    QCOMPARE(bar.problem()->text(), u"5 events cannot tell."_s);
    bar.bar.showNote({});
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
    QVERIFY(bar.popup()->isVisible());
    QTest::keyClick(bar.popup(), Qt::Key_Down);
    QTest::keyClick(bar.popup(), Qt::Key_Return);
    QCOMPARE(bar.filter()->text(), u"verb=get and objectRef.namespace="_s);
    QVERIFY(bar.session.filter().isEmpty());
}

void tst_FilterBar::shortNamesComeFirst()
{
    Bar bar;
    QTest::keyClicks(bar.filter(), u"n"_s);
    QCOMPARE(bar.offers().first(2), (QStringList{u"ns"_s, u"name"_s}));
    QTest::keyClicks(bar.filter(), u"amesp"_s);
    QCOMPARE(bar.offers(), QStringList{u"objectRef.namespace"_s}); // found inside its name
}

void tst_FilterBar::offersKnownValues()
{
    Bar bar;
    QTest::keyClicks(bar.filter(), u"level=Meta"_s);
    QCOMPARE(bar.offers(), QStringList{u"Metadata"_s});
    QTest::keyClick(bar.popup(), Qt::Key_Down);
    QTest::keyClick(bar.popup(), Qt::Key_Return);
    QCOMPARE(bar.filter()->text().trimmed(), u"level=Metadata"_s);
}

void tst_FilterBar::offersValuesOfTheCase()
{
    const QTemporaryDir folder;
    Bar bar;
    bar.session.setCasePath(makeCase(folder.path()));
    QTest::keyClicks(bar.filter(), u"ns="_s);
    QTRY_COMPARE(bar.offers(), (QStringList{u"production"_s, u"dev, old"_s})); // most first
    QVERIFY2(bar.note(0).contains(u"3"_s), qPrintable(bar.note(0)));
    QTest::keyClicks(bar.filter(), u"de"_s);
    QCOMPARE(bar.offers(), QStringList{u"dev, old"_s});
    QTest::keyClick(bar.popup(), Qt::Key_Tab);
    QCOMPARE(bar.filter()->text(), u"ns=\"dev, old\" "_s);
}

void tst_FilterBar::countsWithinTheConditionsBefore()
{
    const QTemporaryDir folder;
    Bar bar;
    bar.session.setCasePath(makeCase(folder.path()));
    QTest::keyClicks(bar.filter(), u"user=bob and ns="_s);
    QTRY_COMPARE(bar.offers(), QStringList{u"dev, old"_s});
}

void tst_FilterBar::valuesThatComeTooLateStayAway()
{
    const QTemporaryDir folder;
    Bar bar;
    bar.session.setCasePath(makeCase(folder.path()));
    const QSignalSpy counted(bar.filter()->findChild<FilterValues *>(), &FilterValues::counted);
    QTest::keyClicks(bar.filter(), u"ns=x"_s);
    QTest::keyClick(bar.filter(), Qt::Key_Backspace);
    QTest::keyClick(bar.filter(), Qt::Key_Return); // an error, but the line is left in peace
    QTRY_COMPARE(counted.size(), 1);
    QVERIFY(!bar.popup()->isVisible());
}

void tst_FilterBar::offersAndBehindAWholeTerm()
{
    Bar bar;
    QTest::keyClicks(bar.filter(), u"verb=get "_s);
    QCOMPARE(bar.offers(), (QStringList{u"and"_s, u"or"_s}));
    QTest::keyClick(bar.popup(), Qt::Key_Tab);
    QCOMPARE(bar.filter()->text(), u"verb=get and "_s);
    QVERIFY(bar.offers().contains(u"user"_s));
}

void tst_FilterBar::offersOperators()
{
    Bar bar;
    QTest::keyClicks(bar.filter(), u"name "_s);
    QVERIFY(bar.offers().contains(u"="_s) && bar.offers().contains(u"exists"_s));
    QTest::keyClicks(bar.filter(), u"startsw"_s);
    QCOMPARE(bar.offers(), QStringList{u"startswith"_s});
    QTest::keyClick(bar.popup(), Qt::Key_Tab);
    QCOMPARE(bar.filter()->text(), u"name startswith "_s);
}

void tst_FilterBar::listsAllFieldsWhenAsked()
{
    Bar bar;
    QTest::keyClick(bar.filter(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(bar.offers().contains(u"ns"_s));
    QVERIFY(bar.offers().contains(u"requestURI"_s));
}

void tst_FilterBar::enterWithoutChoiceApplies()
{
    Bar bar;
    QTest::keyClicks(bar.filter(), u"level=Request"_s); // "RequestResponse" is offered as well
    QVERIFY(bar.popup()->isVisible());
    QTest::keyClick(bar.popup(), Qt::Key_Return);
    QCOMPARE(bar.session.filterText(), u"level=Request"_s);
    QVERIFY(!bar.popup()->isVisible());
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

void tst_FilterBar::unitIsSwitchedByMouseAndKeys()
{
    Bar bar;
    auto *unit = bar.bar.findChild<UnitSwitch *>();
    const auto buttons = unit->findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 2);
    QVERIFY(buttons[0]->isChecked());
    QCOMPARE(bar.session.unit(), Unit::Requests);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(bar.session.unit(), Unit::Events);
    QTest::keyClick(buttons[1], Qt::Key_Left);
    QCOMPARE(bar.session.unit(), Unit::Requests);
    QVERIFY(buttons[0]->hasFocus());
    bar.session.goBack();
    QCOMPARE(unit->current(), 1);
    for (const QToolButton *button : buttons) {
        QVERIFY(!button->accessibleDescription().isEmpty());
    }
    QVERIFY(!unit->accessibleName().isEmpty());
}

void tst_FilterBar::noiseIsSwitchedAndCounted()
{
    Bar bar;
    auto *noise = bar.bar.findChild<NoiseSwitch *>();
    const auto buttons = noise->findChildren<QToolButton *>();
    const auto *number = noise->findChild<QLabel *>();
    QVERIFY(buttons[1]->isChecked());
    QVERIFY(number->isHidden());
    bar.bar.setNoise(1234);
    QCOMPARE(number->text(), u"would hide 1,234 request(s)"_s);
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QCOMPARE(bar.session.noise(), Noise::Hidden);
    QCOMPARE(number->text(), u"1,234 request(s) hidden"_s);
    bar.session.setUnit(Unit::Events);
    bar.bar.setNoise(1);
    QCOMPARE(number->text(), u"1 event(s) hidden"_s);
    bar.bar.setNoise({});
    QVERIFY(number->isHidden());
    QVERIFY(buttons[0]->toolTip().contains(u"user.kind in (node, controlplane)"_s));
}

QTEST_MAIN(tst_FilterBar)
#include "tst_filterbar.moc"
