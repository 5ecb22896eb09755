// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/common/choicebar.h"

#include "views/common/plaintooltip.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace auditloupe {

ChoiceBar::ChoiceBar(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
    , m_layout(new QHBoxLayout(this))
{
    setAccessibleName(accessibleName);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    connect(m_buttons, &QButtonGroup::idClicked, this, &ChoiceBar::chosen);
}

void ChoiceBar::addChoice(const QString &text, const QString &explanation)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(plainToolTip(explanation));
    button->setAccessibleDescription(explanation);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_buttons->addButton(button, static_cast<int>(m_buttons->buttons().size()));
    m_layout->addWidget(button);
}

int ChoiceBar::current() const
{
    return m_buttons->checkedId();
}

void ChoiceBar::setCurrent(int choice)
{
    if (QAbstractButton *button = m_buttons->button(choice)) {
        button->setChecked(true);
    }
}

} // namespace auditloupe
