// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <vector>

namespace auditloupe {

/// The sources of a case as rows.
class SourceTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Name,
        State,
        Format,
        Bytes,
        Events,
        Duplicates,
        Salvaged,
        Rejected,
        Other,
        First,
        Last
    };
    Q_ENUM(Column)

    enum Role {
        SourceIdRole = Qt::UserRole, ///< int
        StateRole, ///< auditloupe::SourceState as int
        PathRole ///< the whole path, as it was found
    };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    void setSources(std::vector<SourceInfo> sources);
    void setTimeZone(const QTimeZone &zone);
    const SourceInfo &sourceAt(int row) const { return m_sources.at(std::size_t(row)); }

private:
    QVariant display(const SourceInfo &source, Column column) const;
    QVariant time(std::optional<std::int64_t> us) const;

    std::vector<SourceInfo> m_sources;
    QTimeZone m_zone = QTimeZone(QTimeZone::UTC);
};

/// A source's name for a place with one line: the file's name and its folder's, without what
/// could deceive.
QString sourceName(const SourceInfo &source);

/// "audit.k8s.io, gzip".
QString sourceFormat(const SourceInfo &source);

/// "complete", "import unfinished", … and never empty.
QString sourceStateText(SourceState state);

} // namespace auditloupe
