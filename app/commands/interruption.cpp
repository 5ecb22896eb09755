// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/interruption.h"

#include <QtSystemDetection>

#include <chrono>
#include <csignal>
#include <mutex>
#include <utility>

#ifdef Q_OS_UNIX
#include <pthread.h>
#endif

namespace auditloupe {

namespace {

std::mutex lastWillMutex; // guards `lastWill`
std::function<void()> lastWill;

} // namespace

void Interruption::setLastWill(std::function<void()> will)
{
    const std::scoped_lock lock(lastWillMutex);
    lastWill = std::move(will);
}

int Interruption::exitStatus() const
{
    const int signal = m_signal;
    return signal == 0 ? 0 : 128 + signal;
}

#ifdef Q_OS_UNIX

namespace {

/// How long jobs have to stop: so many looks, with so much time between them.
constexpr int Looks = 200;
constexpr auto BetweenLooks = std::chrono::milliseconds(10);

sigset_t watchedSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGUSR1); // wakes the watcher at the end
    return set;
}

bool isAnyPending()
{
    sigset_t pending;
    sigpending(&pending);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        if (sigismember(&pending, signal) == 1) {
            return true;
        }
    }
    return false;
}

void dieOf(int signal, const sigset_t &set)
{
    const std::scoped_lock lock(lastWillMutex);
    if (lastWill) {
        lastWill();
    }
    std::signal(signal, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    raise(signal);
}

} // namespace

Interruption::Interruption()
{
    const sigset_t set = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr); // inherited by every thread to come
    std::signal(SIGPIPE, SIG_IGN);
    m_watcher = std::jthread([this](const std::stop_token &end) { watch(end); });
}

Interruption::~Interruption()
{
    m_watcher.request_stop();
    pthread_kill(m_watcher.native_handle(), SIGUSR1);
}

void Interruption::watch(const std::stop_token &end)
{
    const sigset_t set = watchedSignals();
    int signal = 0;
    if (sigwait(&set, &signal) != 0 || end.stop_requested()) {
        return;
    }
    m_signal = signal;
    m_stop.request_stop();
    for (int look = 0; look < Looks && !isAnyPending(); ++look) {
        std::this_thread::sleep_for(BetweenLooks);
        if (end.stop_requested()) {
            return;
        }
    }
    dieOf(signal, set);
}

#else

Interruption::Interruption() = default;
Interruption::~Interruption() = default;

void Interruption::watch(const std::stop_token & /*end*/) { }

#endif

} // namespace auditloupe
