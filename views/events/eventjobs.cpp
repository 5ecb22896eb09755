// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/eventjobs.h"

#include "model/casefile/casereader.h"
#include "model/event/masking.h"
#include "model/query/fieldvalue.h"

#include <QElapsedTimer>
#include <QtConcurrentRun>

#include <algorithm>
#include <array>
#include <utility>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t FirstBatch = 512; // some screens full
constexpr qint64 BatchMs = 100;

/// Gathers ids and hands them on in pieces.
class BatchSender
{
public:
    explicit BatchSender(QPromise<IdBatch> &promise)
        : m_promise(promise)
    {
        m_clock.start();
    }

    void take(std::span<const EventId> ids)
    {
        m_batch.insert(m_batch.end(), ids.begin(), ids.end());
        const bool isFirst = !m_hasSent && m_batch.size() >= FirstBatch;
        if (isFirst || m_clock.elapsed() >= BatchMs) {
            send();
        }
    }

    void send()
    {
        if (!m_batch.empty()) {
            m_promise.addResult(IdBatch{.ids = std::exchange(m_batch, {})});
            m_hasSent = true;
            m_clock.restart();
        }
    }

private:
    QPromise<IdBatch> &m_promise;
    std::vector<EventId> m_batch;
    QElapsedTimer m_clock;
    bool m_hasSent = false;
};

Result<void> selectInto(BatchSender &sender, const CaseQuery &query, const std::stop_token &stop)
{
    Result<CaseReader> reader = CaseReader::open(query.casePath, stop);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    return selectEvents(*reader, query.filter, query.order, {.stop = stop},
                        [&sender, &stop](std::span<const EventId> ids) {
                            sender.take(ids);
                            return !stop.stop_requested();
                        });
}

Result<EventCounts> count(const CaseQuery &query, const std::vector<EventId> &ids,
                          const std::stop_token &stop)
{
    Result<CaseReader> reader = CaseReader::open(query.casePath, stop);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const Result<CaseSummary> summary = reader->summary();
    if (!summary) {
        return std::unexpected(summary.error());
    }
    EventCounts counts{.all = *summary};
    if (query.filter.isEmpty()) {
        counts.shown = {.requests = summary->requests, .events = summary->events};
        counts.firstUs = summary->firstUs;
        counts.lastUs = summary->lastUs;
        return counts;
    }
    const Result<UnitCounts> shown = countUnits(*reader, ids, query.filter.unit, {.stop = stop});
    if (!shown) {
        return std::unexpected(shown.error());
    }
    counts.shown = *shown;
    const Result<std::int64_t> unknown = countUnknown(*reader, query.filter, {.stop = stop});
    if (!unknown) {
        return std::unexpected(unknown.error());
    }
    counts.unknown = *unknown;
    if (query.order.followsTime() && !ids.empty()) {
        const Result<std::vector<EventRow>> ends =
            reader->rows(std::array{ids.front(), ids.back()});
        if (ends && !ends->empty()) {
            const auto first = rowTimeUs(ends->front(), query.filter.unit);
            const auto last = rowTimeUs(ends->back(), query.filter.unit);
            counts.firstUs = std::min(first, last);
            counts.lastUs = std::max(first, last);
        }
    }
    return counts;
}

Result<EventId> lastStage(CaseReader &reader, EventId id)
{
    const Result<std::vector<EventId>> stages = reader.stagesOf(id);
    if (!stages) {
        return std::unexpected(stages.error());
    }
    constexpr std::size_t Most = 64; // a made-up request can have a million
    const auto likely = std::span(*stages).last(std::min(Most, stages->size()));
    return reader.rows(likely).transform([id](const std::vector<EventRow> &rows) {
        const auto last = std::ranges::find_if(rows, &EventRow::last);
        return last == rows.end() ? id : last->id;
    });
}

PageAnswer fetchPage(Result<CaseReader> &reader, const PageRequest &request)
{
    PageAnswer answer{
        .generation = request.generation, .page = request.page, .asked = request.ids.size()};
    Result<std::vector<EventRow>> rows =
        reader ? reader->rows(request.ids) : std::unexpected(reader.error());
    if (rows) {
        answer.rows = std::move(*rows);
    } else {
        answer.problem = rows.error().toText();
    }
    return answer;
}

