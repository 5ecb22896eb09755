// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/notice.h"

#include <QAccessible>

#include <chrono>

namespace auditloupe {

namespace {

using namespace std::chrono_literals;

constexpr auto ShownFor = 5s;
constexpr int Margin = 12; // pixels

} // namespace

Notice::Notice(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignCenter);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setMargin(6);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void Notice::say(const QString &sentence)
{
    setText(sentence);
    const QRect area = parentWidget()->rect().marginsRemoved({Margin, Margin, Margin, Margin});
    const int width = std::min(area.width(), sizeHint().width());
    const int height = heightForWidth(width);
    setGeometry(area.center().x() - width / 2, area.bottom() - height, width, height);
    raise();
    show();
    m_timer.start(ShownFor);
    QAccessibleAnnouncementEvent event(this, sentence);
    QAccessible::updateAccessibility(&event);
}

} // namespace auditloupe
