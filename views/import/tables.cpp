// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/import/tables.h"

#include "model/casefile/sourcetablemodel.h"
#include "views/overview/mutedlabel.h"

#include <QHeaderView>
#include <QLocale>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

namespace auditloupe {
namespace {

constexpr int RowHeight = 24;

/// The delegate of whole tables: digits of one width.
class TabularDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font.setFeature(QFont::Tag("tnum"), 1);
        option->textElideMode = Qt::ElideMiddle;
        const QVariant value = index.data();
        if (value.typeId() == QMetaType::LongLong && value.toLongLong() == 0) {
            option->palette.setColor(QPalette::Text, mutedColor(option->palette));
        }
    }

public:
    QString displayText(const QVariant &value, const QLocale &locale) const override
    {
        return value.typeId() == QMetaType::LongLong
            ? QLocale().toString(value.toLongLong())
            : QStyledItemDelegate::displayText(value, locale);
    }
};

class BytesDelegate : public TabularDelegate
{
public:
    using TabularDelegate::TabularDelegate;

    QString displayText(const QVariant &value, const QLocale &locale) const override
    {
        return locale.formattedDataSize(value.toLongLong());
    }
};

} // namespace

void setUpTable(QTableView &table, const std::vector<std::pair<int, int>> &widths)
{
    table.setItemDelegate(new TabularDelegate(&table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(
        std::max(RowHeight, table.fontMetrics().height() + 6));
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setStretchLastSection(true);
    for (const auto &[column, width] : widths) {
        table.setColumnWidth(column, width);
    }
}

void setUpSourceTable(QTableView &table)
{
    using Column = SourceTableModel::Column;
    setUpTable(table,
               {{int(Column::Name), 250},
                {int(Column::State), 104},
                {int(Column::Format), 168},
                {int(Column::Cluster), 152},
                {int(Column::Bytes), 76},
                {int(Column::Events), 72},
                {int(Column::Duplicates), 76},
                {int(Column::Salvaged), 68},
                {int(Column::Rejected), 68},
                {int(Column::Other), 96},
                {int(Column::First), 164},
                {int(Column::Last), 164},
                {int(Column::Node), 160}});
    table.setItemDelegateForColumn(int(Column::Bytes), new BytesDelegate(&table));
}

} // namespace auditloupe
