// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/section.h"

#include "views/common/tones.h"
#include "views/overview/mutedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <memory>

namespace auditloupe {
namespace {

constexpr int Inset = 4; // as the rows' text

QLabel *textLabel(const QString &text, bool muted, QWidget *parent)
{
    QLabel *label = muted ? new MutedLabel(text, parent) : new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setContentsMargins(Inset, 4, Inset, 4);
    return label;
}

} // namespace

Section::Section(const QString &title, const QString &unit, QWidget *parent)
    : QWidget(parent)
    , m_unit(new MutedLabel(unit, this))
    , m_rows(new QVBoxLayout)
{
    auto *heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(Inset, 0, Inset, 4);
    head->addWidget(heading);
    head->addStretch();
    head->addWidget(m_unit);

    m_rows->setContentsMargins(0, 4, 0, 0);
    m_rows->setSpacing(0);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(new Hairline(this));
    all->addLayout(m_rows);
    setAccessibleName(title);
}

void Section::setUnit(const QString &unit)
{
    m_unit->setText(unit);
}

void Section::addRow(QWidget *row)
{
    m_rows->addWidget(row);
}

void Section::addText(const QString &text, bool muted)
{
    m_rows->addWidget(textLabel(text, muted, this));
}

void Section::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        if (QWidget *widget = item->widget()) {
            // A click on one of the rows may be what led here.
            widget->hide();
            widget->deleteLater();
        }
    }
}

Hairline::Hairline(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(1);
}

void Hairline::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), hairlineColor(palette()));
}

} // namespace auditloupe
