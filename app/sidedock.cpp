// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sidedock.h"

#include <QAction>
#include <QEvent>

namespace auditloupe {

SideDock::SideDock(const QString &name, const QString &title, QWidget *content, QWidget *parent)
    : QDockWidget(title, parent)
{
    setObjectName(name);
    setWidget(content);
    connect(toggleViewAction(), &QAction::triggered, this,
            [this](bool isWanted) { m_isWanted = isWanted; });
    update();
}

void SideDock::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    update();
}

void SideDock::setPossible(bool isPossible)
{
    m_isPossible = isPossible;
    update();
}

void SideDock::enter()
{
    setWanted(true);
    raise();
    widget()->setFocus(Qt::OtherFocusReason);
}

bool SideDock::event(QEvent *event)
{
    if (event->type() == QEvent::Close) {
        m_isWanted = false;
    } else if (event->type() == QEvent::Hide && isAncestorOf(window()->focusWidget())) {
        Q_EMIT left();
    }
    return QDockWidget::event(event);
}

void SideDock::update()
{
    toggleViewAction()->setEnabled(m_isPossible);
    setVisible(m_isPossible && m_isWanted);
}

} // namespace auditloupe
