// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/import/formatdialog.h"

#include "model/event/plaintext.h"
#include "model/sources/logformats.h"
#include "views/overview/mutedlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace auditloupe {

FormatDialog::FormatDialog(const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    constexpr QSize Comfortable(760, 520);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Read as"));
    resize(Comfortable);
    fillList();
    auto *question = new QLabel(tr("What is the format of %1?").arg(oneLine(name.toStdString())));
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    auto *explanation = new MutedLabel(
        tr("Every record of it is then taken to be wrapped so, whatever it looks like. What is "
           "inside of the wrapper is told from its content, as always. Events that the case has "
           "already are merged."));
    explanation->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Read"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(8);
    rows->addWidget(question);
    rows->addWidget(explanation);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_buttons);

    connect(m_buttons, &QDialogButtonBox::accepted, this, &FormatDialog::choose);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &FormatDialog::reject);
    connect(m_list, &QTreeWidget::itemActivated, this, &FormatDialog::choose);
}

void FormatDialog::fillList()
{
    constexpr int NameWidth = 200;
    m_list->setHeaderLabels({tr("Format"), tr("What it is")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Formats"));
    m_list->header()->resizeSection(0, NameWidth);
    for (const LogFormat &format : logFormats()) {
        auto *item =
            new QTreeWidgetItem(m_list, {QString::fromUtf8(format.name), format.description});
        item->setToolTip(1, format.description);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void FormatDialog::choose()
{
    if (const QTreeWidgetItem *item = m_list->currentItem()) {
        Q_EMIT chosen(item->text(0));
        accept();
    }
}

} // namespace auditloupe
