// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace auditloupe {

/// What a page shows while it has nothing else to show: a message, how far its work has come, and
/// what can be done about it.
class JobStatus : public QWidget
{
    Q_OBJECT

public:
    static constexpr int PerMille = 1000; ///< the progress's range

    explicit JobStatus(QWidget *parent = nullptr);

    /// An empty `action` shows no button.
    void tell(const QString &message, bool isWorking, const QString &action);
    void setProgress(int perMille);

Q_SIGNALS:
    void actionRequested();

private:
    QLabel *m_message;
    QProgressBar *m_progress;
    QPushButton *m_action;
};

} // namespace auditloupe
