// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/caserows.h"
#include "model/query/emptyresult.h"
#include "model/query/eventquery.h"
#include "model/query/eventtablemodel.h"
#include "model/query/unitcounts.h"

#include <QFuture>
#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

class QThreadPool;

namespace auditloupe {

/// Which events, in which order.
struct CaseQuery
{
    QString casePath = {};
    Filter filter = {};
    SortOrder order = {};
};

/// A piece of a result's ids. A message (and no ids) in the last piece says that it ends there.
struct IdBatch
{
    std::vector<EventId> ids = {};
    QString problem = {};
};

/// First rows at once, then what was found in a tenth of a second each.
QFuture<IdBatch> selectIds(QThreadPool &pool, const CaseQuery &query, const std::stop_token &stop);

struct PageRequest
{
    quint64 generation = 0;
    int page = 0;
    std::vector<EventId> ids = {};
};

struct PageAnswer
{
    quint64 generation = 0;
    int page = 0;
    std::size_t asked = 0; ///< rows that the page had when it was asked for
    std::vector<EventRow> rows = {};
    QString problem = {}; ///< why there are none
};

QFuture<PageAnswer> fetchPages(QThreadPool &pool, const QString &casePath,
                               std::vector<PageRequest> requests, const std::stop_token &stop);

/// The numbers of the status bar.
struct EventCounts
{
    CaseSummary all = {};
    UnitCounts shown = {};
    std::optional<std::int64_t> firstUs = {}; ///< of the rows shown, where cheap to know
    std::optional<std::int64_t> lastUs = {};
    std::int64_t unknown = 0; ///< rows of which the condition cannot be told
};

/// `ids` is the result of `query`.
QFuture<Result<EventCounts>> countShown(QThreadPool &pool, const CaseQuery &query,
                                        std::vector<EventId> ids, const std::stop_token &stop);

/// How many rows of the query are noise, whether it shows them or not.
QFuture<Result<std::int64_t>> countNoise(QThreadPool &pool, const CaseQuery &query,
                                         const std::stop_token &stop);

/// The most complete stage of the event's request, which stands for it where rows are requests.
QFuture<Result<EventId>> lastStageOf(QThreadPool &pool, const QString &casePath, EventId id,
                                     const std::stop_token &stop);

/// For a filter that selects nothing.
QFuture<Result<EmptyResult>> explainEmptyResult(QThreadPool &pool, const CaseQuery &query,
                                                const std::stop_token &stop);

/// The field's values in the events that the filter selects, most first.
QFuture<Result<std::vector<GroupCount>>> countValues(QThreadPool &pool, const CaseQuery &query,
                                                     const Field *field,
                                                     const std::stop_token &stop);

/// The events as lines of tab-separated cells, titles first.
QFuture<Result<QString>> tableText(QThreadPool &pool, const QString &casePath,
                                   std::vector<EventId> ids,
                                   std::vector<EventTableModel::Column> columns,
                                   const CellStyle &style, const std::stop_token &stop);

/// The event's JSON as it was logged, but for credentials that are not revealed.
QFuture<Result<QString>> eventText(QThreadPool &pool, const QString &casePath, EventId id,
                                   Credentials credentials);

} // namespace auditloupe
