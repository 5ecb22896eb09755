// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/evidence/findingmark.h"

#include "views/common/tones.h"

#include <QPainter>

namespace auditloupe {
namespace {

constexpr int Side = 16;

} // namespace

FindingMark::FindingMark(FindingGroup group, QWidget *parent)
    : QWidget(parent)
    , m_group(group)
{
    setFixedSize(Side, Side);
}

void FindingMark::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMissing = m_group == FindingGroup::Missing;
    painter.setPen(QPen(toneColor(isMissing ? Tone::Warning : Tone::Failed, palette()), 2,
                        Qt::SolidLine, Qt::FlatCap));
    if (isMissing) {
        painter.drawLine(1, 8, 5, 8);
        painter.drawLine(11, 8, 15, 8);
    } else {
        painter.drawLine(2, 6, 14, 6);
        painter.drawLine(2, 11, 14, 11);
        painter.drawLine(QPointF(11.5, 2.5), QPointF(4.5, 14.5));
    }
}

} // namespace auditloupe
