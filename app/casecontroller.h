// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/casedownloads.h"
#include "app/casefiles.h"
#include "app/casesaving.h"
#include "app/importcontroller.h"
#include "app/importmessages.h"
#include "app/openplan.h"
#include "model/import/importer.h"
#include "views/common/latestjob.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <functional>

class QWidget;

namespace auditloupe {

class CaseSession;
class MessageBar;

/// Opens, imports, saves, keeps and discards cases for the window, and asks where a person has to
/// decide. Logs become a case in the user's data folder, never beside the evidence.
class CaseController : public QObject
{
    Q_OBJECT

public:
    CaseController(CaseSession *session, MessageBar *messages, QWidget *window);
    ~CaseController() override;
    Q_DISABLE_COPY_MOVE(CaseController)

    ImportController *importer() { return &m_importer; }
    const ImportReport &lastReport() const { return m_report; }
    /// Whether closing needs neither a question nor a wait.
    bool canCloseAtOnce() const;

    void chooseFiles();
    void chooseFolder();
    void chooseMoreFiles();
    void chooseSaveName() { m_saving.choose(); }
    /// A case, or logs: for a new case, or for the open one where the user wants that. Logs are of
    /// this format, where one is given.
    void open(const QStringList &paths, const QString &format = {});
    /// Asks how these logs are to be read, and reads them.
    void readAs(const QStringList &paths);
    /// The same for files that were downloaded.
    void takeDownloads(const Downloads &downloads);
    /// The same for text that is no file.
    void openText(const QByteArray &text);
    void openSample();
    /// Calls `then` once nothing is open any more, which may be never.
    void close(const std::function<void()> &then = [] { });

Q_SIGNALS:
    void opened(); ///< a case is shown, or its import has begun
    void importFinished(); ///< lastReport() is new
    void reportRequested();
    void recentChanged(); ///< a case was forgotten
    void urlRequested(const QStringList &urls); ///< downloads are to go on; without secrets

private:
    /// What becomes of the open case when it is closed.
    enum class Fate {
        Stays, ///< a file of the user's
        Undecided, ///< made from logs: keep or discard
        Goes ///< the sample incident
    };

    void takePlan();
    void showCase(const OpenPlan &plan);
    // Logs are a request without the case's path.
    void placeLogs(const ImportRequest &logs);
    void importNew(const ImportRequest &logs, Fate fate);
    void beginImport(const ImportRequest &request, ImportController::Space space);
    void importInto(ImportRequest logs);
    void importElsewhere(const ImportRequest &request);
    void finish(const QString &casePath, Rest rest);
    void takeReport();
    void showReport(const ImportReport &report);
    void showFailure(const Error &error);
    void offerMoreSpace(const ImportRequest &request);
    void dropUselessCase();
    void closeIdle(const std::function<void()> &then);
    void settleFate(const std::function<void()> &then);
    void discard();
    QStringList leave();
    void removeCase(const QString &path, const QStringList &downloads = {});
    void takeSaved(const QString &from, const QString &to);
    void showSaved(const QString &from, const QString &to, bool isOldKept);
    using TakeChosen = std::function<void(const QStringList &paths, const QString &format)>;
    void chooseWith(const QString &title, bool isFolder, TakeChosen take);

    CaseSession *m_session;
    MessageBar *m_messages;
    QWidget *m_window;
    ImportController m_importer;
    CaseFiles m_files;
    CaseSaving m_saving;
    ImportMessages m_told;
    QThreadPool m_pool;
    LatestJob<OpenPlan> m_plan;
    QString m_planFormat; // of the logs that are planned
    ImportReport m_report;
    std::int64_t m_events = 0; // of the open case
    Fate m_fate = Fate::Stays;
    CaseDownloads m_downloads;
    std::function<void()> m_afterImport; // a close that waits for the import's end
    std::function<void()> m_afterSave; // a close that waits for the copy
};

} // namespace auditloupe
