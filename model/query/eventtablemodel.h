// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"
#include "model/query/eventquery.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QTimeZone>

#include <span>
#include <vector>

namespace auditloupe {

/// How the values of an event are shown.
struct CellStyle
{
    QTimeZone zone = QTimeZone::UTC;
    Unit unit = Unit::Events; ///< what a row stands for: a request's time is that of its receipt
    Credentials credentials = Credentials::Masked; ///< in the client's own texts: URI and agent
};

/// The events of a result as rows: 4 bytes each, whatever their number. Rows are fetched in pages
/// by whoever listens to pageNeeded(); a row that is not there yet is empty, with LoadedRole
/// false. GUI thread only; nothing here blocks.
class EventTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Time,
        Level,
        Verb,
        User,
        Resource, ///< with its subresource: "pods/exec"
        Namespace,
        Name,
        Code,
        SourceIp,
        UserAgent,
        Stage,
        End, ///< of a request; of an event its time
        Latency,
        Duration, ///< of a session, where its end is recorded
        Command, ///< of an exec
        AuditId,
        RequestUri,
        Cluster,
        Node,
        Server, ///< the API server
        Source ///< the file's name and its folder's
    };
    Q_ENUM(Column)

    enum Role {
        LoadedRole = Qt::UserRole, ///< bool
        EventIdRole, ///< quint32
        LevelRole, ///< auditloupe::Level as int
        StageRole, ///< auditloupe::Stage as int
        OutcomeRole, ///< auditloupe::Outcome as int
        AccessRole, ///< auditloupe::Access as int
        VerbRole, ///< the verb, in any column
        FlagsRole, ///< bits of EventFlag as uint
        ConditionRole ///< "field=value" for this cell's filter; empty where none, or masked
    };

    static constexpr int PageSize = 256;

    explicit EventTableModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Starts an empty result; answers for older generations are dropped from here on.
    quint64 beginResult();
    void appendIds(quint64 generation, std::span<const EventId> ids);
    /// Starts and fills a result in one step: the rows change in one reset.
    quint64 setResult(std::vector<EventId> ids);
    /// Rows whose event is not in the answer (any more) stay empty.
    void setPage(quint64 generation, int page, std::vector<EventRow> rows);
    /// The page will not be answered: it may be asked for again.
    void dropRequest(quint64 generation, int page);

    EventId eventAt(int row) const;
    /// The first row that shows the event, -1 where there is none.
    int rowOf(EventId id) const;
    std::span<const EventId> ids() const { return m_ids; }
    std::span<const EventId> idsOfPage(int page) const;
    const EventRow *loadedRow(int row) const; ///< null where not loaded
    quint64 generation() const { return m_generation; }

    const CellStyle &style() const { return m_style; }
    void setStyle(const CellStyle &style);

    /// Numbers are compared by their ends.
    static bool isNumber(Column column);
    /// `Import` for a column that cannot be sorted by.
    static SortKey sortKey(Column column);
    /// What a cell shows, for rows that the table has not loaded.
    static QString cellText(const EventRow &row, Column column, const CellStyle &style);
    /// What is missing of an event with these flags; empty where nothing is.
    static QString damageText(uint flags);

Q_SIGNALS:
    /// The rows of this page are wanted; setPage() answers. Emitted once a page and generation,
    /// from within data().
    void pageNeeded(quint64 generation, int page) const;

private:
    const EventRow *rowOrRequest(int row) const;
    QVariant meaning(const EventRow &row, Column column, int role) const;
    QString spokenText(const EventRow &row, Column column) const;

    std::vector<EventId> m_ids;
    mutable QCache<int, std::vector<EventRow>> m_pages;
    mutable std::vector<int> m_requested; // pages asked for and not answered yet
    CellStyle m_style;
    quint64 m_generation = 0;
};

} // namespace auditloupe
