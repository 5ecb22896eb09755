// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/casecontroller.h"

#include "app/questions.h"
#include "app/reporttext.h"
#include "model/casefile/caselibrary.h"
#include "model/session/casesession.h"
#include "views/common/messagebar.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QtConcurrentRun>

#include <utility>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr auto FateKey = "cases/onClose"_L1;
constexpr auto KeepWord = "keep"_L1;
constexpr auto DiscardWord = "discard"_L1;
constexpr auto FolderKey = "cases/lastFolder"_L1;

constexpr auto CaseSuffix = "auditcase"_L1;

} // namespace

CaseController::CaseController(CaseSession *session, MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_messages(messages)
    , m_window(window)
    , m_importer(session)
{
    connect(&m_plan.watcher(), &QFutureWatcherBase::finished, this, &CaseController::takePlan);
    connect(&m_save.watcher(), &QFutureWatcherBase::finished, this, &CaseController::takeSaved);
    connect(&m_importer, &ImportController::finished, this, &CaseController::takeReport);
}

CaseController::~CaseController()
{
    m_plan.cancel();
    m_save.cancel();
    m_pool.waitForDone();
}

bool CaseController::canCloseAtOnce() const
{
    return !m_importer.isRunning() && (!m_session->hasCase() || m_fate == Fate::Stays);
}

void CaseController::chooseFiles()
{
    chooseWith(tr("Open audit logs or a case"), false,
               [this](const QStringList &paths) { open(paths); });
}

void CaseController::chooseFolder()
{
    chooseWith(tr("Open a folder of audit logs"), true,
               [this](const QStringList &paths) { open(paths); });
}

void CaseController::chooseMoreFiles()
{
    chooseWith(tr("Import more logs into this case"), false,
               [this](const QStringList &paths) { importInto(paths); });
}

void CaseController::chooseSaveName()
{
    auto *dialog = new QFileDialog(m_window, tr("Save case as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(CaseSuffix);
    dialog->setNameFilter(tr("Cases (*.%1)").arg(CaseSuffix));
    dialog->selectFile(QFileInfo(m_session->casePath()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &CaseController::saveAs);
    dialog->open();
}

void CaseController::open(const QStringList &paths)
{
    if (!paths.isEmpty()) {
        m_plan.start([&](const std::stop_token &) { return planOpening(m_pool, paths); });
    }
}

void CaseController::takeDropped(const QStringList &paths)
{
    if (!m_session->hasCase() || m_importer.isRunning()) {
        open(paths);
        return;
    }
    ask(m_window,
        {.text = tr("Where shall the dropped files go?"),
         .explanation =
             tr("The open case is “%1”.").arg(QFileInfo(m_session->casePath()).fileName()),
         .answers = {{tr("Add to this case"), [this, paths](bool) { importInto(paths); }},
                     {tr("Open as a new case"), [this, paths](bool) { open(paths); }}}});
}

void CaseController::openSample()
{
    const QStringList logs = sampleLogs();
    if (logs.isEmpty()) {
        m_messages->show(MessageBar::Kind::Problem,
                         tr("The sample incident is not installed with this program."));
        return;
    }
    close([this, logs] { importNew(logs, Fate::Goes); });
}

void CaseController::close(const std::function<void()> &then)
{
    if (!m_importer.isRunning()) {
        closeIdle(then);
        return;
    }
    ask(m_window,
        {.text = tr("Logs are still being imported."),
         .explanation = tr("What is imported so far stays in the case; the rest can be "
                           "imported later."),
         .answers = {{tr("Cancel the import and close"), [this, then](bool) {
                          m_afterImport = [this, then] { closeIdle(then); };
                          m_importer.cancel();
                          if (!m_importer.isRunning()) {
                              std::exchange(m_afterImport, {})();
                          }
                      }}}});
}

void CaseController::takePlan()
{
    if (!m_plan.hasResult()) {
        return;
    }
    const OpenPlan plan = m_plan.result();
    if (!plan.problem.isEmpty()) {
        m_messages->show(MessageBar::Kind::Problem, plan.problem);
    } else if (plan.isSample) {
        openSample();
    } else if (!plan.casePath.isEmpty()) {
        close([this, plan] { showCase(plan); });
    } else {
        close([this, plan] { importNew(plan.logs, Fate::Undecided); });
    }
}

void CaseController::showCase(const OpenPlan &plan)
{
    m_messages->hide();
    m_fate = Fate::Stays;
    m_session->setCasePath(plan.casePath);
    m_events = plan.summary.events;
    rememberCase(plan.casePath, m_events);
    Q_EMIT opened();
    if (!plan.summary.finished) {
        const QString names = plan.unfinished.isEmpty() ? QFileInfo(plan.casePath).fileName()
                                                        : plan.unfinished.join(u", "_s);
        offerFinishing(tr("The import of %1 was interrupted. The case holds what was imported "
                          "until then.")
                           .arg(names));
    }
}

void CaseController::importNew(const QStringList &logs, Fate fate)
{
    const Result<QString> path = newCasePath(logs);
    if (!path) {
        m_messages->show(MessageBar::Kind::Problem, path.error().toText());
        return;
    }
    m_messages->hide();
    m_fate = fate;
    m_events = 0;
    m_importer.start({.casePath = *path, .inputs = logs});
    Q_EMIT opened();
}

void CaseController::importInto(const QStringList &logs)
{
    if (logs.isEmpty() || m_importer.isRunning()) {
        return;
    }
    m_messages->hide();
    m_importer.start({.casePath = m_session->casePath(), .inputs = logs});
}

void CaseController::takeReport()
{
    const Result<ImportReport> &report = m_importer.report();
    if (report) {
        m_report = *report;
    }
    if (m_afterImport) {
        std::exchange(m_afterImport, {})();
        return;
    }
    if (report) {
        showReport(*report);
    } else if (report.error().code != Error::Code::Cancelled) {
        const ImportRequest request = m_importer.request();
        const bool isUnseen = !m_session->hasCase() && !request.inputs.isEmpty();
        if (isUnseen) {
            removeFile(request.casePath);
        }
        m_messages->show(MessageBar::Kind::Problem, report.error().toText());
        if (isUnseen) {
            m_messages->addAction(tr("Import anyway"), [this, request] {
                m_importer.start(request, ImportController::Space::Ignore);
                Q_EMIT opened();
            });
        }
    }
    Q_EMIT importFinished();
}

void CaseController::showReport(const ImportReport &report)
{
    if (broughtNothing(report) && m_fate != Fate::Stays) {
        dropUselessCase();
        m_messages->show(MessageBar::Kind::Problem, reportText(report));
        return;
    }
    m_events += report.events;
    rememberCase(report.casePath, m_events);
    if (report.cancelled) {
        offerFinishing(tr("The import was cancelled. %Ln event(s) are in the case.", nullptr,
                          static_cast<int>(report.events)));
        return;
    }
    m_messages->show(hasProblems(report) ? MessageBar::Kind::Warning : MessageBar::Kind::Note,
                     reportText(report));
    m_messages->addAction(tr("Details…"), [this] { Q_EMIT reportRequested(); });
}

void CaseController::offerFinishing(const QString &text)
{
    const QString path = m_session->casePath();
    m_messages->show(MessageBar::Kind::Warning, text);
    m_messages->addAction(tr("Finish import"), [this, path] {
        if (m_session->casePath() == path && !m_importer.isRunning()) {
            m_importer.finish(path);
        }
    });
    m_messages->addAction(tr("Keep what is there"), [] { });
}

void CaseController::dropUselessCase()
{
    const QString path = m_session->casePath();
    leave([this, path] { removeFile(path); });
}

void CaseController::closeIdle(const std::function<void()> &then)
{
    if (!m_session->hasCase()) {
        if (then) {
            then();
        }
        return;
    }
    settleFate(then);
}

void CaseController::settleFate(const std::function<void()> &then)
{
    const QString habit = QSettings().value(FateKey).toString();
    if (m_fate == Fate::Stays || (m_fate == Fate::Undecided && habit == KeepWord)) {
        leave(then);
    } else if (m_fate == Fate::Goes || habit == DiscardWord) {
        discard(then);
    } else {
        const auto decide = [this, then](QLatin1StringView habitWord, bool isHabit) {
            if (isHabit) {
                QSettings().setValue(FateKey, habitWord);
            }
            habitWord == KeepWord ? leave(then) : discard(then);
        };
        ask(m_window,
            {.text = tr("Keep this case?"),
             .explanation =
                 tr("It was made from the logs you opened and is not saved elsewhere. A kept case "
                    "opens at once next time; it is as secret as the secrets in its logs."),
             .answers = {{tr("Keep"), [decide](bool isHabit) { decide(KeepWord, isHabit); }},
                         {tr("Discard"), [decide](bool isHabit) { decide(DiscardWord, isHabit); }}},
             .checkBox = tr("Do the same from now on")});
    }
}

void CaseController::discard(const std::function<void()> &then)
{
    const QString path = m_session->casePath();
    leave([this, path, then] {
        forgetCase(path);
        removeFile(path);
        if (then) {
            then();
        }
    });
}

void CaseController::leave(const std::function<void()> &then)
{
    m_messages->hide();
    m_fate = Fate::Stays;
    m_session->setCasePath({});
    if (then) {
        then();
    }
}

/// A case that stays although it was to go is a secret that somebody believes gone: said aloud.
void CaseController::removeFile(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        return;
    }
    if (const Result<void> removed = discardCase(path); !removed) {
        m_messages->show(MessageBar::Kind::Problem, removed.error().toText());
    }
}

void CaseController::saveAs(const QString &path)
{
    const QString from = m_session->casePath();
    m_save.start([&](const std::stop_token &stop) {
        return QtConcurrent::run(&m_pool, [from, path, stop] {
            const JobControl control{.stop = stop};
            return checkFreeSpace(path, QFileInfo(from).size())
                .and_then([&] { return saveCaseAs(from, path, control); })
                .transform([&] { return SavedCase{.from = from, .to = path}; });
        });
    });
}

void CaseController::takeSaved()
{
    if (!m_save.hasResult()) {
        return;
    }
    const Result<SavedCase> saved = m_save.result();
    if (!saved) {
        m_messages->show(MessageBar::Kind::Problem, saved.error().toText());
        return;
    }
    m_messages->show(MessageBar::Kind::Note, tr("The case was saved as %1.").arg(saved->to));
    const QString old = m_session->casePath();
    if (old != saved->from || m_session->isImporting()) {
        return; // another case is open by now, or this one has gone on: it stays where it is
    }
    m_session->renameCase(saved->to);
    if (std::exchange(m_fate, Fate::Stays) != Fate::Stays) {
        forgetCase(old);
        removeFile(old);
    }
    rememberCase(saved->to, m_events);
}

void CaseController::chooseWith(const QString &title, bool isFolder,
                                std::function<void(const QStringList &)> take)
{
    auto *dialog = new QFileDialog(m_window, title, QSettings().value(FolderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [dialog, take = std::move(take)](const QStringList &paths) {
                QSettings().setValue(FolderKey, dialog->directory().absolutePath());
                take(paths);
            });
    dialog->open();
}

} // namespace auditloupe
