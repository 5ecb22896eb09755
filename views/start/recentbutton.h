// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/recentcases.h"
#include "views/overview/flatbutton.h"

namespace auditloupe {

/// One recent case: its name and number of events, below them its folder and when it was open. A
/// missing one cannot be chosen, only forgotten (context menu, Delete).
class RecentButton : public FlatButton
{
    Q_OBJECT

public:
    RecentButton(const RecentCase &recent, QWidget *parent);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen();
    void forgetRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addForgetAction();
    void paintLine(QPainter &painter, int top, const QString &left, const QString &right) const;

    QString m_name;
    QString m_folder;
    QString m_events;
    QString m_opened;
    bool m_isMissing = false;
};

} // namespace auditloupe
