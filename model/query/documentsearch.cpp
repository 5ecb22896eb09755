// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/documentsearch.h"

#include "model/query/documentjudge.h"
#include "model/query/queryscope.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <iterator>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace auditloupe {

namespace {

/// So many candidates are looked into before those that match are handed over: some ten blocks.
constexpr std::size_t Portion = 2048;

using Found = Result<std::vector<EventId>>;

/// In these orders neighbours stand in the same few blocks. In any other all documents are read
/// first, in order of id.
bool keepsNeighbours(const SortOrder &order)
{
    return order.followsTime() || order.isBy(SortKey::Import);
}

/// Portions of candidates, judged by threads and taken in their order.
class Portions
{
public:
    Portions(const CaseReader &reader, const DocumentSearch &search,
             std::span<const EventId> candidates, const JobControl &control)
        : m_path(reader.path())
        , m_search(search)
        , m_candidates(candidates)
        , m_found((candidates.size() + Portion - 1) / Portion)
        , m_stopping(control.stop, [this] { m_stop.request_stop(); })
    {
        const std::size_t cores = std::max(std::thread::hardware_concurrency(), 1U);
        for (std::size_t i = std::min(cores, m_found.size()); i > 0; --i) {
            m_threads.emplace_back([this] { work(); });
        }
    }

    ~Portions() { m_stop.request_stop(); }
    Q_DISABLE_COPY_MOVE(Portions)

    std::size_t size() const { return m_found.size(); }

    /// Waits for the portion.
    Found take(std::size_t index)
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [&] { return m_found[index].has_value(); });
        return std::move(*m_found[index]);
    }

private:
    void work()
    {
        const JobControl control{.stop = m_stop.get_token()};
        std::size_t index = m_next++;
        Result<CaseReader> reader = CaseReader::open(m_path);
        const Result<void> done = reader
            ? runQuery(*reader, control,
                       [&](SQLite::Database &database) -> Result<void> {
                           DocumentJudge judge(database, m_search.condition, m_search.context);
                           for (; index < m_found.size(); index = m_next++) {
                               put(index, judge.keep(idsOf(index), m_search.truth, control));
                           }
                           return {};
                       })
            : Result<void>(std::unexpected(reader.error()));
        for (; index < m_found.size(); index = m_next++) { // nobody else may be left to do it
            put(index, std::unexpected(done.error()));
        }
    }

    std::span<const EventId> idsOf(std::size_t index) const
    {
        const std::size_t from = index * Portion;
        return m_candidates.subspan(from, std::min(Portion, m_candidates.size() - from));
    }

    void put(std::size_t index, Found found)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_found[index] = std::move(found);
        }
        m_ready.notify_one();
    }

    const QString m_path;
    const DocumentSearch &m_search;
    std::span<const EventId> m_candidates;
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex; // guards m_found's elements
    std::condition_variable m_ready;
    std::vector<std::optional<Found>> m_found;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_stopping;
    std::vector<std::jthread> m_threads; // end before all else
};

Result<void> searchInOrder(CaseReader &reader, const DocumentSearch &search,
                           std::span<const EventId> candidates, const JobControl &control,
                           const TakeIds &take)
{
    if (candidates.size() <= Portion) { // not worth a thread
        DocumentJudge judge(reader.database(), search.condition, search.context);
        return judge.keep(candidates, search.truth, control)
            .transform([&take](const std::vector<EventId> &found) {
                if (!found.empty()) {
                    take(found);
                }
            });
    }
    Portions portions(reader, search, candidates, control);
    for (std::size_t i = 0; i < portions.size(); ++i) {
        const Found found = portions.take(i);
        if (!found) {
            return std::unexpected(found.error());
        }
        if (!found->empty() && !take(*found)) {
            break;
        }
    }
    return {};
}

} // namespace

Result<void> searchDocuments(CaseReader &reader, const DocumentSearch &search,
                             std::span<const EventId> candidates, const JobControl &control,
                             const TakeIds &take)
{
    if (keepsNeighbours(search.order)) {
        return searchInOrder(reader, search, candidates, control, take);
    }
    std::vector<EventId> sorted(candidates.begin(), candidates.end());
    std::ranges::sort(sorted);
    std::vector<bool> isFound(sorted.empty() ? 0 : static_cast<std::size_t>(sorted.back()) + 1);
    const Result<void> done =
        searchInOrder(reader, search, sorted, control, [&isFound](std::span<const EventId> ids) {
            for (const EventId id : ids) {
                isFound[static_cast<std::size_t>(id)] = true;
            }
            return true;
        });
    if (!done) {
        return done;
    }
    std::vector<EventId> result;
    std::ranges::copy_if(candidates, std::back_inserter(result),
                         [&isFound](EventId id) { return isFound[static_cast<std::size_t>(id)]; });
    if (!result.empty()) {
        take(result);
    }
    return {};
}

} // namespace auditloupe
