// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/shortcutsdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

void addLine(QTreeWidgetItem *group, const QString &what, const QString &keys)
{
    new QTreeWidgetItem(group, {what, keys});
}

QString keysOf(const QAction *action)
{
    QStringList keys;
    for (const QKeySequence &shortcut : action->shortcuts()) {
        keys.append(shortcut.toString(QKeySequence::NativeText));
    }
    return keys.join(u", "_s);
}

void addMenu(QTreeWidget *tree, const QMenu *menu)
{
    auto *group = new QTreeWidgetItem(tree, {withoutMnemonic(menu->title())});
    for (const QAction *action : menu->actions()) {
        if (const QString keys = keysOf(action); !keys.isEmpty()) {
            addLine(group, withoutMnemonic(action->text()), keys);
        }
    }
    group->setHidden(group->childCount() == 0);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar *menus, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *tree = new QTreeWidget(this);
    tree->setColumnCount(2);
    tree->setHeaderLabels({tr("What"), tr("Keys")});
    tree->setSelectionMode(QAbstractItemView::NoSelection);
    for (const QAction *action : menus->actions()) {
        if (action->menu()) {
            addMenu(tree, action->menu());
        }
    }
    auto *table = new QTreeWidgetItem(tree, {tr("Event table")});
    addLine(table, tr("Next or previous event"), tr("Down, Up"));
    addLine(table, tr("A screen further or back"), tr("Page Down, Page Up"));
    addLine(table, tr("First or last event"), tr("Home, End"));
    addLine(table, tr("Next or previous cell"), tr("Right, Left"));
    addLine(table, tr("Select more events"), tr("Shift with any of these"));
    addLine(table, tr("Go to the details"), tr("Enter"));
    addLine(table, tr("What can be done with the cell"), tr("Menu key"));
    tree->expandAll();
    tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tree);
    layout->addWidget(buttons);
    resize(560, 620);
}

} // namespace auditloupe
