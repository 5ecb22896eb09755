// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/jsonview.h"

#include "views/common/syntax.h"
#include "views/common/tones.h"
#include "views/details/jsondocument.h"
#include "views/details/jsongutter.h"

#include <QEvent>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/SyntaxHighlighter>

using namespace Qt::StringLiterals;

namespace auditloupe {

JsonView::JsonView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new JsonGutter(this))
    , m_highlighter(new KSyntaxHighlighting::SyntaxHighlighter(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("JSON of the event"));
    m_highlighter->setDefinition(syntaxDefinition(u"JSON"_s));
    applyTheme();
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this] { m_gutter->update(); });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &JsonView::layoutGutter);
    layoutGutter();
}

JsonView::~JsonView() = default;

void JsonView::setPage(JsonPage page, std::shared_ptr<QTextDocument> document)
{
    m_highlighter->setDocument(nullptr);
    // The same event revealed, or one much like it: whoever looks at a line goes on looking at it.
    const bool keepsPlace = page.outline.nodes.size() == m_page.outline.nodes.size()
        && page.lines.size() == m_page.lines.size();
    const Place place{.line = currentLine(),
                      .down = verticalScrollBar()->value(),
                      .right = horizontalScrollBar()->value()};
    m_page = std::move(page);
    if (!document) {
        document = makeJsonDocument(m_page.text, font());
    }
    setExtraSelections({}); // they point into the old document
    setDocument(document.get());
    m_document.swap(document);
    if (m_page.text.size() <= LongestHighlighted) {
        m_highlighter->setDocument(m_document.get());
    }
    if (!keepsPlace) {
        foldAtFirst();
    }
    applyFolds();
    layoutGutter();
    if (keepsPlace) {
        restore(place);
    }
}

/// Who owned which field when is long, and seldom what somebody looks for.
void JsonView::foldAtFirst()
{
    m_folded.assign(m_page.lines.size(), false);
    for (const int line : m_page.foldableLines("managedFields")) {
        m_folded[static_cast<std::size_t>(line)] = true;
    }
}

void JsonView::restore(const Place &place)
{
    setTextCursor(QTextCursor(document()->findBlockByNumber(place.line)));
    leaveHiddenLine();
    verticalScrollBar()->setValue(place.down);
    horizontalScrollBar()->setValue(place.right);
}

bool JsonView::isHighlighted() const
{
    return m_highlighter->document() != nullptr;
}

bool JsonView::isFoldable(int line) const
{
    return line >= 0 && line < lineCount()
        && m_page.lines[static_cast<std::size_t>(line)].foldEnd > line;
}

bool JsonView::isFolded(int line) const
{
    return isFoldable(line) && m_folded[static_cast<std::size_t>(line)];
}

void JsonView::setFolded(int line, bool folded)
{
    if (isFoldable(line) && isFolded(line) != folded) {
        m_folded[static_cast<std::size_t>(line)] = folded;
        applyFolds();
    }
}

void JsonView::foldAll()
{
    for (int line = 1; line < lineCount(); ++line) {
        m_folded[static_cast<std::size_t>(line)] = isFoldable(line);
    }
    applyFolds();
}

void JsonView::unfoldAll()
{
    std::ranges::fill(m_folded, false);
    applyFolds();
}

void JsonView::showLine(int line)
{
    bool changed = false;
    for (int above = enclosingLine(line); above >= 0; above = enclosingLine(above)) {
        changed = changed || isFolded(above);
        m_folded[static_cast<std::size_t>(above)] = false;
    }
    if (changed) {
        applyFolds();
    }
}

int JsonView::currentLine() const
{
    return textCursor().blockNumber();
}

std::uint32_t JsonView::currentNode() const
{
    const int line = currentLine();
    return line < lineCount() ? m_page.lines[static_cast<std::size_t>(line)].node
                              : JsonNode::NoNode;
}

void JsonView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Period) {
        toggle(currentLine());
        event->accept();
        return;
    }
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && foldByArrow(event->key())) {
        event->accept();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

/// A line that cannot be folded itself stands for the value around it.
void JsonView::toggle(int line)
{
    const int target = isFoldable(line) ? line : enclosingLine(line);
    setFolded(target, !isFolded(target));
}

bool JsonView::foldByArrow(int key)
{
    const int line = currentLine();
    if (key == Qt::Key_Right && isFolded(line)) {
        setFolded(line, false);
        return true;
    }
    const QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    if (key != Qt::Key_Left || cursor.hasSelection() || !before.trimmed().isEmpty()) {
        return false;
    }
    if (isFoldable(line) && !isFolded(line)) {
        setFolded(line, true);
        return true;
    }
    const int above = enclosingLine(line);
    if (above < 0) {
        return false;
    }
    setTextCursor(QTextCursor(document()->findBlockByNumber(above)));
    return true;
}

int JsonView::enclosingLine(int line) const
{
    const bool isKnown = line >= 0 && line < lineCount();
    return isKnown ? m_page.lines[static_cast<std::size_t>(line)].above : -1;
}

void JsonView::applyFolds()
{
    int hiddenUpTo = -1;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int line = block.blockNumber();
        const bool visible = line > hiddenUpTo;
        if (visible && isFolded(line)) {
            hiddenUpTo = m_page.lines[static_cast<std::size_t>(line)].foldEnd;
        }
        if (block.isVisible() != visible) {
            block.setVisible(visible);
            block.setLineCount(visible ? std::max(1, block.layout()->lineCount()) : 0);
        }
    }
    leaveHiddenLine();
    auto *layout = qobject_cast<QPlainTextDocumentLayout *>(document()->documentLayout());
    layout->requestUpdate();
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
    m_gutter->update();
}

void JsonView::leaveHiddenLine()
{
    QTextBlock block = textCursor().block();
    if (block.isVisible()) {
        return;
    }
    while (block.isValid() && !block.isVisible()) {
        block = block.previous();
    }
    setTextCursor(QTextCursor(block));
}

void JsonView::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    QTextBlock block = firstVisibleBlock();
    QRectF area = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && area.top() <= event->rect().bottom()) {
        if (block.isVisible() && isFolded(block.blockNumber())) {
            paintFoldMark(painter, block, area);
        }
        block = block.next();
        area = blockBoundingGeometry(block).translated(contentOffset());
    }
}

/// Behind a folded line stands what its fold hides: "… 12 lines }".
void JsonView::paintFoldMark(QPainter &painter, const QTextBlock &block, const QRectF &area) const
{
    const QTextLine last = block.layout()->lineAt(block.layout()->lineCount() - 1);
    const JsonPage::Line &line = m_page.lines[static_cast<std::size_t>(block.blockNumber())];
    const JsonNode &node = m_page.outline.nodes[line.node];
    const QString bracket = node.kind == JsonNode::Kind::Object ? u"}"_s : u"]"_s;
    const QString mark = tr(" … %n lines ", nullptr, line.foldEnd - block.blockNumber()) + bracket;
    const QPointF at(area.left() + last.naturalTextRect().right(),
                     area.top() + last.y() + last.ascent());
    painter.drawText(at, mark);
}

void JsonView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layoutGutter();
}

void JsonView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyTheme();
    } else if (event->type() == QEvent::FontChange) {
        layoutGutter();
    }
}

void JsonView::applyTheme()
{
    m_highlighter->setTheme(syntaxTheme(palette()));
    if (m_highlighter->document()) {
        m_highlighter->rehighlight();
    }
}

void JsonView::layoutGutter()
{
    m_gutter->setFont(font());
    const int width = m_gutter->preferredWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), width, inside.height());
}

} // namespace auditloupe
