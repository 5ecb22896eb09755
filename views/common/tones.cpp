// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/common/tones.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace auditloupe {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Denied: // vermillion
        return dark ? QColor(0xff, 0x8c, 0x3f) : QColor(0xb3, 0x4a, 0x00);
    case Tone::Failed: // reddish purple
        return dark ? QColor(0xe5, 0x9c, 0xc6) : QColor(0x9c, 0x3f, 0x78);
    case Tone::Level: // blue
        return dark ? QColor(0x7c, 0xc4, 0xf0) : QColor(0x00, 0x5f, 0x96);
    case Tone::Warning: // orange
        return dark ? QColor(0xf0, 0xb4, 0x29) : QColor(0x85, 0x5a, 0x00);
    case Tone::Good: // bluish green
        return dark ? QColor(0x3c, 0xc7, 0x9a) : QColor(0x00, 0x6f, 0x50);
    }
    return palette.color(QPalette::Text);
}

QColor hairlineColor(const QPalette &palette)
{
    QColor color = palette.color(QPalette::Text);
    color.setAlphaF(isDark(palette) ? 0.14F : 0.10F);
    return color;
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace auditloupe
