// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/rejectedtablemodel.h"

#include "model/event/plaintext.h"

#include <QMetaEnum>

#include <algorithm>
#include <iterator>

namespace auditloupe {
namespace {

constexpr qsizetype ShownCharacters = 160;

} // namespace

int RejectedTableModel::columns() const
{
    return QMetaEnum::fromType<Column>().keyCount();
}

QString RejectedTableModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case Column::Source:
        return tr("Source");
    case Column::Line:
        return tr("Line");
    case Column::Offset:
        return tr("Byte", "offset in the stream");
    case Column::Length:
        return tr("Length");
    case Column::Reason:
        return tr("Why it is no event");
    case Column::Bytes:
        return tr("Begins with");
    }
    return {};
}

bool RejectedTableModel::isNumber(int column) const
{
    return column >= int(Column::Line) && column <= int(Column::Length);
}

QVariant RejectedTableModel::value(int row, int column, int role) const
{
    const RejectedLine &line = lineAt(row);
    switch (role) {
    case Qt::DisplayRole:
        return display(line, static_cast<Column>(column));
    case RejectedIdRole:
        return qlonglong(line.id);
    default:
        return {};
    }
}

QVariant RejectedTableModel::display(const RejectedLine &line, Column column) const
{
    switch (column) {
    case Column::Source: {
        const auto name = m_names.find(line.source);
        return name == m_names.end() ? QString() : name->second;
    }
    case Column::Line:
        return qlonglong(line.line);
    case Column::Offset:
        return qlonglong(line.offset);
    case Column::Length:
        return qlonglong(line.length);
    case Column::Reason:
        return line.reason;
    case Column::Bytes:
        return oneLine({line.bytes.constData(), std::size_t(line.bytes.size())}, ShownCharacters);
    }
    return {};
}

bool RejectedTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isComplete && !m_isWaiting;
}

void RejectedTableModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        m_isWaiting = true;
        Q_EMIT moreNeeded(m_lines.empty() ? 0 : qlonglong(m_lines.back().id));
    }
}

void RejectedTableModel::reset()
{
    beginResetModel();
    m_lines.clear();
    m_isWaiting = false;
    m_isComplete = false;
    endResetModel();
}

void RejectedTableModel::setSourceNames(std::map<SourceId, QString> names)
{
    m_names = std::move(names);
    if (!m_lines.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::DisplayRole});
    }
}

void RejectedTableModel::append(std::vector<RejectedLine> lines)
{
    m_isComplete = lines.size() < std::size_t(PageSize);
    if (!lines.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(lines.size()) - 1);
        std::ranges::move(lines, std::back_inserter(m_lines));
        endInsertRows();
    }
    m_isWaiting = false; // only now: who listens to the rows may ask for more at once
}

} // namespace auditloupe
