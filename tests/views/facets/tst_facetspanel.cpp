// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importer.h"
#include "model/query/facettreemodel.h"
#include "model/session/casesession.h"
#include "tests/testsupport.h"
#include "views/facets/facetdelegate.h"
#include "views/facets/facetspanel.h"
#include "views/facets/facetview.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

namespace {

using Model = FacetTreeModel;

QByteArray eventLine(int number, const QByteArray &verb, const QByteArray &user,
                     const QByteArray &name)
{
    return R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"id-)"
        + QByteArray::number(number) + R"(","stage":"ResponseComplete","requestURI":"/x","verb":")"
        + verb + R"(","user":{"username":")" + user
        + R"("},"sourceIPs":["10.0.0.1"],"userAgent":"kubectl/v1.30","objectRef":{"resource":)"
          R"("pods","namespace":"prod","name":")"
        + name
        + R"("},"responseStatus":{"code":200},"requestReceivedTimestamp":)"
          R"("2026-11-20T10:00:00.000000Z","stageTimestamp":"2026-11-20T10:00:00.000000Z"})"
        + "\n";
}

/// 20 events: 12 get, 6 list, 2 delete; jane has every second one; each pod has its name.
QString makeCase(const QString &folder, int events = 20)
{
    QFile log(folder + u"/audit.log"_s);
    if (!log.open(QIODevice::WriteOnly)) {
        return {};
    }
    for (int i = 0; i < events; ++i) {
        const QByteArray verb = i % 10 == 0 ? "delete" : i % 10 < 4 ? "list" : "get";
        log.write(eventLine(i, verb, i % 2 == 0 ? "jane" : "bob",
                            "pod-" + QByteArray::number(i).rightJustified(3, '0')));
    }
    log.close();
    const ImportRequest request{.casePath = folder + u"/a.auditcase"_s, .inputs = {log.fileName()}};
    return importLogs(request, {}) ? request.casePath : QString();
}

struct Panel
{
    explicit Panel(const QString &casePath = {})
    {
        panel.resize(260, 900);
        panel.show();
        panel.activateWindow();
        isActive = QTest::qWaitForWindowActive(&panel);
        session.setCasePath(casePath);
        view->setFocus();
    }

    QModelIndex facet(const char *field) const { return model->indexOf(findField(field)); }

    /// "get 12", "list 6", …
    QStringList rows(const char *field) const
    {
        QStringList texts;
        const QModelIndex parent = facet(field);
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            const QVariant count = index.data(Model::CountRole);
            texts += index.data().toString()
                + (count.isNull() ? QString() : u" %1"_s.arg(count.toLongLong()));
        }
        return texts;
    }

    QModelIndex value(const char *field, const QString &text) const
    {
        const QModelIndex parent = facet(field);
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            if (index.data().toString() == text) {
                return index;
            }
        }
        return {};
    }

    Standing standing(const char *field, const QString &text) const
    {
        return value(field, text).data(Model::StandingRole).value<Standing>();
    }

    void click(const QModelIndex &index, Qt::KeyboardModifiers modifiers = {},
               Qt::MouseButton button = Qt::LeftButton) const
    {
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), button, modifiers,
                          view->visualRect(index).center() - QPoint(40, 0));
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(view, key, modifiers);
    }

    CaseSession session;
    FacetsPanel panel{&session};
    FacetTreeModel *model = panel.model();
    FacetView *view = panel.view();
    bool isActive = false;
};

} // namespace

class tst_FacetsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void showsCountsOfTheCase();
    void clickIncludesAndTakesBack();
    void altLeavesOutAndShiftIsOnly();
    void severalValuesBecomeAList();
    void wordOnlyTakesThisValueAlone();
    void keysDoAllOfIt();
    void menuDoesAllOfIt();
    void middleClickAsksForATab();
    void countsFollowTheFilter();
    void closedFacetsAreNotCounted();
    void moreShowsTheRest();
    void searchFindsWithin();
    void rowsThatStayKeepTheirPlace();
    void hiddenPanelDoesNotCount();
    void problemIsSaid();
    void openFacetsAreRemembered();
    void placesAreShownWhereThereAreSeveral();

private:
    QTemporaryDir m_folder;
    QString m_case;
};

void tst_FacetsPanel::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"auditloupe-test"_s);
    QCoreApplication::setApplicationName(u"tst_facetspanel"_s);
    m_case = makeCase(m_folder.path());
    QVERIFY(!m_case.isEmpty());
}

void tst_FacetsPanel::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    QSettings().clear();
}

