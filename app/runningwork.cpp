// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/runningwork.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace auditloupe {

namespace {

constexpr int BarWidth = 160;
constexpr int BarSteps = 1000;
constexpr int LongestText = 420; // pixels

} // namespace

RunningWork::RunningWork(const QString &name, const QString &cancelText, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setContentsMargins(4, 0, 12, 0);
    QFont tabular = m_text->font();
    tabular.setFeature(QFont::Tag("tnum"), 1);
    m_text->setFont(tabular);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(BarWidth);
    m_bar->setMaximumHeight(m_bar->fontMetrics().height());
    m_bar->setAccessibleName(name);
    auto *cancel = new QPushButton(cancelText, this);
    connect(cancel, &QPushButton::clicked, this, &RunningWork::cancelRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(cancel);
    hide();
}

void RunningWork::report(const QString &text, int perMille)
{
    m_text->setText(m_text->fontMetrics().elidedText(text, Qt::ElideMiddle, LongestText));
    m_bar->setRange(0, perMille < 0 ? 0 : BarSteps);
    m_bar->setValue(std::max(perMille, 0));
    show();
}

} // namespace auditloupe
