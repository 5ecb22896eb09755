// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/figurerow.h"

#include "views/details/flowlayout.h"
#include "views/overview/figurebutton.h"

#include <memory>

namespace auditloupe {
namespace {

constexpr int Gap = 24;

} // namespace

FigureRow::FigureRow(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Gap);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

FigureButton *FigureRow::addFigure(std::int64_t count, const QString &unit)
{
    auto *figure = new FigureButton(count, unit, this);
    m_layout->addWidget(figure);
    return figure;
}

void FigureRow::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        item->widget()->hide();
        item->widget()->deleteLater(); // a click on it may be what led here
    }
}

} // namespace auditloupe
