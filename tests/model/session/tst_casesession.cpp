// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/session/casesession.h"
#include "tests/testsupport.h"

#include <QSignalSpy>
#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_CaseSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsFilterText();
    void keepsLastGoodFilterOnError();
    void filterTextKeepsTimeRange();
    void addsConditionOnce();
    void choosesAmongValues();
    void partsAreSwitchedOffAndOnAgain();
    void switchedOffPartsStayWhileOthersAreWritten();
    void tabsHaveFilterOrderAndSelectionOfTheirOwn();
    void tabsAreOpenedMovedAndClosed();
    void goesBackAndForward();
    void newFilterDropsForwardStates();
    void unitAndNoiseAreStepsOfTheHistory();
    void unitAndNoiseStayWithTheNextFilter();
    void linkShowsAllThatWasCounted();
    void anotherCaseBeginsAsChosen();
    void anotherCaseBeginsAnew();
    void importEndTellsOfContent();
    void sameValuesAreNoChange();
};

void tst_CaseSession::init()
{
    QTest::failOnWarning();
}

void tst_CaseSession::readsFilterText()
{
    CaseSession session;
    const QSignalSpy changes(&session, &CaseSession::filterChanged);
    VERIFY_OK(session.setFilterText(u"  verb=delete and ns=production "_s));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(session.filterText(), u"verb=delete and ns=production"_s);
    QCOMPARE(session.filter().toText(), u"verb=delete and ns=production"_s);
}

void tst_CaseSession::keepsLastGoodFilterOnError()
{
    CaseSession session;
    VERIFY_OK(session.setFilterText(u"verb=delete"_s));
    const QSignalSpy changes(&session, &CaseSession::filterChanged);
    const Result<void> wrong = session.setFilterText(u"verb="_s);
    QVERIFY(!wrong);
    QVERIFY(!wrong.error().message.isEmpty());
    QCOMPARE(changes.size(), 0);
    QCOMPARE(session.filterText(), u"verb=delete"_s);
}

