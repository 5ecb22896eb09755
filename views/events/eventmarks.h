// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"
#include "model/event/outcome.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace auditloupe {

/// The small signs of the event table, drawn into a square.

/// How much was written: an empty, quarter, half or full disc.
void drawLevelDisc(QPainter &painter, const QRectF &square, Level level, const QColor &color);

/// Nothing for allowed, a bar for denied, a cross for failed, a hollow dot for open.
void drawOutcomeMark(QPainter &painter, const QRectF &square, Outcome outcome, const QColor &color);

/// Something was deleted.
void drawDeleteMark(QPainter &painter, const QRectF &square, const QColor &color);

/// The event's record is torn off: salvaged or truncated.
void drawTornMark(QPainter &painter, const QRectF &square, const QColor &color);

} // namespace auditloupe
