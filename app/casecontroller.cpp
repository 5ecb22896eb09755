// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/casecontroller.h"

#include "app/fetch/downloadfile.h"
#include "app/questions.h"
#include "app/reporttext.h"
#include "model/casefile/caselibrary.h"
#include "model/import/downloadpart.h"
#include "model/session/casesession.h"
#include "views/common/messagebar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr auto FateKey = "cases/onClose"_L1;
constexpr auto KeepWord = "keep"_L1;
constexpr auto DiscardWord = "discard"_L1;
constexpr auto FolderKey = "cases/lastFolder"_L1; // of logs
constexpr auto SaveFolderKey = "cases/saveFolder"_L1;

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
    [[maybe_unused]] const auto cleaning =
        QtConcurrent::run(&m_pool, &TemporaryCase::removeStale); // the pool is waited for
}

CaseController::~CaseController()
{
    m_plan.cancel();
    m_save.cancel();
    m_pool.waitForDone();
}

bool CaseController::canCloseAtOnce() const
{
    return !m_importer.isRunning() && !m_save.isRunning()
        && (!m_session->hasCase() || m_fate == Fate::Stays);
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
               [this](const QStringList &paths) { importInto({.inputs = paths}); });
}

void CaseController::chooseSaveName()
{
    QFileDialog *dialog = makeSaveDialog(tr("Save case as"));
    dialog->selectFile(QFileInfo(m_session->casePath()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &CaseController::saveAs);
    dialog->open();
}

QFileDialog *CaseController::makeSaveDialog(const QString &title)
{
    auto *dialog = new QFileDialog(m_window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(CaseSuffix);
    dialog->setNameFilter(tr("Cases (*.%1)").arg(CaseSuffix));
    dialog->setDirectory(QSettings().value(SaveFolderKey, QDir::homePath()).toString());
    connect(dialog, &QFileDialog::fileSelected, this, [](const QString &path) {
        QSettings().setValue(SaveFolderKey, QFileInfo(path).path());
    });
    return dialog;
}

void CaseController::open(const QStringList &paths)
{
    if (!paths.isEmpty()) {
        m_plan.start([&](const std::stop_token &) { return planOpening(m_pool, paths); });
    }
}

void CaseController::takeDownloads(const Downloads &downloads)
{
    QStringList paths;
    for (const auto &[path, info] : downloads) {
        m_downloads.insert_or_assign(path, info);
        paths.append(path);
    }
    open(paths);
}

void CaseController::openText(const QByteArray &text)
{
    placeLogs({.pasted = text});
}

void CaseController::openSample()
{
    const QStringList logs = sampleLogs();
    if (logs.isEmpty()) {
        m_messages->show(MessageBar::Kind::Problem,
                         tr("The sample incident is not installed with this program."));
        return;
    }
    close([this, logs] { importNew({.inputs = logs}, Fate::Goes); });
}

void CaseController::close(const std::function<void()> &then)
{
    if (m_save.isRunning()) { // the only other copy may be the one that closing removes
        m_afterSave = [this, then] { close(then); };
        return;
    }
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
        placeLogs({.inputs = plan.logs});
    }
}

void CaseController::placeLogs(const ImportRequest &logs)
{
    const auto openNew = [this, logs] {
        close([this, logs] { importNew(logs, Fate::Undecided); });
    };
    if (!m_session->hasCase() || m_importer.isRunning() || m_fate == Fate::Goes) {
        openNew();
        return;
    }
    if (areBroken(logs)) {
        importInto(logs); // the case has their beginnings: nothing is to be asked
        return;
    }
    ask(m_window,
        {.text = tr("Where shall the logs go?"),
         .explanation =
             tr("The open case is “%1”.").arg(QFileInfo(m_session->casePath()).fileName()),
         // What was added cannot be taken out again: the harmless answer comes first.
         .answers = {{tr("Open as a new case"), [openNew](bool) { openNew(); }},
                     {tr("Add to this case"), [this, logs](bool) { importInto(logs); }}}});
}

void CaseController::showCase(const OpenPlan &plan)
{
    m_messages->hide();
    m_fate = Fate::Stays;
    m_session->setCasePath(plan.casePath);
    m_events = plan.summary.events;
    m_broken = plan.broken;
    rememberCase(plan.casePath, m_events);
    Q_EMIT opened();
    QStringList problems;
    if (!m_broken.empty()) {
        problems.append(tr("A download broke off: the case holds what had arrived."));
    }
    if (!plan.summary.finished) {
        const QString names = plan.unfinished.isEmpty() ? QFileInfo(plan.casePath).fileName()
                                                        : plan.unfinished.join(u", "_s);
        problems.append(tr("The import of %1 was interrupted. The case holds what was imported "
                           "until then.")
                            .arg(names));
    }
    if (problems.isEmpty()) {
        return;
    }
    m_messages->show(MessageBar::Kind::Warning, problems.join(u'\n'));
    offerGoingOn();
    if (!plan.summary.finished) {
        addFinishing(plan.casePath);
    }
}

void CaseController::importNew(ImportRequest logs, Fate fate)
{
    const Result<QString> path = newPath(logs, fate);
    if (!path) {
        m_messages->show(MessageBar::Kind::Problem, path.error().toText());
        return;
    }
    m_messages->hide();
    m_fate = fate;
    m_events = 0;
    logs.casePath = *path;
    logs.downloads = m_downloads;
    beginImport(logs, ImportController::Space::Check);
}

Result<QString> CaseController::newPath(const ImportRequest &logs, Fate fate)
{
    if (fate != Fate::Goes) {
        return newCasePath(logs.inputs.isEmpty() ? QStringList{tr("Pasted text")} : logs.inputs);
    }
    m_temporary.reset();
    Result<TemporaryCase> temporary =
        TemporaryCase::create(tr("sample incident", "name of a file"));
    if (!temporary) {
        return std::unexpected(temporary.error());
    }
    m_temporary = std::move(*temporary);
    return m_temporary->path();
}

void CaseController::beginImport(const ImportRequest &request, ImportController::Space space)
{
    if (m_fate == Fate::Undecided) {
        rememberCase(request.casePath, -1); // found again even where the program is killed
    }
    m_importer.start(request, space);
    Q_EMIT opened();
}

void CaseController::importInto(ImportRequest logs)
{
    if ((logs.inputs.isEmpty() && logs.pasted.isEmpty()) || m_importer.isRunning()) {
        return;
    }
    m_messages->hide();
    logs.casePath = m_session->casePath();
    logs.downloads = m_downloads;
    m_importer.start(logs);
}

void CaseController::takeReport()
{
    const Result<ImportReport> &report = m_importer.report();
    if (report) {
        m_report = *report;
        noteDownloads();
    }
    if (m_afterImport) {
        std::exchange(m_afterImport, {})();
        return;
    }
    Q_EMIT importFinished(); // may turn a page, before there is a message to go with it
    if (report) {
        showReport(*report);
    } else {
        showFailure(report.error());
    }
}

/// What became of the downloads that were to be imported.
void CaseController::noteDownloads()
{
    settleDownloads(m_downloads, m_report);
    for (const SourceInfo &source : m_report.sources) {
        if (m_downloads.erase(source.path) > 0) {
            m_caseDownloads.append(source.path);
        }
        if (isBrokenDownload(source)) {
            m_broken.insert_or_assign(source.path, source.download->url);
        } else if (source.download) {
            m_broken.erase(source.path);
        }
    }
}

bool CaseController::areBroken(const ImportRequest &logs) const
{
    return logs.pasted.isEmpty() && std::ranges::all_of(logs.inputs, [this](const QString &log) {
               return m_broken.contains(log);
           });
}

void CaseController::showFailure(const Error &error)
{
    const ImportRequest request = m_importer.request();
    const bool isUnseen =
        !m_session->hasCase() && !(request.inputs.isEmpty() && request.pasted.isEmpty());
    if (isUnseen && m_fate == Fate::Undecided) {
        removeFile(request.casePath);
    }
    if (error.code == Error::Code::Cancelled) {
        return;
    }
    m_messages->show(MessageBar::Kind::Problem, error.toText());
    if (m_importer.lacksSpace()) {
        offerAnyway(request);
    } else if (m_session->hasCase()) {
        addFinishing(m_session->casePath()); // once the disk has room again
    }
}

void CaseController::offerAnyway(const ImportRequest &request)
{
    if (!m_session->hasCase() && m_fate == Fate::Undecided) {
        m_messages->addAction(tr("Choose another place…"),
                              [this, request] { importElsewhere(request); });
    }
    m_messages->addAction(tr("Import anyway"), [this, request] {
        beginImport(request, ImportController::Space::Ignore);
    });
}

void CaseController::importElsewhere(const ImportRequest &request)
{
    QFileDialog *dialog = makeSaveDialog(tr("New case"));
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten
    dialog->selectFile(QFileInfo(request.casePath).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, request](const QString &path) {
        if (QFileInfo::exists(path)) {
            m_messages->show(MessageBar::Kind::Problem,
                             tr("%1 exists already. Choose a new name for the case.").arg(path));
            offerAnyway(request);
            return;
        }
        m_fate = Fate::Stays;
        ImportRequest elsewhere = request;
        elsewhere.casePath = path;
        beginImport(elsewhere, ImportController::Space::Check);
    });
    dialog->open();
}

