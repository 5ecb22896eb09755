// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"
#include "model/casefile/recordtablemodel.h"

#include <map>
#include <vector>

namespace auditloupe {

/// Rejected lines as rows, fetched page by page while the view scrolls. It is given only the
/// beginning of each line's bytes: the whole of one is read when it is selected.
class RejectedTableModel : public RecordTableModel
{
    Q_OBJECT

public:
    enum class Column { Source, Line, Offset, Length, Reason, Bytes };
    Q_ENUM(Column)

    enum Role {
        RejectedIdRole = Qt::UserRole ///< qlonglong
    };

    static constexpr int PageSize = 256;

    using RecordTableModel::RecordTableModel;

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
    int records() const override { return int(m_lines.size()); }
    int columns() const override;
    QString title(int column) const override;
    bool isNumber(int column) const override;
    QVariant value(int row, int column, int role) const override;
    QVariant display(const RejectedLine &line, Column column) const;

    std::vector<RejectedLine> m_lines;
    std::map<SourceId, QString> m_names;
    bool m_isWaiting = false;
    bool m_isComplete = false;
};

} // namespace auditloupe
