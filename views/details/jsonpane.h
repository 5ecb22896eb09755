// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"
#include "views/details/jsonpage.h"

#include <QTextDocument>
#include <QWidget>

#include <memory>

class QLabel;
class QMenu;

namespace auditloupe {

class JsonSearchBar;
class JsonView;

/// An event's JSON with search and the ways to copy from it.
class JsonPane : public QWidget
{
    Q_OBJECT

public:
    explicit JsonPane(QWidget *parent = nullptr);

    void setEvent(JsonPage page, std::shared_ptr<QTextDocument> document, const EventRow &row,
                  bool masked);

    JsonView *view() const { return m_view; }

    void copyValue();
    void copyPath();
    void copyYaml();
    void copyJqFilter();
    void copyKubectl();
    void copyEvent(); ///< the event's own bytes, masked where the pane is

Q_SIGNALS:
    /// Something was put on the clipboard; `what` says it in a sentence.
    void copied(const QString &what);

private:
    QAction *addShortcut(const QString &text, const QKeySequence &keys);
    void showMenu(const QPoint &at);
    void addValueActions(QMenu &menu);
    void addViewActions(QMenu &menu);
    void copy(const QString &text, const QString &what);
    void announce(const QString &what);
    void updateNote();

    JsonView *m_view;
    JsonSearchBar *m_search;
    QLabel *m_note;
    QAction *m_find;
    QAction *m_foldAll;
    QAction *m_unfoldAll;
    QAction *m_wrap;
    EventRow m_row;
    bool m_masked = false;
};

} // namespace auditloupe
