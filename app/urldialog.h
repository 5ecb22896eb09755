// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/fetch/download.h"
#include "model/base/result.h"
#include "model/import/importer.h"
#include "views/common/latestjob.h"

#include <QDialog>
#include <QThreadPool>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace auditloupe {

/// Downloads files from URLs, one a line. Says who will be contacted, and contacts nobody before
/// its button is pressed; asks before it follows a redirect to another host. A download goes on
/// while the dialog is hidden, and shows it again where it could not come to its end.
class UrlDialog : public QDialog
{
    Q_OBJECT

public:
    explicit UrlDialog(QWidget *parent = nullptr);
    ~UrlDialog() override;
    Q_DISABLE_COPY_MOVE(UrlDialog)

    /// Shows the dialog, with these URLs where there are any.
    void offer(const QStringList &urls);
    bool isEmpty() const { return lines().isEmpty(); }
    bool isRunning() const { return m_job.isRunning(); }
    /// What has arrived is kept, and the download can go on.
    void stop() { m_job.requestStop(); }

Q_SIGNALS:
    void progressed(const QString &text, int perMille); ///< perMille < 0: unknown
    void ended(); ///< nothing is downloaded any more
    void fetched(const auditloupe::Downloads &downloads); ///< files that are to be imported

private:
    void makeFields();
    void makeButtons();
    QStringList lines() const;
    void showPlan();
    void start();
    void takeProgress(std::size_t index, const FetchProgress &progress);
    void takeResults();
    void showResults();
    void askToFollow(const QString &host);
    void hand();
    void showState();

    QThreadPool m_pool;
    LatestJob<std::vector<Fetched>> m_job;
    std::vector<FetchRequest> m_requests;
    std::vector<Fetched> m_results;
    QStringList m_followHosts; // agreed to
    QPlainTextEdit *m_urls;
    QLabel *m_plan;
    QSpinBox *m_limit;
    QWidget *m_limitRow = nullptr;
    QLabel *m_note = nullptr;
    QProgressBar *m_bar;
    QLabel *m_hosts;
    QLabel *m_message;
    QPushButton *m_download = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace auditloupe
