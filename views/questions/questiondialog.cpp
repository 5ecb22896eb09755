// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/questions/questiondialog.h"

#include "model/query/filter.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 520;

QString labelOf(Blank blank)
{
    switch (blank) {
    case Blank::User:
        return QuestionDialog::tr("&User");
    case Blank::Resource:
        return QuestionDialog::tr("&Resource");
    case Blank::Namespace:
        return QuestionDialog::tr("Name&space");
    case Blank::Name:
        return QuestionDialog::tr("&Name");
    case Blank::Time:
        return QuestionDialog::tr("&Time");
    }
    return {};
}

QString exampleOf(Blank blank)
{
    switch (blank) {
    case Blank::User:
        return u"jane@example.com"_s;
    case Blank::Resource:
        return u"configmaps"_s;
    case Blank::Namespace:
        return u"production"_s;
    case Blank::Name:
        return u"app-config"_s;
    case Blank::Time:
        return u"2026-11-20T16:13:25Z"_s;
    }
    return {};
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

QuestionDialog::QuestionDialog(const CommonQuestion &question, const QuestionContext &context,
                               QWidget *parent)
    : QDialog(parent)
    , m_question(question)
    , m_lastUs(context.lastUs)
    , m_condition(plainLabel({}, this))
{
    setWindowTitle(question.titleText());
    auto *form = new QFormLayout(this);
    for (const Blank blank : question.blanks()) {
        auto *edit = new QLineEdit(this);
        const auto known = context.values.find(blank);
        edit->setText(known == context.values.end() ? QString() : known->second);
        edit->setPlaceholderText(tr("for example %1").arg(exampleOf(blank)));
        connect(edit, &QLineEdit::textChanged, this, &QuestionDialog::showCondition);
        form->addRow(labelOf(blank), edit);
        m_edits.emplace(blank, edit);
    }
    m_condition->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_condition->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addRow(tr("Condition"), m_condition);
    if (!question.remarkText().isEmpty()) {
        form->addRow(plainLabel(question.remarkText(), this));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_ask = buttons->addButton(tr("&Ask"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QuestionDialog::ask);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    resize(Width, sizeHint().height());
    showCondition();
}

BlankValues QuestionDialog::values() const
{
    BlankValues values;
    for (const auto &[blank, edit] : m_edits) {
        values.emplace(blank, edit->text());
    }
    return values;
}

void QuestionDialog::showCondition()
{
    const std::optional<QString> condition = m_question.ask(values(), m_lastUs);
    m_condition->setText(condition.value_or(tr("Something is still missing.")));
    m_ask->setEnabled(condition && parseFilter(*condition));
}

void QuestionDialog::ask()
{
    if (const std::optional<QString> condition = m_question.ask(values(), m_lastUs)) {
        Q_EMIT asked(*condition);
        accept();
    }
}

} // namespace auditloupe
