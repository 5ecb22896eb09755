// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidencetablemodel.h"
#include "model/evidence/findingtext.h"
#include "model/session/casesession.h"
#include "tests/model/casefile/casetesting.h"
#include "views/evidence/evidencepage.h"
#include "views/evidence/findingview.h"
#include "views/overview/countbutton.h"
#include "views/overview/linkbutton.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

namespace {

QString corpus(const QString &name)
{
    return QStringLiteral(AUDITLOUPE_TEST_CORPUS "/evidence/") + name;
}

QString joinedTexts(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&page)) {
            texts += label->text();
        }
    }
    return texts.join(u'\n');
}

LinkButton *link(const QWidget &page, const QString &text)
{
    const auto links = page.findChildren<LinkButton *>();
    const auto found = std::ranges::find_if(links, [&](const LinkButton *button) {
        return button->text() == text && button->isVisibleTo(&page);
    });
    return found == links.end() ? nullptr : *found;
}

} // namespace

class tst_EvidencePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutCaseItSaysSo();
    void looksOnlyWhenItIsLookedAt();
    void singleSourceIsShownAtOnce();
    void severalSourcesBeginWithAllOfThem();
    void kindLeadsToItsSource();
    void findingLeadsToItsEvents();
    void mentionSelectsTheEvent();
    void rejectedReasonLeadsToTheBytes();
    void importMakesItLookAgain();
    void fileIsComparedOnRequestOnly();
    void copiesPlainText();
    void everyLinkCanBeReachedByTab();
    void longListsAreFolded();
    void tableIsASoundModel();

private:
    void open(const QStringList &inputs);
    void show(EvidencePage &page);

    QTemporaryDir m_folder;
    int m_cases = 0;
    std::unique_ptr<CaseSession> m_session;
};

void tst_EvidencePage::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s));
    m_session = std::make_unique<CaseSession>();
}

void tst_EvidencePage::open(const QStringList &inputs)
{
    const QString path = m_folder.filePath(u"case%1"_s.arg(++m_cases));
    VERIFY_OK(importLogs({.casePath = path, .inputs = inputs}, {}));
    m_session->setCasePath(path);
}

void tst_EvidencePage::show(EvidencePage &page)
{
    page.resize(1200, 900);
    page.show();
    QTRY_VERIFY(page.findChild<QTableView *>()->isVisibleTo(&page));
}

void tst_EvidencePage::withoutCaseItSaysSo()
{
    EvidencePage page(*m_session);
    page.show();
    QVERIFY(joinedTexts(page).contains(u"No case is open."_s));
    QVERIFY(!page.isLoading());
}

void tst_EvidencePage::looksOnlyWhenItIsLookedAt()
{
    EvidencePage page(*m_session);
    open({corpus(u"rotation"_s)});
    QVERIFY(!page.isLoading());
    show(page);
}

void tst_EvidencePage::singleSourceIsShownAtOnce()
{
    open({corpus(u"stage-field.log"_s)});
    EvidencePage page(*m_session);
    show(page);
    const QString texts = joinedTexts(page);
    QVERIFY(texts.contains(findingTitle(FindingKind::StageField)));
    QVERIFY(texts.contains(findingMeaning(FindingKind::StageField)));
    QVERIFY(texts.contains(findingInnocence(FindingKind::StageField)));
    QCOMPARE(page.findChildren<FindingView *>().size(), 1);
}

void tst_EvidencePage::severalSourcesBeginWithAllOfThem()
{
    open({corpus(u"piece-missing"_s)});
    EvidencePage page(*m_session);
    show(page);
    auto *table = page.findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), 4);
    QCOMPARE(table->currentIndex().row(), 0);
    QVERIFY(joinedTexts(page).contains(u"All sources"_s));
    QCOMPARE(table->model()->index(0, int(EvidenceTableModel::Column::Missing)).data(),
             QVariant(1));
}

void tst_EvidencePage::kindLeadsToItsSource()
{
    open({corpus(u"piece-missing"_s)});
    EvidencePage page(*m_session);
    show(page);
    const auto kinds = page.findChildren<CountButton *>();
    QCOMPARE(kinds.size(), 1);
    kinds[0]->click();
    QCOMPARE(page.findChild<QTableView *>()->currentIndex().row(), 2);
    QTRY_VERIFY(joinedTexts(page).contains(findingMeaning(FindingKind::PieceMissing)));
}

void tst_EvidencePage::findingLeadsToItsEvents()
{
    open({corpus(u"open-request.log"_s)});
    EvidencePage page(*m_session);
    show(page);
    const QSignalSpy events(&page, &EvidencePage::showEvents);
    LinkButton *show = link(page, u"Show in the events"_s);
    QVERIFY(show != nullptr);
    show->click();
    QCOMPARE(events.size(), 1);
    QVERIFY(m_session->filterText().startsWith(u"stage=RequestReceived and last=1"_s));
    QVERIFY(m_session->filter().toUs);
}

