// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/events/filterbar.h"

#include "model/event/timeinput.h"
#include "model/session/casesession.h"
#include "views/common/icons.h"
#include "views/common/tones.h"
#include "views/events/filterline.h"
#include "views/events/noiseswitch.h"
#include "views/events/unitswitch.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

QString editText(std::optional<std::int64_t> us, const QTimeZone &zone)
{
    return us ? timeInputText(*us, zone) : QString();
}

QString offsetText(const QTimeZone &zone, std::optional<std::int64_t> atUs)
{
    const QDateTime at = atUs ? QDateTime::fromMSecsSinceEpoch(*atUs / 1000, zone)
                              : QDateTime::currentDateTime().toTimeZone(zone);
    const int minutes = std::abs(at.offsetFromUtc()) / 60;
    return (at.offsetFromUtc() < 0 ? u"−"_s : u"+"_s)
        + u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

} // namespace

FilterBar::FilterBar(CaseSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_back(addHistoryButton(u"go-previous"_s, tr("Back")))
    , m_forward(addHistoryButton(u"go-next"_s, tr("Forward")))
    , m_filter(new FilterLine(*session, this))
    , m_from(makeTimeEdit(tr("from", "time range"), tr("Show events from this time on.")))
    , m_to(makeTimeEdit(tr("until", "time range"), tr("Show events before this time.")))
    , m_zone(new QToolButton(this))
    , m_noise(new NoiseSwitch(session, this))
    , m_message(new QLabel(this))
{
    m_filter->setPlaceholderText(tr("Filter, for example: verb=delete and ns=production"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAcceptDrops(false); // files are for the window
    m_zone->setAutoRaise(true);
    m_zone->setToolTip(tr("Switch between UTC and local time."));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setForegroundRole(QPalette::WindowText); // a tool bar would make it ButtonText
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->hide();

    arrange();
    connectAll();
    showSession();
    showZone();
}

void FilterBar::arrange()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_back);
    line->addWidget(m_forward);
    line->addWidget(m_filter, 1);
    line->addWidget(m_from);
    line->addWidget(m_to);
    line->addWidget(m_zone);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(16);
    choices->addWidget(new UnitSwitch(m_session, this));
    choices->addWidget(m_noise);
    choices->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 2, 4, 2);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addLayout(choices);
    layout->addWidget(m_message);
}

void FilterBar::connectAll()
{
    connect(m_back, &QToolButton::clicked, m_session, &CaseSession::goBack);
    connect(m_forward, &QToolButton::clicked, m_session, &CaseSession::goForward);
    connect(m_filter, &QLineEdit::returnPressed, this, &FilterBar::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        showProblem({});
        if (text.isEmpty()) {
            static_cast<void>(m_session->setFilterText({})); // the clear button; nothing to misread
        }
    });
    for (QLineEdit *edit : {m_from, m_to}) {
        connect(edit, &QLineEdit::editingFinished, this, &FilterBar::applyTimeRange);
        connect(edit, &QLineEdit::textChanged, this, [this](const QString &text) {
            if (text.isEmpty()) {
                applyTimeRange(); // the clear button
            }
        });
    }
    connect(m_zone, &QToolButton::clicked, this, [this] {
        const bool isUtc = m_session->timeZone() == QTimeZone(QTimeZone::UTC);
        m_session->setTimeZone(isUtc ? QTimeZone::systemTimeZone() : QTimeZone(QTimeZone::UTC));
    });
    connect(m_session, &CaseSession::filterChanged, this, &FilterBar::showSession);
    connect(m_session, &CaseSession::caseChanged, this, &FilterBar::showSession);
    connect(m_session, &CaseSession::historyChanged, this, &FilterBar::showSession);
    connect(m_session, &CaseSession::timeZoneChanged, this, &FilterBar::showZone);
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitMessage();
}

void FilterBar::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void FilterBar::setReferenceTime(std::optional<std::int64_t> us)
{
    if (us != m_referenceUs) {
        m_referenceUs = us;
        showZone();
    }
}

void FilterBar::setNoise(std::optional<std::int64_t> count)
{
    m_noise->setCount(count);
}

