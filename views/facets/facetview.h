// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTreeView>

class QMenu;

namespace auditloupe {

class CaseSession;
class FacetDelegate;
class FacetTreeModel;

/// The facets. What is chosen in them becomes a condition of the session's filter: a click or Enter
/// includes, with Alt it leaves out, with Shift it takes this value alone.
class FacetView : public QTreeView
{
    Q_OBJECT

public:
    FacetView(CaseSession *session, FacetTreeModel *model, QWidget *parent = nullptr);

    /// The names of the fields whose facets are open.
    QStringList openFields() const;
    void setOpenFields(const QStringList &names);
    /// Opens the search of the current facet.
    void search();

Q_SIGNALS:
    void tabRequested(const QString &condition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    QString toolTipOf(const QModelIndex &index, const QPoint &position) const;
    void activate(const QModelIndex &index, Qt::KeyboardModifiers modifiers);
    void choose(const QModelIndex &index, Qt::KeyboardModifiers modifiers);
    void clickAction(const QModelIndex &index);
    void setSearching(const QModelIndex &facet, bool isSearching);
    void leaveSearch(QWidget *editor, bool isDone);
    void showRows(const QModelIndex &parent, int first, int last);
    void notePlace();
    void keepPlace();
    void fillMenu(QMenu *menu, const QModelIndex &index);
    bool isOnAction(const QModelIndex &index, const QPoint &position) const;
    static QModelIndex facetOf(const QModelIndex &index);

    CaseSession *m_session;
    FacetTreeModel *m_model;
    FacetDelegate *m_delegate;
    QPersistentModelIndex m_pressed;
    int m_currentTop = -1; // of the current row while rows come and go; below zero: out of sight
};

} // namespace auditloupe
