// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventtablemodel.h"
#include "views/events/columnheader.h"
#include "views/events/eventcolumns.h"
#include "views/events/eventtableview.h"

#include <QAccessible>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace auditloupe;
using namespace Qt::StringLiterals;
using Column = EventTableModel::Column;

namespace {

std::vector<EventId> idsUpTo(int count)
{
    std::vector<EventId> ids(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ids[i] = static_cast<EventId>(i + 1);
    }
    return ids;
}

/// Answers every page at once, as a case would.
void answerPages(EventTableModel *model)
{
    QObject::connect(
        model, &EventTableModel::pageNeeded, model,
        [model](quint64 generation, int page) {
            std::vector<EventRow> rows;
            for (const EventId id : model->idsOfPage(page)) {
                rows.push_back({.id = id,
                                .timeUs = static_cast<std::int64_t>(id) * 1'000'000,
                                .level = Level::Metadata,
                                .stage = Stage::ResponseComplete,
                                .code = 200,
                                .verb = "delete",
                                .username = "jane@example.com"});
            }
            model->setPage(generation, page, std::move(rows));
        },
        Qt::QueuedConnection);
}

struct Table
{
    explicit Table(int rows)
    {
        answerPages(&model);
        view.setEventModel(&model);
        view.resize(900, 500);
        model.setResult(idsUpTo(rows));
        view.show();
    }

    EventTableModel model;
    EventTableView view;
};

} // namespace

class tst_EventTableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tenMillionRowsAskForWhatIsVisible();
    void keysMoveThroughRows();
    void shiftSelectsRange();
    void selectingTellsTheEvent();
    void clickSelectsRowUnderMouse();
    void enterAndDoubleClickActivate();
    void typingDoesNotSearchRows();
    void staysAtEventWhenRowsChange();
    void staysAtTopWhenNobodyScrolled();
    void comesBackToEventOfLaterBatch();
    void comesBackToEventThatWasExcluded();
    void hidesAndShowsColumns();
    void lastColumnCannotBeHidden();
    void leftAndRightSkipHiddenColumns();
    void columnsFollowTheRoomUntilTheyAreChanged();
    void clickOnTitleSortsAndShiftClickSortsFurther();
    void titlesTellTheOrder();
    void screenReaderHearsCellsInWords();
    void screenReaderFollowsTheKeyboard();
    void screenReaderSeesColumnsAsShown();
    void screenReaderSurvivesNewRows();
};

void tst_EventTableView::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

void tst_EventTableView::tenMillionRowsAskForWhatIsVisible()
{
    constexpr int Rows = 10'000'000;
    Table table(Rows);
    QVERIFY(QTest::qWaitForWindowExposed(&table.view));
    const QSignalSpy pages(&table.model, &EventTableModel::pageNeeded);
    QTRY_VERIFY(table.model.loadedRow(0));

    QTest::keyClick(&table.view, Qt::Key_End);
    QCOMPARE(table.view.currentIndex().row(), Rows - 1);
    QTRY_VERIFY(table.model.loadedRow(Rows - 1));
    QCOMPARE(table.view.topRow(), Rows - table.view.fullRows());

    QTest::keyClick(&table.view, Qt::Key_PageUp);
    QCOMPARE(table.view.currentIndex().row(), Rows - 1 - table.view.fullRows());
    table.view.selectAll();
    QVERIFY(table.view.selectionModel()->isSelected(table.model.index(Rows / 2, 0)));
    QCOMPARE(table.view.selectionModel()->selection().size(), 1);
    QTest::keyClick(&table.view, Qt::Key_Home);
    QCOMPARE(table.view.currentIndex().row(), 0);
    QVERIFY2(pages.size() <= 6, "more was asked for than what was in sight");
}

