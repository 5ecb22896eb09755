// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme.h"

#include "views/common/tones.h"

#include <QApplication>
#include <QIcon>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QStyleHints>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ThemeKey = "window/theme"_L1;

QPalette makePalette(const QColor &window, const QColor &base, const QColor &text,
                     const QColor &highlight)
{
    const bool dark = window.lightness() < 128;
    QPalette palette(window.lighter(dark ? 130 : 100), window);
    QColor faint = text;
    faint.setAlphaF(0.5F);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, dark ? window.lighter(125) : window.darker(104));
    palette.setColor(QPalette::ToolTipBase, dark ? window.lighter(140) : base);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Accent, highlight);
    palette.setColor(QPalette::Link, dark ? QColor(0x7c, 0xc4, 0xf0) : QColor(0x00, 0x5f, 0x96));
    palette.setColor(QPalette::LinkVisited, palette.color(QPalette::Link));
    return palette;
}

QPalette darkPalette()
{
    return makePalette(QColor(0x2a, 0x2c, 0x30), QColor(0x1f, 0x21, 0x24), QColor(0xe6, 0xe7, 0xe9),
                       QColor(0x1f, 0x62, 0x93));
}

QPalette lightPalette()
{
    return makePalette(QColor(0xf3, 0xf4, 0xf5), Qt::white, QColor(0x1d, 0x1f, 0x22),
                       QColor(0x1a, 0x6a, 0xa5));
}

/// Without a desktop there is no icon theme; Breeze has one for each brightness.
void chooseIcons()
{
    const QString name = QIcon::themeName();
    if (name.isEmpty() || name == "hicolor"_L1 || name.startsWith("breeze"_L1)) {
        QIcon::setThemeName(isDark(QApplication::palette()) ? u"breeze-dark"_s : u"breeze"_s);
    }
    QIcon::setFallbackThemeName(u"breeze"_s);
}

} // namespace

Theme storedTheme()
{
    const QString word = QSettings().value(ThemeKey).toString();
    if (word == "dark"_L1) {
        return Theme::Dark;
    }
    return word == "light"_L1 ? Theme::Light : Theme::System;
}

void storeTheme(Theme theme)
{
    switch (theme) {
    case Theme::System:
        QSettings().remove(ThemeKey);
        break;
    case Theme::Light:
        QSettings().setValue(ThemeKey, u"light"_s);
        break;
    case Theme::Dark:
        QSettings().setValue(ThemeKey, u"dark"_s);
        break;
    }
}

/// Fusion outlines boxes to be checked in a darker window colour, which nobody sees in the dark.
static void outlineBoxes()
{
    constexpr int Lighter = 260; // per cent
    QPalette palette = QApplication::palette();
    if (isDark(palette)) {
        palette.setColor(QPalette::Window, palette.color(QPalette::Window).lighter(Lighter));
    }
    for (const char *widget : {"QCheckBox", "QRadioButton", "QMenu"}) {
        QApplication::setPalette(palette, widget);
    }
}

void applyTheme(Theme theme)
{
    QStyleHints *hints = QGuiApplication::styleHints();
    QApplication::setPalette(QPalette()); // back to the platform's
    switch (theme) {
    case Theme::System:
        hints->unsetColorScheme();
        break;
    case Theme::Light:
        hints->setColorScheme(Qt::ColorScheme::Light);
        break;
    case Theme::Dark:
        hints->setColorScheme(Qt::ColorScheme::Dark);
        break;
    }
    const bool wantsDark = theme == Theme::Dark;
    const bool isPlain = QApplication::style()->name() == "fusion"_L1;
    if (theme == Theme::System) {
        if (isPlain && hints->colorScheme() != Qt::ColorScheme::Dark) {
            QApplication::setPalette(lightPalette());
        }
    } else if (isPlain || isDark(QApplication::palette()) != wantsDark) {
        QApplication::setPalette(wantsDark ? darkPalette() : lightPalette());
    }
    if (isPlain) {
        outlineBoxes();
    }
    chooseIcons();
}

} // namespace auditloupe
