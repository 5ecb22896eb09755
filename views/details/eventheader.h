// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/details/eventloader.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace auditloupe {

class FlowingText;
class LevelBadge;
class SessionView;
class StageStrip;

/// The upper part of the details: what happened, in a sentence; how much of it was written down;
/// the request's stages; whether credentials are masked.
class EventHeader : public QWidget
{
    Q_OBJECT

public:
    explicit EventHeader(QWidget *parent = nullptr);

    void setEvent(const EventDetails &event);

Q_SIGNALS:
    void stageChosen(EventId id);
    void revealWanted(bool reveal);

private:
    QWidget *makeCredentialsBar();
    void setMarks(std::uint32_t flags);
    void setCredentials(const EventDetails &event);

    FlowingText *m_sentence;
    QWidget *m_badges;
    LevelBadge *m_level;
    QWidget *m_salvaged;
    QWidget *m_truncated;
    QWidget *m_inferred;
    FlowingText *m_note;
    StageStrip *m_stages;
    SessionView *m_session;
    QWidget *m_credentialsBar;
    QLabel *m_credentials;
    QPushButton *m_reveal;
    bool m_masked = false;
};

} // namespace auditloupe
