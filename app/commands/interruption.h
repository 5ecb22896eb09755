// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtClassHelperMacros>

#include <atomic>
#include <functional>
#include <stop_token>
#include <thread>

namespace auditloupe {

/// While it lives, Ctrl+C, SIGTERM and SIGHUP ask jobs to stop instead of killing the program, so
/// that temporary cases are removed. A second signal, or a job that cannot stop because it waits
/// for input, ends in the program being killed after all. Must be made before any other thread.
/// A reader of the output that goes away is no reason to die either: writing fails then.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Q_DISABLE_COPY_MOVE(Interruption)

    std::stop_token token() const { return m_stop.get_token(); }

    /// What a shell shows for a program that died of the signal; 0 where there was none.
    int exitStatus() const;

    /// Called on another thread just before the program is killed; an empty one takes it back.
    static void setLastWill(std::function<void()> lastWill);

private:
    void watch(const std::stop_token &end);

    std::stop_source m_stop;
    std::atomic<int> m_signal = 0;
    std::jthread m_watcher;
};

} // namespace auditloupe