void tst_EventTableView::keysMoveThroughRows()
{
    Table table(1000);
    QTest::keyClick(&table.view, Qt::Key_Down);
    QCOMPARE(table.view.currentIndex().row(), 0);
    QTest::keyClick(&table.view, Qt::Key_Down);
    QTest::keyClick(&table.view, Qt::Key_Down);
    QCOMPARE(table.view.currentIndex().row(), 2);
    QTest::keyClick(&table.view, Qt::Key_PageDown);
    QCOMPARE(table.view.currentIndex().row(), 2 + table.view.fullRows());
    QVERIFY(table.view.topRow() > 0);
    QTest::keyClick(&table.view, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(&table.view, Qt::Key_Down);
    QCOMPARE(table.view.currentIndex().row(), 999);
    QTest::keyClick(&table.view, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(&table.view, Qt::Key_Up);
    QCOMPARE(table.view.currentIndex().row(), 0);
}

void tst_EventTableView::shiftSelectsRange()
{
    Table table(1000);
    QTest::keyClick(&table.view, Qt::Key_Down);
    QTest::keyClick(&table.view, Qt::Key_End, Qt::ShiftModifier);
    const QItemSelection selection = table.view.selectionModel()->selection();
    QCOMPARE(selection.size(), 1);
    QCOMPARE(selection.first().top(), 0);
    QCOMPARE(selection.first().bottom(), 999);
}

void tst_EventTableView::selectingTellsTheEvent()
{
    Table table(100);
    const QSignalSpy changes(&table.view, &EventTableView::currentEventChanged);
    QTest::keyClick(&table.view, Qt::Key_Down);
    QTest::keyClick(&table.view, Qt::Key_Down);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes.last().first().value<EventId>(), EventId{2});
    table.view.setCurrentEvent(EventId{40});
    QCOMPARE(table.view.currentIndex().row(), 39);
}

void tst_EventTableView::clickSelectsRowUnderMouse()
{
    Table table(1000);
    table.view.verticalScrollBar()->setValue(100);
    const QPoint inThirdRow(50, table.view.rowHeight() * 2 + 3);
    QTest::mouseClick(table.view.viewport(), Qt::LeftButton, {}, inThirdRow);
    QCOMPARE(table.view.currentIndex().row(), 102);
    QVERIFY(table.view.selectionModel()->isRowSelected(102));
}

void tst_EventTableView::enterAndDoubleClickActivate()
{
    Table table(10);
    const QSignalSpy activated(&table.view, &EventTableView::eventActivated);
    QTest::keyClick(&table.view, Qt::Key_Return);
    QCOMPARE(activated.size(), 0); // nothing is selected
    QTest::keyClick(&table.view, Qt::Key_Down);
    QTest::keyClick(&table.view, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QTest::mouseClick(table.view.viewport(), Qt::LeftButton, {}, QPoint(20, 5));
    QTest::mouseDClick(table.view.viewport(), Qt::LeftButton, {}, QPoint(20, 5));
    QCOMPARE(activated.size(), 2);
}

void tst_EventTableView::typingDoesNotSearchRows()
{
    Table table(100'000);
    const QSignalSpy pages(&table.model, &EventTableModel::pageNeeded);
    QTest::keyClick(&table.view, Qt::Key_Down);
    QTest::keyClicks(&table.view, u"zzz"_s);
    QCOMPARE(table.view.currentIndex().row(), 0);
    QVERIFY(pages.size() <= 1);
}

void tst_EventTableView::staysAtEventWhenRowsChange()
{
    Table table(1000);
    table.view.verticalScrollBar()->setValue(500);
    table.view.setCurrentEvent(EventId{506});
    QCOMPARE(table.view.topRow(), 500);

    std::vector<EventId> odd; // events 2, 4, 6 … are filtered out but 506
    for (int id = 1; id <= 1000; id += 2) {
        odd.push_back(static_cast<EventId>(id));
        if (id == 505) {
            odd.push_back(EventId{506});
        }
    }
    const QSignalSpy changes(&table.view, &EventTableView::currentEventChanged);
    table.model.setResult(odd);
    const int row = table.model.rowOf(EventId{506});
    QCOMPARE(table.view.currentIndex().row(), row);
    QCOMPARE(table.view.topRow(), row - 5);
    QCOMPARE(changes.size(), 0);
}

void tst_EventTableView::staysAtTopWhenNobodyScrolled()
{
    Table table(1000);
    std::vector<EventId> reversed = idsUpTo(1000);
    std::ranges::reverse(reversed);
    table.model.setResult(reversed);
    QCOMPARE(table.view.topRow(), 0);
}

void tst_EventTableView::comesBackToEventOfLaterBatch()
{
    Table table(1000);
    table.view.setCurrentEvent(EventId{900});
    table.model.setResult(idsUpTo(100));
    QVERIFY(!table.view.currentIndex().isValid());
    std::vector<EventId> rest;
    for (int id = 101; id <= 1000; ++id) {
        rest.push_back(static_cast<EventId>(id));
    }
    table.model.appendIds(table.model.generation(), rest);
    QCOMPARE(table.view.currentIndex().row(), 899);
    QVERIFY(table.view.topRow() > 0);
}

void tst_EventTableView::comesBackToEventThatWasExcluded()
{
    Table table(1000);
    table.view.setCurrentEvent(EventId{900});
    table.model.setResult(idsUpTo(100));
    table.view.setCurrentEvent(EventId{0}); // nobody looks at it any more
    QVERIFY(table.view.selectionModel()->selection().isEmpty());
    const QSignalSpy changes(&table.view, &EventTableView::currentEventChanged);
    table.model.setResult(idsUpTo(1000));
    QCOMPARE(table.view.currentIndex().row(), 899);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().first().value<EventId>(), EventId{900});
}

void tst_EventTableView::hidesAndShowsColumns()
{
    Table table(10);
    QMenu menu;
    table.view.columns()->fillMenu(&menu);
    QAction *action = menu.actions().at(static_cast<int>(Column::User));
    QCOMPARE(action->text(), u"User"_s);
    QVERIFY(action->isChecked());
    action->trigger();
    QVERIFY(table.view.header()->isSectionHidden(static_cast<int>(Column::User)));
    table.view.columns()->reset();
    QVERIFY(!table.view.header()->isSectionHidden(static_cast<int>(Column::User)));
    QVERIFY(table.view.header()->isSectionHidden(static_cast<int>(Column::AuditId)));
}

void tst_EventTableView::lastColumnCannotBeHidden()
{
    Table table(10);
    for (int column = 1; column < table.model.columnCount(); ++column) {
        table.view.header()->hideSection(column);
    }
    QMenu menu;
    table.view.columns()->fillMenu(&menu);
    QVERIFY(!menu.actions().first()->isEnabled());
    QVERIFY(menu.actions().at(1)->isEnabled());
}

void tst_EventTableView::leftAndRightSkipHiddenColumns()
{
    Table table(10);
    table.view.header()->hideSection(static_cast<int>(Column::Level));
    QTest::keyClick(&table.view, Qt::Key_Down);
    QTest::keyClick(&table.view, Qt::Key_Right);
    QCOMPARE(table.view.currentIndex().column(), static_cast<int>(Column::Verb));
    QTest::keyClick(&table.view, Qt::Key_Left);
    QTest::keyClick(&table.view, Qt::Key_Left);
    QCOMPARE(table.view.currentIndex().column(), static_cast<int>(Column::Time));
}

void tst_EventTableView::columnsFollowTheRoomUntilTheyAreChanged()
{
    Table table(10);
    const auto width = [&table](Column column) {
        return table.view.header()->sectionSize(static_cast<int>(column));
    };
    const int narrow = width(Column::User);
    table.view.resize(2000, 500);
    QTRY_VERIFY(width(Column::User) > narrow);
    table.view.resize(900, 500);
    QTRY_COMPARE(width(Column::User), narrow);
    QVERIFY(table.view.columns()->state().isEmpty());

    table.view.header()->resizeSection(static_cast<int>(Column::User), 99);
    table.view.resize(2000, 500);
    QTRY_VERIFY(table.view.viewport()->width() > 1900);
    QCOMPARE(width(Column::User), 99);
    Table other(10);
    other.view.columns()->restore(table.view.columns()->state());
    QCOMPARE(other.view.header()->sectionSize(static_cast<int>(Column::User)), 99);
}

void tst_EventTableView::clickOnTitleSortsAndShiftClickSortsFurther()
{
    Table table(10);
    ColumnHeader *header = table.view.header();
    const QSignalSpy wanted(header, &ColumnHeader::sortRequested);
    const auto click = [header](Column column, Qt::KeyboardModifiers modifiers) {
        const int middle = header->sectionViewportPosition(static_cast<int>(column))
            + header->sectionSize(static_cast<int>(column)) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers,
                          QPoint(middle, header->height() / 2));
    };
    click(Column::User, {});
    click(Column::Verb, Qt::ShiftModifier);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted.at(0).at(0).toInt(), static_cast<int>(Column::User));
    QCOMPARE(wanted.at(0).at(1).toBool(), false);
    QCOMPARE(wanted.at(1).at(0).toInt(), static_cast<int>(Column::Verb));
    QCOMPARE(wanted.at(1).at(1).toBool(), true);
}

