// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/questions.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

namespace auditloupe {

void ask(QWidget *parent, const Question &question)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setText(question.text);
    box->setInformativeText(question.explanation);
    if (!question.checkBox.isEmpty()) {
        box->setCheckBox(new QCheckBox(question.checkBox, box));
    }
    for (const Question::Answer &answer : question.answers) {
        const bool isFirst = &answer == &question.answers.front();
        QPushButton *button = box->addButton(
            answer.text, isFirst ? QMessageBox::AcceptRole : QMessageBox::ActionRole);
        if (isFirst) {
            box->setDefaultButton(button);
        }
        QObject::connect(button, &QPushButton::clicked, parent, [box, action = answer.action] {
            action(box->checkBox() && box->checkBox()->isChecked());
        });
    }
    box->setEscapeButton(box->addButton(QMessageBox::Cancel));
    box->open();
}

} // namespace auditloupe
