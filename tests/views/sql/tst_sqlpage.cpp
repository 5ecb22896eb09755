// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/session/casesession.h"
#include "tests/model/casefile/casetesting.h"
#include "views/sql/sqleditor.h"
#include "views/sql/sqlpage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

class tst_SqlPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void statementGivesRows();
    void errorPutsTheCursorAtItsPlace();
    void runningStatementIsCancelled();
    void activatedRowNamesItsEvent();
    void rowsAreCopiedWithTheirNames();
    void anotherCaseForgetsTheRows();

private:
    void run(const QString &sql);
    bool says(const QString &text) const;

    QTemporaryDir m_folder;
    QString m_case;
    std::unique_ptr<CaseSession> m_session;
    std::unique_ptr<SqlPage> m_page;
    SqlEditor *m_editor = nullptr;
    QTableView *m_table = nullptr;
};

void tst_SqlPage::initTestCase()
{
    m_case = m_folder.filePath(u"case.auditcase"_s);
    const QString input = writeFile(m_folder, u"audit.log"_s, auditLines(0, 100));
    VERIFY_OK(importLogs({.casePath = m_case, .inputs = {input}}, {}));
}

void tst_SqlPage::init()
{
    m_page.reset();
    m_session = std::make_unique<CaseSession>();
    m_session->setCasePath(m_case);
    m_page = std::make_unique<SqlPage>(m_session.get());
    m_editor = m_page->findChild<SqlEditor *>();
    m_table = m_page->findChild<QTableView *>();
    m_page->resize(900, 600);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void tst_SqlPage::run(const QString &sql)
{
    m_editor->setPlainText(sql);
    m_editor->setFocus();
    QTest::keyClick(m_editor, Qt::Key_Return, Qt::ControlModifier);
}

bool tst_SqlPage::says(const QString &text) const
{
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&text](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

void tst_SqlPage::statementGivesRows()
{
    run(u"SELECT auditID FROM events"_s);
    QTRY_COMPARE(m_table->model()->rowCount(), 100);
    QVERIFY(m_table->isVisible());
    QVERIFY(says(u"100 row"_s));
    run(u"SELECT auditID FROM events WHERE 1 = 0"_s);
    QTRY_VERIFY(says(u"No row."_s));
}

void tst_SqlPage::errorPutsTheCursorAtItsPlace()
{
    run(u"SELECT 1,\n nothing\nFROM events"_s);
    QTRY_VERIFY(says(u"nothing"_s));
    QCOMPARE(m_editor->textCursor().blockNumber(), 1);
    QCOMPARE(m_editor->textCursor().positionInBlock(), 1);
}

void tst_SqlPage::runningStatementIsCancelled()
{
    run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s);
    QPushButton *cancel = nullptr;
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        cancel = button->text() == u"Cancel"_s ? button : cancel;
    }
    QVERIFY(cancel);
    QVERIFY(cancel->isEnabled());
    cancel->click();
    QTRY_VERIFY(says(u"Cancelled."_s));
    QVERIFY(!cancel->isEnabled());
}

void tst_SqlPage::activatedRowNamesItsEvent()
{
    const QSignalSpy requested(m_page.get(), &SqlPage::eventRequested);
    run(u"SELECT verb, id FROM events WHERE id = 42"_s);
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
    m_table->setCurrentIndex(m_table->model()->index(0, 0));
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().value<EventId>(), EventId{42});
}

void tst_SqlPage::rowsAreCopiedWithTheirNames()
{
    run(u"SELECT 1 AS one, NULL AS none, 'a' AS text UNION ALL SELECT 2, 3, 'b'"_s);
    QTRY_COMPARE(m_table->model()->rowCount(), 2);
    m_table->selectAll();
    m_table->setFocus();
    QTest::keySequence(m_table, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"one\tnone\ttext\n1\tNULL\ta\n2\t3\tb\n"_s);
}

void tst_SqlPage::anotherCaseForgetsTheRows()
{
    run(u"SELECT auditID FROM events"_s);
    QTRY_COMPARE(m_table->model()->rowCount(), 100);
    m_session->setCasePath({});
    QCOMPARE(m_table->model()->rowCount(), 0);
    QVERIFY(!m_table->isVisible());
}

QTEST_MAIN(tst_SqlPage)
#include "tst_sqlpage.moc"
