// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/jsonsearchbar.h"

#include "views/details/jsonview.h"

#include <QBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

/// More marks than this would slow down every repaint; counting goes on.
constexpr std::size_t MostMarks = 500;

QToolButton *makeButton(QWidget *parent, const QString &icon, Qt::ArrowType arrow,
                        const QString &name)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(QIcon::fromTheme(icon));
    if (button->icon().isNull()) {
        button->setArrowType(arrow);
    }
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

JsonSearchBar::JsonSearchBar(JsonView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_text(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_previous(makeButton(this, u"go-up"_s, Qt::UpArrow, tr("Previous (Shift+F3)")))
    , m_next(makeButton(this, u"go-down"_s, Qt::DownArrow, tr("Next (F3)")))
{
    m_text->setPlaceholderText(tr("Find in this event"));
    m_text->setAccessibleName(tr("Find in this event"));
    m_text->setClearButtonEnabled(true);
    m_count->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    QToolButton *closing = makeButton(this, u"window-close"_s, Qt::NoArrow, tr("Close (Esc)"));
    if (closing->icon().isNull()) {
        closing->setText(u"×"_s);
    }
    layout->addWidget(closing);
    connect(closing, &QToolButton::clicked, this, &JsonSearchBar::close);
    connect(m_text, &QLineEdit::textChanged, this, &JsonSearchBar::search);
    connect(m_previous, &QToolButton::clicked, this, &JsonSearchBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &JsonSearchBar::findNext);
    hide();
}

void JsonSearchBar::open()
{
    const QString selected = m_view->textCursor().selectedText();
    show();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator)) {
        m_text->setText(selected);
    }
    m_text->selectAll();
    m_text->setFocus();
    search();
}

void JsonSearchBar::close()
{
    hide();
    m_matches.clear();
    markMatches();
    m_view->setFocus();
}

void JsonSearchBar::findNext()
{
    step(1);
}

void JsonSearchBar::findPrevious()
{
    step(-1);
}

void JsonSearchBar::refresh()
{
    m_matches.clear();
    m_current = 0;
    if (isVisibleTo(parentWidget())) {
        m_matches = findAll(m_view->page(), m_text->text());
    }
    markMatches();
    updateCount();
}

QString JsonSearchBar::countText() const
{
    return m_count->text();
}

void JsonSearchBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

std::vector<JsonSearchBar::Match> JsonSearchBar::findAll(const JsonPage &page, const QString &text)
{
    std::vector<Match> matches;
    if (text.isEmpty()) {
        return matches;
    }
    for (qsizetype at = page.text.indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
         at = page.text.indexOf(text, at + text.size(), Qt::CaseInsensitive)) {
        matches.push_back({.from = at, .length = text.size()});
    }
    for (const JsonPage::Hidden &hidden : page.hidden) {
        const qsizetype times = hidden.text.count(text, Qt::CaseInsensitive);
        matches.insert(matches.end(), static_cast<std::size_t>(times),
                       {.from = hidden.marker, .length = hidden.markerLength});
    }
    std::ranges::stable_sort(matches, {}, &Match::from);
    return matches;
}

void JsonSearchBar::search()
{
    m_matches = findAll(m_view->page(), m_text->text());
    startAtCursor();
    showCurrent();
}

/// The first match at or behind the cursor, so that typing on does not jump ahead.
void JsonSearchBar::startAtCursor()
{
    const qsizetype cursor = m_view->textCursor().selectionStart();
    const auto found = std::ranges::find_if(
        m_matches, [cursor](const Match &match) { return match.from >= cursor; });
    m_current = found == m_matches.end()
        ? 0
        : static_cast<std::size_t>(std::distance(m_matches.begin(), found));
}

void JsonSearchBar::step(int direction)
{
    if (m_matches.empty()) {
        return;
    }
    const std::size_t count = m_matches.size();
    m_current = (m_current + (direction > 0 ? 1 : count - 1)) % count;
    showCurrent();
}

void JsonSearchBar::showCurrent()
{
    if (!m_matches.empty()) {
        const Match &match = m_matches[m_current];
        const QTextBlock block = m_view->document()->findBlock(static_cast<int>(match.from));
        m_view->showLine(block.blockNumber());
        QTextCursor cursor(m_view->document());
        cursor.setPosition(static_cast<int>(match.from));
        cursor.setPosition(static_cast<int>(match.from + match.length), QTextCursor::KeepAnchor);
        m_view->setTextCursor(cursor);
        m_view->ensureCursorVisible();
    }
    markMatches();
    updateCount();
}

void JsonSearchBar::markMatches()
{
    QList<QTextEdit::ExtraSelection> marks;
    const std::size_t count = std::min(m_matches.size(), MostMarks);
    for (std::size_t i = 0; i < count; ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_view->document());
        mark.cursor.setPosition(static_cast<int>(m_matches[i].from));
        mark.cursor.setPosition(static_cast<int>(m_matches[i].from + m_matches[i].length),
                                QTextCursor::KeepAnchor);
        QColor colour = palette().color(QPalette::Highlight);
        colour.setAlpha(70);
        mark.format.setBackground(colour);
        marks.append(mark);
    }
    m_view->setExtraSelections(marks);
}

void JsonSearchBar::updateCount()
{
    const bool any = !m_matches.empty();
    m_previous->setEnabled(any);
    m_next->setEnabled(any);
    if (m_text->text().isEmpty()) {
        m_count->clear();
    } else if (any) {
        m_count->setText(tr("%1 of %2").arg(m_current + 1).arg(m_matches.size()));
    } else {
        m_count->setText(tr("Not found"));
    }
}

} // namespace auditloupe
