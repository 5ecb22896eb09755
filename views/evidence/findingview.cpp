// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/evidence/findingview.h"

#include "model/evidence/evidencetext.h"
#include "model/evidence/findingtext.h"
#include "views/common/plaintooltip.h"
#include "views/evidence/findingmark.h"
#include "views/overview/linkbutton.h"
#include "views/overview/mutedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr int Inset = 4;
constexpr int MarkWidth = 16 + 8;
constexpr std::size_t FewMentions = 3; // shown at once; the others where they are asked for

void makeReadable(QLabel &label)
{
    label.setTextFormat(Qt::PlainText);
    label.setWordWrap(true);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse);
}

QWidget *titleRow(FindingKind kind, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *title = new QLabel(findingTitle(kind), row);
    makeReadable(*title);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new FindingMark(groupOf(kind), row), 0, Qt::AlignVCenter);
    layout->addWidget(title, 1);
    return row;
}

/// A list of events that opens in place.
QWidget *folded(QWidget *list, const QString &title, QWidget *parent)
{
    auto *fold = new QWidget(parent);
    auto *button = new LinkButton(title, fold);
    auto *rows = new QVBoxLayout(fold);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(button);
    rows->addWidget(list);
    list->hide();
    QObject::connect(button, &QAbstractButton::clicked, list, [button, list] {
        list->show();
        button->hide();
        list->setFocus(Qt::OtherFocusReason); // its first event, by the proxy
    });
    return fold;
}

} // namespace

FindingView::FindingView(std::span<const Finding> findings, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_rows(new QVBoxLayout(this))
{
    const FindingKind kind = findings.front().kind;
    setAccessibleName(findingTitle(kind));
    m_rows->setContentsMargins(Inset, 8, Inset, 8);
    m_rows->setSpacing(4);
    m_rows->addWidget(titleRow(kind, this));
    for (const Finding &finding : findings) {
        addText(findingSeen(finding, zone));
        addLink(finding);
        addMentions(finding);
    }
    addText(meaningLine(kind));
    addText(innocenceLine(kind), true);
}

void FindingView::addText(const QString &text, bool muted)
{
    QLabel *label = muted ? new MutedLabel(text, this) : new QLabel(text, this);
    makeReadable(*label);
    label->setContentsMargins(MarkWidth, 0, 0, 0);
    m_rows->addWidget(label);
}

void FindingView::addLink(const Finding &finding)
{
    QString text;
    if (finding.kind == FindingKind::Rejected) {
        text = tr("Show their bytes");
    } else if (finding.kind == FindingKind::Gap || finding.kind == FindingKind::PieceMissing) {
        text = tr("Show the events around it");
    } else if (!finding.link.isEmpty()) {
        text = tr("Show in the events");
    } else {
        return;
    }
    auto *link = new LinkButton(text, this);
    if (finding.kind == FindingKind::Rejected) {
        connect(link, &QAbstractButton::clicked, this, &FindingView::rejectedRequested);
    } else {
        connect(link, &QAbstractButton::clicked, this,
                [this, to = finding.link] { Q_EMIT eventsRequested(to); });
    }
    auto *row = new QHBoxLayout;
    row->setContentsMargins(MarkWidth - Inset, 0, 0, 0);
    row->addWidget(link);
    row->addStretch();
    m_rows->addLayout(row);
}

void FindingView::addMentions(const Finding &finding)
{
    if (finding.events.empty()) {
        return;
    }
    auto *few = new QVBoxLayout;
    few->setContentsMargins(MarkWidth - Inset, 0, 0, 0);
    few->setSpacing(0);
    m_rows->addLayout(few);
    auto *rest = new QWidget(this);
    auto *restRows = new QVBoxLayout(rest);
    restRows->setContentsMargins(0, 0, 0, 0);
    restRows->setSpacing(0);
    for (std::size_t i = 0; i < finding.events.size(); ++i) {
        const EventMention &mention = finding.events[i];
        auto *link = new LinkButton(mentionText(mention, m_zone), this);
        link->setToolTip(plainToolTip(mention.auditId));
        // It shrinks with the page; its text is cut then.
        link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(link, &QAbstractButton::clicked, this,
                [this, id = mention.id] { Q_EMIT eventRequested(id); });
        (i < FewMentions ? few : restRows)->addWidget(link);
        if (i == FewMentions) {
            rest->setFocusProxy(link);
        }
    }
    if (finding.events.size() > FewMentions) {
        const auto more = qsizetype(finding.events.size() - FewMentions);
        few->addWidget(folded(rest, tr("Show %Ln more", nullptr, int(more)), this));
    } else {
        rest->hide();
    }
    const auto hidden = finding.count - std::int64_t(finding.events.size());
    if (hidden > 0 && finding.events.size() == MostMentions) {
        restRows->addWidget(new MutedLabel(
            tr("And further ones: %1").arg(QLocale().toString(qlonglong(hidden))), rest));
    }
}

} // namespace auditloupe
