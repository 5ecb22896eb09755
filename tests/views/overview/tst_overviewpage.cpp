// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventquery.h"
#include "model/session/casesession.h"
#include "tests/model/casefile/casetesting.h"
#include "views/overview/countbutton.h"
#include "views/overview/countsection.h"
#include "views/overview/figurebutton.h"
#include "views/overview/linkbutton.h"
#include "views/overview/overviewcontent.h"
#include "views/overview/overviewpage.h"
#include "views/overview/sectionflow.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStackedLayout>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

class tst_OverviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); }
    void openedCaseIsShown();
    void numberLeadsToItsEvents();
    void everyNumberIsWhatItsClickShows();
    void everyLinkIsReachedByTab();
    void textFromTheLogIsPlain();
    void emptyCaseSaysSo();
    void unreadableCaseSaysSoAndCanBeTriedAgain();
    void closedWhileReadingIsNoTrouble();
    void endOfAnImportRefreshes();
    void longListIsShownOnDemand();
    void countWithoutAFilterIsNoLink();
    void columnsFollowTheWidth();

private:
    static QWidget *current(const OverviewPage &page)
    {
        return qobject_cast<QStackedLayout *>(page.layout())->currentWidget();
    }
    static bool isShown(const OverviewPage &page)
    {
        return qobject_cast<OverviewContent *>(current(page)) != nullptr;
    }
    static CountButton *button(const OverviewPage &page, const QString &label);
    QString makeCase(const QString &name, std::string_view log);

    QTemporaryDir m_folder;
    QString m_case;
};

QString tst_OverviewPage::makeCase(const QString &name, std::string_view log)
{
    const QString path = m_folder.filePath(name);
    const QString input = writeFile(m_folder, name + u".log"_s, log);
    if (!importLogs({.casePath = path, .inputs = {input}}, {})) {
        qFatal("cannot import");
    }
    return path;
}

CountButton *tst_OverviewPage::button(const OverviewPage &page, const QString &label)
{
    const QList<CountButton *> buttons = page.findChildren<CountButton *>();
    const auto found = std::ranges::find_if(buttons, [&label](const CountButton *one) {
        return one->accessibleName().startsWith(label + u':');
    });
    return found == buttons.end() ? nullptr : *found;
}

void tst_OverviewPage::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_case = makeCase(u"case"_s, auditLines(0, 100));
}

void tst_OverviewPage::openedCaseIsShown()
{
    CaseSession session;
    OverviewPage page(session);
    QVERIFY(!isShown(page));
    session.setCasePath(m_case);
    QTRY_VERIFY(isShown(page));
    QVERIFY(button(page, u"user0"_s));
    QVERIFY(button(page, u"configmaps"_s));
}

void tst_OverviewPage::numberLeadsToItsEvents()
{
    CaseSession session;
    OverviewPage page(session);
    session.setCasePath(m_case);
    QTRY_VERIFY(isShown(page));
    session.setTimeRange(1, 2);
    QSignalSpy shown(&page, &OverviewPage::showEvents);
    QTest::keyClick(button(page, u"user3"_s), Qt::Key_Return);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(session.filterText(), u"user=user3"_s);
    QVERIFY(!session.filter().fromUs);
}

/// In its own unit and with noise, whatever was chosen before.
void tst_OverviewPage::everyNumberIsWhatItsClickShows()
{
    QStringList logs;
    for (const QFileInfo &log : QDir(QStringLiteral(AUDITLOUPE_SAMPLE))
                                    .entryInfoList({u"*.log"_s, u"*.log.gz"_s}, QDir::Files)) {
        logs += log.filePath();
    }
    const QString path = m_folder.filePath(u"sample"_s);
    VERIFY_OK(importLogs({.casePath = path, .inputs = logs}, {}));
    CaseSession session;
    OverviewPage page(session);
    session.setCasePath(path);
    QTRY_VERIFY(isShown(page));
    QList<FlatButton *> numbers;
    for (FlatButton *number : page.findChildren<FlatButton *>()) {
        const bool isCount = qobject_cast<CountButton *>(number) != nullptr
            || qobject_cast<FigureButton *>(number) != nullptr;
        if (isCount && number->isLink()) {
            numbers += number;
        }
    }
    QVERIFY(numbers.size() > 30);
    CaseReader reader = CaseReader::open(path).value();
    int shown = 0;
    for (FlatButton *number : std::as_const(numbers)) {
        session.setUnit(shown % 2 == 0 ? Unit::Requests : Unit::Events);
        session.setNoise(Noise::Hidden);
        const QSignalSpy events(&page, &OverviewPage::showEvents);
        QTest::keyClick(number, Qt::Key_Return);
        if (events.isEmpty()) {
            continue; // leads to another page
        }
        ++shown;
        const QString count = QLocale().toString(countEvents(reader, session.filter(), {}).value());
        QVERIFY2(number->accessibleName().endsWith(u": "_s + count),
                 qPrintable(number->accessibleName() + u" is not "_s + count + u" of "_s
                            + session.filterText()));
    }
    QVERIFY(shown > 30);
}

