// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDockWidget>

namespace auditloupe {

/// A dock beside some of the pages: it remembers whether the user wants it, and stands there where
/// it can.
class SideDock : public QDockWidget
{
    Q_OBJECT

public:
    /// `name` is what its place is remembered by. Takes the content over.
    SideDock(const QString &name, const QString &title, QWidget *content, QWidget *parent);

    bool isWanted() const { return m_isWanted; }
    void setWanted(bool isWanted);
    /// Whether it belongs beside the page that is shown.
    void setPossible(bool isPossible);
    /// Shows it, wanted or not so far, with the keyboard in it.
    void enter();

Q_SIGNALS:
    /// It went while it had the keyboard. Qt itself would take the next widget in the order of
    /// tabs, whatever that is.
    void left();

protected:
    bool event(QEvent *event) override;

private:
    void update();

    bool m_isWanted = true;
    bool m_isPossible = false;
};

} // namespace auditloupe
