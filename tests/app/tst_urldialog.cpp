// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/casecontroller.h"
#include "app/fetch/downloadfile.h"
#include "app/mainwindow.h"
#include "app/statusline.h"
#include "app/urldialog.h"
#include "model/casefile/caselibrary.h"
#include "model/session/casesession.h"
#include "tests/app/fetch/fetchtesting.h"
#include "tests/model/casefile/casetesting.h"
#include "views/common/messagebar.h"
#include "views/events/eventfeed.h"
#include "views/events/eventspage.h"

#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

namespace {

QPushButton *button(const QWidget &widget, const QString &text)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&').contains(text) && button->isVisibleTo(&widget)) {
            return button;
        }
    }
    return nullptr;
}

/// Everything the dialog says in its labels.
QString words(const QWidget &dialog)
{
    QString words;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&dialog)) {
            words += label->text() + u'\n';
        }
    }
    return words;
}

} // namespace

class tst_UrlDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void saysWhoWillBeContactedAndContactsNobody();
    void refusedUrlsAreNotDownloaded_data();
    void refusedUrlsAreNotDownloaded();
    void downloadsAllAndHandsThemOn();
    void redirectIsAskedFor();
    void brokenDownloadGoesOn();
    void brokenDownloadIsHandedOn();
    void stoppedDownloadIsKept();
    void hiddenDownloadGoesOnInTheStatusLine();
    void hiddenDownloadShowsItselfWhereItBreaks();
    void limitIsTaken();
    void textIsPlain();
    void windowOffersUrls_data();
    void windowOffersUrls();
    void downloadBecomesACase();
    void discardedCaseTakesItsDownloadAlong();
    void brokenDownloadOfACaseCanGoOn();
    void closingAsksWhileDownloading();

private:
    void press(UrlDialog &dialog, const QString &text)
    {
        QPushButton *wanted = button(dialog, text);
        QVERIFY(wanted);
        QVERIFY(wanted->isEnabled());
        wanted->click();
    }

    FetchPlace m_place;
    FileServer m_server{m_place.certificate()};
    const QByteArray m_log = QByteArray::fromStdString(auditLines(0, 100));
    int m_round = 0;
};

void tst_UrlDialog::initTestCase()
{
    QCoreApplication::setOrganizationName(u"auditloupe-test"_s);
    QCoreApplication::setApplicationName(u"tst_urldialog"_s);
    qputenv("XDG_CONFIG_HOME", m_place.filePath(u"config"_s).toUtf8());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_place.filePath(u"config"_s));
}

void tst_UrlDialog::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_place.useFolder(u"data%1"_s.arg(++m_round));
    QSettings().setValue(u"cases/onClose"_s, u"discard"_s);
    m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_log});
}

void tst_UrlDialog::saysWhoWillBeContactedAndContactsNobody()
{
    UrlDialog dialog;
    dialog.offer({});
    QVERIFY(dialog.isVisible());
    QVERIFY(!button(dialog, u"Download"_s)->isEnabled());
    dialog.offer({u"https://logs.example.com/a.log"_s,
                  u"https://b.s3.example.com/x?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60&"
                  "X-Amz-Signature=SECRET"_s});
    const QString said = words(dialog);
    QVERIFY2(said.contains(u"logs.example.com"_s) && said.contains(u"b.s3.example.com"_s),
             qPrintable(said));
    QVERIFY2(said.contains(u"2020-01-01 00:01 UTC"_s), qPrintable(said));
    QVERIFY(!said.contains(u"SECRET"_s));
    QVERIFY(button(dialog, u"Download"_s)->isEnabled());
    QVERIFY(!dialog.isRunning());
}

void tst_UrlDialog::refusedUrlsAreNotDownloaded_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("http://127.0.0.1/a.log") << u"https://"_s;
    QTest::newRow("audit.log") << u"no URL"_s;
    QTest::newRow("https://h.example/a?sig=***") << u"not kept"_s;
    QTest::newRow("https://h.example/a\ngs://bucket/b") << u"URL 2"_s;
}

