// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/tornbadge.h"

#include "views/common/tones.h"
#include "views/events/eventmarks.h"

#include <QPainter>

namespace auditloupe {

TornBadge::TornBadge(const QString &word, QWidget *parent)
    : QWidget(parent)
    , m_word(word)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(word);
}

int TornBadge::markSize() const
{
    return fontMetrics().ascent() + 2;
}

QSize TornBadge::sizeHint() const
{
    return {markSize() + fontMetrics().horizontalAdvance(m_word) + 1, fontMetrics().height() + 2};
}

void TornBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = toneColor(Tone::Warning, palette());
    const int size = markSize();
    drawTornMark(painter, QRectF(0, (height() - size) / 2.0, size, size), color);
    painter.setPen(color);
    painter.drawText(rect().adjusted(size, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_word);
}

} // namespace auditloupe
