// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/fieldlistmodel.h"

#include "model/event/plaintext.h"
#include "views/common/plaintooltip.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

// Characters; the whole value can be copied.
constexpr qsizetype LongestCell = 300;
constexpr qsizetype LongestToolTip = 2000;

QString shown(const QString &text, qsizetype limit)
{
    return oneLine(text.toStdString(), limit);
}

/// A text that was recorded and is empty is not one that is absent.
QString valueOf(const FieldRow &row)
{
    const bool isEmptyText = row.kind == FieldRow::Kind::Recorded && row.value.isEmpty();
    return isEmptyText ? u"\"\""_s : row.value;
}

QString toolTip(const FieldRow &row, FieldListModel::Column column)
{
    const bool isName = column == FieldListModel::Column::Name;
    const QString text = shown(isName ? row.name : valueOf(row), LongestToolTip);
    if (!isName || !row.field) {
        return plainToolTip(text);
    }
    return plainToolTip(
        FieldListModel::tr("%1: %2 %3").arg(text, row.explanation, sinceText(*row.field)));
}

} // namespace

FieldListModel::FieldListModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void FieldListModel::setRows(std::vector<FieldRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

/// A child's internal id is its parent's row + 1; that of a top row is 0.
const FieldRow *FieldListModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return nullptr;
    }
    const auto row = static_cast<std::size_t>(index.row());
    return index.internalId() == 0 ? &m_rows[row] : &m_rows[index.internalId() - 1].children[row];
}

QModelIndex FieldListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const quintptr id = parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0;
    return createIndex(row, column, id);
}

QModelIndex FieldListModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int FieldListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_rows.size());
    }
    const bool canHaveRows = parent.internalId() == 0 && parent.column() == 0;
    return canHaveRows ? static_cast<int>(rowAt(parent)->children.size()) : 0;
}

int FieldListModel::columnCount(const QModelIndex &) const
{
    return QMetaEnum::fromType<Column>().keyCount();
}

QVariant FieldListModel::data(const QModelIndex &index, int role) const
{
    const FieldRow *row = rowAt(index);
    if (!row) {
        return {};
    }
    const QString text = Column(index.column()) == Column::Name ? row->name : valueOf(*row);
    switch (role) {
    case Qt::DisplayRole:
        return shown(text, LongestCell);
    case Qt::ToolTipRole:
        return toolTip(*row, Column(index.column()));
    case Qt::AccessibleDescriptionRole:
        return row->explanation;
    case KindRole:
        return static_cast<int>(row->kind);
    default:
        return {};
    }
}

QVariant FieldListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) {
        return {};
    }
    return Column(section) == Column::Name ? tr("Field") : tr("Value");
}

} // namespace auditloupe
