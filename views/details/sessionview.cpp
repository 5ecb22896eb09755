// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/sessionview.h"

#include "model/event/time.h"
#include "views/details/flowingtext.h"

#include <QFontDatabase>
#include <QLabel>
#include <QVBoxLayout>

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

/// Short lines: what is not known has none.
QStringList factsOf(const SessionDetails &session)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            lines += u"%1: %2"_s.arg(name, value);
        }
    };
    add(SessionView::tr("Container"), session.container);
    add(SessionView::tr("Asked for"), session.streams.join(u", "_s));
    add(SessionView::tr("Came as"), methodText(session.method));
    add(SessionView::tr("Start"), timeOf(session.startUs, session.zone));
    add(SessionView::tr("End"), endText(session));
    if (session.startUs && session.endUs) {
        add(SessionView::tr("Duration"), formatDuration(*session.endUs - *session.startUs));
    }
    return lines;
}

} // namespace

SessionView::SessionView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_command(new FlowingText(this))
    , m_facts(new FlowingText(this))
{
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setAccessibleName(tr("Command"));
    m_facts->setAccessibleName(tr("Session"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_command);
    layout->addWidget(m_facts);
}

void SessionView::setSession(const std::optional<SessionDetails> &session)
{
    setVisible(session.has_value());
    if (!session) {
        return;
    }
    m_title->setText(titleOf(session->kind));
    setAccessibleName(m_title->text());
    m_command->setText(session->command);
    m_command->setVisible(!session->command.isEmpty());
    m_facts->setText(factsOf(*session).join(u'\n'));
}

} // namespace auditloupe
