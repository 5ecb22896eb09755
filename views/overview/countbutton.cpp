// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/countbutton.h"

#include "views/common/plaintooltip.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr int RowHeight = 24;
constexpr int BarWidth = 56;
constexpr int BarHeight = 4;
constexpr int Gap = 8;
constexpr int Inset = 4;
constexpr int WidestLabel = 240; // of the size hint; more room is used where there is some

} // namespace

CountButton::CountButton(const Content &content, QWidget *parent)
    : FlatButton(parent)
    , m_content(content)
    , m_number(QLocale().toString(qlonglong(content.count)))
{
    setAccessibleName(u"%1: %2"_s.arg(content.label, m_number));
    setLink(content.isLink);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize CountButton::sizeHint() const
{
    const int label = std::min(fontMetrics().horizontalAdvance(m_content.label), WidestLabel);
    const int number = QFontMetrics(numberFont()).horizontalAdvance(m_number);
    return {Inset + label + Gap + number + barRoom() + Inset,
            std::max(RowHeight, fontMetrics().height() + 6)};
}

QSize CountButton::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

int CountButton::barRoom() const
{
    return m_content.share < 0 ? 0 : Gap + BarWidth;
}

QRect CountButton::numberPlace() const
{
    const int number = QFontMetrics(numberFont()).horizontalAdvance(m_number);
    return {width() - Inset - barRoom() - number, 0, number, height()};
}

QRect CountButton::labelPlace() const
{
    return {Inset, 0, numberPlace().left() - Gap - Inset, height()};
}

void CountButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintBack(painter);
    paintBar(painter);
    const QRect label = labelPlace();
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_content.label, Qt::ElideMiddle, label.width()));
    painter.setFont(numberFont());
    painter.setPen(linkColor());
    painter.drawText(numberPlace(), Qt::AlignRight | Qt::AlignVCenter, m_number);
    paintFocus(painter);
}

void CountButton::paintBar(QPainter &painter) const
{
    if (m_content.share <= 0) {
        return;
    }
    QColor color = palette().color(QPalette::WindowText);
    color.setAlphaF(0.32F);
    const int length = std::max(1, qRound(m_content.share * BarWidth));
    painter.fillRect(width() - Inset - BarWidth, (height() - BarHeight) / 2, length, BarHeight,
                     color);
}

void CountButton::resizeEvent(QResizeEvent *event)
{
    FlatButton::resizeEvent(event);
    const bool isCut = fontMetrics().horizontalAdvance(m_content.label) > labelPlace().width();
    setToolTip(isCut ? plainToolTip(m_content.label) : QString());
}

} // namespace auditloupe
