// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/details/eventloader.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;

namespace auditloupe {

class FlowingText;

/// What an exec, attach, port-forward or watch was: the command, how it came, how long it lasted.
class SessionView : public QWidget
{
    Q_OBJECT

public:
    explicit SessionView(QWidget *parent = nullptr);

    /// Hides where there is none.
    void setSession(const std::optional<SessionDetails> &session);

private:
    QLabel *m_title;
    FlowingText *m_command;
    FlowingText *m_facts; // a line each
};

} // namespace auditloupe