void tst_FacetsPanel::showsCountsOfTheCase()
{
    Panel panel(m_case);
    const QAbstractItemModelTester tester(panel.model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(panel.rows("verb"), (QStringList{u"get 12"_s, u"list 6"_s, u"delete 2"_s}));
    QCOMPARE(panel.rows("user"), (QStringList{u"bob 10"_s, u"jane 10"_s}));
    QCOMPARE(panel.rows("agent.family"), QStringList{u"kubectl 20"_s});
    QCOMPARE(panel.value("verb", u"get"_s).data(Model::ShareRole).toDouble(), 1.0);
    QCOMPARE(panel.value("verb", u"list"_s).data(Model::ShareRole).toDouble(), 0.5);
    const QString spoken = panel.value("verb", u"get"_s).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u"get"_s) && spoken.contains(u"12"_s), qPrintable(spoken));
}

void tst_FacetsPanel::clickIncludesAndTakesBack()
{
    Panel panel(m_case);
    QTRY_VERIFY(panel.value("verb", u"list"_s).isValid());
    panel.click(panel.value("verb", u"list"_s));
    QCOMPARE(panel.session.filterText(), u"verb=list"_s);
    QCOMPARE(panel.standing("verb", u"list"_s), Standing::Included);
    panel.click(panel.value("verb", u"list"_s));
    QVERIFY(panel.session.filter().isEmpty());
    QCOMPARE(panel.standing("verb", u"list"_s), Standing::Open);
}

void tst_FacetsPanel::altLeavesOutAndShiftIsOnly()
{
    Panel panel(m_case);
    QTRY_VERIFY(panel.value("verb", u"list"_s).isValid());
    panel.click(panel.value("verb", u"get"_s), Qt::AltModifier);
    QCOMPARE(panel.session.filterText(), u"not verb=get"_s);
    QCOMPARE(panel.standing("verb", u"get"_s), Standing::Excluded);
    panel.click(panel.value("verb", u"list"_s), Qt::AltModifier);
    QCOMPARE(panel.session.filterText(), u"not verb=get and not verb=list"_s);
    panel.click(panel.value("verb", u"get"_s), Qt::AltModifier);
    QCOMPARE(panel.session.filterText(), u"not verb=list"_s);
    panel.click(panel.value("verb", u"get"_s), Qt::ShiftModifier);
    QCOMPARE(panel.session.filterText(), u"verb=get"_s);
}

void tst_FacetsPanel::severalValuesBecomeAList()
{
    Panel panel(m_case);
    QTRY_VERIFY(panel.value("verb", u"list"_s).isValid());
    panel.click(panel.value("verb", u"list"_s));
    panel.click(panel.value("verb", u"delete"_s));
    QCOMPARE(panel.session.filterText(), u"verb in (list, delete)"_s);
    // The others are still there, with the numbers that choosing them would bring.
    QTRY_VERIFY(panel.value("verb", u"get"_s).data(Model::WholeRole).toBool());
    QCOMPARE(panel.rows("verb"), (QStringList{u"get 12"_s, u"list 6"_s, u"delete 2"_s}));
    QCOMPARE(panel.rows("user"), (QStringList{u"bob 4"_s, u"jane 4"_s}));
    panel.click(panel.value("verb", u"list"_s));
    QCOMPARE(panel.session.filterText(), u"verb=delete"_s);
}

void tst_FacetsPanel::wordOnlyTakesThisValueAlone()
{
    Panel panel(m_case);
    QTRY_VERIFY(panel.value("verb", u"list"_s).isValid());
    panel.click(panel.value("verb", u"list"_s));
    const QModelIndex deletions = panel.value("verb", u"delete"_s);
    QStyleOptionViewItem option;
    option.initFrom(panel.view);
    option.font = panel.view->font();
    option.fontMetrics = panel.view->fontMetrics();
    option.rect = panel.view->visualRect(deletions);
    QTest::mouseClick(panel.view->viewport(), Qt::LeftButton, {},
                      FacetDelegate::actionPlace(option, deletions).center());
    QCOMPARE(panel.session.filterText(), u"verb=delete"_s);
}

