// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/questions/questioncontext.h"

#include <QDialog>

#include <map>

class QLabel;
class QLineEdit;
class QPushButton;

namespace auditloupe {

/// Asks for what a question leaves open, and shows the condition that comes of it.
class QuestionDialog : public QDialog
{
    Q_OBJECT

public:
    QuestionDialog(const CommonQuestion &question, const QuestionContext &context,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void asked(const QString &condition);

private:
    BlankValues values() const;
    void showCondition();
    void ask();

    const CommonQuestion &m_question;
    std::int64_t m_lastUs;
    std::map<Blank, QLineEdit *> m_edits;
    QLabel *m_condition;
    QPushButton *m_ask = nullptr;
};

} // namespace auditloupe
