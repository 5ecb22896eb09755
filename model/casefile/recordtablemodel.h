// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractTableModel>

namespace auditloupe {

/// What the tables about an import have in common: one record a row, titles, numbers to the right.
class RecordTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const final;

private:
    virtual int records() const = 0;
    virtual int columns() const = 0;
    virtual QString title(int column) const = 0;
    virtual bool isNumber(int column) const;
    /// For Qt::DisplayRole and the model's own roles.
    virtual QVariant value(int row, int column, int role) const = 0;
};

} // namespace auditloupe
