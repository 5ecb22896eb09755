// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/recordtablemodel.h"

namespace auditloupe {
namespace {

QVariant alignment(bool isNumber)
{
    return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

int RecordTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : records();
}

int RecordTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns();
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(isNumber(index.column()));
    }
    if (role == Qt::EditRole) { // an editor begins with what is shown
        role = Qt::DisplayRole;
    }
    const bool isAnswered = role == Qt::DisplayRole || role >= Qt::UserRole;
    return isAnswered ? value(index.row(), index.column(), role) : QVariant();
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(isNumber(section));
    }
    return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
}

bool RecordTableModel::isNumber(int) const
{
    return false;
}

} // namespace auditloupe
