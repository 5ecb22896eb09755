// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/facets/facetdelegate.h"

#include "model/query/facettreemodel.h"
#include "views/common/tones.h"
#include "views/overview/mutedlabel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

using Model = FacetTreeModel;

constexpr int Inset = 4;
constexpr int Gap = 8;
constexpr int MarkRoom = 20;
constexpr int MarkSize = 9;
constexpr int LeastRowHeight = 22;
constexpr int LeastFacetHeight = 28;
constexpr int GlassSize = 10;

Model::Row rowOf(const QModelIndex &index)
{
    return index.data(Model::RowRole).value<Model::Row>();
}

Standing standingOf(const QModelIndex &index)
{
    return index.data(Model::StandingRole).value<Standing>();
}

QFont numberFont(QFont font)
{
    font.setFeature(QFont::Tag("tnum"), 1);
    return font;
}

QString countText(const QModelIndex &index)
{
    const QVariant count = index.data(Model::CountRole);
    return count.isNull() ? QString() : QLocale().toString(count.toLongLong());
}

bool isUnderMouse(const QStyleOptionViewItem &option)
{
    return (option.state & QStyle::State_MouseOver) != 0;
}

bool isCurrent(const QStyleOptionViewItem &option)
{
    return (option.state & QStyle::State_HasFocus) != 0;
}

QRect inside(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(Inset, 0, -Inset, 0);
}

void paintBack(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (isUnderMouse(option) || isCurrent(option)) {
        QColor back = option.palette.color(QPalette::Highlight);
        back.setAlphaF(isCurrent(option) ? 0.16F : 0.08F);
        painter->fillRect(option.rect, back);
    }
}

void paintFocus(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (isCurrent(option)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
}

/// A tick for what is included, a cross for what is left out.
void paintMark(QPainter *painter, const QRect &place, Standing standing, const QColor &color)
{
    if (standing == Standing::Open) {
        return;
    }
    const QRectF square(place.left() + 3, place.center().y() - MarkSize / 2, MarkSize, MarkSize);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (standing == Standing::Included) {
        QPainterPath tick(square.topLeft() + QPointF(0, MarkSize * 0.55));
        tick.lineTo(square.topLeft() + QPointF(MarkSize * 0.38, MarkSize * 0.92));
        tick.lineTo(square.topRight() + QPointF(0, MarkSize * 0.08));
        painter->drawPath(tick);
    } else {
        const QRectF cross = square.adjusted(0.5, 0.5, -0.5, -0.5);
        painter->drawLine(cross.topLeft(), cross.bottomRight());
        painter->drawLine(cross.bottomLeft(), cross.topRight());
    }
    painter->restore();
}

void paintArrow(QPainter *painter, const QStyleOptionViewItem &option)
{
    QStyleOptionViewItem arrow = option;
    arrow.rect = QRect(option.rect.left() + Inset, option.rect.center().y() - 5, 12, 12);
    const bool isOpen = (option.state & QStyle::State_Open) != 0;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const auto shape = isOpen                 ? QStyle::PE_IndicatorArrowDown
        : option.direction == Qt::RightToLeft ? QStyle::PE_IndicatorArrowLeft
                                              : QStyle::PE_IndicatorArrowRight;
    style->drawPrimitive(shape, &arrow, painter, option.widget);
}

void paintGlass(QPainter *painter, const QRect &place, const QColor &color)
{
    const QRectF square(place.center().x() - GlassSize / 2, place.center().y() - GlassSize / 2,
                        GlassSize, GlassSize);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap));
    const QRectF circle = square.adjusted(0, 0, -3, -3);
    painter->drawEllipse(circle);
    painter->drawLine(circle.center() + QPointF(2.6, 2.6), square.bottomRight());
    painter->restore();
}

void paintFacet(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    paintBack(painter, option);
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                      hairlineColor(option.palette));
    paintArrow(painter, option);
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    QRect place = inside(option).adjusted(MarkRoom, 0, 0, 0);
    const QRect action = FacetDelegate::actionPlace(option, index);
    const bool isOpen = (option.state & QStyle::State_Open) != 0;
    const QColor muted = mutedColor(option.palette);
    if (isOpen && (isUnderMouse(option) || isCurrent(option))) {
        paintGlass(painter, action, muted);
    }
    place.setRight(action.left() - Inset);
    painter->setPen(option.palette.color(QPalette::Text));
    const QString title = index.data().toString();
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, title);
    const int used = QFontMetrics(font).horizontalAdvance(title) + Gap;
    if (standingOf(index) == Standing::Included) { // a dot: the filter chooses here
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Link));
        painter->drawEllipse(QPointF(place.left() + used, place.center().y() + 1), 3, 3);
        painter->restore();
    }
    painter->setFont(numberFont(option.font));
    painter->setPen(muted);
    painter->drawText(place.adjusted(used + Gap, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                      countText(index));
    paintFocus(painter, option);
}

