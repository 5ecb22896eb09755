// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

class QMenu;
class QMenuBar;
class QTreeWidget;
class QTreeWidgetItem;

namespace auditloupe {

/// Lists what the keyboard can do: the menus' shortcuts, and the keys that a part of the window
/// has while it has the keyboard.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const QMenuBar *menus, QWidget *parent);

private:
    QTreeWidgetItem *addGroup(const QString &title);
    void addMenu(const QMenu *menu);
    void addFilterKeys();
    void addTableKeys();
    void addJsonKeys();

    QTreeWidget *m_tree;
};

} // namespace auditloupe
