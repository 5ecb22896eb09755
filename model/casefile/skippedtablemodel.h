// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/importer.h"

#include <QAbstractTableModel>

#include <vector>

namespace auditloupe {

/// The files that an import left out, each with the reason.
class SkippedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Path, Reason };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    void setFiles(std::vector<SkippedFile> files);

private:
    std::vector<SkippedFile> m_files;
};

} // namespace auditloupe