void paintBar(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const double share = index.data(Model::ShareRole).toDouble();
    if (share <= 0) {
        return;
    }
    const QRect room = inside(option).adjusted(MarkRoom - Inset, 2, 0, -2);
    QColor color = option.palette.color(QPalette::Link);
    color.setAlphaF(isDark(option.palette) ? 0.26F : 0.14F);
    painter->fillRect(room.left(), room.top(), std::max(1, qRound(share * room.width())),
                      room.height(), color);
}

QColor textColor(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isQuiet = standingOf(index) == Standing::Excluded
        || index.data(Model::AbsentRole).toBool()
        || (standingOf(index) == Standing::Open
            && standingOf(index.parent()) == Standing::Included);
    return isQuiet ? mutedColor(option.palette) : option.palette.color(QPalette::Text);
}

void paintValue(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    paintBack(painter, option);
    paintBar(painter, option, index);
    const QRect place = inside(option);
    const QColor color = textColor(option, index);
    const Standing standing = standingOf(index);
    paintMark(painter, place, standing, color);

    const QString count = countText(index);
    const QFont numbers = numberFont(option.font);
    painter->setFont(numbers);
    painter->setPen(index.data(Model::WholeRole).toBool() ? color : mutedColor(option.palette));
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, count);

    QRect text = place.adjusted(MarkRoom, 0, 0, 0);
    const bool isLink = !index.data(Model::ConditionRole).toString().isEmpty();
    const QRect action = FacetDelegate::actionPlace(option, index);
    if (isUnderMouse(option) && isLink) {
        QFont font = option.font;
        font.setUnderline(true);
        painter->setFont(font);
        painter->setPen(option.palette.color(QPalette::Link));
        painter->drawText(action, Qt::AlignCenter, FacetDelegate::tr("only", "this value alone"));
        text.setRight(action.left() - Inset);
    } else {
        text.setRight(place.right() - QFontMetrics(numbers).horizontalAdvance(count) - Gap);
    }
    QFont font = option.font;
    font.setStrikeOut(standing == Standing::Excluded);
    font.setItalic(index.data(Model::AbsentRole).toBool());
    font.setWeight(standing == Standing::Included ? QFont::DemiBold : font.weight());
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(
        text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
    paintFocus(painter, option);
}

void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isLink = rowOf(index) == Model::Row::More;
    if (isLink) {
        paintBack(painter, option);
    }
    painter->setFont(option.font);
    painter->setPen(isLink ? option.palette.color(QPalette::Link) : mutedColor(option.palette));
    const QRect place = inside(option).adjusted(MarkRoom, 0, 0, 0);
    painter->drawText(
        place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    if (isLink) {
        paintFocus(painter, option);
    }
}

} // namespace

QRect FacetDelegate::actionPlace(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect place = inside(option);
    if (rowOf(index) == Model::Row::Facet) {
        return {place.right() - GlassSize - Inset, place.top(), GlassSize + Inset, place.height()};
    }
    const int count = QFontMetrics(numberFont(option.font)).horizontalAdvance(countText(index));
    const int word = option.fontMetrics.horizontalAdvance(tr("only", "this value alone"));
    return {place.right() - count - Gap - word, place.top(), word, place.height()};
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = QFontMetrics(option.font).height();
    switch (rowOf(index)) {
    case Model::Row::Facet:
        return {0, std::max(LeastFacetHeight, text + 12)};
    case Model::Row::Search:
        return {0, std::max(LeastFacetHeight, text + 12)};
    default:
        return {0, std::max(LeastRowHeight, text + 6)};
    }
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    switch (rowOf(index)) {
    case Model::Row::Facet:
        paintFacet(painter, option, index);
        break;
    case Model::Row::Value:
        paintValue(painter, option, index);
        break;
    case Model::Row::More:
    case Model::Row::Note:
        paintWords(painter, option, index);
        break;
    case Model::Row::Search: // the editor covers it
        break;
    }
    painter->restore();
}

QWidget *FacetDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                     const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    const QString facet = index.parent().data().toString();
    edit->setPlaceholderText(tr("Search"));
    edit->setAccessibleName(tr("Search in %1").arg(facet));
    edit->setClearButtonEnabled(true);
    edit->setAcceptDrops(false);
    auto *self = const_cast<FacetDelegate *>(this); // NOLINT: a signal of a const function
    connect(edit, &QLineEdit::textChanged, self, [self, edit] { Q_EMIT self->commitData(edit); });
    return edit;
}

void FacetDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QLineEdit *>(editor);
    const QString text = index.data(Model::SearchRole).toString();
    if (edit && edit->text() != text) {
        edit->setText(text);
    }
}

void FacetDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                 const QModelIndex &index) const
{
    if (const auto *edit = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, edit->text(), Model::SearchRole);
    }
}

void FacetDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex & /*index*/) const
{
    editor->setGeometry(option.rect.adjusted(Inset + MarkRoom - Inset, 2, -Inset, -2));
}

/// Escape ends the search; Down and Enter go on to what it found.
bool FacetDelegate::eventFilter(QObject *editor, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isDone = key == Qt::Key_Escape;
    if (isDone || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT searchLeft(qobject_cast<QWidget *>(editor), isDone);
        return true;
    }
    return false;
}

} // namespace auditloupe
