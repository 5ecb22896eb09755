// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/sql/sqleditor.h"

#include "views/common/syntax.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QTextBlock>

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/SyntaxHighlighter>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal Margin = 8;

} // namespace

SqlEditor::SqlEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new KSyntaxHighlighting::SyntaxHighlighter(document()))
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(Margin);
    setAccessibleName(tr("SQL statement"));
    setPlaceholderText(tr("A statement, for example: SELECT user, denials FROM users "
                          "ORDER BY denials DESC"));
    m_highlighter->setDefinition(syntaxDefinition(u"SQL"_s));
    applyTheme();
}

void SqlEditor::showPlace(qint64 line, qint64 column)
{
    const QTextBlock block = document()->findBlockByNumber(static_cast<int>(line) - 1);
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor,
                        static_cast<int>(column) - 1);
    setTextCursor(cursor);
    setFocus();
}

void SqlEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT runRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void SqlEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyTheme();
    }
}

void SqlEditor::applyTheme()
{
    m_highlighter->setTheme(syntaxTheme(palette()));
    m_highlighter->rehighlight();
}

} // namespace auditloupe
