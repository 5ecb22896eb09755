// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstdint>
#include <functional>
#include <stop_token>

namespace auditloupe {

/// How far a job has come. `total` is 0 where it cannot be known (standard input).
struct Progress
{
    std::int64_t done = 0; ///< bytes as found on disk
    std::int64_t total = 0;
    std::int64_t events = 0; ///< rows that readers can see by now
    QString item = {}; ///< what is being worked on: a file's path
};

/// What whoever starts a long job hands to it. `progress` is called from the job's threads,
/// at most some 25 times a second.
struct JobControl
{
    std::stop_token stop = {};
    std::function<void(const Progress &)> progress = {};

    bool isCancelled() const { return stop.stop_requested(); }
};

} // namespace auditloupe
