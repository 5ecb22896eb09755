// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/filterline.h"

#include "model/event/plaintext.h"
#include "model/query/termvalue.h"
#include "model/session/casesession.h"
#include "views/common/plaintooltip.h"
#include "views/events/filtervalues.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t MostOffers = 100;
constexpr int ShownOffers = 12;
constexpr int WidestText = 420; // pixels; a longer value keeps its beginning and end
constexpr int WidestOffer = 760;
constexpr int Gap = 16;
constexpr int OfferRole = Qt::UserRole + 1; // QStandardItem's own

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// How well an offer fits what is typed: 0 best, -1 not at all.
int rankOf(const QString &offer, const QString &typed)
{
    if (offer.startsWith(typed, Qt::CaseInsensitive)) {
        return 0;
    }
    return typed.size() > 1 && offer.contains(typed, Qt::CaseInsensitive) ? 1 : -1;
}

/// For notes: their beginning says most. Of values both ends count.
class NoteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
    }
};

/// A list below the line: what is offered, and in quiet letters what there is to know of it.
QTreeView *makePopup()
{
    auto *popup = new QTreeView;
    popup->setRootIsDecorated(false);
    popup->setItemsExpandable(false);
    popup->setUniformRowHeights(true);
    popup->setHeaderHidden(true);
    popup->setSelectionBehavior(QAbstractItemView::SelectRows);
    popup->setTextElideMode(Qt::ElideMiddle);
    popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return popup;
}

} // namespace

FilterLine::FilterLine(const CaseSession &session, QWidget *parent)
    : QLineEdit(parent)
    , m_values(new FilterValues(session, this))
    , m_completer(new QCompleter(this))
    , m_offers(new QStandardItemModel(0, 2, m_completer))
{
    m_completer->setModel(m_offers);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // filtered here
    m_completer->setMaxVisibleItems(ShownOffers);
    QTreeView *popup = makePopup();
    m_completer->setPopup(popup);
    popup->header()->setStretchLastSection(true);
    popup->setItemDelegateForColumn(1, new NoteDelegate(popup)); // the completer sets one for all
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &FilterLine::complete);
    connect(this, &QLineEdit::textEdited, this, [this] { offer(Asked::ByTyping); });
    connect(m_values, &FilterValues::counted, this, &FilterLine::refreshOffer);
}

