// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/flatbutton.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

namespace auditloupe {

FlatButton::FlatButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setLink(true);
}

void FlatButton::setLink(bool isLink)
{
    m_isLink = isLink;
    setFocusPolicy(isLink ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void FlatButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void FlatButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FlatButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void FlatButton::paintBack(QPainter &painter) const
{
    if (m_isLink && isEnabled() && (underMouse() || hasFocus())) {
        QColor back = palette().color(QPalette::Highlight);
        back.setAlphaF(0.12F);
        painter.fillRect(rect(), back);
    }
}

void FlatButton::paintFocus(QPainter &painter) const
{
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

QColor FlatButton::linkColor() const
{
    return palette().color(m_isLink && isEnabled() ? QPalette::Link : QPalette::WindowText);
}

QFont FlatButton::numberFont(qreal scale) const
{
    QFont tabular = font();
    tabular.setPointSizeF(tabular.pointSizeF() * scale);
    tabular.setFeature(QFont::Tag("tnum"), 1);
    return tabular;
}

} // namespace auditloupe
