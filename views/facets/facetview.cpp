// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/facets/facetview.h"

#include "model/query/facettreemodel.h"
#include "model/session/casesession.h"
#include "views/common/plaintooltip.h"
#include "views/facets/facetdelegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

using Row = FacetTreeModel::Row;

Row rowOf(const QModelIndex &index)
{
    return index.data(FacetTreeModel::RowRole).value<Row>();
}

QString conditionOf(const QModelIndex &index)
{
    return index.data(FacetTreeModel::ConditionRole).toString();
}

Standing standingOf(const QModelIndex &index)
{
    return index.data(FacetTreeModel::StandingRole).value<Standing>();
}

} // namespace

FacetView::FacetView(CaseSession *session, FacetTreeModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_session(session)
    , m_model(model)
    , m_delegate(new FacetDelegate(this))
{
    setItemDelegate(m_delegate);
    setModel(model);
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setExpandsOnDoubleClick(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Facets"));
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &facet) { m_model->setOpen(m_model->fieldAt(facet), true); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &facet) { m_model->setOpen(m_model->fieldAt(facet), false); });
    connect(m_delegate, &FacetDelegate::searchLeft, this, &FacetView::leaveSearch);
    connect(model, &QAbstractItemModel::rowsInserted, this, &FacetView::showRows);
    connect(model, &FacetTreeModel::aboutToRefresh, this, &FacetView::notePlace);
    connect(model, &FacetTreeModel::refreshed, this, &FacetView::keepPlace);
}

QStringList FacetView::openFields() const
{
    QStringList names;
    for (const Field *field : facetFields()) {
        if (m_model->isOpen(field)) {
            names += QString::fromUtf8(field->name);
        }
    }
    return names;
}

void FacetView::setOpenFields(const QStringList &names)
{
    for (const Field *field : facetFields()) {
        const bool isOpen = names.contains(QString::fromUtf8(field->name));
        m_model->setOpen(field, isOpen); // also where its row is not shown yet
        setExpanded(m_model->indexOf(field), isOpen);
    }
}

void FacetView::search()
{
    setSearching(facetOf(currentIndex()), true);
}

void FacetView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (index.isValid() && (isEnter || event->key() == Qt::Key_Space)) {
        activate(index, event->modifiers());
    } else if (event->matches(QKeySequence::Find) || event->key() == Qt::Key_Slash) {
        search();
    } else if (event->key() == Qt::Key_Delete && !conditionOf(index).isEmpty()) {
        m_session->dropCondition(conditionOf(index));
    } else if (event->matches(QKeySequence::Copy) && rowOf(index) == Row::Value) {
        QGuiApplication::clipboard()->setText(index.data().toString());
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void FacetView::mousePressEvent(QMouseEvent *event)
{
    QTreeView::mousePressEvent(event);
    m_pressed = indexAt(event->position().toPoint());
}

/// Acts where it was pressed, too: whoever pulls away has thought better of it.
void FacetView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    if (!index.isValid() || index != m_pressed) {
        return;
    }
    if (event->button() == Qt::MiddleButton && !conditionOf(index).isEmpty()) {
        Q_EMIT tabRequested(conditionOf(index));
    } else if (event->button() == Qt::LeftButton && isOnAction(index, position)) {
        clickAction(index);
    } else if (event->button() == Qt::LeftButton) {
        activate(index, event->modifiers());
    }
}

/// The second press of two quick clicks is a press like any other.
void FacetView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pressed = indexAt(event->position().toPoint());
}

void FacetView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKey ? currentIndex() : indexAt(event->pos());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, index);
    if (menu->isEmpty()) {
        menu->deleteLater();
        return;
    }
    menu->popup(isKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                      : event->globalPos());
}

bool FacetView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QTreeView::viewportEvent(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), toolTipOf(indexAt(help->pos()), help->pos()), viewport());
    return true;
}

QString FacetView::toolTipOf(const QModelIndex &index, const QPoint &position) const
{
    if (!index.isValid()) {
        return {};
    }
    if (rowOf(index) == Row::Facet && isOnAction(index, position)) {
        return tr("Search in %1").arg(index.data().toString());
    }
    if (rowOf(index) != Row::Value) {
        return plainToolTip(index.data(Qt::ToolTipRole).toString());
    }
    if (conditionOf(index).isEmpty()) {
        return plainToolTip(index.data().toString() + u'\n'
                            + tr("The text holds a credential; it can be chosen while credentials "
                                 "are shown."));
    }
    return plainToolTip(index.data().toString() + u"\n\n"_s
                        + tr("Click: include\nAlt+click: leave out\nShift+click: only this\n"
                             "Middle click: in a new tab"));
}

void FacetView::activate(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    switch (rowOf(index)) {
    case Row::Facet:
        setExpanded(index, !isExpanded(index));
        break;
    case Row::Search:
        setSearching(index.parent(), true);
        break;
    case Row::Value:
        choose(index, modifiers);
        break;
    case Row::More:
        m_model->showAll(m_model->fieldAt(index));
        break;
    case Row::Note:
        break;
    }
}

