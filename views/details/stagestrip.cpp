// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/stagestrip.h"

#include "model/event/time.h"
#include "views/details/flowlayout.h"

#include <QApplication>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

QString stageText(Stage stage)
{
    return stage == Stage::Unknown ? StageStrip::tr("Unknown stage")
                                   : QString::fromUtf8(stageName(stage));
}

} // namespace

StageStrip::StageStrip(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    setAccessibleName(tr("Stages of this request"));
}

void StageStrip::setStages(const std::vector<EventDetails::Stage> &stages, EventId current)
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (i > 0) {
            addGap(stages[i - 1], stages[i]);
        }
        QToolButton *button = addButton(stages[i], stages[i].id == current);
        if (hadFocus && button->isChecked()) {
            button->setFocus();
        }
    }
}

QToolButton *StageStrip::addButton(const EventDetails::Stage &stage, bool isCurrent)
{
    auto *button = new QToolButton(this);
    button->setText(stageText(stage.stage));
    button->setCheckable(true);
    button->setChecked(isCurrent);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(isCurrent ? tr("%1, shown").arg(button->text())
                                        : tr("Show %1").arg(button->text()));
    // The strip is made anew while the click is still being handled.
    connect(
        button, &QToolButton::clicked, this, [this, id = stage.id] { Q_EMIT stageChosen(id); },
        Qt::QueuedConnection);
    layout()->addWidget(button);
    button->show();
    return button;
}

void StageStrip::addGap(const EventDetails::Stage &before, const EventDetails::Stage &after)
{
    auto *gap = new QLabel(this);
    gap->setTextFormat(Qt::PlainText);
    gap->setForegroundRole(QPalette::PlaceholderText);
    gap->setText(before.timeUs && after.timeUs
                     ? tr("→ %1").arg(formatDuration(*after.timeUs - *before.timeUs))
                     : u"→"_s);
    gap->setFixedHeight(QToolButton(this).sizeHint().height()); // in line with the buttons
    layout()->addWidget(gap);
    gap->show();
}

} // namespace auditloupe
