// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/linkbutton.h"

#include <QPainter>

#include <algorithm>

namespace auditloupe {
namespace {

constexpr int Inset = 4;
constexpr int RowHeight = 24;

} // namespace

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : FlatButton(parent)
{
    setText(text);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    // Eliding looks at fractions of a pixel.
    return {fontMetrics().horizontalAdvance(text()) + 1 + 2 * Inset,
            std::max(RowHeight, fontMetrics().height() + 6)};
}

void LinkButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    QFont underlined = font();
    underlined.setUnderline(underMouse());
    painter.setFont(underlined);
    painter.setPen(linkColor());
    const QRect place = rect().adjusted(Inset, 0, -Inset, 0);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
    paintFocus(painter);
}

} // namespace auditloupe