/// Tab takes the chosen offer, or the first; without an offer it goes to the next widget.
bool FilterLine::focusNextPrevChild(bool next)
{
    QAbstractItemView *popup = m_completer->popup();
    if (!next || !popup->isVisible()) {
        return QLineEdit::focusNextPrevChild(next);
    }
    const QModelIndex chosen = popup->currentIndex();
    popup->hide();
    complete(chosen.isValid() ? chosen : popup->model()->index(0, 0));
    return true;
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    QAbstractItemView *popup = m_completer->popup();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isChoice = isEnter || event->key() == Qt::Key_Escape;
    if (popup->isVisible() && isEnter && !popup->currentIndex().isValid()) {
        popup->hide(); // nothing was chosen there: Enter is for the filter
    } else if (popup->isVisible() && isChoice) {
        event->ignore(); // the completer's
        return;
    }
    if (isChoice) {
        m_word = {}; // values that come later come too late
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offer(Asked::ByKey);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterLine::offer(Asked asked)
{
    m_word = lastFilterWord(text().first(cursorPosition()));
    const bool isUnasked = asked == Asked::ByTyping && m_word.typed.isEmpty()
        && m_word.kind == FilterWord::Kind::FieldName && m_word.before.condition.isAlways();
    show(isUnasked ? std::vector<Offer>() : offersFor(m_word));
}

/// The values are there: if they are still what is being written.
void FilterLine::refreshOffer()
{
    const FilterWord word = lastFilterWord(text().first(cursorPosition()));
    if (hasFocus() && word.kind == FilterWord::Kind::Value && word.field == m_word.field) {
        offer(Asked::ByTyping);
    }
}

std::vector<FilterLine::Offer> FilterLine::offersFor(const FilterWord &word) const
{
    switch (word.kind) {
    case FilterWord::Kind::FieldName:
        return namesOf(word);
    case FilterWord::Kind::Value:
        return valuesOf(word);
    case FilterWord::Kind::Operator:
        return operatorsOf(word);
    case FilterWord::Kind::Connective:
        return wordsOf(word, {{u"and"_s, tr("both hold")}, {u"or"_s, tr("one of the two holds")}});
    case FilterWord::Kind::Nothing:
        break;
    }
    return {};
}

/// Those of the words that fit what is typed.
std::vector<FilterLine::Offer> FilterLine::wordsOf(const FilterWord &word, std::vector<Offer> words)
{
    for (Offer &offer : words) {
        offer.rank = offer.text.startsWith(word.typed, Qt::CaseInsensitive) ? 0 : -1;
    }
    std::erase_if(words, [](const Offer &offer) { return offer.rank < 0; });
    return words;
}

std::vector<FilterLine::Offer> FilterLine::operatorsOf(const FilterWord &word)
{
    std::vector<Offer> words;
    for (const OperatorWord &op : operatorWords()) {
        words.push_back({.text = latin(op.word),
                         .note = QCoreApplication::translate("Filter", op.explanation)});
    }
    return wordsOf(word, std::move(words));
}

/// Short names first: they are what people want to type.
std::vector<FilterLine::Offer> FilterLine::namesOf(const FilterWord &word)
{
    if (word.isInElement) {
        return {}; // nobody knows what stands in there
    }
    std::vector<Offer> offers;
    const auto add = [&](std::string_view name, const Field &field) {
        const int rank = rankOf(latin(name), word.typed);
        if (rank >= 0) {
            offers.push_back({.text = latin(name), .note = field.explain(), .rank = rank});
        }
    };
    for (const Field &field : fieldCatalogue()) {
        if (!field.shortName.empty()) {
            add(field.shortName, field);
        }
    }
    for (const Field &field : fieldCatalogue()) {
        if (field.type != FieldType::Object) {
            add(field.name, field);
        }
    }
    const Offer negation{.text = u"not"_s, .note = tr("the opposite of what follows")};
    std::ranges::move(wordsOf(word, {negation}), std::back_inserter(offers));
    return offers;
}

/// What the case has; where that is not known, what the field can have.
std::vector<FilterLine::Offer> FilterLine::valuesOf(const FilterWord &word) const
{
    std::vector<Offer> offers;
    const auto add = [&](const QString &value, const QString &note) {
        const int rank = rankOf(value, word.typed);
        if (rank >= 0) {
            offers.push_back({.text = value, .note = note, .rank = rank});
        }
    };
    const std::vector<GroupCount> &counts = m_values->valuesFor(word);
    for (const GroupCount &group : counts) {
        if (const std::optional<std::string> &value = group.values.front()) {
            const int count = static_cast<int>(group.count);
            add(QString::fromStdString(*value), tr("%Ln event(s)", nullptr, count));
        }
    }
    if (counts.empty()) {
        for (const std::string_view value : possibleValues(*word.field)) {
            add(latin(value), {});
        }
    }
    return offers;
}

void FilterLine::show(std::vector<Offer> offers)
{
    std::ranges::stable_sort(offers, {}, &Offer::rank);
    offers.resize(std::min(offers.size(), MostOffers));
    const bool isWhole =
        offers.size() == 1 && offers.front().text.compare(m_word.typed, Qt::CaseInsensitive) == 0;
    if (offers.empty() || isWhole) {
        m_completer->popup()->hide();
        return;
    }
    const bool isCount = m_word.kind == FilterWord::Kind::Value;
    m_offers->setRowCount(0);
    for (const Offer &offer : offers) {
        auto *text = new QStandardItem(oneLine(offer.text.toStdString()));
        text->setData(offer.text);
        auto *note = new QStandardItem(offer.note);
        note->setForeground(palette().placeholderText());
        note->setTextAlignment((isCount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        note->setToolTip(plainToolTip(offer.note));
        m_offers->appendRow({text, note});
    }
    m_completer->complete(placeOfOffers());
    m_completer->popup()->setCurrentIndex({}); // nothing is chosen yet
}

/// Below the cursor, as wide as the offers need.
QRect FilterLine::placeOfOffers() const
{
    auto *popup = qobject_cast<QTreeView *>(m_completer->popup());
    const auto width = [list = m_completer->popup()](int column) {
        return list->sizeHintForColumn(column) + Gap;
    };
    popup->setColumnWidth(0, std::min(width(0), WidestText));
    QRect place = cursorRect();
    place.setWidth(std::min(popup->columnWidth(0) + width(1), WidestOffer)
                   + popup->verticalScrollBar()->sizeHint().width());
    return place;
}

void FilterLine::complete(const QModelIndex &index)
{
    const QString chosen = index.siblingAtColumn(0).data(OfferRole).toString();
    const bool isValue = m_word.kind == FilterWord::Kind::Value;
    const bool isField = m_word.kind == FilterWord::Kind::FieldName && chosen != "not"_L1;
    const bool isSign = m_word.kind == FilterWord::Kind::Operator && !chosen.front().isLetter();
    const QString end = isField ? u"="_s : isSign ? QString() : u" "_s;
    const qsizetype cursor = cursorPosition();
    const bool hasEnd = text().sliced(cursor).startsWith(end);
    setSelection(static_cast<int>(m_word.from), static_cast<int>(cursor - m_word.from));
    insert((isValue ? filterValueText(chosen) : chosen) + (hasEnd ? QString() : end));
    // Once more behind a click, which hides what is offered next.
    QMetaObject::invokeMethod(this, [this] { offer(Asked::ByTyping); }, Qt::QueuedConnection);
}

} // namespace auditloupe
