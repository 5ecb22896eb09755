// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/noiseswitch.h"

#include "model/query/noise.h"
#include "model/session/casesession.h"
#include "views/common/choicebar.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr int PeopleAndWorkloads = 0;
constexpr int Everything = 1;

QString explanation()
{
    const std::string_view text = noiseText();
    return NoiseSwitch::tr(
               "Leaves out nodes, controllers, leader election and health checks, but "
               "never what was denied, an exec, attach, port-forward or proxy, what was "
               "done in somebody else's name, or a change of roles. Hidden is:")
        + u"\n\n"_s + QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

NoiseSwitch::NoiseSwitch(CaseSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_choices(new ChoiceBar(tr("Whose requests are shown"), this))
    , m_number(new QLabel(this))
{
    m_choices->addChoice(tr("People and workloads"), explanation());
    m_choices->addChoice(tr("Everything"), tr("Shows all that is in the case."));
    m_number->setTextFormat(Qt::PlainText);
    m_number->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_choices);
    layout->addWidget(m_number);
    connect(m_choices, &ChoiceBar::chosen, session, [session](int choice) {
        session->setNoise(choice == PeopleAndWorkloads ? Noise::Hidden : Noise::Shown);
    });
    connect(session, &CaseSession::filterChanged, this, &NoiseSwitch::showSession);
    connect(session, &CaseSession::caseChanged, this, &NoiseSwitch::showSession);
    showSession();
}

void NoiseSwitch::setCount(std::optional<std::int64_t> count)
{
    m_count = count;
    showSession();
}

void NoiseSwitch::showSession()
{
    const bool hides = m_session->noise() == Noise::Hidden;
    const bool areRequests = m_session->unit() == Unit::Requests;
    const int count = static_cast<int>(m_count.value_or(0));
    m_choices->setCurrent(hides ? PeopleAndWorkloads : Everything);
    m_number->setVisible(m_count.has_value());
    if (hides) {
        m_number->setText(areRequests ? tr("%Ln request(s) hidden", nullptr, count)
                                      : tr("%Ln event(s) hidden", nullptr, count));
    } else {
        m_number->setText(areRequests ? tr("would hide %Ln request(s)", nullptr, count)
                                      : tr("would hide %Ln event(s)", nullptr, count));
    }
}

} // namespace auditloupe
