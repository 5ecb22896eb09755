// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/casereader.h"
#include "tests/app/windowtesting.h"
#include "tests/testsupport.h"
#include "views/common/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

using namespace auditloupe;
using namespace auditloupe::testing;

class tst_Pasting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTestSettings(u"tst_pasting"_s); }
    void init() { beginWindowTest(); }
    void cleanup() { endWindowTest(); }
    void pastedEventsBecomeACase_data();
    void pastedEventsBecomeACase();
    void pastingAsksWhereItGoes();
    void pastingNoEventsIsSaid_data();
    void pastingNoEventsIsSaid();
    void pieceWithoutAnIdIsRejectedInWords();
    void textFieldsKeepPasting();
    void pastedFileIsOpened();

private:
    QTemporaryDir m_folder;
};

void tst_Pasting::pastedEventsBecomeACase_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("salvaged");
    const QByteArray one = eventLine(1, "get", "jane");
    QByteArray many;
    for (int i = 0; i < 2000; ++i) {
        many += eventLine(i, "get", "jane");
    }
    QTest::newRow("one event") << one.trimmed() << 1 << 0;
    QTest::newRow("over several lines")
        << QJsonDocument::fromJson(one).toJson(QJsonDocument::Indented) << 1 << 0;
    QTest::newRow("many lines") << many << 2000 << 0;
    QTest::newRow("a fragment") << one.first(one.indexOf(",\"stageTimestamp")) << 1 << 1;
    QTest::newRow("without its beginning") << one.sliced(30).trimmed() << 1 << 1;
    QTest::newRow("beside other text") << "see below:\r\n\r\n" + one + "\r\n– jäne 🙂\n" << 1 << 0;
}

void tst_Pasting::pastedEventsBecomeACase()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, events);
    QFETCH(const int, salvaged);
    MainWindow window;
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    QTest::keySequence(&window, QKeySequence::Paste);
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), events);
    QTRY_VERIFY(!window.session()->isImporting());
    Result<CaseReader> reader = CaseReader::open(window.session()->casePath());
    QCOMPARE(reader->summary()->salvaged, salvaged);
    const SourceInfo source = reader->sources().value().front();
    QCOMPARE(source.path, u"Pasted text"_s);
    QCOMPARE(source.state, SourceState::Complete);
    QCOMPARE(source.bytes, text.size());
    QCOMPARE(source.sha256, QCryptographicHash::hash(text, QCryptographicHash::Sha256));
    QVERIFY(window.session()->casePath().contains(u"Pasted text"_s));
}

void tst_Pasting::pastingAsksWhereItGoes()
{
    MainWindow window;
    openLog(window, m_folder, 20);
    const QString path = window.session()->casePath();
    QGuiApplication::clipboard()->setText(QString::fromUtf8(eventLine(100, "get", "jane")));
    window.paste();
    auto *box = window.findChild<QMessageBox *>();
    QVERIFY(box);
    const auto buttons = box->buttons();
    const auto add = std::ranges::find(buttons, u"Add to this case"_s, &QAbstractButton::text);
    QVERIFY(add != buttons.end());
    (*add)->click();
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), 21);
    QTRY_VERIFY(!window.session()->isImporting());
    QCOMPARE(window.session()->casePath(), path);
}

void tst_Pasting::pastingNoEventsIsSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QString() << u"The clipboard holds no text"_s;
    QTest::newRow("blanks") << u" \n\n"_s << u"The clipboard holds no text"_s;
    QTest::newRow("prose") << u"Dear all"_s << u"Pasted text: No audit event was found"_s;
}

void tst_Pasting::pastingNoEventsIsSaid()
{
    QFETCH(const QString, text);
    QFETCH(const QString, said);
    MainWindow window;
    window.show();
    QGuiApplication::clipboard()->setText(text);
    window.paste();
    auto *messages = window.findChild<MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    QVERIFY2(messages->text().startsWith(said), qPrintable(messages->text()));
    QTRY_VERIFY(!window.session()->hasCase());
    QVERIFY(QDir(*caseFolder()).isEmpty(QDir::Files));
}

void tst_Pasting::pieceWithoutAnIdIsRejectedInWords()
{
    MainWindow window;
    window.show();
    QGuiApplication::clipboard()->setText(
        u"\"verb\":\"get\",\"stageTimestamp\":\"2026-11-20T00:00:01.000000Z\"}"_s);
    window.paste();
    QTRY_VERIFY(window.session()->hasCase() && !window.session()->isImporting());
    CaseReader reader = std::move(CaseReader::open(window.session()->casePath()).value());
    const auto rejected = reader.rejected(0, 10);
    VERIFY_OK(rejected);
    QCOMPARE(rejected->size(), 1U);
    QCOMPARE(rejected->front().reason, u"a piece of an event without its auditID"_s);
}

void tst_Pasting::textFieldsKeepPasting()
{
    MainWindow window;
    openLog(window, m_folder, 20);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.focusFilter();
    QWidget *field = QApplication::focusWidget();
    QVERIFY(field);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(eventLine(100, "get", "jane")));
    QTest::keySequence(field, QKeySequence::Paste);
    QVERIFY(!window.findChild<QMessageBox *>());
    QCOMPARE(window.events()->feed()->model()->rowCount(), 20);
}

void tst_Pasting::pastedFileIsOpened()
{
    MainWindow window;
    window.show();
    auto *files = new QMimeData; // the clipboard's
    files->setUrls({QUrl::fromLocalFile(writeLog(m_folder, u"copied.log"_s, 10))});
    QGuiApplication::clipboard()->setMimeData(files);
    window.paste();
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), 10);
    QTRY_VERIFY(!window.session()->isImporting());
}

QTEST_MAIN(tst_Pasting)
#include "tst_pasting.moc"