void tst_UrlDialog::refusedUrlsAreNotDownloaded()
{
    QFETCH(const QString, word);
    UrlDialog dialog;
    dialog.offer({});
    dialog.findChild<QPlainTextEdit *>()->setPlainText(
        QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(words(dialog).contains(word), qPrintable(words(dialog)));
    QVERIFY(!button(dialog, u"Download"_s)->isEnabled());
}

void tst_UrlDialog::downloadsAllAndHandsThemOn()
{
    UrlDialog dialog;
    QSignalSpy fetched(&dialog, &UrlDialog::fetched);
    dialog.offer({m_server.url(u"/a.log"_s), m_server.url(u"/b.log"_s)});
    press(dialog, u"Download"_s);
    QTRY_COMPARE(fetched.size(), 1);
    const auto downloads = fetched[0][0].value<Downloads>();
    QCOMPARE(downloads.size(), 2U);
    for (const auto &[path, info] : downloads) {
        QCOMPARE(readFile(path), m_log);
        QVERIFY(info.isWhole);
    }
    QVERIFY(!dialog.isVisible());
    dialog.offer({});
    QVERIFY(dialog.findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
}

void tst_UrlDialog::redirectIsAskedFor()
{
    FileServer other(m_place.certificate(), u"127.0.0.2"_s);
    other.setReply({.body = m_log});
    m_server.setReply({.status = 302, .headers = {"Location: " + other.url(u"/x"_s).toUtf8()}});
    UrlDialog dialog;
    QSignalSpy fetched(&dialog, &UrlDialog::fetched);
    dialog.offer({m_server.url(u"/a.log"_s)});
    press(dialog, u"Download"_s);
    QTRY_VERIFY(dialog.findChild<QMessageBox *>());
    auto *box = dialog.findChild<QMessageBox *>();
    QVERIFY(box->text().contains(other.host()));
    QCOMPARE(other.requests().size(), 0);
    box->button(QMessageBox::Cancel)->click();
    QCOMPARE(other.requests().size(), 0);
    QVERIFY2(words(dialog).contains(other.host()), qPrintable(words(dialog)));
    QTRY_VERIFY(!dialog.findChild<QMessageBox *>());

    press(dialog, u"Try again"_s);
    QTRY_VERIFY(dialog.findChild<QMessageBox *>());
    dialog.findChild<QMessageBox *>()->defaultButton()->click();
    QTRY_COMPARE(fetched.size(), 1);
    QCOMPARE(fetched[0][0].value<Downloads>().begin()->second.redirects,
             QStringList{other.url(u"/x"_s)});
}

void tst_UrlDialog::brokenDownloadGoesOn()
{
    m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_log, .cutAfter = 20'000});
    UrlDialog dialog;
    QSignalSpy fetched(&dialog, &UrlDialog::fetched);
    dialog.offer({m_server.url(u"/a.log"_s)});
    press(dialog, u"Download"_s);
    QTRY_VERIFY(button(dialog, u"Try again"_s));
    QVERIFY2(words(dialog).contains(u"closed the connection"_s), qPrintable(words(dialog)));
    m_server.setHandler(rangeHandler(m_log, "\"one\""));
    press(dialog, u"Try again"_s);
    QTRY_COMPARE(fetched.size(), 1);
    QCOMPARE(readFile(fetched[0][0].value<Downloads>().begin()->first), m_log);
    QVERIFY(m_server.requests()[0].headers.contains("range"));
}

void tst_UrlDialog::brokenDownloadIsHandedOn()
{
    m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_log, .cutAfter = 20'000});
    UrlDialog dialog;
    QSignalSpy fetched(&dialog, &UrlDialog::fetched);
    dialog.offer({m_server.url(u"/a.log"_s)});
    QVERIFY(!button(dialog, u"Import what arrived"_s));
    press(dialog, u"Download"_s);
    QTRY_VERIFY(button(dialog, u"Import what arrived"_s));
    press(dialog, u"Import what arrived"_s);
    QCOMPARE(fetched.size(), 1);
    QVERIFY(!fetched[0][0].value<Downloads>().begin()->second.isWhole);
    dialog.offer({}); // the URL is still there, to go on with
    QCOMPARE(dialog.findChild<QPlainTextEdit *>()->toPlainText(), m_server.url(u"/a.log"_s));
}

void tst_UrlDialog::stoppedDownloadIsKept()
{
    m_server.setReply({.body = m_log, .cutAfter = 20'000, .isSilent = true});
    UrlDialog dialog;
    dialog.offer({m_server.url(u"/a.log"_s)});
    press(dialog, u"Download"_s);
    QTRY_COMPARE(m_server.requests().size(), 1);
    press(dialog, u"Stop"_s);
    QTRY_VERIFY(!dialog.isRunning());
    QVERIFY(dialog.isVisible());
    QTRY_VERIFY2(words(dialog).contains(u"Stopped"_s), qPrintable(words(dialog)));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void tst_UrlDialog::hiddenDownloadGoesOnInTheStatusLine()
{
    m_server.setReply(
        {.headers = {"ETag: \"one\""}, .body = m_log, .cutAfter = 20'000, .isSilent = true});
    MainWindow window;
    window.show();
    window.open({m_server.url(u"/a.log"_s)});
    auto *dialog = window.findChild<UrlDialog *>();
    press(*dialog, u"Download"_s);
    QTRY_VERIFY2(words(*dialog).contains(u" KiB"_s), qPrintable(words(*dialog))); // some arrived
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
    QVERIFY(dialog->isRunning());
    auto *status = window.findChild<StatusLine *>();
    QVERIFY(status->isVisible());
    QVERIFY(button(*status, u"Stop download"_s));
    button(*status, u"Stop download"_s)->click();
    QTRY_VERIFY(!dialog->isRunning());
    QTRY_VERIFY(dialog->isVisible()); // what arrived can be imported
    QVERIFY(button(*dialog, u"Import what arrived"_s));
    QVERIFY(!button(*status, u"Stop download"_s));
}

void tst_UrlDialog::hiddenDownloadShowsItselfWhereItBreaks()
{
    m_server.setReply({.status = 403});
    UrlDialog dialog;
    dialog.offer({m_server.url(u"/a.log"_s)});
    QSignalSpy ended(&dialog, &UrlDialog::ended);
    press(dialog, u"Download"_s);
    QVERIFY(dialog.isRunning());
    dialog.hide();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(dialog.isVisible());
    QVERIFY2(words(dialog).contains(u"403"_s), qPrintable(words(dialog)));
}

void tst_UrlDialog::limitIsTaken()
{
    m_server.setReply(
        {.headers = {"Content-Length: 2147483649"}, .body = m_log, .isLengthTold = false});
    UrlDialog dialog;
    dialog.findChild<QSpinBox *>()->setValue(2);
    dialog.offer({m_server.url(u"/a.log"_s)});
    press(dialog, u"Download"_s);
    QTRY_VERIFY(button(dialog, u"Try again"_s));
    QVERIFY2(words(dialog).contains(u"limit"_s), qPrintable(words(dialog)));
}

void tst_UrlDialog::textIsPlain()
{
    const UrlDialog dialog;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        QVERIFY2(label->textFormat() == Qt::PlainText || label->buddy(), qPrintable(label->text()));
    }
}

void tst_UrlDialog::windowOffersUrls_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("argument") << u"argument"_s;
    QTest::newRow("drop") << u"drop"_s;
    QTest::newRow("drop of text") << u"text"_s;
    QTest::newRow("paste") << u"paste"_s;
}

void tst_UrlDialog::windowOffersUrls()
{
    QFETCH(const QString, way);
    const QString url = m_server.url(u"/a.log"_s);
    MainWindow window;
    window.show();
    if (way == "argument"_L1) {
        window.open({url});
    } else if (way == "paste"_L1) {
        QGuiApplication::clipboard()->setText(u"  "_s + url + u"\n"_s);
        window.paste();
    } else {
        QMimeData data;
        if (way == "drop"_L1) {
            data.setUrls({QUrl(url)});
        } else {
            data.setText(url);
        }
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &drop);
    }
    auto *dialog = window.findChild<UrlDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(), url);
    QCoreApplication::processEvents();
    QVERIFY(!dialog->isRunning());
    QCOMPARE(m_server.requests().size(), 0);
}

void tst_UrlDialog::downloadBecomesACase()
{
    MainWindow window;
    window.show();
    window.open({m_server.url(u"/audit.log?sig=SECRET"_s)});
    press(*window.findChild<UrlDialog *>(), u"Download"_s);
    QTRY_VERIFY(window.session()->hasCase() && !window.session()->isImporting());
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), 100);
    const auto sources = CaseReader::open(window.session()->casePath())->sources().value();
    QCOMPARE(sources.size(), 1U);
    QVERIFY(sources[0].download);
    QCOMPARE(sources[0].download->url, m_server.url(u"/audit.log?sig=***"_s));
}

void tst_UrlDialog::discardedCaseTakesItsDownloadAlong()
{
    MainWindow window;
    window.show();
    window.open({m_server.url(u"/audit.log"_s)});
    press(*window.findChild<UrlDialog *>(), u"Download"_s);
    QTRY_VERIFY(window.session()->hasCase() && !window.session()->isImporting());
    const auto sources = CaseReader::open(window.session()->casePath())->sources().value();
    QVERIFY(QFile::exists(sources[0].path));
    window.cases()->close();
    QVERIFY(!window.session()->hasCase());
    QTRY_VERIFY(!QFile::exists(sources[0].path));
}

void tst_UrlDialog::brokenDownloadOfACaseCanGoOn()
{
    QSettings().setValue(u"cases/onClose"_s, u"keep"_s);
    m_server.setReply({.headers = {"ETag: \"one\""}, .body = m_log, .cutAfter = 20'000});
    const QString url = m_server.url(u"/audit.log"_s);
    QString casePath;
    {
        MainWindow window;
        window.show();
        window.open({url});
        auto *dialog = window.findChild<UrlDialog *>();
        press(*dialog, u"Download"_s);
        QTRY_VERIFY(button(*dialog, u"Import what arrived"_s));
        press(*dialog, u"Import what arrived"_s);
        QTRY_VERIFY(window.session()->hasCase() && !window.session()->isImporting());
        casePath = window.session()->casePath();
        auto *messages = window.findChild<MessageBar *>();
        QTRY_VERIFY(button(*messages, u"Go on"_s));
        QTRY_VERIFY(!window.findChild<QMessageBox *>());
        window.close();
    }
    // Another day: the case says what is missing, and knows where it was.
    MainWindow window;
    window.show();
    window.open({casePath});
    QTRY_VERIFY(window.session()->hasCase());
    auto *messages = window.findChild<MessageBar *>();
    QTRY_VERIFY(button(*messages, u"Go on"_s));
    QVERIFY2(messages->text().contains(u"broke off"_s), qPrintable(messages->text()));
    button(*messages, u"Go on"_s)->click();
    auto *dialog = window.findChild<UrlDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(), url);
    m_server.setHandler(rangeHandler(m_log, "\"one\""));
    press(*dialog, u"Download"_s);
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), 100); // of this case, unasked
    QTRY_VERIFY(!window.session()->isImporting());
    QVERIFY(!window.findChild<QMessageBox *>());
    QTRY_VERIFY(button(*messages, u"Details"_s));
    QVERIFY(!button(*messages, u"Go on"_s));
    const auto sources = CaseReader::open(casePath)->sources().value();
    QCOMPARE(sources.size(), 1U);
    QCOMPARE(sources[0].state, SourceState::Complete);
}

void tst_UrlDialog::closingAsksWhileDownloading()
{
    m_server.setReply({.body = m_log, .cutAfter = 20'000, .isSilent = true});
    MainWindow window;
    window.show();
    window.open({m_server.url(u"/audit.log"_s)});
    press(*window.findChild<UrlDialog *>(), u"Download"_s);
    QTRY_COMPARE(m_server.requests().size(), 1);
    QVERIFY(!window.close());
    auto *box = window.findChild<QMessageBox *>();
    QVERIFY(box);
    box->defaultButton()->click();
    QTRY_VERIFY(!window.isVisible());
}

QTEST_MAIN(tst_UrlDialog)
#include "tst_urldialog.moc"
