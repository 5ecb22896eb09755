// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/mutedlabel.h"

#include <QApplication>
#include <QEvent>

namespace auditloupe {

QColor mutedColor(const QPalette &palette)
{
    constexpr float TextShare = 0.68F;
    const QColor text = palette.color(QPalette::WindowText);
    const QColor behind = palette.color(QPalette::Base);
    const auto mix = [](float one, float other) {
        return one * TextShare + other * (1 - TextShare);
    };
    return QColor::fromRgbF(mix(text.redF(), behind.redF()), mix(text.greenF(), behind.greenF()),
                            mix(text.blueF(), behind.blueF()));
}

MutedLabel::MutedLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // whatever it stands on
    applyColor();
}

void MutedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying) {
        applyColor();
    }
}

void MutedLabel::applyColor()
{
    // The application's palette, not this label's: mixing twice would fade the text away.
    m_applying = true;
    QPalette own;
    own.setColor(QPalette::WindowText, mutedColor(QApplication::palette()));
    setPalette(own);
    m_applying = false;
}

} // namespace auditloupe
