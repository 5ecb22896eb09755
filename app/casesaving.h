// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "views/common/latestjob.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

class QFileDialog;
class QWidget;

namespace auditloupe {

class CaseSession;
class MessageBar;

/// A dialog that names a new file for a case; `fileSelected` says which.
QFileDialog *makeCaseDialog(QWidget *window, const QString &title, const QString &name);

/// Saves the open case as another file, and tells the user of it. One copy at a time.
class CaseSaving : public QObject
{
    Q_OBJECT

public:
    CaseSaving(CaseSession *session, MessageBar *messages, QWidget *window);
    ~CaseSaving() override;
    Q_DISABLE_COPY_MOVE(CaseSaving)

    bool isRunning() const { return m_job.isRunning(); }
    /// Asks for a name and begins.
    void choose();

Q_SIGNALS:
    /// `to` is a copy of `from`, or `from` itself.
    void saved(const QString &from, const QString &to);
    void failed(); ///< or cancelled: that was said

private:
    struct Copy
    {
        QString from = {};
        QString to = {};
        bool isSameFile = false;
    };

    static Result<Copy> copy(const QString &from, const QString &to, const JobControl &control);
    void start(const QString &path);
    void noteProgress(const Progress &progress);
    void showPercent(int percent);
    void take();

    CaseSession *m_session;
    MessageBar *m_messages;
    QWidget *m_window;
    QThreadPool m_pool;
    LatestJob<Result<Copy>> m_job;
    QString m_message; // that it is running
    std::atomic<int> m_percent = 0;
};

} // namespace auditloupe