void tst_EventTableView::titlesTellTheOrder()
{
    Table table(10);
    ColumnHeader *header = table.view.header();
    const auto title = [header](Column column) {
        return header->spokenTitle(static_cast<int>(column));
    };
    QCOMPARE(title(Column::User), u"User"_s);
    const QImage before = header->grab().toImage();
    header->setOrder({.terms = {{SortKey::User, true}, {SortKey::Verb}}});
    QCOMPARE(title(Column::User), u"User, sorted as number 1, descending"_s);
    QCOMPARE(title(Column::Verb), u"Verb, sorted as number 2, ascending"_s);
    QVERIFY(header->grab().toImage() != before);
    header->setOrder(SortOrder::by(SortKey::Verb));
    QCOMPARE(title(Column::Verb), u"Verb, sorted, ascending"_s);
    QCOMPARE(title(Column::User), u"User"_s);
    header->setOrder({.terms = {}});
    QCOMPARE(header->grab().toImage(), before);
}

void tst_EventTableView::screenReaderHearsCellsInWords()
{
    Table table(1000);
    QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&table.view);
    QVERIFY(root);
    QCOMPARE(root->role(), QAccessible::Table);
    QAccessibleTableInterface *cells = root->tableInterface();
    QVERIFY(cells);
    QCOMPARE(cells->rowCount(), 1000);
    QCOMPARE(root->childCount(), 1000 * cells->columnCount());
    QTRY_VERIFY(table.model.loadedRow(0));
    QStringList row;
    for (int column = 0; column < cells->columnCount(); ++column) {
        row += cells->columnDescription(column) + u": "_s
            + cells->cellAt(0, column)->text(QAccessible::Name);
    }
    QVERIFY2(row.contains(u"Level: Metadata"_s), qPrintable(row.join(u'\n')));
    QVERIFY2(row.contains(u"Verb: delete, write"_s), qPrintable(row.join(u'\n')));
    QVERIFY2(row.contains(u"User: jane@example.com"_s), qPrintable(row.join(u'\n')));
    QVERIFY2(row.contains(u"Code: 200, allowed"_s), qPrintable(row.join(u'\n')));

    QAccessibleInterface *cell = cells->cellAt(3, 2);
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 3);
    QCOMPARE(cell->tableCellInterface()->columnIndex(), 2);
    QCOMPARE(root->child(root->indexOfChild(cell)), cell);
    QCOMPARE(cell->tableCellInterface()->columnHeaderCells().front()->text(QAccessible::Name),
             u"Verb"_s);
    const QPoint middle = cell->rect().center();
    QCOMPARE(root->childAt(middle.x(), middle.y()), cell);
}

