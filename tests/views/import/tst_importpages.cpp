// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/rejectedtablemodel.h"
#include "model/casefile/sourcetablemodel.h"
#include "model/import/skippedtablemodel.h"
#include "model/session/casesession.h"
#include "model/sources/inputstream.h"
#include "model/sources/logformats.h"
#include "tests/model/casefile/casetesting.h"
#include "views/import/formatdialog.h"
#include "views/import/hexdump.h"
#include "views/import/importsummary.h"
#include "views/import/rejectedjobs.h"
#include "views/import/rejectedpage.h"
#include "views/import/sourcespage.h"
#include "views/overview/figurebutton.h"
#include "views/overview/linkbutton.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeWidget>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

class tst_ImportPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); }
    void hexDumpShowsPlaceBytesAndText();
    void plainLinesEscapesWhatDeceives();
    void rejectedLinesComePageByPage();
    void rejectedPageShowsPlaceReasonAndBytes();
    void credentialsStayMaskedUntilRevealed();
    void rejectedLinesAreExportedForTheOwnerAlone();
    void sourcesPageShowsTheHash();
    void sourceLeadsToItsEvents();
    void clusterIsNamedByHand();
    void earlierFilesOfASourceAreTold();
    void summaryNamesSkippedFilesAndLeadsToRejectedLines();
    void summaryOfNothingNewSaysSo();
    void skippedFileCanBeReadAs();
    void sourceCanBeReadAgainAs();
    void formatIsChosenFromAll();
    void summaryTellsKnownFiles();
    void tablesAreSoundModels();

private:
    static QString joinedTexts(const QWidget &page);

    QTemporaryDir m_folder;
    QString m_case;
    QString m_log;
    ImportReport m_report;
};

QString tst_ImportPages::joinedTexts(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        texts += label->text();
    }
    return texts.join(u'\n');
}

void tst_ImportPages::initTestCase()
{
    QVERIFY(m_folder.isValid());
    std::string log = auditLines(0, 20);
    log += R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata"})"
           "\n";
    log += R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Request","requestObject":)"
           R"({"kind":"Secret","apiVersion":"v1","data":{"password":"aHVudGVyMmh1bnRlcjI="}}})"
           "\n";
    m_log = writeFile(m_folder, u"logs/audit.log"_s, log);
    writeFile(m_folder, u"logs/readme.txt"_s, "This is no log at all.\n");
    m_case = m_folder.filePath(u"case"_s);
    const Result<ImportReport> report =
        importLogs({.casePath = m_case, .inputs = {m_folder.filePath(u"logs"_s)}}, {});
    VERIFY_OK(report);
    m_report = *report;
    QCOMPARE(m_report.rejected, 2);
    QVERIFY(!m_report.skipped.empty());
}

void tst_ImportPages::hexDumpShowsPlaceBytesAndText()
{
    QCOMPARE(hexDump("{\"a\":\x01\xff", 256),
             u"00000100  7b 22 61 22 3a 01 ff                              {\"a\":.."_s);
    QCOMPARE(hexDump(QByteArray(17, 'x'), 0).count(u'\n'), 1);
    QCOMPARE(hexDump({}, 0), QString());
}

void tst_ImportPages::plainLinesEscapesWhatDeceives()
{
    const QString text = plainLines("one\ntwo \xe2\x80\xae three\n");
    QCOMPARE(text.count(u'\n'), 1);
    QVERIFY(!text.contains(QChar(0x202e)));
    QVERIFY(text.startsWith(u"one\ntwo "_s));
}

void tst_ImportPages::rejectedLinesComePageByPage()
{
    RejectedTableModel model;
    const QAbstractItemModelTester tester(&model);
    QSignalSpy needed(&model, &RejectedTableModel::moreNeeded);
    model.reset();
    model.fetchMore({}); // the tester may have asked already
    QCOMPARE(needed.size(), 1);
    QCOMPARE(needed.last().first().toLongLong(), 0);
    QVERIFY(!model.canFetchMore({}));
    std::vector<RejectedLine> lines(RejectedTableModel::PageSize);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].id = std::int64_t(i) + 10;
    }
    model.append(lines);
    QCOMPARE(model.rowCount(), RejectedTableModel::PageSize);
    model.fetchMore({});
    QCOMPARE(needed.last().first().toLongLong(), lines.back().id);
    model.append({{.id = 9999, .line = 7, .reason = u"why"_s, .bytes = "a\nb"}});
    QVERIFY(!model.canFetchMore({}));
    const auto cell = [&model](RejectedTableModel::Column column) {
        return model.index(RejectedTableModel::PageSize, int(column)).data().toString();
    };
    QCOMPARE(cell(RejectedTableModel::Column::Line), u"7"_s);
    QCOMPARE(cell(RejectedTableModel::Column::Reason), u"why"_s);
    QVERIFY(!cell(RejectedTableModel::Column::Bytes).contains(u'\n'));
}

