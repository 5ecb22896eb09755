// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <cstdint>
#include <optional>

class QMenu;
class QStackedLayout;

namespace auditloupe {

class CaseSession;
class EmptyNote;
class EventFeed;
class EventTableView;

/// The page with the event table.
class EventsPage : public QWidget
{
    Q_OBJECT

public:
    explicit EventsPage(CaseSession *session, QWidget *parent = nullptr);

    EventFeed *feed() const { return m_feed; }
    EventTableView *view() const { return m_view; }
    void copySelectedRows();
    void fillColumnMenu(QMenu *menu);

    /// Rows that are selected, and the time from the first to the last of them where it is known.
    struct Selection
    {
        int rows = 0;
        std::optional<std::int64_t> spanUs = {};
    };
    Selection selection() const;

    void saveSettings() const;

Q_SIGNALS:
    void eventActivated();
    void selectionChanged();
    void failed(const QString &message);

private:
    void connectView();
    void showSortOrder();
    void sortBy(int column, bool isFurther);
    void showMenu(const QPoint &position);
    void updateState();
    void keepSelection();
    void restoreSettings();

    CaseSession *m_session;
    EventFeed *m_feed;
    EventTableView *m_view;
    EmptyNote *m_note;
    QStackedLayout *m_stack;
};

} // namespace auditloupe
