// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/countonallcores.h"

#include "model/query/queryscope.h"

#include <algorithm>
#include <format>
#include <thread>
#include <vector>

namespace auditloupe {

namespace {

constexpr std::int64_t FewEvents = 100'000; // for one core

std::vector<std::string> stretchesOf(std::int64_t lastId)
{
    const auto cores = static_cast<std::int64_t>(std::max(std::thread::hardware_concurrency(), 1U));
    const std::int64_t parts = std::clamp<std::int64_t>(lastId / FewEvents, 1, cores);
    std::vector<std::string> stretches;
    for (std::int64_t i = 0; i < parts; ++i) {
        stretches.push_back(
            std::format("e.id > {} AND e.id <= {}", lastId * i / parts, lastId * (i + 1) / parts));
    }
    return stretches;
}

Result<std::int64_t> countOne(CaseReader &reader, const JobControl &control,
                              const std::string &stretch, const CountStretch &count)
{
    return runQuery(reader, control, [&](SQLite::Database &database) -> Result<std::int64_t> {
        return count(database, stretch);
    });
}

} // namespace

Result<std::int64_t> countOnAllCores(CaseReader &reader, const JobControl &control,
                                     const CountStretch &count)
{
    const Result<std::int64_t> lastId =
        runQuery(reader, control, [](SQLite::Database &database) -> Result<std::int64_t> {
            return database.execAndGet("SELECT coalesce(max(id), 0) FROM event").getInt64();
        });
    if (!lastId) {
        return lastId;
    }
    const std::vector<std::string> stretches = stretchesOf(*lastId);
    std::vector<Result<std::int64_t>> counts(stretches.size(), Result<std::int64_t>(0));
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < stretches.size(); ++i) {
            threads.emplace_back([&, i] {
                counts[i] =
                    CaseReader::open(reader.path(), control.stop).and_then([&](CaseReader own) {
                        return countOne(own, control, stretches[i], count);
                    });
            });
        }
        counts.front() = countOne(reader, control, stretches.front(), count);
    }
    std::int64_t sum = 0;
    for (const Result<std::int64_t> &part : counts) {
        if (!part) {
            return part;
        }
        sum += *part;
    }
    return sum;
}

} // namespace auditloupe
