// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/eventmarks.h"

#include <QPainter>
#include <QPainterPath>
#include <QPen>

namespace auditloupe {

namespace {

/// Restores pen, brush and hints however the function is left.
class PainterGuard
{
public:
    explicit PainterGuard(QPainter &painter)
        : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~PainterGuard() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(PainterGuard)

private:
    QPainter &m_painter;
};

/// Quarters of the disc.
int filledQuarters(Level level)
{
    switch (level) {
    case Level::Metadata:
        return 1;
    case Level::Request:
        return 2;
    case Level::RequestResponse:
        return 4;
    case Level::Unknown:
    case Level::None:
        break;
    }
    return 0;
}

QPen pen(const QColor &color, qreal width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

} // namespace

void drawLevelDisc(QPainter &painter, const QRectF &square, Level level, const QColor &color)
{
    const PainterGuard guard(painter);
    QPen outline = pen(color, 1.2);
    if (level == Level::Unknown) {
        outline.setStyle(Qt::DotLine);
    }
    const QRectF disc = square.adjusted(0.6, 0.6, -0.6, -0.6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    // Sixteenths of a degree, clockwise from the top.
    painter.drawPie(disc, 90 * 16, -filledQuarters(level) * 90 * 16);
    painter.setPen(outline);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(disc);
}

void drawOutcomeMark(QPainter &painter, const QRectF &square, Outcome outcome, const QColor &color)
{
    const PainterGuard guard(painter);
    const QPointF center = square.center();
    const qreal reach = square.width() * 0.36;
    painter.setBrush(Qt::NoBrush);
    switch (outcome) {
    case Outcome::Denied:
        painter.fillRect(
            QRectF(center.x() - square.width() / 2, center.y() - 1.5, square.width(), 3.0), color);
        break;
    case Outcome::Failed:
        painter.setPen(pen(color, 2.0));
        painter.drawLine(center + QPointF(-reach, -reach), center + QPointF(reach, reach));
        painter.drawLine(center + QPointF(-reach, reach), center + QPointF(reach, -reach));
        break;
    case Outcome::Open:
        painter.setPen(pen(color, 1.2));
        painter.drawEllipse(center, reach * 0.7, reach * 0.7);
        break;
    case Outcome::Unknown:
    case Outcome::Allowed:
        break;
    }
}

void drawDeleteMark(QPainter &painter, const QRectF &square, const QColor &color)
{
    const PainterGuard guard(painter);
    const qreal width = square.width();
    const qreal left = square.left() + width * 0.14;
    const qreal right = square.right() - width * 0.14;
    const qreal lid = square.top() + width * 0.22;
    painter.setPen(pen(color, 1.3));
    painter.drawLine(QPointF(left, lid), QPointF(right, lid));
    painter.drawLine(QPointF(square.center().x() - width * 0.12, square.top() + width * 0.06),
                     QPointF(square.center().x() + width * 0.12, square.top() + width * 0.06));
    QPainterPath can;
    can.moveTo(left + width * 0.08, lid);
    can.lineTo(left + width * 0.16, square.bottom() - width * 0.04);
    can.lineTo(right - width * 0.16, square.bottom() - width * 0.04);
    can.lineTo(right - width * 0.08, lid);
    painter.drawPath(can);
}

void drawTornMark(QPainter &painter, const QRectF &square, const QColor &color)
{
    const PainterGuard guard(painter);
    painter.setPen(pen(color, 1.4));
    QPainterPath tear;
    constexpr int Teeth = 4;
    const qreal step = square.height() / Teeth;
    tear.moveTo(square.center().x(), square.top());
    for (int tooth = 1; tooth <= Teeth; ++tooth) {
        const qreal side = tooth % 2 == 0 ? -1 : 1;
        tear.lineTo(square.center().x() + side * square.width() * 0.25,
                    square.top() + step * (tooth - 0.5));
    }
    tear.lineTo(square.center().x(), square.bottom());
    painter.drawPath(tear);
}

} // namespace auditloupe
