// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/emptynote.h"

#include "model/session/casesession.h"
#include "views/events/eventfeed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

QLabel *makeLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

EmptyNote::EmptyNote(CaseSession *session, const EventFeed *feed, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_feed(feed)
    , m_title(makeLabel(this))
    , m_reason(makeLabel(this))
    , m_without(new QPushButton(tr("Show without it"), this))
    , m_clear(new QPushButton(tr("Clear filter"), this))
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_title->setFont(large);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_without);
    buttons->addWidget(m_clear);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_reason);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch(3);

    connect(m_without, &QPushButton::clicked, this, &EmptyNote::removeHidingTerm);
    connect(m_clear, &QPushButton::clicked, session, &CaseSession::clearFilter);
}

void EmptyNote::refresh()
{
    m_reason->clear();
    m_without->hide();
    m_clear->hide();
    if (m_session->isImporting() || m_feed->isSelecting()) {
        m_title->setText(tr("Reading…"));
    } else if (!m_session->filter().isEmpty()) {
        sayNothingMatches();
    } else {
        m_title->setText(tr("This case holds no events."));
        m_reason->setText(tr("The rejected lines and the sources say what was found instead."));
    }
}

void EmptyNote::sayNothingMatches()
{
    m_title->setText(tr("No event matches."));
    m_clear->show();
    if (!m_feed->hidingTerm()) {
        return;
    }
    const HidingTerm &hiding = *m_feed->hidingTerm();
    m_reason->setText(tr("The condition %1 hides most. Without it, %Ln event(s) would be shown.",
                         nullptr, static_cast<int>(hiding.wouldShow))
                          .arg(hiding.text));
    m_without->show();
}

void EmptyNote::removeHidingTerm()
{
    if (m_feed->hidingTerm()) {
        const QString without = m_feed->hidingTerm()->filterWithout; // goes with the next result
        static_cast<void>(m_session->setFilterText(without));
    }
}

} // namespace auditloupe