void tst_ImportPages::rejectedPageShowsPlaceReasonAndBytes()
{
    CaseSession session;
    session.setCasePath(m_case);
    RejectedPage page(session);
    page.show();
    const auto *table = page.findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), int(m_report.rejected));
    const auto *bytes = page.findChild<QPlainTextEdit *>();
    QTRY_VERIFY(bytes->toPlainText().contains(u"audit.k8s.io/v1"_s));
    QCOMPARE(table->model()->index(0, int(RejectedTableModel::Column::Line)).data().toInt(), 21);
    QVERIFY(!table->model()
                 ->index(0, int(RejectedTableModel::Column::Reason))
                 .data()
                 .toString()
                 .isEmpty());
    page.findChild<QCheckBox *>()->click();
    QVERIFY(bytes->toPlainText().contains(u"7b 22 6b 69 6e 64"_s));
}

void tst_ImportPages::credentialsStayMaskedUntilRevealed()
{
    CaseSession session;
    session.setCasePath(m_case);
    RejectedPage page(session);
    page.show();
    auto *table = page.findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), int(m_report.rejected));
    table->selectRow(table->model()->rowCount() - 1);
    const auto *bytes = page.findChild<QPlainTextEdit *>();
    QTRY_VERIFY(bytes->toPlainText().contains(u"requestObject"_s));
    QVERIFY(!bytes->toPlainText().contains(u"aHVudGVy"_s));
    const QModelIndex preview = table->model()->index(table->model()->rowCount() - 1,
                                                      int(RejectedTableModel::Column::Bytes));
    QVERIFY(!preview.data().toString().contains(u"aHVudGVy"_s));
    session.setRevealsCredentials(true);
    QVERIFY(bytes->toPlainText().contains(u"aHVudGVy"_s));
}

void tst_ImportPages::rejectedLinesAreExportedForTheOwnerAlone()
{
    QThreadPool pool;
    const QString target = m_folder.filePath(u"rejected.log"_s);
    QFuture<Result<std::int64_t>> future = exportRejected(pool, {.casePath = m_case}, target, {});
    VERIFY_OK(future.result());
    QCOMPARE(*future.result(), m_report.rejected);
    QCOMPARE(readFile(target).count('\n'), m_report.rejected);
    QVERIFY(!(QFile::permissions(target) & (QFile::ReadGroup | QFile::ReadOther)));
}

void tst_ImportPages::sourcesPageShowsTheHash()
{
    CaseSession session;
    session.setCasePath(m_case);
    SourcesPage page(session);
    page.show();
    const QString hash = QString::fromLatin1(sha256Of(m_log).toHex());
    QTRY_VERIFY(joinedTexts(page).contains(hash));
    QVERIFY(joinedTexts(page).contains(m_log));
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void tst_ImportPages::sourceLeadsToItsEvents()
{
    CaseSession session;
    session.setCasePath(m_case);
    SourcesPage page(session);
    page.show();
    QTRY_VERIFY(page.findChildren<LinkButton *>().size() == 3);
    QSignalSpy events(&page, &SourcesPage::showEvents);
    QSignalSpy rejected(&page, &SourcesPage::showRejected);
    page.findChildren<LinkButton *>()[0]->click();
    QCOMPARE(events.size(), 1);
    QCOMPARE(session.filter().condition.test.values, std::vector{m_log.toStdString()});
    QSignalSpy evidence(&page, &SourcesPage::showEvidence);
    page.findChildren<LinkButton *>()[1]->click();
    QCOMPARE(evidence.size(), 1);
    page.findChildren<LinkButton *>()[2]->click();
    QCOMPARE(rejected.size(), 1);
}

void tst_ImportPages::clusterIsNamedByHand()
{
    const QString casePath = m_folder.filePath(u"named.auditcase"_s);
    QVERIFY(QFile::copy(m_case, casePath));
    CaseSession session;
    session.setCasePath(casePath);
    SourcesPage page(session);
    page.show();
    auto *table = page.findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QAction *edit = table->actions().at(1);
    QCOMPARE(edit->shortcut(), QKeySequence(Qt::Key_F2));
    session.setImporting(true);
    QVERIFY(!edit->isEnabled());
    session.setImporting(false);
    QTRY_VERIFY(edit->isEnabled());
    edit->trigger();
    auto *editor = table->findChild<QLineEdit *>();
    QVERIFY(editor != nullptr);
    editor->setText(u"east"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    const auto cell = [table] {
        return table->model()->index(0, int(SourceTableModel::Column::Cluster)).data().toString();
    };
    QTRY_COMPARE(cell(), u"east"_s);
    QVERIFY(joinedTexts(page).contains(u"east (by the user)"_s));
    CaseReader reader = std::move(CaseReader::open(casePath).value());
    QCOMPARE(reader.sources()->front().clusterFrom, ToldBy::User);
}

void tst_ImportPages::earlierFilesOfASourceAreTold()
{
    const QString casePath = m_folder.filePath(u"grown.auditcase"_s);
    const QString log = writeFile(m_folder, u"grown.log"_s, auditLines(0, 5));
    const QString hash = QString::fromLatin1(sha256Of(log).toHex());
    VERIFY_OK(importLogs({.casePath = casePath, .inputs = {log}}, {}));
    writeFile(m_folder, u"grown.log"_s, auditLines(0, 9));
    VERIFY_OK(importLogs({.casePath = casePath, .inputs = {log}}, {}));
    CaseSession session;
    session.setCasePath(casePath);
    SourcesPage page(session);
    page.show();
    QTRY_VERIFY(joinedTexts(page).contains(hash));
}

void tst_ImportPages::summaryNamesSkippedFilesAndLeadsToRejectedLines()
{
    ImportSummary summary;
    summary.setReport(m_report, QTimeZone(QTimeZone::UTC));
    summary.show();
    QVERIFY(joinedTexts(summary).contains(u"Imported in "_s));
    const QList<QTableView *> tables = summary.findChildren<QTableView *>();
    const bool named = std::ranges::any_of(tables, [](const QTableView *table) {
        return table->isVisible()
            && table->model()->index(0, 0).data().toString().endsWith(u"readme.txt"_s);
    });
    QVERIFY(named);
    QSignalSpy rejected(&summary, &ImportSummary::showRejected);
    for (FigureButton *figure : summary.findChildren<FigureButton *>()) {
        if (figure->isLink()) {
            figure->click();
        }
    }
    QCOMPARE(rejected.size(), 1);
}

void tst_ImportPages::skippedFileCanBeReadAs()
{
    ImportSummary summary;
    const SkippedFile member{.path = u"/e/logs.zip"_s + MemberSign + u"a.txt"_s};
    summary.setReport({.skipped = {m_report.skipped.front(), member}}, QTimeZone(QTimeZone::UTC));
    const auto tables = summary.findChildren<QTableView *>();
    const auto table = std::ranges::find_if(tables, [](const QTableView *view) {
        return qobject_cast<SkippedTableModel *>(view->model()) != nullptr;
    });
    QVERIFY(table != tables.end());
    QAction *readAs = (*table)->actions().at(0);
    QSignalSpy requested(&summary, &ImportSummary::readAsRequested);
    readAs->trigger(); // nothing is selected
    (*table)->selectRow(1);
    readAs->trigger(); // no file of its own
    QCOMPARE(requested.size(), 0);
    (*table)->selectRow(0);
    readAs->trigger();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), m_report.skipped.front().path);
}

