// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/latestjob.h"
#include "views/questions/questioncontext.h"

#include <QMenu>
#include <QThreadPool>

namespace auditloupe {

class CaseSession;

/// The questions that people bring, each of which becomes the filter. What a question leaves open
/// is taken from the selected event and asked for.
class QuestionMenu : public QMenu
{
    Q_OBJECT

public:
    explicit QuestionMenu(CaseSession *session, QWidget *window);
    ~QuestionMenu() override;
    Q_DISABLE_COPY_MOVE(QuestionMenu)

Q_SIGNALS:
    void asked(); ///< the session's filter is the question's
    void failed(const QString &message);

private:
    void addQuestion(const CommonQuestion &question);
    void begin(const CommonQuestion &question);
    void take();
    void ask(const QString &condition);

    CaseSession *m_session;
    QWidget *m_window;
    QThreadPool m_pool;
    LatestJob<Result<QuestionContext>> m_job;
    const CommonQuestion *m_question = nullptr; // that the job is for
};

} // namespace auditloupe