void tst_FacetsPanel::keysDoAllOfIt()
{
    Panel panel(m_case);
    QVERIFY(panel.isActive);
    QTRY_VERIFY(panel.value("verb", u"list"_s).isValid());
    panel.view->setCurrentIndex(panel.facet("verb"));
    panel.press(Qt::Key_Down);
    panel.press(Qt::Key_Down);
    QCOMPARE(panel.view->currentIndex(), panel.value("verb", u"list"_s));
    panel.press(Qt::Key_Space);
    QCOMPARE(panel.session.filterText(), u"verb=list"_s);
    panel.press(Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(panel.session.filterText(), u"not verb=list"_s);
    panel.press(Qt::Key_Delete);
    QVERIFY(panel.session.filter().isEmpty());
    panel.press(Qt::Key_Up);
    panel.press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(panel.session.filterText(), u"verb=get"_s);
    panel.press(Qt::Key_Return);
    QVERIFY(panel.session.filter().isEmpty());
    panel.view->setCurrentIndex(panel.facet("verb"));
    panel.press(Qt::Key_Left);
    QVERIFY(!panel.view->isExpanded(panel.facet("verb")));
    panel.press(Qt::Key_Return);
    QVERIFY(panel.view->isExpanded(panel.facet("verb")));
    const QSignalSpy tabs(panel.view, &FacetView::tabRequested);
    panel.view->setCurrentIndex(panel.value("verb", u"get"_s));
    panel.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(tabs.size(), 1);
}

void tst_FacetsPanel::menuDoesAllOfIt()
{
    Panel panel(m_case);
    QTRY_VERIFY(panel.value("verb", u"list"_s).isValid());
    const auto choose = [&panel](const QModelIndex &index, int entry) {
        panel.view->setCurrentIndex(index);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(panel.view->viewport(), &event);
        auto *menu = panel.view->findChild<QMenu *>(Qt::FindDirectChildrenOnly);
        QVERIFY(menu);
        menu->actions().at(entry)->trigger();
        delete menu;
    };
    choose(panel.value("verb", u"list"_s), 0);
    QCOMPARE(panel.session.filterText(), u"verb=list"_s);
    choose(panel.value("verb", u"list"_s), 0); // leaving it out comes first now
    QCOMPARE(panel.session.filterText(), u"not verb=list"_s);
    choose(panel.value("verb", u"get"_s), 2);
    QCOMPARE(panel.session.filterText(), u"verb=get"_s);
    choose(panel.facet("verb"), 1);
    QVERIFY(panel.session.filter().isEmpty());
}

void tst_FacetsPanel::middleClickAsksForATab()
{
    Panel panel(m_case);
    QTRY_VERIFY(panel.value("verb", u"list"_s).isValid());
    const QSignalSpy tabs(&panel.panel, &FacetsPanel::tabRequested);
    panel.click(panel.value("verb", u"list"_s), {}, Qt::MiddleButton);
    QCOMPARE(tabs.size(), 1);
    QCOMPARE(tabs.front().front().toString(), u"verb=list"_s);
    QVERIFY(panel.session.filter().isEmpty());
}

void tst_FacetsPanel::countsFollowTheFilter()
{
    Panel panel(m_case);
    const QAbstractItemModelTester tester(panel.model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    VERIFY_OK(panel.session.setFilterText(u"user=jane and verb glob *e*"_s));
    QTRY_COMPARE(panel.rows("verb"), (QStringList{u"get 6"_s, u"delete 2"_s}));
    QCOMPARE(panel.rows("user"), (QStringList{u"jane 8"_s, u"bob 6"_s}));
    panel.session.goBack();
    QTRY_COMPARE(panel.rows("verb"), (QStringList{u"get 12"_s, u"list 6"_s, u"delete 2"_s}));
    VERIFY_OK(panel.session.setFilterText(u"pod-003"_s)); // a text, so that bytes are read
    QTRY_COMPARE(panel.rows("verb"), QStringList{u"list 1"_s});
}

void tst_FacetsPanel::closedFacetsAreNotCounted()
{
    Panel panel(m_case);
    QTRY_VERIFY(panel.value("verb", u"list"_s).isValid());
    QVERIFY(!panel.view->isExpanded(panel.facet("code")));
    QVERIFY(panel.facet("code").data(Model::CountRole).isNull());
    panel.view->expand(panel.facet("code"));
    QTRY_COMPARE(panel.rows("code"), QStringList{u"200 20"_s});
    QCOMPARE(panel.facet("code").data(Model::CountRole).toInt(), 1);
}

void tst_FacetsPanel::moreShowsTheRest()
{
    Panel panel(m_case);
    panel.view->expand(panel.facet("name"));
    QTRY_COMPARE(panel.rows("name").size(), 9);
    const QModelIndex more = panel.model->index(8, 0, panel.facet("name"));
    QCOMPARE(more.data(Model::RowRole).value<Model::Row>(), Model::Row::More);
    QVERIFY2(more.data().toString().contains(u"12"_s), qPrintable(more.data().toString()));
    panel.click(more);
    QCOMPARE(panel.rows("name").size(), 20);
    QCOMPARE(panel.rows("name").last(), u"pod-019 1"_s);
}

void tst_FacetsPanel::searchFindsWithin()
{
    const QTemporaryDir folder;
    Panel panel(makeCase(folder.path(), 300)); // more than are listed without a search
    panel.view->expand(panel.facet("name"));
    QTRY_COMPARE(panel.rows("name").size(), 9);
    panel.view->setCurrentIndex(panel.facet("name"));
    panel.press(Qt::Key_Slash);
    auto *search = panel.view->findChild<QLineEdit *>();
    QVERIFY(search);
    QTRY_VERIFY(search->hasFocus());
    QVERIFY(!search->accessibleName().isEmpty());
    QTest::keyClicks(search, u"POD-29"_s);
    QTRY_COMPARE(panel.rows("name").mid(1, 3),
                 (QStringList{u"pod-290 1"_s, u"pod-291 1"_s, u"pod-292 1"_s}));
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(panel.view->hasFocus());
    QCOMPARE(panel.view->currentIndex().data().toString(), u"pod-290"_s);
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.session.filterText(), u"name=pod-290"_s);
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(panel.rows("name").first(), u"pod-000 1"_s);
    QVERIFY(panel.rows("name").contains(u"pod-290 1"_s)); // it is chosen
}

void tst_FacetsPanel::rowsThatStayKeepTheirPlace()
{
    Panel panel(m_case);
    QTRY_VERIFY(panel.value("user", u"jane"_s).isValid());
    const QPersistentModelIndex jane = panel.value("user", u"jane"_s);
    panel.panel.resize(260, 200); // so that there is something to scroll
    panel.view->scrollTo(jane);
    panel.click(jane);
    const int top = panel.view->visualRect(jane).top();
    panel.session.includeCondition(u"verb=delete"_s);
    QTRY_COMPARE(panel.rows("outcome").size(), 1);
    QTRY_VERIFY(jane.data(Model::WholeRole).toBool());
    QVERIFY(jane.isValid());
    QCOMPARE(panel.view->currentIndex(), QModelIndex(jane));
    QCOMPARE(panel.view->visualRect(jane).top(), top);
}

void tst_FacetsPanel::hiddenPanelDoesNotCount()
{
    Panel panel(m_case);
    QTRY_VERIFY(panel.value("verb", u"list"_s).isValid());
    panel.panel.hide();
    VERIFY_OK(panel.session.setFilterText(u"user=jane"_s));
    QVERIFY(!panel.value("verb", u"list"_s).data(Model::WholeRole).toBool());
    panel.panel.show();
    QTRY_COMPARE(panel.rows("verb"), (QStringList{u"get 6"_s, u"delete 2"_s, u"list 2"_s}));
}

void tst_FacetsPanel::problemIsSaid()
{
    Panel panel(m_folder.filePath(u"no-such.auditcase"_s));
    QTRY_VERIFY(!panel.rows("verb").isEmpty() && panel.rows("verb").first().contains(u"no-such"_s));
}

void tst_FacetsPanel::openFacetsAreRemembered()
{
    {
        Panel panel(m_case);
        panel.view->collapse(panel.facet("verb"));
        panel.view->expand(panel.facet("code"));
        panel.panel.saveSettings();
    }
    Panel panel(m_case);
    QVERIFY(!panel.view->isExpanded(panel.facet("verb")));
    QVERIFY(panel.view->isExpanded(panel.facet("code")));
    QTRY_COMPARE(panel.rows("code"), QStringList{u"200 20"_s});
}

void tst_FacetsPanel::placesAreShownWhereThereAreSeveral()
{
    const QTemporaryDir folder;
    QFile log(folder.filePath(u"east.log"_s));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write(eventLine(100, "get", "eve", "x"));
    log.close();
    const QString path = makeCase(folder.path());
    Panel panel(path);
    QTRY_VERIFY(panel.value("verb", u"list"_s).isValid());
    QVERIFY(!panel.facet("cluster").isValid());
    VERIFY_OK(importLogs({.casePath = path, .inputs = {log.fileName()}, .cluster = u"east"_s}, {}));
    panel.session.announceContent();
    QTRY_VERIFY(panel.facet("cluster").isValid());
    panel.view->expand(panel.facet("cluster"));
    QTRY_COMPARE(panel.rows("cluster").first(), u"east 1"_s);
    QCOMPARE(panel.rows("cluster").size(), 2);
    panel.click(panel.model->index(1, 0, panel.facet("cluster")));
    QCOMPARE(panel.session.filterText(), u"cluster=\"\""_s);
}

QTEST_MAIN(tst_FacetsPanel)
#include "tst_facetspanel.moc"
