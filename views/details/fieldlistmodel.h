// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/fieldrows.h"

#include <QAbstractItemModel>

#include <vector>

namespace auditloupe {

/// The fields of one event: name and value, with bodies and groups as parents of their own rows.
class FieldListModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column { Name, Value };
    Q_ENUM(Column)

    enum Role {
        KindRole = Qt::UserRole ///< FieldRow::Kind as int
    };

    explicit FieldListModel(QObject *parent = nullptr);

    void setRows(std::vector<FieldRow> rows);
    /// Null for an invalid index.
    const FieldRow *rowAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    std::vector<FieldRow> m_rows;
};

} // namespace auditloupe
