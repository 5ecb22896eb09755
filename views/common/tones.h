// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>

class QPalette;

namespace auditloupe {

/// What a colour says. It never says it alone: a word or a shape stands with it.
enum class Tone {
    Denied, ///< refused on purpose
    Failed, ///< went wrong
    Level, ///< how much was recorded
    Warning, ///< incomplete or risky
    Good
};

/// From the Okabe-Ito set, made darker or lighter until it can be read on the palette's base
/// (4.5:1 and more).
QColor toneColor(Tone tone, const QPalette &palette);

/// Lines between rows and around panels.
QColor hairlineColor(const QPalette &palette);

bool isDark(const QPalette &palette);

/// WCAG 2 contrast ratio, 1 to 21.
double contrastRatio(const QColor &one, const QColor &other);

} // namespace auditloupe