void tst_EventTableView::screenReaderFollowsTheKeyboard()
{
    Table table(10);
    table.view.activateWindow();
    table.view.setFocus();
    QTRY_VERIFY(table.view.hasFocus());
    QTest::keyClick(&table.view, Qt::Key_Down);
    QTest::keyClick(&table.view, Qt::Key_Down);
    QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&table.view);
    QVERIFY(root->focusChild());
    QCOMPARE(root->focusChild()->tableCellInterface()->rowIndex(), 1);
    QVERIFY(root->focusChild()->state().focused);
    QVERIFY(root->focusChild()->state().selected);
    QCOMPARE(root->tableInterface()->selectedRows(), QList<int>{1});
    QVERIFY(root->tableInterface()->selectRow(4));
    QCOMPARE(table.view.currentEvent(), EventId{5});
}

void tst_EventTableView::screenReaderSeesColumnsAsShown()
{
    Table table(10);
    const auto level = static_cast<int>(Column::Level);
    QAccessibleTableInterface *cells =
        QAccessible::queryAccessibleInterface(&table.view)->tableInterface();
    const int before = cells->columnCount();
    QCOMPARE(cells->columnDescription(1), u"Level"_s);
    table.view.header()->setSectionHidden(level, true);
    QCOMPARE(cells->columnCount(), before - 1);
    QCOMPARE(cells->columnDescription(1), u"Verb"_s);
    QVERIFY(!cells->cellAt(0, before - 1));
    QVERIFY(!cells->cellAt(10, 0));
}

void tst_EventTableView::screenReaderSurvivesNewRows()
{
    Table table(10);
    QAccessible::setActive(true);
    QAccessibleTableInterface *cells =
        QAccessible::queryAccessibleInterface(&table.view)->tableInterface();
    QCOMPARE(cells->cellAt(9, 0)->text(QAccessible::Name), u"Reading…"_s);
    table.model.setResult(idsUpTo(2));
    QVERIFY(!cells->cellAt(9, 0));
    QTRY_VERIFY(table.model.loadedRow(1));
    QCOMPARE(cells->cellAt(1, 2)->text(QAccessible::Name), u"delete, write"_s);
}

QTEST_MAIN(tst_EventTableView)
#include "tst_eventtableview.moc"
