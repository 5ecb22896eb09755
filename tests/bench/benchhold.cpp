// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// bench_hold CASE: filters, sorts and scrolls the case in the real window, and prints how many
// milliseconds the longest single event held the window's thread, and what kind of event it was.
// Wants folders of its own in XDG_DATA_HOME and XDG_CONFIG_HOME.

#include "app/casecontroller.h"
#include "app/mainwindow.h"
#include "model/query/eventtablemodel.h"
#include "model/session/casesession.h"
#include "views/events/eventspage.h"
#include "views/events/eventtableview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMetaEnum>
#include <QTimer>

#include <array>
#include <cstdio>
#include <ctime>
#include <deque>
#include <functional>

using namespace auditloupe;
using namespace Qt::StringLiterals;

namespace {

constexpr int BetweenMs = 40; // somebody who types fast
constexpr qint64 LongNs = 4'000'000; // worth a line on standard error
constexpr int PauseMs = 1'500; // somebody who reads

double milliseconds(qint64 ns)
{
    return static_cast<double>(ns) / 1e6;
}

/// Of this thread: a busy machine lengthens the wall clock's times alone.
qint64 processorNs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// Times every event that the loop hands out.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    void startWatching() { m_isWatching = true; }
    double longestMs() const { return milliseconds(m_longestNs); }
    QString longestEvent() const { return m_longest; }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_isInside || !m_isWatching) {
            return QApplication::notify(receiver, event);
        }
        m_isInside = true;
        const QByteArray name = receiver->metaObject()->className();
        const auto type = event->type();
        QElapsedTimer clock;
        clock.start();
        const qint64 worked = processorNs();
        const bool isDone = QApplication::notify(receiver, event);
        const qint64 took = clock.nsecsElapsed();
        m_isInside = false;
        if (took > LongNs) {
            const char *key = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
            const QString what =
                QString::fromUtf8(name) + u' ' + QString::fromUtf8(key ? key : "event");
            std::fprintf(stderr, "%.1f ms (%.1f ms of processor): %s\n", milliseconds(took),
                         milliseconds(processorNs() - worked), qPrintable(what));
            if (took > m_longestNs) {
                m_longestNs = took;
                m_longest = what;
            }
        }
        return isDone;
    }

private:
    qint64 m_longestNs = 0;
    QString m_longest;
    bool m_isInside = false;
    bool m_isWatching = false;
};

/// What is done, step by step, each after a wait.
class Script
{
public:
    explicit Script(MainWindow &window)
        : m_window(window)
    {
        addPause();
        for (const auto *text : {"verb=delete and user contains e", "requestObject exists",
                                 "secrets token", "outcome=denied"}) {
            addTyping(QString::fromUtf8(text));
            addPause();
        }
        add(BetweenMs, [this] { m_window.session()->clearFilter(); });
        addPause();
        for (const SortKey key :
             {SortKey::User, SortKey::Name, SortKey::RequestUri, SortKey::Time}) {
            add(BetweenMs, [this, key] { m_window.session()->setSortOrder(SortOrder::by(key)); });
            addPause();
        }
        addKeys(Qt::Key_PageDown, 100);
        addKeys(Qt::Key_End, 1);
        addKeys(Qt::Key_PageUp, 50);
        addKeys(Qt::Key_Home, 1);
        addPause();
    }

    void run(const std::function<void()> &finished)
    {
        if (m_steps.empty()) {
            finished();
            return;
        }
        const Step step = m_steps.front();
        m_steps.pop_front();
        QTimer::singleShot(step.waitMs, &m_window, [this, step, finished] {
            step.action();
            run(finished);
        });
    }

private:
    struct Step
    {
        int waitMs = 0;
        std::function<void()> action = {};
    };

    void add(int waitMs, std::function<void()> action)
    {
        m_steps.push_back({waitMs, std::move(action)});
    }

    void addPause()
    {
        add(PauseMs, [] { });
    }

    void addTyping(const QString &text)
    {
        add(BetweenMs, [this] {
            m_window.session()->clearFilter();
            m_window.focusFilter();
        });
        for (const QChar letter : text) {
            add(BetweenMs, [this, letter] { press(0, letter); });
        }
        add(BetweenMs, [this] { press(Qt::Key_Return, {}); });
    }

    void addKeys(Qt::Key key, int times)
    {
        add(BetweenMs, [this] { m_window.events()->view()->setFocus(); });
        for (int i = 0; i < times; ++i) {
            add(BetweenMs, [this, key] { press(key, {}); });
        }
    }

    void press(int key, const QString &text)
    {
        QWidget *target = m_window.focusWidget();
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QCoreApplication::postEvent(target, new QKeyEvent(type, key, Qt::NoModifier, text));
        }
    }

    MainWindow &m_window;
    std::deque<Step> m_steps;
};

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"auditloupe"_s);
    QCoreApplication::setApplicationName(u"auditloupe-bench"_s);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("bench_hold CASE\n", stderr);
        return 2;
    }
    MainWindow window;
    window.show();
    Script script(window);
    QObject::connect(window.cases(), &CaseController::opened, &window, [&] {
        window.showPage(MainWindow::Page::Events);
        // The first painting reads fonts; what comes afterwards counts.
        QTimer::singleShot(PauseMs, &application, [&] {
            application.startWatching();
            script.run([] { QCoreApplication::exit(); });
        });
    });
    QTimer::singleShot(0, &window, [&] { window.cases()->open({arguments.at(1)}); });
    const int status = QApplication::exec();
    const bool hasRows = window.events()->view()->eventModel()->rowCount() > 0;
    std::printf("%.1f\t%s\n", application.longestMs(), qPrintable(application.longestEvent()));
    return hasRows ? status : 1;
}
