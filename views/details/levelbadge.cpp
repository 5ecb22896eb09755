// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/levelbadge.h"

#include "views/common/tones.h"
#include "views/events/eventmarks.h"

#include <QPainter>

namespace auditloupe {

namespace {

constexpr int Gap = 6; // pixels between disc and word

QFont wordFont(const QWidget *widget)
{
    QFont font = widget->font();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

LevelBadge::LevelBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LevelBadge::setLevel(Level level, const QString &words)
{
    m_level = level;
    m_words = words;
    setAccessibleName(tr("Audit level: %1").arg(words));
    updateGeometry();
    update();
}

int LevelBadge::discSize() const
{
    return fontMetrics().ascent() + 2;
}

QSize LevelBadge::sizeHint() const
{
    const QFontMetrics metrics(wordFont(this));
    return {discSize() + Gap + metrics.horizontalAdvance(m_words) + 1, metrics.height() + 2};
}

void LevelBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int size = discSize();
    const QRectF disc(0, (height() - size) / 2.0, size, size);
    drawLevelDisc(painter, disc, m_level, toneColor(Tone::Level, palette()));
    painter.setFont(wordFont(this));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(size + Gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     m_words);
}

} // namespace auditloupe
