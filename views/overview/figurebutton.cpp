// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/figurebutton.h"

#include "views/overview/mutedlabel.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr int Inset = 4;
constexpr qreal NumberScale = 1.5;

} // namespace

FigureButton::FigureButton(std::int64_t count, const QString &unit, QWidget *parent)
    : FlatButton(parent)
    , m_number(QLocale().toString(qlonglong(count)))
    , m_unit(unit)
{
    setAccessibleName(u"%1: %2"_s.arg(unit, m_number));
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

QSize FigureButton::sizeHint() const
{
    const QFontMetrics number(numberFont(NumberScale));
    const int width =
        std::max(number.horizontalAdvance(m_number), fontMetrics().horizontalAdvance(m_unit));
    return {width + 2 * Inset, number.height() + fontMetrics().height() + 4};
}

void FigureButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintBack(painter);
    const QRect inner = rect().adjusted(Inset, 2, -Inset, -2);
    painter.setPen(mutedColor(palette()));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, m_unit);
    painter.setFont(numberFont(NumberScale));
    painter.setPen(linkColor());
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, m_number);
    paintFocus(painter);
}

} // namespace auditloupe
