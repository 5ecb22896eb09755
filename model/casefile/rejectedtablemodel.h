// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace auditloupe {

/// Rejected lines as rows, fetched page by page while the view scrolls. It is given only the
/// beginning of each line's bytes: the whole of one is read when it is selected.
class RejectedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Source, Line, Offset, Length, Reason, Bytes };
    Q_ENUM(Column)

    enum Role {
        RejectedIdRole = Qt::UserRole ///< qlonglong
    };

    static constexpr int PageSize = 256;

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Starts anew: no rows, more to be asked for.
    void reset();
    void setSourceNames(std::map<SourceId, QString> names);
    /// The answer to moreNeeded(): fewer lines than PageSize are the last ones.
    void append(std::vector<RejectedLine> lines);
    const RejectedLine &lineAt(int row) const { return m_lines.at(std::size_t(row)); }

Q_SIGNALS:
    /// Lines with an id above this are wanted; append() answers.
    void moreNeeded(qlonglong afterId);

private:
    QVariant display(const RejectedLine &line, Column column) const;

    std::vector<RejectedLine> m_lines;
    std::map<SourceId, QString> m_names;
    bool m_isWaiting = false;
    bool m_isComplete = false;
};

} // namespace auditloupe
