// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <stop_token>

namespace auditloupe {

/// One kind of work of a screen: a newer job cancels the older, whose late signals are dropped.
/// The job polls the token; its pool is waited for by whoever owns the pool.
template <typename T>
class LatestJob
{
public:
    LatestJob() = default;
    ~LatestJob() { cancel(); }
    Q_DISABLE_COPY_MOVE(LatestJob)

    /// `begin` gets the token and returns the running future.
    template <typename Begin>
    void start(Begin &&begin)
    {
        cancel();
        m_stop = std::stop_source();
        m_watcher.setFuture(begin(m_stop.get_token()));
    }

    void cancel()
    {
        m_stop.request_stop();
        m_watcher.cancel();
    }

    /// Asks the job to end early; what it has is still heard.
    void requestStop() { m_stop.request_stop(); }

    /// Drops the results, too: nothing of the job is heard or kept from here on.
    void forget()
    {
        cancel();
        m_watcher.setFuture(QFuture<T>());
    }

    bool isRunning() const { return m_watcher.isRunning() && !m_watcher.isCanceled(); }
    /// Ended by itself: what it found can be used.
    bool isFinished() const { return m_watcher.isFinished() && !m_watcher.isCanceled(); }
    bool hasResult() const { return isFinished() && m_watcher.future().resultCount() > 0; }
    T result() const { return m_watcher.result(); }
    T resultAt(int index) const { return m_watcher.resultAt(index); }
    QFutureWatcher<T> &watcher() { return m_watcher; }

private:
    QFutureWatcher<T> m_watcher;
    std::stop_source m_stop;
};

} // namespace auditloupe
