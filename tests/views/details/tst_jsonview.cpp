// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/caserows.h"
#include "views/details/jsoncopy.h"
#include "views/details/jsonpage.h"
#include "views/details/jsonsearchbar.h"
#include "views/details/jsonview.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace auditloupe;
using namespace Qt::StringLiterals;

namespace {

const std::string Small = R"({"a":{"b":[1,2,{"c":"x"}],"d":{}},"e":9007199254740993})";

bool isLineVisible(const JsonView &view, int line)
{
    return view.document()->findBlockByNumber(line).isVisible();
}

int lineOf(const JsonView &view, const QString &text)
{
    const QStringList lines = view.toPlainText().split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i].contains(text)) {
            return i;
        }
    }
    return -1;
}

void moveTo(JsonView &view, int line)
{
    view.setTextCursor(QTextCursor(view.document()->findBlockByNumber(line)));
}

std::uint32_t nodeAt(const JsonPage &page, int line)
{
    return page.lines.at(static_cast<std::size_t>(line)).node;
}

} // namespace

class tst_JsonView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void layoutKeepsEveryCharacter();
    void foldHidesAndUnfoldShows();
    void keyboardFolds();
    void foldAllKeepsTheOutermostOpen();
    void managedFieldsBeginFolded();
    void sameShapeKeepsThePlace();
    void searchCountsAndWraps();
    void searchOpensFolds();
    void searchFindsWhatIsShortened();
    void hostileTextStaysPlainAndVisible();
    void damagedTextIsShownWhole();
    void deepTextIsLaidOut();
    void longPagesHaveNoColours();
    void copiesInAllForms();
};

void tst_JsonView::layoutKeepsEveryCharacter()
{
    const JsonPage page = makeJsonPage(Small);
    QString joined = page.text;
    joined.remove(u'\n').remove(u' ');
    QCOMPARE(joined, QString::fromStdString(Small));
    QVERIFY(page.text.contains(u"9007199254740993"_s));
    QCOMPARE(page.text.count(u'\n') + 1, static_cast<qsizetype>(page.lines.size()));
}

void tst_JsonView::foldHidesAndUnfoldShows()
{
    JsonView view;
    view.setPage(makeJsonPage(Small));
    const int list = lineOf(view, u"\"b\""_s);
    QVERIFY(view.isFoldable(list));
    QVERIFY(!view.isFoldable(lineOf(view, u"\"d\""_s)));
    view.setFolded(list, true);
    QVERIFY(isLineVisible(view, list));
    QVERIFY(!isLineVisible(view, list + 1));
    QVERIFY(isLineVisible(view, lineOf(view, u"\"d\""_s)));
    view.setFolded(list, false);
    QVERIFY(isLineVisible(view, list + 1));
}