void FacetView::choose(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    const QString condition = conditionOf(index);
    const Standing standing = standingOf(index);
    if (condition.isEmpty()) {
        return;
    }
    const bool isExclusion = modifiers.testFlag(Qt::AltModifier);
    if (modifiers.testFlag(Qt::ControlModifier)) {
        Q_EMIT tabRequested(condition);
    } else if (modifiers.testFlag(Qt::ShiftModifier)) {
        m_session->onlyCondition(condition);
    } else if (standing == (isExclusion ? Standing::Excluded : Standing::Included)) {
        m_session->dropCondition(condition);
    } else if (isExclusion) {
        m_session->excludeCondition(condition);
    } else {
        m_session->chooseCondition(condition);
    }
}

void FacetView::clickAction(const QModelIndex &index)
{
    if (rowOf(index) == Row::Facet) {
        const QModelIndex first = m_model->index(0, 0, index);
        setSearching(index, rowOf(first) != Row::Search);
    } else {
        m_session->onlyCondition(conditionOf(index));
    }
}

void FacetView::setSearching(const QModelIndex &facet, bool isSearching)
{
    if (!facet.isValid()) {
        return;
    }
    setExpanded(facet, true);
    m_model->setSearching(m_model->fieldAt(facet), isSearching);
    const QModelIndex first = m_model->index(0, 0, facet);
    if (QWidget *editor = isSearching ? indexWidget(first) : nullptr) {
        scrollTo(first);
        editor->setFocus(Qt::OtherFocusReason);
    }
}

void FacetView::leaveSearch(QWidget *editor, bool isDone)
{
    const QModelIndex search = indexAt(editor->geometry().center());
    const QModelIndex facet = search.parent();
    setFocus(Qt::OtherFocusReason);
    if (!facet.isValid()) {
        return;
    }
    const QModelIndex found = m_model->index(1, 0, facet);
    setCurrentIndex(isDone || !found.isValid() ? facet : found);
    if (isDone) {
        m_model->setSearching(m_model->fieldAt(facet), false);
    }
}

/// A search is opened with its row, a facet that was open before with its own.
void FacetView::showRows(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (parent.isValid() && rowOf(index) == Row::Search) {
            openPersistentEditor(index);
        } else if (!parent.isValid() && m_model->isOpen(m_model->fieldAt(index))) {
            setExpanded(index, true);
        }
    }
}

void FacetView::notePlace()
{
    const QRect place = visualRect(currentIndex());
    m_currentTop = viewport()->rect().intersects(place) ? place.top() : -1;
}

/// What was clicked stays under the mouse, whatever becomes of the rows above it.
void FacetView::keepPlace()
{
    if (m_currentTop < 0 || !currentIndex().isValid()) {
        return;
    }
    executeDelayedItemsLayout();
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(bar->value() + visualRect(currentIndex()).top() - m_currentTop);
}

void FacetView::fillMenu(QMenu *menu, const QModelIndex &index)
{
    const auto add = [&](const QString &text, auto slot) {
        connect(menu->addAction(text), &QAction::triggered, this, slot);
    };
    if (const QString condition = conditionOf(index); !condition.isEmpty()) {
        const Standing standing = standingOf(index);
        if (standing != Standing::Included) {
            add(tr("Include"), [this, condition] { m_session->chooseCondition(condition); });
        }
        if (standing != Standing::Excluded) {
            add(tr("Leave out"), [this, condition] { m_session->excludeCondition(condition); });
        }
        add(tr("Only this"), [this, condition] { m_session->onlyCondition(condition); });
        if (standing != Standing::Open) {
            add(tr("Do not choose"), [this, condition] { m_session->dropCondition(condition); });
        }
        add(tr("Open in a new tab"), [this, condition] { Q_EMIT tabRequested(condition); });
        menu->addSeparator();
    }
    if (rowOf(index) == Row::Value) {
        add(tr("Copy"),
            [text = index.data().toString()] { QGuiApplication::clipboard()->setText(text); });
    }
    if (const QModelIndex facet = facetOf(index); facet.isValid()) {
        const Field *field = m_model->fieldAt(facet);
        add(tr("Search in %1").arg(facet.data().toString()),
            [this, field] { setSearching(m_model->indexOf(field), true); });
        if (standingOf(facet) != Standing::Open) {
            add(tr("Drop all choices in %1").arg(facet.data().toString()),
                [this, field] { m_session->dropChoices(*field); });
        }
    }
}

bool FacetView::isOnAction(const QModelIndex &index, const QPoint &position) const
{
    const bool hasAction = rowOf(index) == Row::Value
        ? !conditionOf(index).isEmpty()
        : rowOf(index) == Row::Facet && isExpanded(index);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return hasAction && FacetDelegate::actionPlace(option, index).contains(position);
}

QModelIndex FacetView::facetOf(const QModelIndex &index)
{
    return index.parent().isValid() ? index.parent() : index;
}

} // namespace auditloupe
