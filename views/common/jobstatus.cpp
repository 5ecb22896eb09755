// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/common/jobstatus.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace auditloupe {
namespace {

constexpr int ProgressWidth = 240;

} // namespace

JobStatus::JobStatus(QWidget *parent)
    : QWidget(parent)
    , m_message(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_action(new QPushButton(this))
{
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_progress->setRange(0, PerMille);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(ProgressWidth);
    connect(m_action, &QPushButton::clicked, this, &JobStatus::actionRequested);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addStretch();
    column->addWidget(m_message);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch();
}

void JobStatus::tell(const QString &message, bool isWorking, const QString &action)
{
    m_message->setText(message);
    m_progress->setValue(0);
    m_progress->setVisible(isWorking);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void JobStatus::setProgress(int perMille)
{
    m_progress->setValue(perMille);
}

} // namespace auditloupe
