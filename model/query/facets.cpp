// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/facets.h"

#include "model/query/facetscan.h"
#include "model/query/queryscope.h"
#include "model/query/requeststages.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace auditloupe {

namespace {

constexpr std::int64_t Stretch = 8192; // of ids: some milliseconds, or some ten blocks
constexpr auto Pause = std::chrono::milliseconds(250); // between two answers that are not whole

/// Stretches of ids, counted by threads, each of which has its own reader and tallies.
class FacetThreads
{
public:
    FacetThreads(const QString &path, const FacetPlan &plan, const SqlContext &context,
                 std::int64_t lastId, const JobControl &control)
        : m_path(path)
        , m_plan(plan)
        , m_context(context)
        , m_lastId(lastId)
        , m_control(control)
    {
        const std::size_t cores = std::max(std::thread::hardware_concurrency(), 1U);
        m_workers = std::vector<Worker>(cores);
        m_running = cores;
        for (Worker &worker : m_workers) {
            m_threads.emplace_back([this, &worker] { work(worker); });
        }
    }

    ~FacetThreads() { m_next = m_lastId + 1; }
    Q_DISABLE_COPY_MOVE(FacetThreads)

    /// False when there is nothing left to wait for.
    bool wait()
    {
        std::unique_lock lock(m_mutex);
        return !m_done.wait_for(lock, Pause, [this] { return m_running == 0; });
    }

    /// What all have counted by now.
    Result<std::vector<FacetTally>> tallies()
    {
        std::vector<FacetTally> sum(m_plan.facets.size());
        for (Worker &worker : m_workers) {
            const std::scoped_lock lock(worker.mutex);
            if (worker.problem) {
                return std::unexpected(*worker.problem);
            }
            const std::vector<FacetTally> &counted =
                worker.scan != nullptr ? worker.scan->tallies() : worker.tallies;
            for (std::size_t i = 0; i < counted.size(); ++i) {
                sum[i].add(counted[i]);
            }
        }
        return sum;
    }

private:
    struct Worker
    {
        std::mutex mutex; // guards the rest
        FacetScan *scan = nullptr; // while it counts
        std::vector<FacetTally> tallies; // afterwards
        std::optional<Error> problem;
    };

    /// The scan can be looked at while it lives.
    class Seat
    {
    public:
        Seat(Worker &worker, FacetScan &scan)
            : m_worker(worker)
        {
            const std::scoped_lock lock(m_worker.mutex);
            m_worker.scan = &scan;
        }
        ~Seat()
        {
            const std::scoped_lock lock(m_worker.mutex);
            m_worker.tallies = std::exchange(m_worker.scan, nullptr)->takeTallies();
        }
        Q_DISABLE_COPY_MOVE(Seat)

    private:
        Worker &m_worker;
    };

    void work(Worker &worker)
    {
        const Result<void> done = CaseReader::open(m_path).and_then([&](CaseReader reader) {
            return runQuery(reader, m_control,
                            [&](SQLite::Database &database) { return count(database, worker); });
        });
        if (!done) {
            const std::scoped_lock lock(worker.mutex);
            worker.problem = done.error();
            m_next = m_lastId + 1;
        }
        {
            const std::scoped_lock lock(m_mutex);
            --m_running;
        }
        m_done.notify_one();
    }

    Result<void> count(SQLite::Database &database, Worker &worker)
    {
        FacetScan scan(database, m_plan, m_context);
        const Seat seat(worker, scan);
        for (std::int64_t first = m_next.fetch_add(Stretch); first <= m_lastId;
             first = m_next.fetch_add(Stretch)) {
            const std::scoped_lock lock(worker.mutex);
            scan.count(first, std::min(first + Stretch - 1, m_lastId));
        }
        return {};
    }

    const QString m_path;
    const FacetPlan &m_plan;
    const SqlContext &m_context;
    const std::int64_t m_lastId;
    const JobControl &m_control;
    std::atomic<std::int64_t> m_next = 1;
    std::mutex m_mutex; // guards m_running
    std::condition_variable m_done;
    std::size_t m_running = 0;
    std::vector<Worker> m_workers;
    std::vector<std::jthread> m_threads; // end before all else
};

Facets facetsOf(FacetMaker &maker, const FacetPlan &plan, std::span<const FacetTally> tallies,
                std::span<const FacetWish> wishes, bool isWhole)
{
    Facets facets{.isWhole = isWhole};
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        facets.facets.push_back(maker.make(plan.facets[i], tallies[i], wishes[i]));
    }
    return facets;
}

std::int64_t lastEvent(SQLite::Database &database)
{
    SQLite::Statement last(database, "SELECT coalesce(max(id), 0) FROM event");
    last.executeStep();
    return last.getColumn(0).getInt64();
}

bool needsStages(const FacetPlan &plan)
{
    return std::ranges::contains(plan.facets, FacetSource::Stages, &FacetColumn::source);
}

} // namespace

std::vector<const Field *> facetFields()
{
    static constexpr std::array Names{
        "outcome",  "verb",         "user.kind", "user",     "group", "ns",
        "resource", "name",         "code",      "decision", "level", "stage",
        "ip",       "agent.family", "agent",     "cluster",  "node",  "source"};
    std::vector<const Field *> fields;
    std::ranges::transform(Names, std::back_inserter(fields),
                           [](std::string_view name) { return findField(name); });
    return fields;
}

Result<Facets> countFacets(CaseReader &reader, const Filter &filter,
                           std::span<const FacetWish> wishes, const JobControl &control,
                           Credentials credentials, const std::function<void(Facets)> &soFar)
{
    return runQuery(reader, control, [&](SQLite::Database &database) -> Result<Facets> {
        SqlContext context = contextFor(database, filter);
        const FacetPlan plan(filter, context, wishes);
        if (needsStages(plan) && !context.stages) {
            context.stages = std::make_shared<const RequestStages>(database);
        }
        const std::int64_t lastId = lastEvent(database);
        FacetMaker maker(database, filter, credentials);
        if (lastId <= Stretch) { // not worth a thread
            FacetScan scan(database, plan, context);
            scan.count(1, lastId);
            return facetsOf(maker, plan, scan.tallies(), wishes, true);
        }
        FacetThreads threads(reader.path(), plan, context, lastId, control);
        while (threads.wait()) {
            if (soFar) {
                const Result<std::vector<FacetTally>> tallies = threads.tallies();
                if (!tallies) {
                    return std::unexpected(tallies.error());
                }
                soFar(facetsOf(maker, plan, *tallies, wishes, false));
            }
        }
        return threads.tallies().transform([&](const std::vector<FacetTally> &tallies) {
            return facetsOf(maker, plan, tallies, wishes, true);
        });
    });
}

} // namespace auditloupe
