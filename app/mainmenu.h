// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/theme.h"
#include "model/casefile/recentcases.h"
#include "views/common/latestjob.h"

#include <QList>
#include <QObject>
#include <QThreadPool>

#include <vector>

class QAction;
class QKeySequence;
class QMenu;

namespace auditloupe {

class CaseController;
class CaseSession;
class MainWindow;

/// The window's menus: everything the program can do, with its shortcut.
class MainMenu : public QObject
{
    Q_OBJECT

public:
    explicit MainMenu(MainWindow *window);
    ~MainMenu() override;
    Q_DISABLE_COPY_MOVE(MainMenu)

private:
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makePageActions(QMenu *menu);
    void makeUnitActions(QMenu *menu);
    void makeZoneActions(QMenu *menu);
    void makeThemeMenu(QMenu *menu);
    void addTheme(QMenu *menu, Theme theme, const QString &text);
    void makeGoMenu();
    void makeQuestionMenu();
    void makeHelpMenu();
    template <typename Slot>
    QAction *add(QMenu *menu, const QString &icon, const QString &text,
                 const QKeySequence &shortcut, Slot slot);
    void updateActions();
    void readRecent();
    void showRecent();

    MainWindow *m_window;
    CaseSession *m_session;
    CaseController *m_cases;
    QMenu *m_recent = nullptr;
    QList<QAction *> m_needCase;
    QList<QAction *> m_needIdleCase; // not while importing
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QThreadPool m_pool;
    LatestJob<std::vector<RecentCase>> m_readRecent;
};

} // namespace auditloupe