Result<QString> textOf(const QString &casePath, const std::vector<EventId> &ids,
                       const std::vector<EventTableModel::Column> &columns, const CellStyle &style,
                       const std::stop_token &stop)
{
    Result<CaseReader> reader = CaseReader::open(casePath, stop);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const EventTableModel titles;
    QStringList cells;
    for (const EventTableModel::Column column : columns) {
        cells.append(titles.headerData(static_cast<int>(column), Qt::Horizontal).toString());
    }
    QString text = cells.join(u'\t') + u'\n';
    constexpr std::size_t Chunk = 1024;
    for (std::size_t i = 0; i < ids.size(); i += Chunk) {
        const auto part = std::span(ids).subspan(i, std::min(Chunk, ids.size() - i));
        const Result<std::vector<EventRow>> rows = reader->rows(part);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (const EventRow &row : *rows) {
            cells.clear();
            for (const EventTableModel::Column column : columns) {
                cells.append(EventTableModel::cellText(row, column, style));
            }
            text += cells.join(u'\t') + u'\n';
        }
    }
    return text;
}

} // namespace

QFuture<IdBatch> selectIds(QThreadPool &pool, const CaseQuery &query, const std::stop_token &stop)
{
    return QtConcurrent::run(&pool, [query, stop](QPromise<IdBatch> &promise) {
        BatchSender sender(promise);
        const Result<void> done = selectInto(sender, query, stop);
        sender.send();
        if (!done && done.error().code != Error::Code::Cancelled) {
            promise.addResult(IdBatch{.problem = done.error().toText()});
        }
    });
}

QFuture<PageAnswer> fetchPages(QThreadPool &pool, const QString &casePath,
                               std::vector<PageRequest> requests, const std::stop_token &stop)
{
    return QtConcurrent::run(
        &pool, [casePath, requests = std::move(requests), stop](QPromise<PageAnswer> &promise) {
            Result<CaseReader> reader = CaseReader::open(casePath, stop);
            for (const PageRequest &request : requests) {
                promise.addResult(fetchPage(reader, request));
            }
        });
}

QFuture<Result<EventCounts>> countShown(QThreadPool &pool, const CaseQuery &query,
                                        std::vector<EventId> ids, const std::stop_token &stop)
{
    return QtConcurrent::run(
        &pool, [query, ids = std::move(ids), stop] { return count(query, ids, stop); });
}

QFuture<Result<std::int64_t>> countNoise(QThreadPool &pool, const CaseQuery &query,
                                         const std::stop_token &stop)
{
    return QtConcurrent::run(&pool, [query, stop] {
        Filter noise = query.filter;
        noise.noise = Noise::Only;
        return CaseReader::open(query.casePath, stop).and_then([&](CaseReader reader) {
            return countEvents(reader, noise, {.stop = stop});
        });
    });
}

QFuture<Result<EventId>> lastStageOf(QThreadPool &pool, const QString &casePath, EventId id,
                                     const std::stop_token &stop)
{
    return QtConcurrent::run(&pool, [casePath, id, stop] {
        return CaseReader::open(casePath, stop).and_then([id](CaseReader reader) {
            return lastStage(reader, id);
        });
    });
}

QFuture<Result<EmptyResult>> explainEmptyResult(QThreadPool &pool, const CaseQuery &query,
                                                const std::stop_token &stop)
{
    return QtConcurrent::run(&pool, [query, stop] {
        return CaseReader::open(query.casePath, stop).and_then([&](CaseReader reader) {
            return whyEmpty(reader, query.filter, {.stop = stop});
        });
    });
}

QFuture<Result<std::vector<GroupCount>>> countValues(QThreadPool &pool, const CaseQuery &query,
                                                     const Field *field,
                                                     const std::stop_token &stop)
{
    using Counts = Result<std::vector<GroupCount>>;
    return QtConcurrent::run(&pool, [query, field, stop]() -> Counts {
        Result<CaseReader> reader = CaseReader::open(query.casePath, stop);
        return reader ? countBy(*reader, query.filter, std::array{field}, {.stop = stop})
                      : Counts(std::unexpected(reader.error()));
    });
}

QFuture<Result<QString>> tableText(QThreadPool &pool, const QString &casePath,
                                   std::vector<EventId> ids,
                                   std::vector<EventTableModel::Column> columns,
                                   const CellStyle &style, const std::stop_token &stop)
{
    return QtConcurrent::run(&pool,
                             [casePath, ids = std::move(ids), columns = std::move(columns), style,
                              stop] { return textOf(casePath, ids, columns, style, stop); });
}

QFuture<Result<QString>> eventText(QThreadPool &pool, const QString &casePath, EventId id,
                                   Credentials credentials)
{
    return QtConcurrent::run(&pool, [casePath, id, credentials]() -> Result<QString> {
        Result<CaseReader> reader = CaseReader::open(casePath);
        if (!reader) {
            return std::unexpected(reader.error());
        }
        return reader->eventBytes(id).transform([credentials](const QByteArray &bytes) {
            return credentials == Credentials::Plain
                ? QString::fromUtf8(bytes)
                : QString::fromStdString(maskCredentials(bytes.toStdString()));
        });
    });
}

} // namespace auditloupe
