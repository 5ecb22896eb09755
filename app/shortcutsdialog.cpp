// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/shortcutsdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
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

QString native(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar *menus, QWidget *parent)
    : QDialog(parent)
    , m_tree(new QTreeWidget(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("What"), tr("Keys")});
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    for (const QAction *action : menus->actions()) {
        if (action->menu()) {
            addMenu(action->menu());
        }
    }
    addFilterKeys();
    addTableKeys();
    addJsonKeys();
    m_tree->expandAll();
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tree);
    layout->addWidget(buttons);
    resize(560, 680);
}

QTreeWidgetItem *ShortcutsDialog::addGroup(const QString &title)
{
    auto *group = new QTreeWidgetItem(m_tree, {title});
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    group->setFont(0, bold);
    return group;
}

void ShortcutsDialog::addMenu(const QMenu *menu)
{
    QTreeWidgetItem *group = addGroup(withoutMnemonic(menu->title()));
    for (const QAction *action : menu->actions()) {
        if (const QString keys = keysOf(action); !keys.isEmpty()) {
            addLine(group, withoutMnemonic(action->text()), keys);
        }
    }
    group->setHidden(group->childCount() == 0);
}

void ShortcutsDialog::addFilterKeys()
{
    QTreeWidgetItem *group = addGroup(tr("Filter line"));
    addLine(group, tr("Offer fields and their values"), native(Qt::CTRL | Qt::Key_Space));
    addLine(group, tr("Take what is offered"), native(Qt::Key_Tab));
    addLine(group, tr("Apply the filter"), tr("Enter"));
}

void ShortcutsDialog::addTableKeys()
{
    QTreeWidgetItem *group = addGroup(tr("Event table"));
    addLine(group, tr("Next or previous event"), tr("Down, Up"));
    addLine(group, tr("A screen further or back"), tr("Page Down, Page Up"));
    addLine(group, tr("First or last event"), tr("Home, End"));
    addLine(group, tr("Next or previous cell"), tr("Right, Left"));
    addLine(group, tr("Select more events"), tr("Shift with any of these"));
    addLine(group, tr("Go to the details"), tr("Enter"));
    addLine(group, tr("What can be done with the cell"), tr("Menu key"));
}

void ShortcutsDialog::addJsonKeys()
{
    QTreeWidgetItem *group = addGroup(tr("JSON of an event"));
    addLine(group, tr("Find"), native(QKeySequence::Find));
    addLine(group, tr("Next or previous place found"),
            native(Qt::Key_F3) + u", "_s + native(Qt::SHIFT | Qt::Key_F3));
    addLine(group, tr("Fold or unfold the line"), native(Qt::CTRL | Qt::Key_Period));
    addLine(group, tr("Fold or unfold all"),
            native(Qt::CTRL | Qt::SHIFT | Qt::Key_Up) + u", "_s
                + native(Qt::CTRL | Qt::SHIFT | Qt::Key_Down));
}

} // namespace auditloupe
