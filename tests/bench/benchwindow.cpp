// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// bench_window CASE|LOG: opens it in the real window and prints how many milliseconds after that
// the first rows stood painted in the event table. A log's import is cancelled then. Wants
// folders of its own in XDG_DATA_HOME and XDG_CONFIG_HOME.

#include "app/casecontroller.h"
#include "app/mainwindow.h"
#include "model/query/eventtablemodel.h"
#include "views/events/eventspage.h"
#include "views/events/eventtableview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QTimer>

#include <cstdio>

using namespace auditloupe;
using namespace Qt::StringLiterals;

namespace {

constexpr int GiveUpAfterMs = 60'000;

/// Sees the painting of an event table and ends the program with the first that shows rows.
class FirstRows : public QObject
{
public:
    explicit FirstRows(EventTableView *view)
        : m_view(view)
    {
        view->viewport()->installEventFilter(this);
    }

    void startClock() { m_clock.start(); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const EventTableModel *model = m_view->eventModel();
        if (event->type() == QEvent::Paint && model->rowCount() > 0 && model->loadedRow(0)) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, [this] { tell(); }); // after the painting
        }
        return false;
    }

private:
    void tell()
    {
        std::printf("%.1f\n", static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
        QCoreApplication::exit(); // quit() would ask about the import
    }

    EventTableView *m_view;
    QElapsedTimer m_clock;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"auditloupe"_s);
    QCoreApplication::setApplicationName(u"auditloupe-bench"_s);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("bench_window CASE|LOG\n", stderr);
        return 2;
    }
    MainWindow window;
    window.show();
    QObject::connect(window.cases(), &CaseController::opened, &window,
                     [&window] { window.showPage(MainWindow::Page::Events); });
    QTimer::singleShot(GiveUpAfterMs, &window, [] {
        std::fputs("The window showed no rows within a minute.\n", stderr);
        QCoreApplication::exit(1);
    });
    FirstRows firstRows(window.events()->view());
    // The empty window is on screen before the clock starts.
    QTimer::singleShot(0, &window, [&] {
        firstRows.startClock();
        window.cases()->open({arguments.at(1)});
    });
    return QApplication::exec();
}
