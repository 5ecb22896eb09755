// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/statusline.h"

#include "app/runningwork.h"
#include "model/event/time.h"
#include "model/session/casesession.h"

#include <QLabel>
#include <QLocale>

#include <cmath>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t PerMille = 1000;
constexpr std::int64_t UsPerSecond = 1'000'000;

QLabel *makeLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(4, 0, 12, 0);
    QFont tabular = label->font();
    tabular.setFeature(QFont::Tag("tnum"), 1);
    label->setFont(tabular);
    return label;
}

QString bytesText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

} // namespace

StatusLine::StatusLine(CaseSession *session, QWidget *parent)
    : QStatusBar(parent)
    , m_session(session)
    , m_counts(makeLabel(this))
    , m_span(makeLabel(this))
    , m_selection(makeLabel(this))
    , m_import(new RunningWork(tr("Import progress"), tr("Cancel import"), this))
    , m_download(new RunningWork(tr("Download progress"), tr("Stop download"), this))
{
    addWidget(m_counts);
    addWidget(m_span);
    addWidget(m_selection);
    for (RunningWork *work : {m_download, m_import}) {
        addPermanentWidget(work);
        work->hide(); // adding shows it
    }
    connect(m_import, &RunningWork::cancelRequested, this, &StatusLine::cancelRequested);
    connect(m_download, &RunningWork::cancelRequested, this, &StatusLine::stopDownloadRequested);
    connect(session, &CaseSession::timeZoneChanged, this, &StatusLine::showSpan);
}

void StatusLine::showCounts(const std::optional<EventCounts> &counts, int rows)
{
    m_known = counts;
    showSpan();
    if (!m_session->hasCase()) {
        m_counts->clear();
        return;
    }
    if (!counts) {
        m_counts->setText(m_session->unit() == Unit::Requests ? tr("%Ln request(s)", nullptr, rows)
                                                              : tr("%Ln event(s)", nullptr, rows));
        return;
    }
    const int requests = static_cast<int>(counts->all.requests);
    const int events = static_cast<int>(counts->all.events);
    if (m_session->filter().isEmpty()) {
        m_counts->setText(tr("%Ln request(s)", nullptr, requests) + u" · "_s
                          + tr("%Ln event(s)", nullptr, events));
        return;
    }
    m_counts->setText(tr("%L1 of %Ln request(s)", nullptr, requests).arg(counts->shown.requests)
                      + u" · "_s
                      + tr("%L1 of %Ln event(s)", nullptr, events).arg(counts->shown.events));
}

void StatusLine::showSelection(const EventsPage::Selection &selection)
{
    QString text;
    if (selection.rows > 1) {
        text = tr("%Ln row(s) selected", nullptr, selection.rows);
        if (selection.spanUs) {
            text += u" · "_s + formatDuration(*selection.spanUs);
        }
    }
    m_selection->setText(text);
}

void StatusLine::showProgress(const Progress &progress, double secondsLeft)
{
    QString text = progress.total > 0
        ? tr("Reading %1 of %2").arg(bytesText(progress.done), bytesText(progress.total))
        : tr("Reading %1").arg(bytesText(progress.done));
    if (secondsLeft >= 0) {
        const auto left = static_cast<std::int64_t>(std::ceil(secondsLeft)) * UsPerSecond;
        text += u" · "_s + tr("about %1 left").arg(formatDuration(left));
    }
    m_import->report(
        text,
        progress.total > 0 ? static_cast<int>(progress.done * PerMille / progress.total) : -1);
}

void StatusLine::hideProgress()
{
    m_import->hide();
}

void StatusLine::showDownload(const QString &text, int perMille)
{
    m_download->report(text, perMille);
}

void StatusLine::hideDownload()
{
    m_download->hide();
}

bool StatusLine::isDownloadShown() const
{
    return !m_download->isHidden();
}

void StatusLine::showSpan()
{
    if (!m_session->hasCase() || !m_known || !m_known->firstUs || !m_known->lastUs) {
        m_span->clear();
        return;
    }
    const QTimeZone zone = m_session->timeZone();
    m_span->setText(tr("%1 to %2 (%3)")
                        .arg(formatTime(*m_known->firstUs, zone),
                             formatTime(*m_known->lastUs, zone),
                             formatDuration(*m_known->lastUs - *m_known->firstUs)));
}

} // namespace auditloupe
