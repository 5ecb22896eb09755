// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/session/casesession.h"
#include "tests/model/casefile/casetesting.h"
#include "views/questions/questiondialog.h"
#include "views/questions/questionmenu.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

class tst_QuestionMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void questionBecomesTheFilter();
    void blanksComeFromTheSelectedEvent();
    void nothingIsAskedWhileSomethingIsMissing();
    void unreadableCaseSaysSo();

private:
    static QAction *action(const QuestionMenu &menu, const QString &title);
    static QPushButton *askButton(const QuestionDialog &dialog);

    QTemporaryDir m_folder;
    QString m_case;
    CaseSession m_session;
    QWidget m_window;
};

QAction *tst_QuestionMenu::action(const QuestionMenu &menu, const QString &title)
{
    const QList<QAction *> actions = menu.actions();
    const auto found = std::ranges::find(actions, title, &QAction::text);
    return found == actions.end() ? nullptr : *found;
}

QPushButton *tst_QuestionMenu::askButton(const QuestionDialog &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"&Ask"_s) {
            return button;
        }
    }
    return nullptr;
}

void tst_QuestionMenu::initTestCase()
{
    m_case = m_folder.filePath(u"case.auditcase"_s);
    VERIFY_OK(importLogs({.casePath = m_case, .inputs = {QStringLiteral(AUDITLOUPE_SAMPLE)}}, {}));
    m_session.setCasePath(m_case);
    m_window.show();
}

void tst_QuestionMenu::questionBecomesTheFilter()
{
    QuestionMenu menu(&m_session, &m_window);
    const QSignalSpy asked(&menu, &QuestionMenu::asked);
    action(menu, u"Who was denied?"_s)->trigger();
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(m_session.filterText(), u"outcome=denied"_s);
    action(menu, u"Who did what on the last day?"_s)->trigger();
    QTRY_COMPARE(asked.size(), 2);
    QVERIFY(m_session.filterText().startsWith(u"user.kind=human and time>=2"_s));
}

void tst_QuestionMenu::blanksComeFromTheSelectedEvent()
{
    Result<CaseReader> reader = CaseReader::open(m_case);
    VERIFY_OK(reader);
    std::vector<EventId> ids;
    const Result<Filter> filter =
        parseFilter(u"verb=delete and resource=configmaps and ns=production"_s);
    VERIFY_OK(selectEvents(*reader, *filter, {}, {}, [&ids](std::span<const EventId> found) {
        ids.assign(found.begin(), found.end());
        return true;
    }));
    QVERIFY(!ids.empty());
    m_session.setSelectedEvent(ids.front());

    QuestionMenu menu(&m_session, &m_window);
    const QSignalSpy asked(&menu, &QuestionMenu::asked);
    action(menu, u"Who touched this object?"_s)->trigger();
    QTRY_VERIFY(m_window.findChild<QuestionDialog *>());
    auto *dialog = m_window.findChild<QuestionDialog *>();
    const QList<QLineEdit *> edits = dialog->findChildren<QLineEdit *>();
    QCOMPARE(edits.size(), 3);
    QCOMPARE(edits[0]->text(), u"configmaps"_s);
    QCOMPARE(edits[1]->text(), u"production"_s);
    QCOMPARE(edits[2]->text(), u"web-config"_s);
    edits[2]->setText(u"other config"_s);
    askButton(*dialog)->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(m_session.filterText(),
             u"resource=configmaps and ns=production and name=\"other config\""_s);
    QTRY_VERIFY(!m_window.findChild<QuestionDialog *>());
}

void tst_QuestionMenu::nothingIsAskedWhileSomethingIsMissing()
{
    m_session.setSelectedEvent(EventId{0});
    QuestionMenu menu(&m_session, &m_window);
    action(menu, u"What did … do?"_s)->trigger();
    QTRY_VERIFY(m_window.findChild<QuestionDialog *>());
    auto *dialog = m_window.findChild<QuestionDialog *>();
    QVERIFY(!askButton(*dialog)->isEnabled());
    dialog->findChild<QLineEdit *>()->setText(u"jane"_s);
    QVERIFY(askButton(*dialog)->isEnabled());
    dialog->reject();
    QTRY_VERIFY(!m_window.findChild<QuestionDialog *>());
}

void tst_QuestionMenu::unreadableCaseSaysSo()
{
    CaseSession session;
    session.setCasePath(m_folder.filePath(u"missing.auditcase"_s));
    QuestionMenu menu(&session, &m_window);
    const QSignalSpy failed(&menu, &QuestionMenu::failed);
    action(menu, u"Who was denied?"_s)->trigger();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(u"missing.auditcase"_s));
    QVERIFY(session.filterText().isEmpty());
}

QTEST_MAIN(tst_QuestionMenu)
#include "tst_questionmenu.moc"
