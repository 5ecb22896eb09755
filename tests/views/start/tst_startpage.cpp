// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/recentcases.h"
#include "views/overview/linkbutton.h"
#include "views/start/applicationicon.h"
#include "views/start/recentbutton.h"
#include "views/start/startpage.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_StartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void buttonsSayWhatWasChosen();
    void recentCaseIsOpened();
    void missingCaseIsNotOpenedAndCanBeForgotten();
    void everythingIsReachedByTab();
    void textIsPlain();
    void iconHasEverySize();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_StartPage::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QCoreApplication::setOrganizationName(u"auditloupe-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    QSettings().clear();
}

void tst_StartPage::buttonsSayWhatWasChosen()
{
    StartPage page;
    page.show();
    QSignalSpy files(&page, &StartPage::openFiles);
    QSignalSpy folder(&page, &StartPage::openFolder);
    QSignalSpy url(&page, &StartPage::openUrl);
    QSignalSpy sample(&page, &StartPage::openSample);
    const QList<QPushButton *> buttons = page.findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 3);
    QTest::keyClick(buttons[0], Qt::Key_Space);
    QTest::keyClick(buttons[1], Qt::Key_Space);
    QTest::keyClick(buttons[2], Qt::Key_Space);
    QTest::keyClick(page.findChild<LinkButton *>(), Qt::Key_Space);
    QCOMPARE(files.size(), 1);
    QCOMPARE(folder.size(), 1);
    QCOMPARE(url.size(), 1);
    QCOMPARE(sample.size(), 1);
}

void tst_StartPage::recentCaseIsOpened()
{
    const QString path = m_folder->filePath(u"friday.auditcase"_s);
    QVERIFY(QFile(path).open(QIODevice::WriteOnly | QIODevice::NewOnly));
    rememberCase(path, 4711);
    StartPage page;
    page.show();
    QTRY_COMPARE(page.findChildren<RecentButton *>().size(), 1);
    auto *button = page.findChild<RecentButton *>();
    QVERIFY(button->accessibleName().contains(u"friday"_s));
    QSignalSpy opened(&page, &StartPage::openCase);
    QTest::keyClick(button, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), path);
}

void tst_StartPage::missingCaseIsNotOpenedAndCanBeForgotten()
{
    rememberCase(m_folder->filePath(u"gone.auditcase"_s), 1);
    StartPage page;
    page.show();
    QTRY_COMPARE(page.findChildren<RecentButton *>().size(), 1);
    auto *button = page.findChild<RecentButton *>();
    QVERIFY(button->accessibleName().contains(u"missing"_s));
    QSignalSpy opened(&page, &StartPage::openCase);
    button->click();
    QCOMPARE(opened.size(), 0);
    button->actions().first()->trigger();
    QTRY_VERIFY(page.findChildren<RecentButton *>().isEmpty());
    QVERIFY(recentCases().empty());
}

void tst_StartPage::everythingIsReachedByTab()
{
    StartPage page;
    for (const QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
    }
}

void tst_StartPage::textIsPlain()
{
    rememberCase(m_folder->filePath(u"<b>bold</b>.auditcase"_s), 1);
    StartPage page;
    page.show();
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        QVERIFY(label->textFormat() == Qt::PlainText || !label->pixmap().isNull());
    }
}

void tst_StartPage::iconHasEverySize()
{
    const QIcon icon = applicationIcon();
    for (const int size : {16, 48, 512}) {
        const QImage image = icon.pixmap(QSize(size, size), 1.0).toImage();
        QCOMPARE(image.size(), QSize(size, size));
        QVERIFY(image.pixelColor(size / 2, size / 2).alpha() > 0);
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    }
}

QTEST_MAIN(tst_StartPage)
#include "tst_startpage.moc"