void tst_EvidencePage::mentionSelectsTheEvent()
{
    open({corpus(u"spaces.log"_s)});
    EvidencePage page(*m_session);
    show(page);
    const QSignalSpy details(&page, &EvidencePage::showDetails);
    const auto *finding = page.findChild<FindingView *>();
    const auto links = finding->findChildren<LinkButton *>();
    QCOMPARE(links.size(), 1);
    links[0]->click();
    QCOMPARE(details.size(), 1);
    QCOMPARE(m_session->selectedEvent(), EventId{2});
}

void tst_EvidencePage::rejectedReasonLeadsToTheBytes()
{
    open({corpus(u"rejected.log"_s)});
    EvidencePage page(*m_session);
    show(page);
    const QSignalSpy rejected(&page, &EvidencePage::showRejected);
    page.findChild<CountButton *>()->click();
    LinkButton *bytes = link(page, u"Show their bytes"_s);
    QVERIFY(bytes != nullptr);
    bytes->click();
    QCOMPARE(rejected.size(), 2);
    QCOMPARE(rejected[0][0].value<SourceId>(), SourceId{1});
}

void tst_EvidencePage::importMakesItLookAgain()
{
    open({corpus(u"spaces.log"_s)});
    EvidencePage page(*m_session);
    show(page);
    m_session->setImporting(true);
    QVERIFY(joinedTexts(page).contains(u"An import is running."_s));
    VERIFY_OK(importLogs(
        {.casePath = m_session->casePath(), .inputs = {corpus(u"key-order.log"_s)}}, {}));
    m_session->setImporting(false);
    QTRY_COMPARE(page.findChild<QTableView *>()->model()->rowCount(), 3);
}

void tst_EvidencePage::fileIsComparedOnRequestOnly()
{
    const QString path = writeFile(m_folder, u"growing.log"_s, auditLines(0, 9));
    open({path});
    EvidencePage page(*m_session);
    show(page);
    QVERIFY(joinedTexts(page).contains(u"Not compared yet."_s));
    writeFile(m_folder, u"growing.log"_s, auditLines(0, 10));
    link(page, u"Compare with the file as it is now"_s)->click();
    QTRY_VERIFY(joinedTexts(page).contains(fileChangeText(FileChange::Grown)));
    // Seen once, it stays known while another source is looked at.
    m_session->setTimeZone(QTimeZone(3600));
    QTRY_VERIFY(joinedTexts(page).contains(fileChangeText(FileChange::Grown)));
}

void tst_EvidencePage::copiesPlainText()
{
    open({corpus(u"spaces.log"_s)});
    EvidencePage page(*m_session);
    show(page);
    page.findChild<QPushButton *>(u"copy"_s)->click();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(u"spaces.log"_s));
    QVERIFY(text.contains(findingTitle(FindingKind::Spaces)));
    QVERIFY(!text.contains(u'<'));
}

void tst_EvidencePage::everyLinkCanBeReachedByTab()
{
    open({corpus(u"open-request.log"_s)});
    EvidencePage page(*m_session);
    show(page);
    page.activateWindow();
    QSet<QWidget *> unreached;
    for (LinkButton *button : page.findChildren<LinkButton *>()) {
        if (button->isVisibleTo(&page)) {
            unreached.insert(button);
        }
    }
    QVERIFY(!unreached.isEmpty());
    page.findChild<QTableView *>()->setFocus();
    for (int i = 0; i < 40 && !unreached.isEmpty(); ++i) {
        QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
        unreached.remove(page.focusWidget());
    }
    QVERIFY(unreached.isEmpty());
}

void tst_EvidencePage::longListsAreFolded()
{
    std::string lines;
    for (int n = 0; n < 60; ++n) {
        std::string line = auditLine(n);
        lines += line.insert(line.find(R"("level")"), " ") + '\n';
    }
    open({writeFile(m_folder, u"spaced.log"_s, lines)});
    EvidencePage page(*m_session);
    show(page);
    const auto views = page.findChildren<FindingView *>();
    const auto spaces =
        std::ranges::find(views, findingTitle(FindingKind::Spaces), &QWidget::accessibleName);
    QVERIFY(spaces != views.end());
    const auto visible = [&] {
        return std::ranges::count_if(
            (*spaces)->findChildren<LinkButton *>(), [](const LinkButton *button) {
                return button->text().contains(u"ResponseComplete"_s) && button->isVisible();
            });
    };
    QCOMPARE(visible(), 3);
    LinkButton *more = link(page, u"Show 47 more"_s);
    QVERIFY(more != nullptr);
    more->click();
    QCOMPARE(visible(), 50);
    QVERIFY(joinedTexts(page).contains(u"And further ones: 10"_s));
}

void tst_EvidencePage::tableIsASoundModel()
{
    EvidenceTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEvidence({{.source = {.id = SourceId{4}, .path = u"/a/b.log"_s}}});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(SourceId{4}), 0);
    QVERIFY(model.at(0) != nullptr);
    model.setEvidence({{.source = {.id = SourceId{4}}}, {.source = {.id = SourceId{7}}}});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowOf(SourceId{7}), 2);
    QCOMPARE(model.rowOf(SourceId{1}), -1);
    QVERIFY(model.at(0) == nullptr);
    model.setEvidence({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(tst_EvidencePage)
#include "tst_evidencepage.moc"
