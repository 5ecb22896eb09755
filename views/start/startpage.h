// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/recentcases.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <QWidget>

class QVBoxLayout;

namespace auditloupe {

class Section;

/// What the window shows while nothing is open: open, drop, recent cases, the sample incident.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    ~StartPage() override;

    /// Reads the recent cases anew; also happens whenever the page is shown.
    void refresh();

Q_SIGNALS:
    void openFiles();
    void openFolder();
    void openUrl();
    void openSample();
    void openCase(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeActions() const;
    QWidget *makeSample() const;
    void showRecent();

    QThreadPool m_pool;
    QFutureWatcher<std::vector<RecentCase>> m_recentWatcher;
    Section *m_recent;
};

} // namespace auditloupe
