// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/sessionview.h"

#include "model/event/time.h"
#include "views/details/flowingtext.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

QString titleOf(SessionKind kind)
{
    switch (kind) {
    case SessionKind::Exec:
        return SessionView::tr("Session: exec");
    case SessionKind::Attach:
        return SessionView::tr("Session: attach");
    case SessionKind::PortForward:
        return SessionView::tr("Session: port-forward");
    case SessionKind::Watch:
        return SessionView::tr("Session: watch");
    case SessionKind::None:
        break;
    }
    return {};
}

QString methodText(const QString &method)
{
    return method == "GET"_L1 ? SessionView::tr("GET, as WebSockets do")
        : method == "POST"_L1 ? SessionView::tr("POST, as SPDY does")
                              : QString();
}

QString timeOf(std::optional<std::int64_t> us, const QTimeZone &zone)
{
    return us ? formatTime(*us, zone) : SessionView::tr("unknown");
}

/// How it ended, or that nobody knows.
QString endText(const SessionDetails &session)
{
    switch (session.end) {
    case SessionDetails::End::Recorded:
        return timeOf(session.endUs, session.zone);
    case SessionDetails::End::Refused:
        return SessionView::tr("it was refused (%1)").arg(session.code);
    case SessionDetails::End::Open:
        break;
    }
    return SessionView::tr("open: its end is not in this log");
}

} // namespace

SessionView::SessionView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_rows(new QGridLayout)
{
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_rows->setHorizontalSpacing(12);
    m_rows->setVerticalSpacing(2);
    m_rows->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addLayout(m_rows);
}

void SessionView::setSession(const std::optional<SessionDetails> &session)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        const std::unique_ptr<QLayoutItem> owner(item);
    }
    setVisible(session.has_value());
    if (!session) {
        return;
    }
    m_title->setText(titleOf(session->kind));
    setAccessibleName(m_title->text());
    addRow(tr("Command"), session->command, true);
    addRow(tr("Container"), session->container);
    addRow(tr("Asked for"), session->streams.join(u", "_s));
    addRow(tr("Came as"), methodText(session->method));
    addRow(tr("Start"), timeOf(session->startUs, session->zone));
    addRow(tr("End"), endText(*session));
    if (session->startUs && session->endUs) {
        addRow(tr("Duration"), formatDuration(*session->endUs - *session->startUs));
    }
}

void SessionView::addRow(const QString &name, const QString &value, bool isCode)
{
    if (value.isEmpty()) {
        return;
    }
    auto *label = new QLabel(name, this);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *text = new FlowingText(this);
    text->setAccessibleName(name);
    if (isCode) {
        text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    }
    text->setText(value);
    const int row = m_rows->rowCount();
    m_rows->addWidget(label, row, 0, Qt::AlignTop);
    m_rows->addWidget(text, row, 1);
}

} // namespace auditloupe