void tst_JsonView::keyboardFolds()
{
    JsonView view;
    view.setPage(makeJsonPage(Small));
    const int list = lineOf(view, u"\"b\""_s);
    moveTo(view, list);
    QTest::keyClick(&view, Qt::Key_Left);
    QVERIFY(view.isFolded(list));
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(!view.isFolded(list));
    QTest::keyClick(&view, Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(view.isFolded(list));
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(view.currentLine(), lineOf(view, u"\"a\""_s));
}

void tst_JsonView::foldAllKeepsTheOutermostOpen()
{
    JsonView view;
    view.setPage(makeJsonPage(Small));
    view.foldAll();
    QVERIFY(isLineVisible(view, lineOf(view, u"\"a\""_s)));
    QVERIFY(isLineVisible(view, lineOf(view, u"\"e\""_s)));
    QVERIFY(!isLineVisible(view, lineOf(view, u"\"b\""_s)));
    view.unfoldAll();
    QVERIFY(isLineVisible(view, lineOf(view, u"\"c\""_s)));
}

void tst_JsonView::managedFieldsBeginFolded()
{
    JsonView view;
    view.setPage(makeJsonPage(R"({"metadata":{"managedFields":[{"manager":"x"}],"name":"n"}})"));
    QVERIFY(!isLineVisible(view, lineOf(view, u"manager\""_s)));
    QVERIFY(isLineVisible(view, lineOf(view, u"\"name\""_s)));
}

void tst_JsonView::sameShapeKeepsThePlace()
{
    JsonView view;
    view.setPage(makeJsonPage(R"({"a":{"b":"masked"},"c":[1]})"));
    moveTo(view, lineOf(view, u"\"b\""_s));
    view.setFolded(lineOf(view, u"\"c\""_s), true);
    view.setPage(makeJsonPage(R"({"a":{"b":"revealed"},"c":[2]})"));
    QCOMPARE(view.currentLine(), lineOf(view, u"revealed"_s));
    QVERIFY(view.isFolded(lineOf(view, u"\"c\""_s)));
    view.setPage(makeJsonPage(Small));
    QCOMPARE(view.currentLine(), 0);
    QVERIFY(isLineVisible(view, lineOf(view, u"\"c\""_s)));
}

void tst_JsonView::searchCountsAndWraps()
{
    QWidget window;
    auto *view = new JsonView(&window);
    JsonSearchBar bar(view, &window);
    view->setPage(makeJsonPage(R"({"one":"Pod","two":"pod","three":["pod"]})"));
    bar.open();
    bar.findChild<QLineEdit *>()->setText(u"pod"_s);
    QCOMPARE(bar.countText(), u"1 of 3"_s);
    bar.findPrevious();
    QCOMPARE(bar.countText(), u"3 of 3"_s);
    bar.findNext();
    QCOMPARE(bar.countText(), u"1 of 3"_s);
    QCOMPARE(view->textCursor().selectedText(), u"Pod"_s);
    QCOMPARE(view->extraSelections().size(), 3);
    bar.findChild<QLineEdit *>()->setText(u"nowhere"_s);
    QCOMPARE(bar.countText(), u"Not found"_s);
}

void tst_JsonView::searchOpensFolds()
{
    QWidget window;
    auto *view = new JsonView(&window);
    JsonSearchBar bar(view, &window);
    view->setPage(makeJsonPage(Small));
    view->foldAll();
    bar.open();
    bar.findChild<QLineEdit *>()->setText(u"\"c\""_s);
    QVERIFY(isLineVisible(*view, lineOf(*view, u"\"c\""_s)));
}

void tst_JsonView::searchFindsWhatIsShortened()
{
    QWidget window;
    auto *view = new JsonView(&window);
    JsonSearchBar bar(view, &window);
    view->setPage(makeJsonPage("{\"long\":\"" + std::string(20000, 'x') + "needle\"}"));
    QVERIFY(view->document()->lastBlock().previous().text().size() < 5000);
    bar.open();
    bar.findChild<QLineEdit *>()->setText(u"needle"_s);
    QCOMPARE(bar.countText(), u"1 of 1"_s);
    QVERIFY(copyOfValue(view->page(), nodeAt(view->page(), 1)).endsWith(u"needle"_s));
}

void tst_JsonView::hostileTextStaysPlainAndVisible()
{
    JsonView view;
    view.setPage(makeJsonPage("{\"a\":\"<b>bold</b><img src=x>\",\"b\":\"\xE2\x80\xAE"
                              "dlrow\","
                              "\"c\":\"\\u001b[31mred\",\"d\":\"\xE2\x80\xA9"
                              "next\"}"));
    const QString text = view.toPlainText();
    QVERIFY(text.contains(u"<b>bold</b><img src=x>"_s));
    QVERIFY(text.contains(u"\\u202edlrow"_s));
    QVERIFY(text.contains(u"\\u001b[31mred"_s));
    QVERIFY(text.contains(u"\\u2029next"_s));
    QVERIFY(!text.contains(QChar(0x202E)));
    QCOMPARE(view.blockCount(), 6);
}

void tst_JsonView::damagedTextIsShownWhole()
{
    const JsonPage cut = makeJsonPage(R"({"a":{"b":1,"c":"begun)");
    QVERIFY(!cut.outline.whole);
    QVERIFY(cut.text.contains(u"begun"_s));
    QVERIFY(makeJsonPage(R"({"a":1,"annot)").text.contains(u"\"annot"_s));
    QVERIFY(makeJsonPage(R"({"a":1,"b":)").text.contains(u"\"b\":"_s));
    const JsonPage broken = makeJsonPage("{\"a\":1,,,\x01 rest\nof it}");
    QVERIFY(broken.text.contains(u"\"a\": 1"_s));
    QVERIFY(broken.text.contains(u"rest"_s));
    QVERIFY(broken.text.contains(u"of it}"_s));
    QCOMPARE(broken.text.count(u'\n') + 1, static_cast<qsizetype>(broken.lines.size()));
    QVERIFY(makeJsonPage("no JSON at all").text.contains(u"at all"_s));
    QVERIFY(makeJsonPage("").text.isEmpty());
}

void tst_JsonView::deepTextIsLaidOut()
{
    const JsonPage page = makeJsonPage(std::string(10000, '[') + "1" + std::string(10000, ']'));
    QVERIFY(page.outline.whole);
    QVERIFY(page.text.size() < 4'000'000);
    JsonView view;
    view.setPage(page);
    view.foldAll();
    view.showLine(10000);
    QVERIFY(isLineVisible(view, 10000));
}

void tst_JsonView::longPagesHaveNoColours()
{
    std::string items;
    while (items.size() < static_cast<std::size_t>(JsonView::LongestHighlighted)) {
        items += R"({"name":"something","value":12345},)";
    }
    JsonView view;
    view.setPage(makeJsonPage("[" + items + "0]"));
    QVERIFY(!view.isHighlighted());
    view.setPage(makeJsonPage(Small));
    QVERIFY(view.isHighlighted());
}

void tst_JsonView::copiesInAllForms()
{
    const JsonPage page = makeJsonPage(R"({"user":{"extra":{"a/b":["x\ny"]}},"n":[{"k":"it's"}]})");
    EventRow row;
    row.auditId = "id'1";
    row.stage = Stage::ResponseComplete;
    row.requestUri = "/api/v1/pods?limit=5";
    const std::uint32_t value = nodeAt(page, 4);
    QCOMPARE(copyOfValue(page, value), u"x\ny"_s);
    QCOMPARE(copyOfPath(page, value), u"$.user.extra[\"a/b\"][0]"_s);
    QCOMPARE(copyAsJqFilter(page, value, row),
             uR"(select(.auditID == "id\u00271" and .stage == "ResponseComplete"))"
             uR"( | .user.extra["a/b"][0])"_s);
    QVERIFY(!copyAsYaml(page, nodeAt(page, 0)).isEmpty());
    QCOMPARE(copyAsKubectl(row), u"kubectl get --raw '/api/v1/pods?limit=5'"_s);
}

QTEST_MAIN(tst_JsonView)
#include "tst_jsonview.moc"
