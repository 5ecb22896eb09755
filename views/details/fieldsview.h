// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/fieldrows.h"

#include <QWidget>

#include <vector>

class QKeyEvent;
class QMenu;
class QModelIndex;
class QTreeView;

namespace auditloupe {

class FieldListModel;
class FlowingText;

/// The field list with a line below that explains the field under the mouse or the cursor.
class FieldsView : public QWidget
{
    Q_OBJECT

public:
    explicit FieldsView(QWidget *parent = nullptr);

    void setFields(std::vector<FieldRow> rows);

    QTreeView *list() const { return m_list; }

Q_SIGNALS:
    /// "field=value", to be added to the filter.
    void conditionChosen(const QString &condition);
    /// Something was put on the clipboard.
    void copied(const QString &what);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStringList expandedNames() const;
    void restore(const QString &current, const QStringList &expanded);
    void explain(const QModelIndex &index);
    void explainCurrent();
    void showMenu(const QPoint &at);
    void addConditions(QMenu &menu, const FieldRow &row);
    void copyValue(const FieldRow &row);
    void copyPath(const FieldRow &row);
    bool handleKey(const QKeyEvent &event);

    FieldListModel *m_model;
    QTreeView *m_list;
    FlowingText *m_explanation;
};

} // namespace auditloupe
