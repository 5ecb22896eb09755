// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/fieldsview.h"

#include "model/event/plaintext.h"
#include "model/query/filter.h"
#include "views/details/fieldlistmodel.h"
#include "views/details/flowingtext.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStyledItemDelegate>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr int RowHeight = 22;
constexpr int MostConditions = 12; // in the menu, for lists with many elements
constexpr qsizetype LongestMenuText = 60;

class FieldDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(RowHeight, option.fontMetrics.height() + 4)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto kind = FieldRow::Kind(index.data(FieldListModel::KindRole).toInt());
        const bool isName = FieldListModel::Column(index.column()) == FieldListModel::Column::Name;
        const QColor quiet = option->palette.color(QPalette::PlaceholderText);
        option->textElideMode = isName ? Qt::ElideMiddle : Qt::ElideRight;
        if (kind == FieldRow::Kind::Absent) {
            option->font.setItalic(!isName);
            option->palette.setColor(QPalette::Text, quiet);
        } else if (kind == FieldRow::Kind::Group) {
            option->font.setWeight(QFont::DemiBold);
        }
    }
};

} // namespace

FieldsView::FieldsView(QWidget *parent)
    : QWidget(parent)
    , m_model(new FieldListModel(this))
    , m_list(new QTreeView(this))
    , m_explanation(new FlowingText(this))
{
    setFocusProxy(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FieldDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformRowHeights(true);
    m_list->setIndentation(14);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Fields of the event"));
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSection(0, fontMetrics().averageCharWidth() * 26);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_explanation->setQuiet(true);
    m_explanation->setFocusPolicy(Qt::ClickFocus);
    // Lines are kept free, so that nothing moves while the mouse wanders over the list.
    m_explanation->setFixedHeight(4 * fontMetrics().lineSpacing());

    auto *below = new QVBoxLayout;
    below->setContentsMargins(12, 6, 12, 6);
    below->addWidget(m_explanation);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addLayout(below);

    connect(m_list, &QTreeView::entered, this, &FieldsView::explain);
    connect(m_list, &QTreeView::customContextMenuRequested, this, &FieldsView::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FieldsView::explainCurrent);
}

void FieldsView::setFields(std::vector<FieldRow> rows)
{
    const FieldRow *current = m_model->rowAt(m_list->currentIndex());
    const QString name = current ? current->name : QString();
    const QStringList expanded = expandedNames();
    m_model->setRows(std::move(rows));
    restore(name, expanded);
    explainCurrent();
}

QStringList FieldsView::expandedNames() const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (m_list->isExpanded(index)) {
            names << m_model->rowAt(index)->name;
        }
    }
    return names;
}

/// Walking through events, the same field stays selected and the same bodies stay open.
void FieldsView::restore(const QString &current, const QStringList &expanded)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const QString &name = m_model->rowAt(index)->name;
        m_list->setExpanded(index, expanded.contains(name));
        if (!current.isEmpty() && name == current) {
            m_list->setCurrentIndex(index);
        }
    }
}

void FieldsView::explain(const QModelIndex &index)
{
    const FieldRow *row = m_model->rowAt(index);
    if (!row || row->kind == FieldRow::Kind::Group) {
        m_explanation->setText(tr("Point at a field, or go to it with the arrow keys, to read "
                                  "what it means."));
        return;
    }
    const QString name = oneLine(row->name.toStdString(), LongestMenuText);
    if (row->field) {
        m_explanation->setText(tr("%1: %2 %3").arg(name, row->explanation, sinceText(*row->field)));
    } else {
        m_explanation->setText(tr("%1: not in the catalogue of Kubernetes audit fields, or part "
                                  "of a body.")
                                   .arg(name));
    }
}

void FieldsView::explainCurrent()
{
    explain(m_list->currentIndex());
}

bool FieldsView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Leave) {
        explainCurrent();
    }
    if (watched == m_list && event->type() == QEvent::KeyPress
        && handleKey(*static_cast<QKeyEvent *>(event))) {
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool FieldsView::handleKey(const QKeyEvent &event)
{
    const FieldRow *row = m_model->rowAt(m_list->currentIndex());
    if (!row) {
        return false;
    }
    if (event.matches(QKeySequence::Copy)) {
        copyValue(*row);
        return true;
    }
    if (event.key() == Qt::Key_F1 || event.key() == Qt::Key_Question) {
        explainCurrent();
        m_explanation->setFocus();
        return true;
    }
    return false;
}

void FieldsView::showMenu(const QPoint &at)
{
    const QModelIndex under = m_list->indexAt(at);
    const QModelIndex index = under.isValid() ? under : m_list->currentIndex();
    const FieldRow *row = m_model->rowAt(index);
    if (!row || row->kind == FieldRow::Kind::Group) {
        return;
    }
    // A copy: while the menu is open, another event may be shown.
    const FieldRow chosen = *row;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addConditions(*menu, chosen);
    if (chosen.kind != FieldRow::Kind::Absent) {
        menu->addAction(tr("Copy value"), this, [this, chosen] { copyValue(chosen); });
    }
    if (!chosen.path.isEmpty()) {
        menu->addAction(tr("Copy path"), this, [this, chosen] { copyPath(chosen); });
    }
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void FieldsView::addConditions(QMenu &menu, const FieldRow &row)
{
    if (!row.field || row.kind == FieldRow::Kind::Absent) {
        return;
    }
    for (const QString &value :
         row.elements.first(std::min<qsizetype>(row.elements.size(), MostConditions))) {
        const QString condition = filterTermText(row.field->name, value);
        QString text = tr("Only %1").arg(oneLine(condition.toStdString(), LongestMenuText));
        menu.addAction(text.replace(u'&', u"&&"_s), this,
                       [this, condition] { Q_EMIT conditionChosen(condition); });
    }
    if (!menu.isEmpty()) {
        menu.addSeparator();
    }
}

void FieldsView::copyValue(const FieldRow &row)
{
    if (row.kind == FieldRow::Kind::Absent || row.kind == FieldRow::Kind::Group) {
        return;
    }
    QApplication::clipboard()->setText(row.value);
    Q_EMIT copied(tr("Value copied."));
}

void FieldsView::copyPath(const FieldRow &row)
{
    QApplication::clipboard()->setText(row.path);
    Q_EMIT copied(tr("Path copied."));
}

} // namespace auditloupe
