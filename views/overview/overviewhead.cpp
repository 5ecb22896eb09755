// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/overviewhead.h"

#include "model/event/time.h"
#include "views/overview/figurebutton.h"
#include "views/overview/figurerow.h"
#include "views/overview/mutedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <numeric>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr int Inset = 4; // as the figures' and the rows' text
constexpr qreal SpanScale = 1.25;

std::int64_t total(const std::vector<OverviewCount> &counts)
{
    return std::accumulate(
        counts.begin(), counts.end(), std::int64_t{0},
        [](std::int64_t sum, const OverviewCount &count) { return sum + count.count; });
}

} // namespace

OverviewHead::OverviewHead(QWidget *parent)
    : QWidget(parent)
    , m_span(new QLabel(this))
    , m_length(new MutedLabel({}, this))
    , m_figures(new FigureRow(this))
    , m_secrecy(new MutedLabel({}, this))
{
    m_span->setTextFormat(Qt::PlainText);
    m_span->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont large = m_span->font();
    large.setPointSizeF(large.pointSizeF() * SpanScale);
    m_span->setFont(large);
    m_secrecy->setWordWrap(true);

    auto *when = new QHBoxLayout;
    when->setContentsMargins(Inset, 0, Inset, 0);
    when->setSpacing(16);
    when->addWidget(m_span, 0, Qt::AlignBaseline);
    when->addWidget(m_length, 1, Qt::AlignBaseline);
    auto *secrecy = new QHBoxLayout;
    secrecy->setContentsMargins(Inset, 0, Inset, 0);
    secrecy->addWidget(m_secrecy);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addLayout(when);
    all->addWidget(m_figures);
    all->addLayout(secrecy);
}

void OverviewHead::setSpan(const Overview &overview, const QTimeZone &zone)
{
    if (!overview.firstUs || !overview.lastUs) {
        m_span->setText(tr("No event has a time."));
        m_length->clear();
        return;
    }
    m_span->setText(
        tr("%1 to %2", "a span of time")
            .arg(formatTime(*overview.firstUs, zone), formatTime(*overview.lastUs, zone)));
    m_length->setText(formatDuration(*overview.lastUs - *overview.firstUs));
}

void OverviewHead::setContent(const CaseOverview &content)
{
    const Overview &overview = content.overview;
    m_figures->clear();
    addFilterFigure(overview.requests, tr("requests"), u""_s);
    addFilterFigure(overview.events, tr("events"), u""_s, Unit::Events);
    addFilterFigure(total(overview.people), tr("requests by people"), u"user.kind=human"_s);
    addFilterFigure(overview.writes, tr("writes"), u"access=write"_s);
    addFilterFigure(overview.denied, tr("denied"), u"outcome=denied"_s);
    addFilterFigure(overview.failedLogins, tr("failed logins"), u"outcome.by=authentication"_s);
    if (content.summary.duplicates > 0) {
        connect(m_figures->addFigure(content.summary.duplicates, tr("duplicates")),
                &QAbstractButton::clicked, this, &OverviewHead::sourcesRequested);
    }
    if (content.summary.rejected > 0) {
        connect(m_figures->addFigure(content.summary.rejected, tr("rejected lines")),
                &QAbstractButton::clicked, this, &OverviewHead::rejectedRequested);
    }
}

void OverviewHead::setCasePath(const QString &path)
{
    m_secrecy->setText(tr("This case holds every byte of the logs: it is as secret as the Secrets "
                          "in it. It lies in %1.")
                           .arg(path));
}

void OverviewHead::addFilterFigure(std::int64_t count, const QString &label, const QString &filter,
                                   Unit unit)
{
    connect(m_figures->addFigure(count, label), &QAbstractButton::clicked, this,
            [this, filter, unit] { Q_EMIT filterRequested(filter, unit); });
}

} // namespace auditloupe
