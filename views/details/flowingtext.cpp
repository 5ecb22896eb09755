// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/flowingtext.h"

#include <QApplication>
#include <QEvent>
#include <QTextDocument>
#include <QWheelEvent>

#include <cmath>
#include <memory>

namespace auditloupe {

FlowingText::FlowingText(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    // Not Fixed: layouts would then hold it to the hint, which belongs to another width.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    applyColors();
}

void FlowingText::setText(const QString &text)
{
    if (toPlainText() == text) {
        return;
    }
    setPlainText(text);
    updateGeometry();
}

void FlowingText::setQuiet(bool quiet)
{
    m_quiet = quiet;
    applyColors();
}

int FlowingText::heightForWidth(int width) const
{
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setDefaultFont(font());
    copy->setDocumentMargin(0);
    copy->setTextWidth(width);
    return static_cast<int>(std::ceil(copy->size().height()));
}

QSize FlowingText::sizeHint() const
{
    const int width = this->width() > 0 ? this->width() : 320;
    return {width, heightForWidth(width)};
}

QSize FlowingText::minimumSizeHint() const
{
    return {40, fontMetrics().height()};
}

void FlowingText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    // The colours set for this widget do not follow a change of theme by themselves.
    if (event->type() == QEvent::PaletteChange) {
        applyColors();
    } else if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

void FlowingText::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // nothing to scroll here; what is around it may
}

void FlowingText::applyColors()
{
    const QWidget *around = parentWidget();
    QColor text = (around != nullptr ? around->palette() : QApplication::palette())
                      .color(QPalette::WindowText);
    text.setAlphaF(m_quiet ? 0.72F : 1.0F);
    if (palette().color(QPalette::Text) == text) {
        return; // our own change comes back as an event
    }
    QPalette colors; // only these two are ours, all others come from around
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Text, text);
    setPalette(colors);
}

} // namespace auditloupe
