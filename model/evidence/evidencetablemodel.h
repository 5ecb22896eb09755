// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/evidence/evidence.h"

#include <QAbstractTableModel>

#include <vector>

namespace auditloupe {

/// The sources with the number of their findings. Where there are several, the first row stands
/// for all of them.
class EvidenceTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Source, Missing, Unlike };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    void setEvidence(std::vector<SourceEvidence> evidence);
    const std::vector<SourceEvidence> &evidence() const { return m_evidence; }

    /// Null for the row that stands for all.
    const SourceEvidence *at(int row) const;
    /// -1 where there is none.
    int rowOf(SourceId source) const;

private:
    bool hasAllRow() const { return m_evidence.size() > 1; }
    std::int64_t count(int row, FindingGroup group) const;

    std::vector<SourceEvidence> m_evidence;
};

} // namespace auditloupe