void CaseController::showReport(const ImportReport &report)
{
    if (broughtNothing(report) && m_events == 0 && m_fate != Fate::Stays) {
        dropUselessCase();
        if (!report.cancelled) {
            m_messages->show(MessageBar::Kind::Problem, reportText(report));
        }
        return;
    }
    m_events += report.events;
    if (m_fate != Fate::Goes) {
        rememberCase(report.casePath, m_events);
    }
    if (report.cancelled) {
        const int events = static_cast<int>(report.events);
        m_messages->show(
            MessageBar::Kind::Warning,
            tr("The import was cancelled. %Ln event(s) are in the case.", nullptr, events));
        addFinishing(m_session->casePath());
        return;
    }
    m_messages->show(hasProblems(report) ? MessageBar::Kind::Warning : MessageBar::Kind::Note,
                     reportText(report),
                     m_broken.empty() ? MessageBar::Stay::UntilSeen
                                      : MessageBar::Stay::UntilClosed);
    m_messages->addAction(tr("Details…"), [this] { Q_EMIT reportRequested(); });
    offerGoingOn();
}

void CaseController::offerGoingOn()
{
    if (m_broken.empty()) {
        return;
    }
    QStringList urls;
    std::ranges::transform(m_broken, std::back_inserter(urls),
                           &BrokenDownloads::value_type::second);
    m_messages->addAction(tr("Go on with the download…"),
                          [this, urls] { Q_EMIT urlRequested(urls); });
}

