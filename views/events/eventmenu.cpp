// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/eventmenu.h"

#include "model/query/fieldvalue.h"
#include "model/query/filter.h"
#include "model/session/casesession.h"
#include "views/events/eventfeed.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QMenu>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

using Column = EventTableModel::Column;

// A condition in a menu; the whole one goes into the filter.
constexpr int LongestInMenu = 420;

/// Shortened, and safe from being read as mnemonics.
QString menuText(const QMenu *menu, const QString &text)
{
    return menu->fontMetrics()
        .elidedText(text, Qt::ElideMiddle, LongestInMenu)
        .replace(u'&', u"&&"_s);
}

void addConditions(QMenu *menu, CaseSession *session, const QModelIndex &index)
{
    const QString condition = index.data(EventTableModel::ConditionRole).toString();
    if (!condition.isEmpty()) {
        QAction *only = menu->addAction(
            QCoreApplication::translate("EventMenu", "Only %1").arg(menuText(menu, condition)));
        QObject::connect(only, &QAction::triggered, session,
                         [session, condition] { session->includeCondition(condition); });
        menu->addSeparator();
    }
}

void addTimeRange(QMenu *menu, CaseSession *session, std::int64_t timeUs)
{
    QObject::connect(
        menu->addAction(QCoreApplication::translate("EventMenu", "Only from this time on")),
        &QAction::triggered, session,
        [session, timeUs] { session->setTimeRange(timeUs, session->filter().toUs); });
    QObject::connect(
        menu->addAction(QCoreApplication::translate("EventMenu", "Only up to this time")),
        &QAction::triggered, session,
        [session, timeUs] { session->setTimeRange(session->filter().fromUs, timeUs + 1); });
    menu->addSeparator();
}

void addRequest(QMenu *menu, CaseSession *session, const EventRow &row)
{
    if (!row.auditId) {
        return;
    }
    const QString condition = filterTermText("auditID", QString::fromStdString(*row.auditId));
    QObject::connect(menu->addAction(QCoreApplication::translate(
                         "EventMenu", "Show the stages of this request")),
                     &QAction::triggered, session, [session, condition] {
                         static_cast<void>(session->showCounted(condition, Unit::Events));
                     });
}

} // namespace

void fillEventMenu(QMenu *menu, CaseSession *session, EventFeed *feed, const QModelIndex &index)
{
    const EventRow *row = feed->model()->loadedRow(index.row());
    if (!row) {
        return;
    }
    const std::optional<std::int64_t> timeUs = rowTimeUs(*row, session->unit());
    if (static_cast<Column>(index.column()) == Column::Time && timeUs) {
        addTimeRange(menu, session, *timeUs);
    }
    addConditions(menu, session, index);
    addRequest(menu, session, *row);
    menu->addSeparator();
    const QString text = index.data().toString();
    if (!text.isEmpty()) {
        QObject::connect(menu->addAction(QCoreApplication::translate("EventMenu", "Copy cell")),
                         &QAction::triggered, menu,
                         [text] { QGuiApplication::clipboard()->setText(text); });
    }
    const EventId id = row->id;
    QObject::connect(
        menu->addAction(QCoreApplication::translate("EventMenu", "Copy event as JSON")),
        &QAction::triggered, feed, [feed, id] { feed->copyEvent(id); });
}

} // namespace auditloupe
