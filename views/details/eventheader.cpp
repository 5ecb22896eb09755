// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/eventheader.h"

#include "views/details/flowingtext.h"
#include "views/details/flowlayout.h"
#include "views/details/levelbadge.h"
#include "views/details/sessionview.h"
#include "views/details/stagestrip.h"
#include "views/details/tornbadge.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace auditloupe {

EventHeader::EventHeader(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new FlowingText(this))
    , m_badges(new QWidget(this))
    , m_level(new LevelBadge(m_badges))
    , m_salvaged(new TornBadge(tr("Salvaged"), m_badges))
    , m_truncated(new TornBadge(tr("Truncated"), m_badges))
    , m_inferred(new TornBadge(tr("Partly inferred"), m_badges))
    , m_note(new FlowingText(this))
    , m_stages(new StageStrip(this))
    , m_session(new SessionView(this))
    , m_credentialsBar(makeCredentialsBar())
{
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * 1.1);
    m_sentence->setFont(larger);
    m_sentence->setAccessibleName(tr("What happened"));
    m_note->setQuiet(true);
    m_note->setAccessibleName(tr("What this level kept and left out"));
    auto *badges = new FlowLayout(m_badges);
    badges->setContentsMargins(0, 0, 0, 0);
    badges->setSpacing(12);
    for (QWidget *badge : {static_cast<QWidget *>(m_level), m_salvaged, m_truncated, m_inferred}) {
        badges->addWidget(badge);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_sentence);
    layout->addWidget(m_badges);
    layout->addWidget(m_note);
    layout->addWidget(m_stages);
    layout->addWidget(m_session);
    layout->addWidget(m_credentialsBar);
    connect(m_stages, &StageStrip::stageChosen, this, &EventHeader::stageChosen);
}

QWidget *EventHeader::makeCredentialsBar()
{
    auto *bar = new QFrame(this);
    bar->setFrameShape(QFrame::StyledPanel);
    m_credentials = new QLabel(bar);
    m_credentials->setTextFormat(Qt::PlainText);
    m_credentials->setWordWrap(true);
    m_reveal = new QPushButton(bar);
    m_reveal->setAutoDefault(false);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addWidget(m_credentials, 1);
    layout->addWidget(m_reveal);
    connect(m_reveal, &QPushButton::clicked, this, [this] { Q_EMIT revealWanted(m_masked); });
    return bar;
}

void EventHeader::setEvent(const EventDetails &event)
{
    m_sentence->setText(event.sentence);
    m_level->setLevel(event.row.level, event.levelNote.title);
    const QStringList note{event.levelNote.kept, event.levelNote.leftOut};
    m_note->setText(note.join(u' ').trimmed());
    setMarks(event.row.flags);
    m_stages->setStages(event.stages, event.row.id);
    m_stages->setVisible(event.stages.size() > 1);
    m_session->setSession(event.session);
    setCredentials(event);
}

void EventHeader::setMarks(std::uint32_t flags)
{
    m_salvaged->setVisible((flags & bit(EventFlag::Salvaged)) != 0);
    m_truncated->setVisible((flags & bit(EventFlag::Truncated)) != 0);
    m_inferred->setVisible((flags & bit(EventFlag::Inferred)) != 0);
}

void EventHeader::setCredentials(const EventDetails &event)
{
    m_masked = event.masked;
    m_credentialsBar->setVisible(event.credentials > 0);
    m_credentials->setText(event.masked
                               ? tr("%n credentials are masked.", nullptr, event.credentials)
                               : tr("%n credentials are shown.", nullptr, event.credentials));
    m_reveal->setText(event.masked ? tr("Reveal for this session") : tr("Mask again"));
}

} // namespace auditloupe
