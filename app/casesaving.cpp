// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/casesaving.h"

#include "model/casefile/caselibrary.h"
#include "model/session/casesession.h"
#include "views/common/messagebar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QtConcurrentRun>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr auto FolderKey = "cases/saveFolder"_L1;
constexpr auto CaseSuffix = "auditcase"_L1;

} // namespace

QFileDialog *makeCaseDialog(QWidget *window, const QString &title, const QString &name)
{
    auto *dialog = new QFileDialog(window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(CaseSuffix);
    dialog->setNameFilter(CaseSaving::tr("Cases (*.%1)").arg(CaseSuffix));
    dialog->setDirectory(QSettings().value(FolderKey, QDir::homePath()).toString());
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [](const QString &path) {
        QSettings().setValue(FolderKey, QFileInfo(path).path());
    });
    return dialog;
}

CaseSaving::CaseSaving(CaseSession *session, MessageBar *messages, QWidget *window)
    : m_session(session)
    , m_messages(messages)
    , m_window(window)
{
    connect(&m_job.watcher(), &QFutureWatcherBase::finished, this, &CaseSaving::take);
}

CaseSaving::~CaseSaving()
{
    m_job.cancel();
    m_pool.waitForDone();
}

void CaseSaving::choose()
{
    QFileDialog *dialog =
        makeCaseDialog(m_window, tr("Save case as"), QFileInfo(m_session->casePath()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &CaseSaving::start);
    dialog->open();
}

Result<CaseSaving::Copy> CaseSaving::copy(const QString &from, const QString &to,
                                          const JobControl &control)
{
    const QFileInfo source(from);
    const QFileInfo target(to);
    Copy made{.from = from, .to = to, .isSameFile = target.exists() && target == source};
    if (made.isSameFile) {
        return made;
    }
    return checkFreeSpace(to, source.size())
        .and_then([&] { return saveCaseAs(from, to, control); })
        .transform([&] { return made; });
}

void CaseSaving::start(const QString &path)
{
    if (isRunning()) {
        return; // its message stands there
    }
    m_messages->show(MessageBar::Kind::Note, tr("The case is being saved as %1.").arg(path));
    m_messages->addAction(tr("Cancel"), [this] { m_job.requestStop(); });
    m_message = m_messages->text();
    m_percent = 0;
    m_job.start([&](const std::stop_token &stop) {
        return QtConcurrent::run(&m_pool, [this, from = m_session->casePath(), path, stop] {
            // The pool is waited for before this object goes.
            return copy(from, path, {.stop = stop, .progress = [this](const Progress &progress) {
                                         noteProgress(progress);
                                     }});
        });
    });
}

/// From the copying thread.
void CaseSaving::noteProgress(const Progress &progress)
{
    constexpr int Hundred = 100;
    const int percent =
        progress.total > 0 ? static_cast<int>(progress.done * Hundred / progress.total) : 0;
    if (m_percent.exchange(percent) != percent) {
        QMetaObject::invokeMethod(
            this, [this, percent] { showPercent(percent); }, Qt::QueuedConnection);
    }
}

void CaseSaving::showPercent(int percent)
{
    if (isRunning() && m_messages->text().startsWith(m_message)) { // another message may be there
        m_messages->setText(m_message + u' ' + tr("%1 %").arg(percent));
    }
}

void CaseSaving::take()
{
    if (!m_job.hasResult()) {
        return;
    }
    const Result<Copy> made = m_job.result();
    if (!made) {
        const bool isCancelled = made.error().code == Error::Code::Cancelled;
        m_messages->show(isCancelled ? MessageBar::Kind::Note : MessageBar::Kind::Problem,
                         isCancelled ? tr("The case was not saved.") : made.error().toText());
        Q_EMIT failed();
        return;
    }
    const QString text = made->isSameFile ? tr("The case is kept as %1.").arg(made->to)
                                          : tr("The case was saved as %1.").arg(made->to);
    m_messages->show(MessageBar::Kind::Note, text, MessageBar::Stay::UntilSeen);
    Q_EMIT saved(made->from, made->isSameFile ? made->from : made->to);
}

} // namespace auditloupe
