// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/evidence/evidence.h"

#include <QTimeZone>
#include <QWidget>

#include <span>

class QVBoxLayout;

namespace auditloupe {

/// The findings of one kind: what was seen, what it means, what it need not mean, and the way to
/// the events.
class FindingView : public QWidget
{
    Q_OBJECT

public:
    /// At least one finding.
    FindingView(std::span<const Finding> findings, const QTimeZone &zone, QWidget *parent);

Q_SIGNALS:
    void eventsRequested(const auditloupe::EventsLink &link);
    void eventRequested(auditloupe::EventId id);
    void rejectedRequested();

private:
    void addText(const QString &text, bool muted = false);
    void addLink(const Finding &finding);
    void addMentions(const Finding &finding);

    QTimeZone m_zone;
    QVBoxLayout *m_rows;
};

} // namespace auditloupe
