// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/eventdelegate.h"

#include "model/query/eventtablemodel.h"
#include "views/common/plaintooltip.h"
#include "views/common/tones.h"
#include "views/events/eventmarks.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

using Column = EventTableModel::Column;

constexpr int Padding = 4;
constexpr int MarkSize = 11;

/// What is said about a cell, taken from the model once a paint.
struct Cell
{
    Column column = Column::Time;
    QString text = {};
    Level level = Level::Unknown;
    Outcome outcome = Outcome::Unknown;
    Access access = Access::Other;
    bool isDelete = false;
    bool isTorn = false;
};

bool isTorn(const QModelIndex &index)
{
    const uint torn = bit(EventFlag::Salvaged) | bit(EventFlag::Truncated);
    return (index.data(EventTableModel::FlagsRole).toUInt() & torn) != 0;
}

Cell cellAt(const QModelIndex &index)
{
    Cell cell{.column = static_cast<Column>(index.column()),
              .text = index.data(Qt::DisplayRole).toString()};
    switch (cell.column) {
    case Column::Level:
        cell.level = static_cast<Level>(index.data(EventTableModel::LevelRole).toInt());
        cell.isTorn = isTorn(index);
        break;
    case Column::Code:
        cell.outcome = static_cast<Outcome>(index.data(EventTableModel::OutcomeRole).toInt());
        break;
    case Column::Verb:
        cell.isDelete = index.data(EventTableModel::VerbRole).toString().startsWith("delete"_L1);
        [[fallthrough]];
    case Column::Resource:
        cell.access = static_cast<Access>(index.data(EventTableModel::AccessRole).toInt());
        break;
    default:
        break;
    }
    return cell;
}

/// Names keep their beginning and end, everything else its beginning.
Qt::TextElideMode elideMode(Column column)
{
    switch (column) {
    case Column::User:
    case Column::Resource:
    case Column::Namespace:
    case Column::Name:
    case Column::RequestUri:
        return Qt::ElideMiddle;
    default:
        return Qt::ElideRight;
    }
}

QFont fontOf(const Cell &cell, QFont font)
{
    if (cell.access == Access::Write || cell.access == Access::Connect) {
        font.setWeight(QFont::DemiBold);
    }
    return font;
}

QColor outcomeColor(Outcome outcome, const QColor &normal, const QPalette &palette)
{
    switch (outcome) {
    case Outcome::Denied:
        return toneColor(Tone::Denied, palette);
    case Outcome::Failed:
        return toneColor(Tone::Failed, palette);
    default:
        return normal;
    }
}

QRectF markSquare(const QRect &rect, int left)
{
    return QRectF(left, rect.center().y() - MarkSize / 2, MarkSize, MarkSize);
}

/// The rectangle that is left for the text.
QRect textRect(const Cell &cell, QRect rect)
{
    rect.adjust(Padding, 0, -Padding, 0);
    if (cell.column == Column::Level || cell.column == Column::Code || cell.isDelete) {
        rect.setLeft(rect.left() + MarkSize + Padding);
    }
    if (cell.isTorn) {
        rect.setRight(rect.right() - MarkSize);
    }
    return rect;
}

/// Colours stand for meaning on the base only; on a selected row shape and weight do.
void drawMarks(QPainter &painter, const Cell &cell, const QStyleOptionViewItem &option,
               const QColor &text)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QPalette &palette = option.palette;
    const QRectF square = markSquare(option.rect, option.rect.left() + Padding);
    if (cell.column == Column::Level) {
        drawLevelDisc(painter, square, cell.level,
                      isSelected ? text : toneColor(Tone::Level, palette));
    } else if (cell.column == Column::Code) {
        drawOutcomeMark(painter, square, cell.outcome, text);
    } else if (cell.isDelete) {
        drawDeleteMark(painter, square, isSelected ? text : toneColor(Tone::Denied, palette));
    }
    if (cell.isTorn) {
        drawTornMark(painter, markSquare(option.rect, option.rect.right() - Padding - MarkSize),
                     isSelected ? text : toneColor(Tone::Warning, palette));
    }
}

void drawPlaceholder(QPainter &painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index)
{
    QColor color = option.palette.color(QPalette::Text);
    color.setAlphaF(0.08F);
    // Bars of changing length look like text that is to come.
    const int share = 35 + (index.row() * 7 + index.column() * 13) % 40;
    const QRect &rect = option.rect;
    painter.fillRect(QRect(rect.left() + Padding, rect.center().y() - 3,
                           (rect.width() - 2 * Padding) * share / 100, 6),
                     color);
}

QString helpText(const Cell &cell, const QModelIndex &index)
{
    QString text = cell.text;
    if (cell.column == Column::Code && cell.outcome != Outcome::Unknown) {
        text =
            text.isEmpty() ? outcomeText(cell.outcome) : text + u": "_s + outcomeText(cell.outcome);
    }
    const uint flags = index.data(EventTableModel::FlagsRole).toUInt();
    return cell.isTorn ? text + u'\n' + EventTableModel::damageText(flags) : text;
}

} // namespace

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    if (!index.data(EventTableModel::LoadedRole).toBool()) {
        drawPlaceholder(*painter, option, index);
        return;
    }
    const Cell cell = cellAt(index);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor normal =
        option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor color = isSelected ? normal : outcomeColor(cell.outcome, normal, option.palette);
    drawMarks(*painter, cell, option, color);

    const QRect rect = textRect(cell, option.rect);
    painter->setFont(fontOf(cell, option.font));
    painter->setPen(color);
    const auto alignment = EventTableModel::isNumber(cell.column) ? Qt::AlignRight : Qt::AlignLeft;
    painter->drawText(
        rect, alignment | Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(cell.text, elideMode(cell.column), rect.width()));
}

bool EventDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                              const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    const Cell cell = cellAt(index);
    const QFontMetrics metrics(fontOf(cell, option.font));
    const bool isCut = metrics.horizontalAdvance(cell.text) > textRect(cell, option.rect).width();
    const bool saysMore = cell.isTorn || cell.column == Column::Code;
    QToolTip::showText(event->globalPos(),
                       isCut || saysMore ? plainToolTip(helpText(cell, index)) : QString(), view);
    return true;
}

} // namespace auditloupe
