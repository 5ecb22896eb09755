// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/importcontroller.h"
#include "app/openplan.h"
#include "model/casefile/temporarycase.h"
#include "model/import/importer.h"
#include "views/common/latestjob.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <functional>
#include <optional>

class QFileDialog;
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
    void chooseSaveName();
    /// A case, or logs: for a new case, or for the open one where the user wants that.
    void open(const QStringList &paths);
    /// The same for files that were downloaded.
    void takeDownloads(const Downloads &downloads);
    /// The same for text that is no file.
    void openText(const QByteArray &text);
    void openSample();
    /// Calls `then` once nothing is open any more, which may be never.
    void close(const std::function<void()> &then = {});

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

    struct SavedCase
    {
        QString from = {};
        QString to = {};
    };

    void takePlan();
    void showCase(const OpenPlan &plan);
    // Logs are a request without the case's path.
    void placeLogs(const ImportRequest &logs);
    void importNew(ImportRequest logs, Fate fate);
    Result<QString> newPath(const ImportRequest &logs, Fate fate);
    void beginImport(const ImportRequest &request, ImportController::Space space);
    void importInto(ImportRequest logs);
    void takeReport();
    void showReport(const ImportReport &report);
    void showFailure(const Error &error);
    void offerAnyway(const ImportRequest &request);
    void importElsewhere(const ImportRequest &request);
    void addFinishing(const QString &casePath);
    QFileDialog *makeSaveDialog(const QString &title);
    bool areBroken(const ImportRequest &logs) const;
    void noteDownloads();
    void offerGoingOn();
    void dropUselessCase();
    void closeIdle(const std::function<void()> &then);
    void settleFate(const std::function<void()> &then);
    void discard(const std::function<void()> &then);
    void leave(const std::function<void()> &then);
    void removeFile(const QString &path);
    void saveAs(const QString &path);
    void takeSaved();
    void showSaved(const SavedCase &saved);
    void chooseWith(const QString &title, bool isFolder,
                    std::function<void(const QStringList &)> take);

    CaseSession *m_session;
    MessageBar *m_messages;
    QWidget *m_window;
    ImportController m_importer;
    QThreadPool m_pool;
    LatestJob<OpenPlan> m_plan;
    LatestJob<Result<SavedCase>> m_save;
    ImportReport m_report;
    std::optional<TemporaryCase> m_temporary; // the sample's
    std::int64_t m_events = 0; // of the open case
    Fate m_fate = Fate::Stays;
    Downloads m_downloads; // not imported yet
    QStringList m_caseDownloads; // of the open case: they go when it is discarded
    BrokenDownloads m_broken; // of the open case
    std::function<void()> m_afterImport; // a close that waits for the import's end
    std::function<void()> m_afterSave; // a close that waits for the copy
};

} // namespace auditloupe
