// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/common/messagebar.h"

#include "views/common/icons.h"
#include "views/common/tones.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <memory>
#include <utility>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

QStyle::StandardPixmap signOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Warning:
        return QStyle::SP_MessageBoxWarning;
    case MessageBar::Kind::Problem:
        return QStyle::SP_MessageBoxCritical;
    case MessageBar::Kind::Note:
        break;
    }
    return QStyle::SP_MessageBoxInformation;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *close = new QToolButton(this);
    setIconOrText(close, u"window-close"_s, tr("Close message"));
    close->setToolTip(tr("Close message"));
    close->setAutoRaise(true);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(close);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    hide();
}

void MessageBar::show(Kind kind, const QString &text, Stay stay)
{
    m_stay = stay;
    removeButtons();
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_sign->setPixmap(style()
                          ->standardIcon(signOf(kind), nullptr, this)
                          .pixmap(QSize(size, size), devicePixelRatio()));
    setText(text);
    setVisible(true);
}

void MessageBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void MessageBar::addAction(const QString &text, std::function<void()> action)
{
    auto *button = new QPushButton(text, this);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, action = std::move(action)] {
        hide();
        action();
    });
}

void MessageBar::goOn()
{
    if (m_stay == Stay::UntilSeen) {
        hide();
    }
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::removeButtons()
{
    while (const std::unique_ptr<QLayoutItem> item{m_buttons->takeAt(0)}) {
        item->widget()->deleteLater();
    }
}

} // namespace auditloupe
