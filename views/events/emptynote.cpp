// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/emptynote.h"

#include "model/event/plaintext.h"
#include "model/event/time.h"
#include "model/query/unknownnote.h"
#include "model/session/casesession.h"
#include "views/events/eventfeed.h"

#include <QHBoxLayout>
#include <QLabel>
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
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A condition of the user's, or of a name in the log.
QString shown(const QString &condition)
{
    constexpr qsizetype Longest = 200;
    return oneLine(condition.toStdString(), Longest);
}

/// "1,204 requests" or events, whatever a row is.
QString rowsText(Unit unit, std::int64_t rows)
{
    const int count = static_cast<int>(rows);
    return unit == Unit::Requests ? EmptyNote::tr("%Ln request(s)", nullptr, count)
                                  : EmptyNote::tr("%Ln event(s)", nullptr, count);
}

} // namespace

EmptyNote::EmptyNote(CaseSession *session, const EventFeed *feed, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_feed(feed)
    , m_title(makeLabel(this))
    , m_hiding(makeLabel(this))
    , m_coverage(makeLabel(this))
    , m_recording(makeLabel(this))
    , m_without(new QPushButton(this))
    , m_clear(new QPushButton(tr("Clear filter"), this))
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_title->setFont(large);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_without);
    buttons->addWidget(m_clear);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addStretch(2);
    for (QLabel *label : {m_title, m_hiding, m_coverage, m_recording}) {
        column->addWidget(label);
    }
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addStretch(3);

    connect(m_without, &QPushButton::clicked, this, &EmptyNote::removeHidingPart);
    connect(m_clear, &QPushButton::clicked, session, &CaseSession::clearFilter);
}

void EmptyNote::refresh()
{
    for (QLabel *label : {m_hiding, m_coverage, m_recording}) {
        label->hide();
    }
    m_without->hide();
    m_clear->hide();
    if (m_session->isImporting() || m_feed->isSelecting()) {
        m_title->setText(tr("Reading…"));
    } else if (!m_session->filter().isEmpty()) {
        sayNothingMatches();
    } else {
        m_title->setText(tr("This case holds no events."));
        m_hiding->setText(tr("The rejected lines and the sources say what was found instead."));
        m_hiding->show();
    }
}

void EmptyNote::sayNothingMatches()
{
    m_title->setText(m_session->unit() == Unit::Requests ? tr("No request matches.")
                                                         : tr("No event matches."));
    m_clear->setVisible(m_session->filter().hasQuestion());
    if (!m_feed->whyEmpty()) {
        return;
    }
    const EmptyResult &why = *m_feed->whyEmpty();
    offerWithout(why);
    m_coverage->setText(coverageText(why));
    m_recording->setText(recordingText(why));
    for (QLabel *label : {m_hiding, m_coverage, m_recording}) {
        label->setVisible(!label->text().isEmpty());
    }
}

void EmptyNote::offerWithout(const EmptyResult &why)
{
    m_without->setVisible(why.hiding.has_value());
    if (!why.hiding) {
        QStringList nowhere;
        for (const QString &condition : why.nowhere) {
            nowhere += shown(condition);
        }
        m_hiding->setText(
            nowhere.isEmpty()
                ? tr("No part of the filter hides the rest alone.")
                : tr("Holds nowhere in the whole case: %1").arg(nowhere.join(u", "_s)));
        return;
    }
    const QString rows = rowsText(m_session->unit(), why.hiding->wouldShow);
    switch (why.hiding->kind) {
    case HidingPart::Kind::Condition:
        m_hiding->setText(tr("Without %1 there would be %2.").arg(shown(why.hiding->text), rows));
        m_without->setText(tr("Show without it"));
        return;
    case HidingPart::Kind::TimeRange:
        m_hiding->setText(tr("Without the time range there would be %1.").arg(rows));
        m_without->setText(tr("Show without the time range"));
        return;
    case HidingPart::Kind::Noise:
        m_hiding->setText(
            tr("Without the choice “People and workloads” there would be %1.").arg(rows));
        m_without->setText(tr("Show everything"));
        return;
    }
}

/// Whether any source could hold what is asked for.
QString EmptyNote::coverageText(const EmptyResult &why) const
{
    const Filter &filter = m_session->filter();
    if (!why.firstUs || !why.lastUs || (!filter.fromUs && !filter.toUs)) {
        return {};
    }
    if (why.eventsInRange > 0) {
        return tr("The time range is covered: %Ln event(s) of the case are in it.", nullptr,
                  static_cast<int>(why.eventsInRange));
    }
    if (why.sourcesInRange > 0) {
        return tr(
            "Nothing at all is recorded in the time range, though %n source(s) reach(es) over "
            "it: the cluster was silent, or this part of the log is missing.",
            nullptr, static_cast<int>(why.sourcesInRange));
    }
    const QTimeZone zone = m_session->timeZone();
    return tr("No source covers the time range: the case goes from %1 to %2.")
        .arg(formatTime(*why.firstUs, zone), formatTime(*why.lastUs, zone));
}

/// Whether what was recorded could have shown it.
QString EmptyNote::recordingText(const EmptyResult &why) const
{
    if (m_session->filter().condition.isAlways()) {
        return {};
    }
    return why.unknown > 0
        ? unknownNote(m_session->filter(), why.unknown)
        : tr("What was recorded tells it of every event; what the audit policy leaves out "
             "altogether leaves no trace.");
}

void EmptyNote::removeHidingPart()
{
    if (!m_feed->whyEmpty() || !m_feed->whyEmpty()->hiding) {
        return;
    }
    const HidingPart part = *m_feed->whyEmpty()->hiding; // goes with the next result
    switch (part.kind) {
    case HidingPart::Kind::Condition:
        static_cast<void>(m_session->setFilterText(part.without.toText()));
        return;
    case HidingPart::Kind::TimeRange:
        m_session->setTimeRange({}, {});
        return;
    case HidingPart::Kind::Noise:
        m_session->setNoise(Noise::Shown);
        return;
    }
}

} // namespace auditloupe
