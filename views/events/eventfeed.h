// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/eventtablemodel.h"
#include "views/common/latestjob.h"
#include "views/events/eventjobs.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <optional>
#include <vector>

namespace auditloupe {

class CaseSession;

/// Keeps the event table filled with what the session's filter selects: runs the query, fetches
/// the pages that are looked at, counts, and follows a case that an import still fills.
class EventFeed : public QObject
{
    Q_OBJECT

public:
    explicit EventFeed(CaseSession *session, QObject *parent = nullptr);
    ~EventFeed() override;
    Q_DISABLE_COPY_MOVE(EventFeed)

    EventTableModel *model() { return &m_model; }
    /// Whether rows may still be added to the result.
    bool isSelecting() const { return m_select.isRunning(); }
    /// Empty while they are not known.
    const std::optional<EventCounts> &counts() const { return m_counts; }
    /// Why there are no rows; nothing while that is not known.
    const std::optional<EmptyResult> &whyEmpty() const { return m_whyEmpty; }
    /// How many rows are noise, shown or not; nothing while that is not known.
    std::optional<std::int64_t> noise() const { return m_noise; }
    /// Says how many events cannot tell whether the condition holds; empty where all can, and
    /// while that is not known.
    const QString &unknownNote() const { return m_unknownNote; }

    /// Looks for the row of the request that the event belongs to; requestFound() answers.
    void findRequestOf(EventId id);
    /// Puts the rows as tab-separated text on the clipboard, in the order given.
    void copyRows(std::vector<EventId> ids, std::vector<EventTableModel::Column> columns);
    /// Puts the event's own bytes on the clipboard.
    void copyEvent(EventId id);

Q_SIGNALS:
    void stateChanged(); ///< rows, counts or what is known about an empty result
    void requestFound(EventId last); ///< its most complete stage
    void selected(); ///< all rows of another question are there
    void failed(const QString &message);

private:
    /// How a result reaches the table.
    enum class Arrival {
        Piecewise, ///< another question: its first rows at once
        Whole ///< the same question to a grown case: nothing may jump
    };

    void select(Arrival arrival);
    void restart();
    void refreshSoon();
    void takeBatches(int begin, int end);
    void finishSelection();
    void replaceRows();
    void showRows(std::vector<EventId> ids);
    void startCounting();
    void wantPage(quint64 generation, int page);
    void fetchWanted();
    void takePages(int begin, int end);
    void copyToClipboard(const Result<QString> &text);
    CaseQuery query() const;
    CellStyle style() const;

    CaseSession *m_session;
    EventTableModel m_model;
    QThreadPool m_queryPool;
    QThreadPool m_pagePool; // scrolling never waits for a query
    LatestJob<IdBatch> m_select;
    LatestJob<PageAnswer> m_fetch;
    LatestJob<Result<EventCounts>> m_count;
    LatestJob<Result<std::int64_t>> m_countNoise;
    LatestJob<Result<EmptyResult>> m_explain;
    LatestJob<Result<EventId>> m_findRequest;
    LatestJob<Result<QString>> m_copy;
    LatestJob<Result<QString>> m_copyEvent;
    std::vector<PageRequest> m_wanted;
    std::vector<EventId> m_gathered; // of a result that arrives whole
    std::optional<EventCounts> m_counts;
    std::optional<EmptyResult> m_whyEmpty;
    std::optional<std::int64_t> m_noise;
    QString m_unknownNote;
    QTimer m_refresh;
    QElapsedTimer m_selectClock;
    qint64 m_selectMs = 0; // what the last query took
    Arrival m_arrival = Arrival::Piecewise;
    bool m_hasRows = false; // of the running query
    bool m_isRefreshWanted = false;
};

} // namespace auditloupe
