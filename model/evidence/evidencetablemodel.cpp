// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidencetablemodel.h"

#include "model/casefile/sourcetablemodel.h"

#include <QMetaEnum>

#include <algorithm>
#include <numeric>

namespace auditloupe {

int EvidenceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_evidence.size()) + (hasAllRow() ? 1 : 0);
}

int EvidenceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : QMetaEnum::fromType<Column>().keyCount();
}

const SourceEvidence *EvidenceTableModel::at(int row) const
{
    const int index = hasAllRow() ? row - 1 : row;
    return index < 0 || index >= int(m_evidence.size()) ? nullptr : &m_evidence[std::size_t(index)];
}

int EvidenceTableModel::rowOf(SourceId source) const
{
    const auto found = std::ranges::find(
        m_evidence, source, [](const SourceEvidence &evidence) { return evidence.source.id; });
    return found == m_evidence.end() ? -1 : int(found - m_evidence.begin()) + (hasAllRow() ? 1 : 0);
}

std::int64_t EvidenceTableModel::count(int row, FindingGroup group) const
{
    if (const SourceEvidence *evidence = at(row)) {
        return evidence->count(group);
    }
    return std::accumulate(m_evidence.begin(), m_evidence.end(), std::int64_t{0},
                           [group](std::int64_t sum, const SourceEvidence &evidence) {
                               return sum + evidence.count(group);
                           });
}

QVariant EvidenceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((column == Column::Source ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (column == Column::Source) {
        const SourceEvidence *evidence = at(index.row());
        return evidence != nullptr ? sourceName(evidence->source) : tr("All sources");
    }
    return qlonglong(count(
        index.row(), column == Column::Missing ? FindingGroup::Missing : FindingGroup::Unlike));
}

QVariant EvidenceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto column = static_cast<Column>(section);
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((column == Column::Source ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::Source:
        return tr("Source");
    case Column::Missing:
        return tr("Missing");
    case Column::Unlike:
        return tr("Unlike");
    }
    return {};
}

void EvidenceTableModel::setEvidence(std::vector<SourceEvidence> evidence)
{
    beginResetModel();
    m_evidence = std::move(evidence);
    endResetModel();
}

} // namespace auditloupe
