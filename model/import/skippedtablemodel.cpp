// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/skippedtablemodel.h"

#include "model/event/plaintext.h"

#include <QMetaEnum>

namespace auditloupe {
namespace {

constexpr qsizetype LongestPath = 4096;

} // namespace

int SkippedTableModel::columns() const
{
    return QMetaEnum::fromType<Column>().keyCount();
}

QString SkippedTableModel::title(int column) const
{
    return static_cast<Column>(column) == Column::Path ? tr("File") : tr("Why it was skipped");
}

QVariant SkippedTableModel::value(int row, int column, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    const SkippedFile &file = m_files.at(std::size_t(row));
    if (static_cast<Column>(column) == Column::Reason) {
        return file.reason;
    }
    const QByteArray path = file.path.toUtf8();
    return oneLine({path.constData(), std::size_t(path.size())}, LongestPath);
}

void SkippedTableModel::setFiles(std::vector<SkippedFile> files)
{
    beginResetModel();
    m_files = std::move(files);
    endResetModel();
}

} // namespace auditloupe