void CaseController::addFinishing(const QString &casePath)
{
    const auto finish = [this, casePath](Rest rest) {
        if (m_session->casePath() == casePath && !m_importer.isRunning()) {
            m_importer.finish(casePath, rest);
        }
    };
    m_messages->addAction(tr("Finish import"), [finish] { finish(Rest::Read); });
    m_messages->addAction(tr("Keep what is there"), [finish] { finish(Rest::GiveUp); });
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
    leave([this, path, downloads = m_caseDownloads, then] {
        removeFile(path);
        std::ranges::for_each(downloads, removeDownload);
        if (then) {
            then();
        }
    });
}

void CaseController::leave(const std::function<void()> &then)
{
    m_messages->hide();
    m_fate = Fate::Stays;
    m_caseDownloads.clear();
    m_broken.clear();
    m_session->setCasePath({});
    if (then) {
        then();
    }
}

/// A case that stays although it was to go is a secret that somebody believes gone: said aloud.
void CaseController::removeFile(const QString &path)
{
    if (m_temporary && QFileInfo(path) == QFileInfo(m_temporary->path())) {
        m_temporary.reset();
        return;
    }
    forgetCase(path);
    Q_EMIT recentChanged();
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
    if (m_save.isRunning()) {
        return; // its message stands there
    }
    if (QFileInfo::exists(path) && QFileInfo(path) == QFileInfo(from)) {
        m_fate = Fate::Stays; // where it is: that was just said
        m_messages->show(MessageBar::Kind::Note, tr("The case is kept as %1.").arg(path),
                         MessageBar::Stay::UntilSeen);
        return;
    }
    m_messages->show(MessageBar::Kind::Note, tr("The case is being saved as %1.").arg(path));
    m_messages->addAction(tr("Cancel"), [this] { m_save.requestStop(); });
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
    const auto closing = std::exchange(m_afterSave, {});
    const Result<SavedCase> saved = m_save.result();
    if (!saved) {
        const bool isCancelled = saved.error().code == Error::Code::Cancelled;
        m_messages->show(isCancelled ? MessageBar::Kind::Note : MessageBar::Kind::Problem,
                         isCancelled ? tr("The case was not saved.") : saved.error().toText());
        return; // nor closed
    }
    m_messages->show(MessageBar::Kind::Note, tr("The case was saved as %1.").arg(saved->to),
                     MessageBar::Stay::UntilSeen);
    showSaved(*saved);
    if (closing) {
        closing();
    }
}

void CaseController::showSaved(const SavedCase &saved)
{
    const QString old = m_session->casePath();
    if (old != saved.from || m_session->isImporting()) {
        return; // another case is open by now, or this one has gone on: it stays where it is
    }
    const bool isMoved = std::exchange(m_fate, Fate::Stays) != Fate::Stays;
    if (isMoved) {
        forgetCase(old); // before anybody reads the list again
    }
    rememberCase(saved.to, m_events);
    m_session->renameCase(saved.to);
    if (isMoved) {
        removeFile(old);
    }
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
