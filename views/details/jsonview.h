// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/details/jsonpage.h"

#include <QPlainTextEdit>

#include <memory>
#include <vector>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace auditloupe {

class JsonGutter;

/// Shows a JsonPage, read-only: line numbers, folding, colours. Left and Right fold and unfold
/// the line as in a tree, Ctrl+. toggles it.
class JsonView : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// Longer pages stay in one colour: colouring them would take noticeable time.
    static constexpr qsizetype LongestHighlighted = 300'000;

    explicit JsonView(QWidget *parent = nullptr);
    ~JsonView() override;

    /// `document` holds the page's text; where none is given, it is made here and now.
    void setPage(JsonPage page, std::shared_ptr<QTextDocument> document = {});
    const JsonPage &page() const { return m_page; }
    bool isHighlighted() const;

    bool isFoldable(int line) const;
    bool isFolded(int line) const;
    void setFolded(int line, bool folded);
    void foldAll(); ///< everything within the outermost value
    void unfoldAll();
    /// Unfolds whatever hides the line.
    void showLine(int line);

    int currentLine() const;
    /// What the cursor's line shows; NoNode where it shows nothing that could be read.
    std::uint32_t currentNode() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class JsonGutter;

    struct Place
    {
        int line = 0;
        int down = 0; // of the scroll bars
        int right = 0;
    };

    void foldAtFirst();
    void restore(const Place &place);
    int lineCount() const { return static_cast<int>(m_page.lines.size()); }
    void toggle(int line);
    bool foldByArrow(int key);
    int enclosingLine(int line) const;
    void applyFolds();
    void leaveHiddenLine();
    void applyTheme();
    void layoutGutter();
    void paintFoldMark(QPainter &painter, const QTextBlock &block, const QRectF &area) const;

    JsonPage m_page;
    std::shared_ptr<QTextDocument> m_document;
    std::vector<bool> m_folded; // by line
    JsonGutter *m_gutter;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter;
};

} // namespace auditloupe
