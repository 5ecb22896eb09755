// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/skippedtablemodel.h"

#include "model/event/plaintext.h"

#include <QMetaEnum>

namespace auditloupe {
namespace {

constexpr qsizetype LongestPath = 4096;

} // namespace

int SkippedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

int SkippedTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : QMetaEnum::fromType<Column>().keyCount();
}

QVariant SkippedTableModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole
        || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const SkippedFile &file = m_files.at(std::size_t(index.row()));
    if (static_cast<Column>(index.column()) == Column::Reason) {
        return file.reason;
    }
    const QByteArray path = file.path.toUtf8();
    return oneLine({path.constData(), std::size_t(path.size())}, LongestPath);
}

QVariant SkippedTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return static_cast<Column>(section) == Column::Path ? tr("File") : tr("Why it was skipped");
}

void SkippedTableModel::setFiles(std::vector<SkippedFile> files)
{
    beginResetModel();
    m_files = std::move(files);
    endResetModel();
}

} // namespace auditloupe