void tst_CaseSession::filterTextKeepsTimeRange()
{
    CaseSession session;
    session.setTimeRange(1'000, 2'000);
    VERIFY_OK(session.setFilterText(u"verb=get"_s));
    QCOMPARE(session.filter().fromUs, 1'000);
    QCOMPARE(session.filter().toUs, 2'000);
    session.setTimeRange({}, {});
    QCOMPARE(session.filterText(), u"verb=get"_s);
    QCOMPARE(session.filter().toText(), u"verb=get"_s);
}

void tst_CaseSession::addsConditionOnce()
{
    CaseSession session;
    session.includeCondition(u"verb=delete"_s);
    session.includeCondition(u"user=\"jane doe\""_s);
    QCOMPARE(session.filterText(), u"verb=delete and user=\"jane doe\""_s);
    const QSignalSpy changes(&session, &CaseSession::filterChanged);
    session.includeCondition(u"verb=delete"_s);
    QCOMPARE(changes.size(), 0);
    VERIFY_OK(session.setFilterText(u"verb=get or verb=list"_s));
    session.includeCondition(u"ns=prod"_s);
    QCOMPARE(session.filterText(), u"(verb=get or verb=list) and ns=prod"_s);
}

void tst_CaseSession::choosesAmongValues()
{
    CaseSession session;
    session.setTimeRange(1'000, {});
    VERIFY_OK(session.setFilterText(u"ns == prod   and user=jane"_s));
    session.chooseCondition(u"verb=delete"_s);
    QCOMPARE(session.filterText(), u"ns == prod   and user=jane and verb=delete"_s); // as written
    session.chooseCondition(u"verb=patch"_s);
    QCOMPARE(session.filterText(), u"ns=prod and user=jane and verb in (delete, patch)"_s);
    session.excludeCondition(u"code=404"_s);
    session.dropCondition(u"verb=delete"_s);
    QCOMPARE(session.filterText(), u"ns=prod and user=jane and verb=patch and not code=404"_s);
    session.onlyCondition(u"code=200"_s);
    QCOMPARE(session.filterText(), u"ns=prod and user=jane and verb=patch and code=200"_s);
    QCOMPARE(session.filter().fromUs, 1'000);
    const QSignalSpy changes(&session, &CaseSession::filterChanged);
    session.chooseCondition(u"code=200"_s);
    session.dropCondition(u"ns=dev"_s);
    session.excludeCondition(u"this is no condition ("_s);
    QCOMPARE(changes.size(), 0);
    session.goBack();
    QCOMPARE(session.filterText(), u"ns=prod and user=jane and verb=patch and not code=404"_s);
}

namespace {

/// "verb=get -ns=a": with a minus what is switched off
QString partsText(const CaseSession &session)
{
    QStringList texts;
    for (const FilterPart &part : session.parts()) {
        texts += (part.isOn ? QString() : u"-"_s) + part.condition.toText();
    }
    return texts.join(u' ');
}

} // namespace

void tst_CaseSession::partsAreSwitchedOffAndOnAgain()
{
    CaseSession session;
    VERIFY_OK(session.setFilterText(u"verb=get and (ns=a or ns=b) and code=200"_s));
    QCOMPARE(session.parts().size(), std::size_t(3));
    session.setPartOn(1, false);
    QCOMPARE(session.filterText(), u"verb=get and code=200"_s);
    QCOMPARE(partsText(session), u"verb=get -ns=a or ns=b code=200"_s);
    session.setPartOn(0, false);
    session.setPartOn(2, false);
    QVERIFY(session.filterText().isEmpty());
    QVERIFY(session.filter().condition.isAlways());
    QCOMPARE(partsText(session), u"-verb=get -ns=a or ns=b -code=200"_s);
    session.setPartOn(1, true);
    QCOMPARE(session.filterText(), u"ns=a or ns=b"_s);
    session.setPartOn(2, true);
    QCOMPARE(session.filterText(), u"(ns=a or ns=b) and code=200"_s);
    QCOMPARE(partsText(session), u"-verb=get ns=a or ns=b code=200"_s);
    session.goBack();
    QCOMPARE(partsText(session), u"-verb=get ns=a or ns=b -code=200"_s);
    session.dropPart(0);
    QCOMPARE(partsText(session), u"ns=a or ns=b -code=200"_s);
    session.dropPart(7);
    session.negatePart(0);
    QCOMPARE(session.filterText(), u"not (ns=a or ns=b)"_s);
    session.negatePart(0);
    VERIFY_OK(session.setFilterText(u"not (verb=get and ns=a)"_s));
    session.negatePart(0);
    QCOMPARE(partsText(session), u"verb=get ns=a -code=200"_s); // two parts by now
    session.clearFilter();
    QVERIFY(session.parts().empty());
}

void tst_CaseSession::switchedOffPartsStayWhileOthersAreWritten()
{
    CaseSession session;
    VERIFY_OK(session.setFilterText(u"verb=get and ns=a"_s));
    session.setPartOn(0, false);
    session.includeCondition(u"code=200"_s);
    QCOMPARE(partsText(session), u"-verb=get ns=a code=200"_s);
    VERIFY_OK(session.setFilterText(u"user=x"_s));
    QCOMPARE(partsText(session), u"-verb=get user=x"_s);
    VERIFY_OK(session.setFilterText({}));
    QCOMPARE(partsText(session), u"-verb=get"_s);
    session.includeCondition(u"verb=get"_s); // asked for again: it is one part, not two
    QCOMPARE(partsText(session), u"verb=get"_s);
    session.setPartOn(0, false);
    session.clearFilter();
    QVERIFY(session.parts().empty());
}

void tst_CaseSession::tabsHaveFilterOrderAndSelectionOfTheirOwn()
{
    CaseSession session;
    session.setCasePath(u"one.auditcase"_s);
    VERIFY_OK(session.setFilterText(u"verb=get"_s));
    session.setSelectedEvent(EventId{3});
    session.openTab(u"ns=a"_s);
    QCOMPARE(session.tabCount(), std::size_t(2));
    QCOMPARE(session.currentTab(), std::size_t(1));
    QCOMPARE(session.filterText(), u"verb=get and ns=a"_s);
    QCOMPARE(session.selectedEvent(), EventId{3});
    session.setSelectedEvent(EventId{5});
    session.setSortOrder(SortOrder::by(SortKey::User));
    session.setUnit(Unit::Events);

    const QSignalSpy filters(&session, &CaseSession::filterChanged);
    const QSignalSpy orders(&session, &CaseSession::sortOrderChanged);
    const QSignalSpy selections(&session, &CaseSession::selectionChanged);
    const quint64 generation = session.generation();
    session.showTab(0);
    QCOMPARE(filters.size(), 1);
    QCOMPARE(orders.size(), 1);
    QCOMPARE(selections.size(), 1);
    QVERIFY(session.generation() > generation);
    QCOMPARE(session.filterText(), u"verb=get"_s);
    QVERIFY(session.sortOrder().isBy(SortKey::Time));
    QCOMPARE(session.unit(), Unit::Requests);
    QCOMPARE(session.selectedEvent(), EventId{3});
    QVERIFY(session.canGoBack());
    session.showTab(1);
    QVERIFY(session.sortOrder().isBy(SortKey::User));
    QCOMPARE(session.unit(), Unit::Events);
    QCOMPARE(session.selectedEvent(), EventId{5});
    QCOMPARE(session.tabText(0), u"verb=get"_s);
    session.goBack();
    session.goBack();
    QCOMPARE(session.filterText(), u"verb=get"_s); // as it was opened
    QVERIFY(!session.canGoBack());

    session.setCasePath(u"two.auditcase"_s);
    QCOMPARE(session.tabCount(), std::size_t(1));
    QVERIFY(session.filterText().isEmpty());
}

void tst_CaseSession::tabsAreOpenedMovedAndClosed()
{
    CaseSession session;
    const auto texts = [&session] {
        QStringList list;
        for (std::size_t i = 0; i < session.tabCount(); ++i) {
            list += (i == session.currentTab() ? u"*"_s : QString()) + session.tabText(i);
        }
        return list.join(u' ');
    };
    session.closeTab(0);
    QCOMPARE(session.tabCount(), std::size_t(1));
    VERIFY_OK(session.setFilterText(u"code=1"_s));
    for (const QString &text : {u"code=2"_s, u"code=3"_s, u"code=4"_s}) {
        session.openTab();
        VERIFY_OK(session.setFilterText(text));
    }
    QCOMPARE(texts(), u"code=1 code=2 code=3 *code=4"_s);
    session.showTab(1);
    session.moveTab(1, 3);
    QCOMPARE(texts(), u"code=1 code=3 code=4 *code=2"_s);
    session.moveTab(0, 2);
    QCOMPARE(texts(), u"code=3 code=4 code=1 *code=2"_s);
    session.moveTab(3, 0);
    session.moveTab(2, 0);
    QCOMPARE(texts(), u"code=4 *code=2 code=3 code=1"_s);
    const QSignalSpy filters(&session, &CaseSession::filterChanged);
    session.closeTab(0);
    QCOMPARE(texts(), u"*code=2 code=3 code=1"_s);
    session.closeTab(2);
    QCOMPARE(texts(), u"*code=2 code=3"_s);
    QCOMPARE(filters.size(), 0); // nothing else is shown
    session.closeTab(0);
    QCOMPARE(texts(), u"*code=3"_s);
    QCOMPARE(filters.size(), 1);
    session.openTab();
    session.closeTab(1);
    QCOMPARE(texts(), u"*code=3"_s);
}

void tst_CaseSession::goesBackAndForward()
{
    CaseSession session;
    QVERIFY(!session.canGoBack());
    VERIFY_OK(session.setFilterText(u"verb=delete"_s));
    session.setTimeRange(5, {});
    VERIFY_OK(session.setFilterText(u"verb=get"_s));

    session.goBack();
    QCOMPARE(session.filterText(), u"verb=delete"_s);
    QCOMPARE(session.filter().fromUs, 5);
    session.goBack();
    QVERIFY(!session.filter().fromUs);
    session.goBack();
    QVERIFY(session.filter().isEmpty());
    QVERIFY(!session.canGoBack());
    session.goBack(); // nothing is there
    QVERIFY(session.filter().isEmpty());

    session.goForward();
    session.goForward();
    session.goForward();
    QCOMPARE(session.filterText(), u"verb=get"_s);
    QVERIFY(!session.canGoForward());
}

void tst_CaseSession::newFilterDropsForwardStates()
{
    CaseSession session;
    VERIFY_OK(session.setFilterText(u"verb=delete"_s));
    session.goBack();
    QVERIFY(session.canGoForward());
    VERIFY_OK(session.setFilterText(u"verb=get"_s));
    QVERIFY(!session.canGoForward());
    session.goBack();
    QVERIFY(session.filter().isEmpty());
}

void tst_CaseSession::unitAndNoiseAreStepsOfTheHistory()
{
    CaseSession session;
    QCOMPARE(session.unit(), Unit::Requests);
    session.setUnit(Unit::Events);
    session.setNoise(Noise::Hidden);
    QCOMPARE(session.filter().noise, Noise::Hidden);
    session.goBack();
    QCOMPARE(session.noise(), Noise::Shown);
    QCOMPARE(session.unit(), Unit::Events);
    session.goBack();
    QCOMPARE(session.unit(), Unit::Requests);
    const QSignalSpy changes(&session, &CaseSession::filterChanged);
    session.setUnit(Unit::Requests);
    QCOMPARE(changes.size(), 0);
    QVERIFY(session.canGoForward());
}

void tst_CaseSession::unitAndNoiseStayWithTheNextFilter()
{
    CaseSession session;
    session.setUnit(Unit::Requests);
    session.setNoise(Noise::Hidden);
    VERIFY_OK(session.setFilterText(u"verb=delete"_s));
    session.setTimeRange(1, 2);
    QCOMPARE(session.unit(), Unit::Requests);
    QCOMPARE(session.noise(), Noise::Hidden);
    session.clearFilter();
    QVERIFY(!session.filter().hasQuestion());
    QVERIFY(!session.filter().isEmpty());
    QCOMPARE(session.unit(), Unit::Requests);
    QCOMPARE(session.noise(), Noise::Hidden);
}

void tst_CaseSession::linkShowsAllThatWasCounted()
{
    CaseSession session;
    session.setUnit(Unit::Requests);
    session.setNoise(Noise::Hidden);
    session.setTimeRange(1, 2);
    VERIFY_OK(session.showCounted(u"level=Metadata"_s, Unit::Events));
    QCOMPARE(session.filterText(), u"level=Metadata"_s);
    QCOMPARE(session.unit(), Unit::Events);
    QCOMPARE(session.noise(), Noise::Shown);
    QVERIFY(!session.filter().fromUs);
    session.goBack();
    QCOMPARE(session.filter().toUs, 2);
    QCOMPARE(session.noise(), Noise::Hidden);
    QVERIFY(!session.showCounted(u"level="_s, Unit::Events));
    QCOMPARE(session.noise(), Noise::Hidden);
}

void tst_CaseSession::anotherCaseBeginsAsChosen()
{
    CaseSession session;
    session.setChosen(Unit::Events, Noise::Hidden);
    QVERIFY(!session.canGoBack());
    QCOMPARE(session.unit(), Unit::Events);
    session.setCasePath(u"one.auditcase"_s);
    session.setNoise(Noise::Shown);
    VERIFY_OK(session.showCounted(u"level=Metadata"_s, Unit::Requests));
    session.setCasePath(u"two.auditcase"_s);
    QCOMPARE(session.unit(), Unit::Events);
    QCOMPARE(session.noise(), Noise::Shown);
    QCOMPARE(session.chosenUnit(), Unit::Events);
    QVERIFY(!session.canGoBack());
}

void tst_CaseSession::anotherCaseBeginsAnew()
{
    CaseSession session;
    session.setCasePath(u"one.auditcase"_s);
    VERIFY_OK(session.setFilterText(u"verb=delete"_s));
    session.setSelectedEvent(EventId{7});
    session.setRevealsCredentials(true);
    const quint64 generation = session.generation();

    const QSignalSpy changes(&session, &CaseSession::caseChanged);
    session.setCasePath(u"two.auditcase"_s);
    QCOMPARE(changes.size(), 1);
    QVERIFY(session.filter().isEmpty());
    QVERIFY(!session.canGoBack());
    QCOMPARE(session.selectedEvent(), EventId{0});
    QVERIFY(!session.revealsCredentials());
    QVERIFY(session.generation() > generation);
}

void tst_CaseSession::importEndTellsOfContent()
{
    CaseSession session;
    const QSignalSpy content(&session, &CaseSession::contentChanged);
    session.setImporting(true);
    QCOMPARE(content.size(), 0);
    session.announceContent();
    session.setImporting(false);
    QCOMPARE(content.size(), 2);
}

void tst_CaseSession::sameValuesAreNoChange()
{
    CaseSession session;
    const QSignalSpy filter(&session, &CaseSession::filterChanged);
    const QSignalSpy zone(&session, &CaseSession::timeZoneChanged);
    const QSignalSpy order(&session, &CaseSession::sortOrderChanged);
    VERIFY_OK(session.setFilterText({}));
    session.setTimeRange({}, {});
    session.clearFilter();
    session.setTimeZone(QTimeZone(QTimeZone::UTC));
    session.setSortOrder({});
    QCOMPARE(filter.size() + zone.size() + order.size(), 0);
}

QTEST_GUILESS_MAIN(tst_CaseSession)
#include "tst_casesession.moc"
