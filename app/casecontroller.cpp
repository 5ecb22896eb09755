// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/casecontroller.h"

#include "app/questions.h"
#include "app/reporttext.h"
#include "model/casefile/caselibrary.h"
#include "model/session/casesession.h"
#include "model/sources/logformats.h"
#include "views/common/messagebar.h"
#include "views/import/formatdialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

#include <utility>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr auto FateKey = "cases/onClose"_L1;
constexpr auto KeepWord = "keep"_L1;
constexpr auto DiscardWord = "discard"_L1;
constexpr auto FolderKey = "cases/lastFolder"_L1; // of logs

} // namespace

CaseController::CaseController(CaseSession *session, MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_messages(messages)
    , m_window(window)
    , m_importer(session)
    , m_saving(session, messages, window)
    , m_told(messages)
{
    connect(&m_plan.watcher(), &QFutureWatcherBase::finished, this, &CaseController::takePlan);
    connect(&m_importer, &ImportController::finished, this, &CaseController::takeReport);
    connect(&m_saving, &CaseSaving::saved, this, &CaseController::takeSaved);
    connect(&m_saving, &CaseSaving::failed, this, [this] { m_afterSave = {}; }); // nor closed
    connect(&m_files, &CaseFiles::removalFailed, &m_told, &ImportMessages::showProblem);
    connect(&m_told, &ImportMessages::detailsRequested, this, &CaseController::reportRequested);
    connect(&m_told, &ImportMessages::urlsRequested, this, &CaseController::urlRequested);
    connect(&m_told, &ImportMessages::finishRequested, this, &CaseController::finish);
    connect(&m_told, &ImportMessages::formatRequested, this, &CaseController::readAs);
    connect(&m_told, &ImportMessages::elsewhereRequested, this, &CaseController::importElsewhere);
    connect(&m_told, &ImportMessages::anywayRequested, this, [this](const ImportRequest &request) {
        beginImport(request, ImportController::Space::Ignore);
    });
}

CaseController::~CaseController()
{
    m_plan.cancel();
    m_pool.waitForDone();
}

bool CaseController::canCloseAtOnce() const
{
    return !m_importer.isRunning() && !m_saving.isRunning()
        && (!m_session->hasCase() || m_fate == Fate::Stays);
}

void CaseController::chooseFiles()
{
    chooseWith(tr("Open audit logs or a case"), false,
               [this](const QStringList &paths, const QString &format) { open(paths, format); });
}

void CaseController::chooseFolder()
{
    chooseWith(tr("Open a folder of audit logs"), true,
               [this](const QStringList &paths, const QString &) { open(paths); });
}

void CaseController::chooseMoreFiles()
{
    chooseWith(tr("Import more logs into this case"), false,
               [this](const QStringList &paths, const QString &format) {
                   importInto({.inputs = paths, .format = format});
               });
}

void CaseController::open(const QStringList &paths, const QString &format)
{
    if (!paths.isEmpty()) {
        m_planFormat = format;
        m_plan.start([&](const std::stop_token &) { return planOpening(m_pool, paths); });
    }
}

void CaseController::readAs(const QStringList &paths)
{
    const QString name = paths.size() == 1
        ? QFileInfo(paths.first()).fileName()
        : tr("%Ln file(s)", nullptr, static_cast<int>(paths.size()));
    auto *dialog = new FormatDialog(name, m_window);
    connect(dialog, &FormatDialog::chosen, this, [this, paths](const QString &format) {
        const ImportRequest logs{.inputs = paths, .format = format};
        m_session->hasCase() ? importInto(logs) : placeLogs(logs);
    });
    dialog->open();
}

void CaseController::takeDownloads(const Downloads &downloads)
{
    open(m_downloads.add(downloads));
}

void CaseController::openText(const QByteArray &text)
{
    placeLogs({.pasted = text});
}

void CaseController::openSample()
{
    const QStringList logs = sampleLogs();
    if (logs.isEmpty()) {
        m_told.showProblem(tr("The sample incident is not installed with this program."));
        return;
    }
    close([this, logs] { importNew({.inputs = logs}, Fate::Goes); });
}

void CaseController::close(const std::function<void()> &then)
{
    if (m_saving.isRunning()) { // the only other copy may be the one that closing removes
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
        m_told.showProblem(plan.problem);
    } else if (plan.isSample) {
        openSample();
    } else if (!plan.casePath.isEmpty()) {
        close([this, plan] { showCase(plan); });
    } else {
        placeLogs({.inputs = plan.logs, .format = m_planFormat});
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
    if (logs.pasted.isEmpty() && m_downloads.areBroken(logs.inputs)) {
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
    m_downloads.setBroken(plan.broken);
    rememberCase(plan.casePath, m_events);
    Q_EMIT opened();
    QStringList unfinished;
    if (!plan.summary.finished) {
        unfinished = plan.unfinished.isEmpty() ? QStringList{QFileInfo(plan.casePath).fileName()}
                                               : plan.unfinished;
    }
    m_told.showUnfinished(plan.casePath, unfinished, m_downloads.brokenUrls());
}

void CaseController::importNew(const ImportRequest &logs, Fate fate)
{
    const auto begin = [this, logs, fate](const Result<QString> &path) {
        if (!path) {
            m_told.showProblem(path.error().toText());
            return;
        }
        m_messages->hide();
        m_fate = fate;
        m_events = 0;
        ImportRequest request = logs;
        request.casePath = *path;
        request.downloads = m_downloads.waiting();
        beginImport(request, ImportController::Space::Check);
    };
    if (fate == Fate::Goes) {
        m_files.findTemporaryPath(tr("sample incident", "name of a file"), begin);
    } else {
        m_files.findPath(logs.inputs.isEmpty() ? QStringList{tr("Pasted text")} : logs.inputs,
                         begin);
    }
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
    logs.downloads = m_downloads.waiting();
    m_importer.start(logs);
}

void CaseController::takeReport()
{
    const Result<ImportReport> &report = m_importer.report();
    if (report) {
        m_report = *report;
        m_downloads.note(m_report);
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

void CaseController::showFailure(const Error &error)
{
    const ImportRequest request = m_importer.request();
    const bool isUnseen =
        !m_session->hasCase() && !(request.inputs.isEmpty() && request.pasted.isEmpty());
    if (isUnseen && m_fate == Fate::Undecided) {
        removeCase(request.casePath);
    }
    if (error.code == Error::Code::Cancelled) {
        return;
    }
    m_told.showProblem(error.toText());
    if (m_importer.lacksSpace()) {
        offerMoreSpace(request);
    } else if (m_session->hasCase()) {
        m_told.offerFinishing(m_session->casePath()); // once the disk has room again
    }
}

void CaseController::offerMoreSpace(const ImportRequest &request)
{
    m_told.offerMoreSpace(request, !m_session->hasCase() && m_fate == Fate::Undecided);
}

void CaseController::importElsewhere(const ImportRequest &request)
{
    QFileDialog *dialog =
        makeCaseDialog(m_window, tr("New case"), QFileInfo(request.casePath).fileName());
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten
    connect(dialog, &QFileDialog::fileSelected, this, [this, request](const QString &path) {
        if (QFileInfo::exists(path)) {
            m_told.showProblem(tr("%1 exists already. Choose a new name for the case.").arg(path));
            offerMoreSpace(request);
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
            m_told.showProblem(reportText(report));
            m_told.offerFormats(m_importer.request());
        }
        return;
    }
    m_events = m_importer.caseEvents();
    if (m_fate != Fate::Goes) {
        rememberCase(report.casePath, m_events);
    }
    m_told.showReport(report, m_events, m_downloads.brokenUrls());
}

void CaseController::finish(const QString &casePath, Rest rest)
{
    if (m_session->casePath() == casePath && !m_importer.isRunning()) {
        m_importer.finish(casePath, rest);
    }
}

void CaseController::dropUselessCase()
{
    const QString path = m_session->casePath();
    leave();
    removeCase(path);
}

void CaseController::closeIdle(const std::function<void()> &then)
{
    if (m_session->hasCase()) {
        settleFate(then);
    } else {
        then();
    }
}

void CaseController::settleFate(const std::function<void()> &then)
{
    const QString habit = QSettings().value(FateKey).toString();
    if (m_fate == Fate::Stays || (m_fate == Fate::Undecided && habit == KeepWord)) {
        leave();
        then();
    } else if (m_fate == Fate::Goes || habit == DiscardWord) {
        discard();
        then();
    } else {
        const auto decide = [this, then](QLatin1StringView habitWord, bool isHabit) {
            if (isHabit) {
                QSettings().setValue(FateKey, habitWord);
            }
            if (habitWord == DiscardWord) {
                discard();
            } else {
                leave();
            }
            then();
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

void CaseController::discard()
{
    const QString path = m_session->casePath();
    removeCase(path, leave());
}

/// Gives the files of the case's downloads.
QStringList CaseController::leave()
{
    m_messages->hide();
    m_fate = Fate::Stays;
    m_session->setCasePath({});
    return m_downloads.takeFiles();
}

void CaseController::removeCase(const QString &path, const QStringList &downloads)
{
    forgetCase(path);
    Q_EMIT recentChanged();
    m_files.remove(path, downloads);
}

void CaseController::takeSaved(const QString &from, const QString &to)
{
    const auto closing = std::exchange(m_afterSave, {});
    // Another case may be open by now, or this one have gone on: then it stays where it is.
    if (m_session->casePath() == from && !m_session->isImporting()) {
        const bool wasToStay = std::exchange(m_fate, Fate::Stays) == Fate::Stays;
        if (from != to) {
            showSaved(from, to, wasToStay);
        }
    }
    if (closing) {
        closing();
    }
}

void CaseController::showSaved(const QString &from, const QString &to, bool isOldKept)
{
    if (!isOldKept) {
        forgetCase(from); // before anybody reads the list again
    }
    rememberCase(to, m_events);
    m_session->renameCase(to);
    if (!isOldKept) {
        removeCase(from);
    }
}

/// Logs have any name: what files are, dialogs for opening say as the kind of files shown.
void CaseController::chooseWith(const QString &title, bool isFolder, TakeChosen take)
{
    auto *dialog = new QFileDialog(m_window, title, QSettings().value(FolderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    QStringList formats{QString()};
    if (!isFolder) {
        QStringList kinds{tr("Format told from the content (*)")};
        for (const LogFormat &format : logFormats()) {
            formats.append(QString::fromUtf8(format.name));
            kinds.append(u"%1 (*)"_s.arg(formats.last()));
        }
        dialog->setNameFilters(kinds);
    }
    connect(dialog, &QFileDialog::filesSelected, this,
            [dialog, formats, take = std::move(take)](const QStringList &paths) {
                QSettings().setValue(FolderKey, dialog->directory().absolutePath());
                const qsizetype kind = dialog->nameFilters().indexOf(dialog->selectedNameFilter());
                take(paths, formats.value(kind));
            });
    dialog->open();
}

} // namespace auditloupe
