// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace auditloupe {

/// A queue between two threads of a pipeline. push() waits while it is full, pop() while it is
/// empty. close() lets the reader drain it; abort() wakes both sides and drops what is inside.
///
/// Each value has a weight: one, or its bytes. What weighs more than the whole queue goes in alone.
/// A weight other than one is for a single reader: what pop() handed to it still counts until it
/// comes back for more.
template <typename T>
class BoundedQueue
{
public:
    explicit BoundedQueue(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    /// False when the queue was closed or aborted: the value is dropped.
    bool push(T value, std::size_t weight = 1)
    {
        std::unique_lock lock(m_mutex);
        m_notFull.wait(lock, [&] { return hasRoomFor(weight) || m_closed; });
        if (m_closed) {
            return false;
        }
        m_items.push_back({.value = std::move(value), .weight = weight});
        m_weight += weight;
        m_notEmpty.notify_one();
        return true;
    }

    /// Empty when the queue is closed and drained, or aborted.
    std::optional<T> pop()
    {
        std::unique_lock lock(m_mutex);
        m_weight -= std::exchange(m_handedOut, 0);
        m_notFull.notify_one();
        m_notEmpty.wait(lock, [this] { return !m_items.empty() || m_closed; });
        if (m_items.empty()) {
            return std::nullopt;
        }
        Item item = std::move(m_items.front());
        m_items.pop_front();
        if (item.weight == 1) {
            m_weight -= 1;
            m_notFull.notify_one();
        } else {
            m_handedOut = item.weight;
        }
        return std::move(item.value);
    }

    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_notEmpty.notify_all();
        m_notFull.notify_all();
    }

    void abort()
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_items.clear();
        m_weight = m_handedOut;
        m_notEmpty.notify_all();
        m_notFull.notify_all();
    }

private:
    struct Item
    {
        T value;
        std::size_t weight = 1;
    };

    bool hasRoomFor(std::size_t weight) const
    {
        return m_weight == 0 || m_weight + weight <= m_capacity;
    }

    const std::size_t m_capacity;
    std::mutex m_mutex; // guards everything below
    std::condition_variable m_notFull;
    std::condition_variable m_notEmpty;
    std::deque<Item> m_items;
    std::size_t m_weight = 0; // of the items and of what was handed out
    std::size_t m_handedOut = 0;
    bool m_closed = false;
};

} // namespace auditloupe
