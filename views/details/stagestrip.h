// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/details/eventloader.h"

#include <QWidget>

class QToolButton;

namespace auditloupe {

/// The stages of one request with the time between them; a click selects that event.
class StageStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StageStrip(QWidget *parent = nullptr);

    void setStages(const std::vector<EventDetails::Stage> &stages, EventId current);

Q_SIGNALS:
    void stageChosen(EventId id);

private:
    QToolButton *addButton(const EventDetails::Stage &stage, bool isCurrent);
    void addGap(const EventDetails::Stage &before, const EventDetails::Stage &after);
};

} // namespace auditloupe
