// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/questions/questionmenu.h"

#include "model/session/casesession.h"
#include "views/questions/questiondialog.h"

#include <QtConcurrentRun>

namespace auditloupe {

QuestionMenu::QuestionMenu(CaseSession *session, QWidget *window)
    : QMenu(window)
    , m_session(session)
    , m_window(window)
{
    setTitle(tr("&Questions"));
    setToolTipsVisible(true);
    for (const CommonQuestion &question : commonQuestions()) {
        addQuestion(question);
    }
    connect(&m_job.watcher(), &QFutureWatcherBase::finished, this, &QuestionMenu::take);
}

QuestionMenu::~QuestionMenu()
{
    m_job.cancel();
    m_pool.waitForDone();
}

void QuestionMenu::addQuestion(const CommonQuestion &question)
{
    QAction *action = addAction(question.titleText());
    action->setToolTip(question.remarkText());
    action->setStatusTip(question.remarkText());
    connect(action, &QAction::triggered, this, [this, &question] { begin(question); });
}

void QuestionMenu::begin(const CommonQuestion &question)
{
    m_question = &question;
    m_job.start([this](const std::stop_token &stop) {
        return QtConcurrent::run(
            &m_pool, [path = m_session->casePath(), selected = m_session->selectedEvent(), stop] {
                return questionContext(path, selected, stop);
            });
    });
}

void QuestionMenu::take()
{
    if (!m_job.hasResult()) {
        return;
    }
    const Result<QuestionContext> context = m_job.result();
    if (!context) {
        Q_EMIT failed(context.error().toText());
        return;
    }
    if (m_question->blanks().empty()) {
        ask(m_question->ask({}, context->lastUs).value_or(QString()));
        return;
    }
    auto *dialog = new QuestionDialog(*m_question, *context, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QuestionDialog::asked, this, &QuestionMenu::ask);
    dialog->open();
}

void QuestionMenu::ask(const QString &condition)
{
    if (const Result<void> set = m_session->setFilterText(condition); !set) {
        Q_EMIT failed(set.error().toText());
        return;
    }
    Q_EMIT asked();
}

} // namespace auditloupe
