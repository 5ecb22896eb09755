// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/filterline.h"

#include "model/event/fields.h"
#include "views/common/plaintooltip.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>
#include <array>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

struct KnownValues
{
    QLatin1StringView field;
    QLatin1StringView values; // separated by blanks
};

constexpr std::array FieldValues{
    KnownValues{"level"_L1, "Metadata Request RequestResponse"_L1},
    KnownValues{"stage"_L1, "RequestReceived ResponseStarted ResponseComplete Panic"_L1},
    KnownValues{"verb"_L1, "get list watch create update patch delete deletecollection"_L1},
    KnownValues{"outcome"_L1, "allowed denied failed open"_L1},
    KnownValues{"outcome.by"_L1, "authentication authorization admission"_L1},
    KnownValues{"access"_L1, "read write connect check"_L1},
    KnownValues{"user.kind"_L1, "human serviceaccount node controlplane anonymous"_L1}};

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// What is being typed: from the last blank, bracket or quote up to the cursor.
QString wordBefore(const QString &text, qsizetype cursor)
{
    qsizetype start = cursor;
    while (start > 0 && !u" \t()\""_s.contains(text[start - 1])) {
        --start;
    }
    return text.sliced(start, cursor - start);
}

void addField(QStandardItemModel &model, std::string_view name, const Field &field)
{
    auto *item = new QStandardItem(latin(name));
    item->setToolTip(plainToolTip(field.explain()));
    model.appendRow(item);
}

/// Short names first: they are what people want to type.
void fillFieldNames(QStandardItemModel &model)
{
    model.clear();
    for (const Field &field : fieldCatalogue()) {
        if (!field.shortName.empty()) {
            addField(model, field.shortName, field);
        }
    }
    for (const Field &field : fieldCatalogue()) {
        if (field.type != FieldType::Object) {
            addField(model, field.name, field);
        }
    }
}

void fillValues(QStandardItemModel &model, const QString &field)
{
    model.clear();
    const auto known = std::ranges::find(FieldValues, field, &KnownValues::field);
    if (known != FieldValues.end()) {
        for (const QString &value : QString(known->values).split(u' ')) {
            model.appendRow(new QStandardItem(value));
        }
    }
}

} // namespace

FilterLine::FilterLine(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
{
    auto *model = new QStandardItemModel(m_completer);
    fillFieldNames(*model);
    m_completer->setModel(model);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchStartsWith);
    m_completer->setMaxVisibleItems(12);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &FilterLine::complete);
    connect(this, &QLineEdit::textEdited, this, &FilterLine::offerCompletions);
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    QAbstractItemView *popup = m_completer->popup();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isChoice = isEnter || event->key() == Qt::Key_Tab || event->key() == Qt::Key_Escape;
    if (popup->isVisible() && isEnter && !popup->currentIndex().isValid()) {
        popup->hide(); // nothing was chosen there: Enter is for the filter
    } else if (popup->isVisible() && isChoice) {
        event->ignore(); // the completer's
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offerCompletions();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterLine::offerCompletions()
{
    const QString word = wordBefore(text(), cursorPosition());
    const qsizetype equals = word.indexOf(u'=');
    const QString field =
        equals > 0 ? word.first(equals).removeIf([](QChar c) { return c == u'!'; }) : QString();
    if (field != m_offeredFor) {
        auto &model = *qobject_cast<QStandardItemModel *>(m_completer->model());
        field.isEmpty() ? fillFieldNames(model) : fillValues(model, field);
        m_offeredFor = field;
    }
    const QString prefix = equals > 0 ? word.sliced(equals + 1) : word;
    m_completer->setCompletionPrefix(prefix);
    const bool isWhole = m_completer->completionCount() == 1
        && m_completer->currentCompletion().compare(prefix, Qt::CaseInsensitive) == 0;
    if ((prefix.isEmpty() && equals <= 0) || m_completer->completionCount() == 0 || isWhole) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0)
                   + m_completer->popup()->verticalScrollBar()->sizeHint().width() + 16);
    m_completer->complete(place);
}

void FilterLine::complete(const QString &word)
{
    const qsizetype cursor = cursorPosition();
    const QString end = m_offeredFor.isEmpty() ? u"="_s : u" "_s;
    const QString inserted = word + (text().sliced(cursor).startsWith(end) ? QString() : end);
    const qsizetype start = cursor - m_completer->completionPrefix().size();
    setText(text().first(start) + inserted + text().sliced(cursor));
    setCursorPosition(static_cast<int>(start + inserted.size()));
    if (m_offeredFor.isEmpty()) {
        offerCompletions();
    }
}

} // namespace auditloupe
