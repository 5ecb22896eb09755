// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/jsongutter.h"

#include "views/details/jsonview.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <QTextBlock>

#include <algorithm>

namespace auditloupe {

namespace {

constexpr int Margin = 4; // pixels

} // namespace

JsonGutter::JsonGutter(JsonView *view)
    : QWidget(view)
    , m_view(view)
{
    setToolTip(tr("Click a triangle to fold or unfold. Keyboard: Left and Right, or Ctrl+."));
}

int JsonGutter::preferredWidth() const
{
    const auto digits = QString::number(std::max(m_view->blockCount(), 10)).size();
    const int numbers = fontMetrics().horizontalAdvance(QString(digits, u'0'));
    return Margin + numbers + Margin + fontMetrics().height();
}

QSize JsonGutter::sizeHint() const
{
    return {preferredWidth(), 0};
}

void JsonGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int arrowWidth = fontMetrics().height();
    QTextBlock block = m_view->firstVisibleBlock();
    QRectF area = m_view->blockBoundingGeometry(block).translated(m_view->contentOffset());
    while (block.isValid() && area.top() <= event->rect().bottom()) {
        if (block.isVisible()) {
            const QRectF line(0, area.top(), width(), fontMetrics().height());
            painter.drawText(line.adjusted(0, 0, -arrowWidth - Margin, 0),
                             Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(block.blockNumber() + 1));
            if (m_view->isFoldable(block.blockNumber())) {
                paintTriangle(painter, line.adjusted(width() - arrowWidth, 0, 0, 0),
                              m_view->isFolded(block.blockNumber()));
            }
        }
        block = block.next();
        area = m_view->blockBoundingGeometry(block).translated(m_view->contentOffset());
    }
}

void JsonGutter::mousePressEvent(QMouseEvent *event)
{
    const int line = lineAt(event->position().y());
    if (event->button() == Qt::LeftButton && m_view->isFoldable(line)) {
        m_view->setFolded(line, !m_view->isFolded(line));
    }
}

int JsonGutter::lineAt(qreal y) const
{
    return m_view->cursorForPosition(QPoint(0, static_cast<int>(y))).blockNumber();
}

void JsonGutter::paintTriangle(QPainter &painter, const QRectF &area, bool folded) const
{
    const QPointF middle = area.center();
    const qreal r = area.height() / 4.5;
    QPolygonF triangle;
    if (folded) {
        triangle << middle + QPointF(-r / 2, -r) << middle + QPointF(r / 2, 0)
                 << middle + QPointF(-r / 2, r);
    } else {
        triangle << middle + QPointF(-r, -r / 2) << middle + QPointF(0, r / 2)
                 << middle + QPointF(r, -r / 2);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(folded ? QPalette::Text : QPalette::PlaceholderText));
    painter.drawPolygon(triangle);
    painter.restore();
}

} // namespace auditloupe
