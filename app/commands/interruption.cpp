// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/interruption.h"

#include <QtSystemDetection>

#include <csignal>

#ifdef Q_OS_UNIX
#include <pthread.h>
#endif

namespace auditloupe {

#ifdef Q_OS_UNIX

namespace {

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
    while (sigwait(&set, &signal) == 0 && !end.stop_requested()) {
        if (signal == SIGUSR1) {
            continue;
        }
        if (m_signal.exchange(signal) != 0) {
            std::signal(signal, SIG_DFL);
            pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
            raise(signal);
        }
        m_stop.request_stop();
    }
}

#else

Interruption::Interruption() = default;
Interruption::~Interruption() = default;

void Interruption::watch(const std::stop_token & /*end*/) { }

#endif

int Interruption::exitStatus() const
{
    const int signal = m_signal;
    return signal == 0 ? 0 : 128 + signal;
}

} // namespace auditloupe