void tst_ImportPages::sourceCanBeReadAgainAs()
{
    CaseSession session;
    session.setCasePath(m_case);
    SourcesPage page(session);
    page.show();
    auto *table = page.findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QSignalSpy requested(&page, &SourcesPage::readAsRequested);
    QAction *readAs = table->actions().at(2);
    QTRY_VERIFY(readAs->isEnabled());
    readAs->trigger();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), m_log);
}

void tst_ImportPages::formatIsChosenFromAll()
{
    auto *dialog = new FormatDialog(u"a.log"_s);
    const QPointer<FormatDialog> guard(dialog);
    QSignalSpy chosen(dialog, &FormatDialog::chosen);
    dialog->show();
    QVERIFY(joinedTexts(*dialog).contains(u"a.log"_s));
    auto *list = dialog->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), static_cast<int>(logFormats().size()));
    list->setCurrentItem(list->findItems(u"cri"_s, Qt::MatchExactly).value(0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"cri"_s);
    QTRY_VERIFY(!guard);
}

void tst_ImportPages::summaryTellsKnownFiles()
{
    ImportSummary summary;
    const KnownFile file{.path = u"/l/audit-1.log"_s,
                         .importedAs = u"/l/audit.log"_s,
                         .kind = KnownFile::Kind::Grown,
                         .newEvents = 7};
    summary.setReport({.events = 7, .known = {file}}, QTimeZone(QTimeZone::UTC));
    QVERIFY(joinedTexts(summary).contains(knownFileText(file)));
    summary.setReport({.known = {file}}, QTimeZone(QTimeZone::UTC));
    QVERIFY(joinedTexts(summary).contains(u"Nothing new"_s));
}

void tst_ImportPages::summaryOfNothingNewSaysSo()
{
    ImportSummary summary;
    summary.setReport({.duplicates = 5}, QTimeZone(QTimeZone::UTC));
    QVERIFY(joinedTexts(summary).contains(u"Nothing new"_s));
    summary.setReport({.events = 3, .elapsedSeconds = 2, .cancelled = true},
                      QTimeZone(QTimeZone::UTC));
    QVERIFY(joinedTexts(summary).contains(u"cancelled after 2"_s));
}

void tst_ImportPages::tablesAreSoundModels()
{
    SourceTableModel sources;
    const QAbstractItemModelTester sourceTester(&sources);
    sources.setSources(m_report.sources);
    sources.setTimeZone(QTimeZone(QTimeZone::UTC));
    QCOMPARE(sources.rowCount(), int(m_report.sources.size()));
    SkippedTableModel skipped;
    const QAbstractItemModelTester skippedTester(&skipped);
    skipped.setFiles(m_report.skipped);
    QCOMPARE(skipped.rowCount(), int(m_report.skipped.size()));
}

QTEST_MAIN(tst_ImportPages)
#include "tst_importpages.moc"