void tst_OverviewPage::everyLinkIsReachedByTab()
{
    CaseSession session;
    OverviewPage page(session);
    session.setCasePath(m_case);
    QTRY_VERIFY(isShown(page));
    for (const CountButton *one : page.findChildren<CountButton *>()) {
        QCOMPARE(one->focusPolicy(), Qt::StrongFocus);
    }
    QVERIFY(page.findChildren<CountButton *>().size() > 8);
}

void tst_OverviewPage::textFromTheLogIsPlain()
{
    CaseSession session;
    OverviewPage page(session);
    session.setCasePath(m_case);
    QTRY_VERIFY(isShown(page));
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void tst_OverviewPage::emptyCaseSaysSo()
{
    const QString path = makeCase(u"empty"_s, "");
    CaseSession session;
    OverviewPage page(session);
    session.setCasePath(path);
    QTRY_VERIFY(!page.isLoading());
    QVERIFY(!isShown(page));
    QTRY_COMPARE(current(page)->findChild<QLabel *>()->text(), u"This case holds no events."_s);
}

void tst_OverviewPage::unreadableCaseSaysSoAndCanBeTriedAgain()
{
    CaseSession session;
    OverviewPage page(session);
    session.setCasePath(m_folder.filePath(u"is not there"_s));
    auto *again = current(page)->findChild<QPushButton *>();
    QTRY_COMPARE(again->text(), u"Try again"_s);
    QVERIFY(QFile::copy(m_case, m_folder.filePath(u"is not there"_s)));
    again->click();
    QTRY_VERIFY(isShown(page));
}

void tst_OverviewPage::closedWhileReadingIsNoTrouble()
{
    CaseSession session;
    {
        OverviewPage page(session);
        session.setCasePath(m_case);
    }
    OverviewPage page(session);
    session.setCasePath({});
    QVERIFY(!page.isLoading());
    QVERIFY(!isShown(page));
}

void tst_OverviewPage::endOfAnImportRefreshes()
{
    const QString path = makeCase(u"growing"_s, auditLines(0, 5));
    CaseSession session;
    OverviewPage page(session);
    session.setCasePath(path);
    QTRY_VERIFY(isShown(page));
    session.setImporting(true);
    const QString more = writeFile(m_folder, u"more.log"_s, auditLines(5, 50));
    VERIFY_OK(importLogs({.casePath = path, .inputs = {more}}, {}));
    session.setImporting(false);
    QTRY_VERIFY(button(page, u"configmaps"_s)->accessibleName() == u"configmaps: 50"_s);
}

void tst_OverviewPage::longListIsShownOnDemand()
{
    CountSection section(u"Many"_s, u"requests"_s);
    std::vector<OverviewCount> counts;
    for (int i = 0; i < 30; ++i) {
        counts.push_back({.label = QString::number(i), .count = 100 - i, .filter = u"verb=get"_s});
    }
    section.setCounts(counts, {});
    QCOMPARE(section.findChildren<CountButton *>().size(), 8);
    section.findChild<LinkButton *>()->click();
    QTRY_COMPARE(section.findChildren<CountButton *>().size(), 30);
    QTRY_VERIFY(!section.findChild<LinkButton *>());
}

void tst_OverviewPage::countWithoutAFilterIsNoLink()
{
    CountSection section(u"Clusters"_s, u"requests"_s);
    section.setCounts({{.label = u"unknown"_s, .count = 3}}, {});
    QCOMPARE(section.findChild<CountButton *>()->focusPolicy(), Qt::NoFocus);
    QSignalSpy requested(&section, &CountSection::filterRequested);
    QTest::mouseClick(section.findChild<CountButton *>(), Qt::LeftButton);
    QCOMPARE(requested.size(), 0);
}

void tst_OverviewPage::columnsFollowTheWidth()
{
    SectionFlow flow;
    std::vector<Section *> sections;
    for (int i = 0; i < 4; ++i) {
        sections.push_back(new Section(QString::number(i), {}));
        sections.back()->addText(u"text"_s);
        flow.addSection(sections.back());
    }
    flow.resize(320, 900);
    flow.show();
    QCOMPARE(sections[1]->x(), sections[0]->x());
    QVERIFY(sections[1]->y() > sections[0]->y());
    flow.resize(1000, 900);
    QVERIFY(sections[1]->x() > sections[0]->x());
    QCOMPARE(sections[1]->y(), sections[0]->y());
    QVERIFY(flow.heightForWidth(320) > flow.heightForWidth(1000));
}

QTEST_MAIN(tst_OverviewPage)
#include "tst_overviewpage.moc"
