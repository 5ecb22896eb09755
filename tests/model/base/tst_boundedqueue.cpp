// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/boundedqueue.h"
#include "tests/testsupport.h"

#include <atomic>
#include <thread>
#include <vector>

using namespace auditloupe;

class tst_BoundedQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrder();
    void heavyValuesDoNotPileUp_data();
    void heavyValuesDoNotPileUp();
    void closedQueueIsDrained();
    void abortWakesAWaitingWriter();
};

void tst_BoundedQueue::keepsTheOrder()
{
    BoundedQueue<int> queue(2);
    const std::jthread writer([&queue] {
        for (int i = 0; i < 100; ++i) {
            queue.push(i);
        }
        queue.close();
    });
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(queue.pop(), i);
    }
    QVERIFY(!queue.pop());
}

void tst_BoundedQueue::heavyValuesDoNotPileUp_data()
{
    QTest::addColumn<int>("weight"); // of a capacity of 100
    QTest::addColumn<int>("most"); // values alive at once, the one that is being pushed among them
    QTest::newRow("light") << 30 << 4;
    QTest::newRow("just fits") << 100 << 2;
    QTest::newRow("heavier than the queue") << 250 << 2;
}

/// What counts is what is alive: in the queue, in the reader's hand, and in the writer's.
void tst_BoundedQueue::heavyValuesDoNotPileUp()
{
    QFETCH(int, weight);
    QFETCH(int, most);
    static std::atomic<int> alive;
    static std::atomic<int> mostAlive;
    struct Value
    {
        Value() { mostAlive = std::max(mostAlive.load(), ++alive); }
        ~Value() { --alive; }
        Value(const Value &) = delete;
        Value &operator=(const Value &) = delete;
    };
    alive = 0;
    mostAlive = 0;
    BoundedQueue<std::unique_ptr<Value>> queue(100);
    const std::jthread writer([&queue, weight] {
        for (int i = 0; i < 200; ++i) {
            queue.push(std::make_unique<Value>(), static_cast<std::size_t>(weight));
        }
        queue.close();
    });
    int taken = 0;
    std::optional<std::unique_ptr<Value>> value;
    while ((value = queue.pop())) {
        ++taken;
        value.reset(); // used up before the next one is asked for
    }
    QCOMPARE(taken, 200);
    QCOMPARE_LE(mostAlive.load(), most);
}

void tst_BoundedQueue::closedQueueIsDrained()
{
    BoundedQueue<int> queue(10);
    QVERIFY(queue.push(1, 5));
    QVERIFY(queue.push(2, 5));
    queue.close();
    QVERIFY(!queue.push(3));
    QCOMPARE(queue.pop(), 1);
    QCOMPARE(queue.pop(), 2);
    QVERIFY(!queue.pop());
}

void tst_BoundedQueue::abortWakesAWaitingWriter()
{
    BoundedQueue<int> queue(10);
    QVERIFY(queue.push(1, 10));
    bool pushed = true;
    {
        const std::jthread writer([&] { pushed = queue.push(2, 10); });
        queue.abort();
    }
    QVERIFY(!pushed);
    QVERIFY(!queue.pop());
}

QTEST_GUILESS_MAIN(tst_BoundedQueue)
#include "tst_boundedqueue.moc"