QToolButton *FilterBar::addHistoryButton(const QString &icon, const QString &text)
{
    auto *button = new QToolButton(this);
    setIconOrText(button, icon, text);
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QLineEdit *FilterBar::makeTimeEdit(const QString &placeholder, const QString &explanation)
{
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(explanation);
    edit->setToolTip(explanation + u'\n'
                     + tr("Written as 2026-11-20 or 2026-11-20 16:13:25, in the time zone shown "
                          "beside, or with Z or an offset behind it."));
    edit->setClearButtonEnabled(true);
    edit->setAcceptDrops(false);
    edit->setFixedWidth(edit->fontMetrics().horizontalAdvance(u"2026-00-00 00:00:00"_s) + 32);
    return edit;
}

void FilterBar::showSession()
{
    m_back->setEnabled(m_session->canGoBack());
    m_forward->setEnabled(m_session->canGoForward());
    if (m_filter->text().trimmed() != m_session->filterText()) {
        m_filter->setText(m_session->filterText());
    }
    showTimeRange();
    showProblem({});
}

void FilterBar::showTimeRange()
{
    const QSignalBlocker fromBlocker(m_from);
    const QSignalBlocker toBlocker(m_to);
    m_from->setText(editText(m_session->filter().fromUs, m_session->timeZone()));
    m_to->setText(editText(m_session->filter().toUs, m_session->timeZone()));
    m_from->setCursorPosition(0);
    m_to->setCursorPosition(0);
}

void FilterBar::showZone()
{
    const bool isUtc = m_session->timeZone() == QTimeZone(QTimeZone::UTC);
    const QString name = isUtc ? u"UTC"_s : tr("Local");
    m_zone->setText(name + u' ' + offsetText(m_session->timeZone(), m_referenceUs));
    m_zone->setAccessibleName(tr("Time zone: %1").arg(m_zone->text()));
    showTimeRange();
}

void FilterBar::applyFilter()
{
    const Result<void> done = m_session->setFilterText(m_filter->text());
    if (done) {
        showProblem({});
        Q_EMIT filterApplied();
        return;
    }
    showProblem(done.error().toText());
    if (const auto column = done.error().where.column) {
        m_filter->setCursorPosition(static_cast<int>(*column) - 1);
    }
}

void FilterBar::applyTimeRange()
{
    // Twice a year a local time means two moments: what nobody edited is not read again.
    const Filter &filter = m_session->filter();
    if (m_from->text() == editText(filter.fromUs, m_session->timeZone())
        && m_to->text() == editText(filter.toUs, m_session->timeZone())) {
        return;
    }
    const auto read = [this](const QLineEdit *edit) {
        return parseTimeInput(edit->text(), m_session->timeZone());
    };
    for (const QLineEdit *edit : {m_from, m_to}) {
        if (!edit->text().trimmed().isEmpty() && !read(edit)) {
            showProblem(tr("“%1” is no time. Write it like 2026-11-20 16:13.").arg(edit->text()));
            return;
        }
    }
    const auto from = read(m_from);
    const auto to = read(m_to);
    if (from && to && *from >= *to) {
        showProblem(tr("The time range is empty: its end is not after its beginning."));
        return;
    }
    showProblem({});
    m_session->setTimeRange(from, to);
}

void FilterBar::showProblem(const QString &text)
{
    m_problem = text;
    showMessage();
}

void FilterBar::showNote(const QString &text)
{
    if (text != m_note) {
        m_note = text;
        showMessage();
    }
}

void FilterBar::showMessage()
{
    const bool isProblem = !m_problem.isEmpty();
    QPalette colors = palette();
    if (isProblem) {
        colors.setColor(QPalette::WindowText, toneColor(Tone::Denied, colors));
    }
    m_message->setPalette(colors);
    m_message->setText(isProblem ? m_problem : m_note);
    m_message->setIndent(m_filter->x() - m_message->x());
    m_message->setVisible(!m_message->text().isEmpty());
    fitMessage();
}

/// A tool bar does not ask how high a text is at the width that it gets.
void FilterBar::fitMessage()
{
    const int width = contentsRect().width();
    m_message->setFixedHeight(std::max(0, m_message->heightForWidth(width)));
}

} // namespace auditloupe
