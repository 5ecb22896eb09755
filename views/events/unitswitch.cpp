// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/unitswitch.h"

#include "model/session/casesession.h"

namespace auditloupe {

namespace {

constexpr int Requests = 0;
constexpr int Events = 1;

} // namespace

UnitSwitch::UnitSwitch(CaseSession *session, QWidget *parent)
    : ChoiceBar(tr("What a row is"), parent)
{
    addChoice(
        tr("Requests"),
        tr("One row a request: what its last event says, the time of its receipt, how long it "
           "took. The details show its stages."));
    addChoice(tr("Events"), tr("One row a line of the log: each stage of a request is an event."));
    const auto show = [this, session] {
        setCurrent(session->unit() == Unit::Requests ? Requests : Events);
    };
    connect(this, &ChoiceBar::chosen, session, [session](int choice) {
        session->setUnit(choice == Requests ? Unit::Requests : Unit::Events);
    });
    connect(session, &CaseSession::filterChanged, this, show);
    connect(session, &CaseSession::caseChanged, this, show);
    show();
}

} // namespace auditloupe
