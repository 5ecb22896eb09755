// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace auditloupe {

class JsonView;
struct JsonPage;

/// Finds text in a JsonView: all places marked, the current one counted ("3 of 12"), round and
/// round. Also finds what a shortened value hides.
class JsonSearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit JsonSearchBar(JsonView *view, QWidget *parent = nullptr);

    void open(); ///< with the selected text, where something is selected
    void close();
    void findNext();
    void findPrevious();
    /// Searches again: the view has another page.
    void refresh();

    QString countText() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Match
    {
        qsizetype from = 0;
        qsizetype length = 0;
    };

    static std::vector<Match> findAll(const JsonPage &page, const QString &text);
    void search();
    void startAtCursor();
    void step(int direction);
    void showCurrent();
    void markMatches();
    void updateCount();

    JsonView *m_view;
    QLineEdit *m_text;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    std::vector<Match> m_matches;
    std::size_t m_current = 0;
};

} // namespace auditloupe
