// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace auditloupe {

/// Work that goes on behind the screens, for the status line: what is done, how far it has come,
/// and a button that ends it. Hidden until something is reported.
class RunningWork : public QWidget
{
    Q_OBJECT

public:
    RunningWork(const QString &name, const QString &cancelText, QWidget *parent);

    /// `perMille` is negative where the end is not known. A long text loses its middle.
    void report(const QString &text, int perMille);

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel *m_text;
    QProgressBar *m_bar;
};

} // namespace auditloupe
