// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/sqlconsole.h"
#include "views/common/latestjob.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace auditloupe {

class CaseSession;
class SqlEditor;
class SqlResultModel;

/// The SQL console: one statement over the open case, its rows, nothing that could change it.
class SqlPage : public QWidget
{
    Q_OBJECT

public:
    explicit SqlPage(CaseSession *session, QWidget *parent = nullptr);
    ~SqlPage() override;
    Q_DISABLE_COPY_MOVE(SqlPage)

    void run();

Q_SIGNALS:
    void eventRequested(auditloupe::EventId id); ///< the row's event, where it has an id

private:
    QWidget *makeBar();
    QWidget *makeResults();
    void fillViews(QMenu *menu);
    void forget();
    void take();
    void showError(const Error &error);
    void updateState();
    void copyRows();
    void requestEvent(const QModelIndex &index);

    CaseSession *m_session;
    SqlEditor *m_editor;
    SqlResultModel *m_model;
    QTableView *m_table;
    QLabel *m_status;
    QLabel *m_note; // in place of rows
    QPushButton *m_run;
    QPushButton *m_cancel;
    QStackedLayout *m_stack = nullptr;
    QElapsedTimer m_clock;
    QThreadPool m_pool;
    LatestJob<Result<SqlResult>> m_job;
};

} // namespace auditloupe
