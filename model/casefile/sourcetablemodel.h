// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"
#include "model/casefile/recordtablemodel.h"

#include <QTimeZone>

#include <vector>

namespace auditloupe {

/// The sources of a case as rows.
class SourceTableModel : public RecordTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Name,
        State,
        Format,
        Cluster, ///< can be edited where the export itself does not tell it
        Bytes,
        Events,
        Duplicates,
        Salvaged,
        Rejected,
        Other,
        First,
        Last,
        Node,
        Server
    };
    Q_ENUM(Column)

    enum Role {
        SourceIdRole = Qt::UserRole, ///< int
        StateRole, ///< auditloupe::SourceState as int
        PathRole ///< the whole path, as it was found
    };

    using RecordTableModel::RecordTableModel;

    void setSources(std::vector<SourceInfo> sources);
    void setTimeZone(const QTimeZone &zone);
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Asks for the change only: the row shows it when the case was read again.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    const SourceInfo &sourceAt(int row) const { return m_sources.at(std::size_t(row)); }

Q_SIGNALS:
    void clusterEdited(auditloupe::SourceId source, const QString &name);

private:
    int records() const override { return int(m_sources.size()); }
    int columns() const override;
    QString title(int column) const override;
    bool isNumber(int column) const override;
    QVariant value(int row, int column, int role) const override;
    QVariant display(const SourceInfo &source, Column column) const;
    QVariant time(std::optional<std::int64_t> us) const;

    std::vector<SourceInfo> m_sources;
    QTimeZone m_zone = QTimeZone(QTimeZone::UTC);
};

/// It has no events of its own; its members have.
bool isArchive(const SourceInfo &source);

/// A source's name for a place with one line: the file's name and its folder's, or the archive's
/// name and the whole one in there, without what could deceive.
QString sourceName(const SourceInfo &source);

/// "audit.k8s.io, gzip, utf-16le".
QString sourceFormat(const SourceInfo &source);

/// "complete", "import unfinished", … and never empty.
QString sourceStateText(SourceState state);

} // namespace auditloupe
