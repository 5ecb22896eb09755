// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/eventplaceview.h"

#include "model/event/plaintext.h"
#include "views/common/plaintooltip.h"
#include "views/details/flowingtext.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QIcon>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr qsizetype LongestPath = 1000;

QString shown(const QString &text)
{
    return oneLine(text.toStdString(), LongestPath);
}

/// File and folder: exports are full of files called audit.log.
QString shortPath(const QString &path)
{
    return shown(path.section(u'/', -2));
}

} // namespace

EventPlaceView::EventPlaceView(QWidget *parent)
    : QWidget(parent)
    , m_place(new FlowingText(this))
    , m_origin(new FlowingText(this))
    , m_wrapper(new FlowingText(this))
    , m_auditId(new FlowingText(this))
    , m_copyId(new QToolButton(this))
    , m_copiesButton(new QToolButton(this))
    , m_copies(new FlowingText(this))
{
    m_place->setQuiet(true);
    m_place->setAccessibleName(tr("Place of the event"));
    m_origin->setQuiet(true);
    m_origin->setAccessibleName(tr("Where the event comes from"));
    m_wrapper->setQuiet(true);
    m_wrapper->setAccessibleName(tr("What the export tells"));
    m_auditId->setQuiet(true);
    m_auditId->setAccessibleName(tr("auditID"));
    m_copies->setQuiet(true);
    m_copies->setAccessibleName(tr("Places of the copies"));
    m_copyId->setAutoRaise(true);
    m_copyId->setFocusPolicy(Qt::StrongFocus);
    m_copyId->setIcon(QIcon::fromTheme(u"edit-copy"_s));
    m_copyId->setText(tr("Copy"));
    m_copyId->setToolTip(tr("Copy the auditID"));
    m_copyId->setAccessibleName(tr("Copy the auditID"));
    m_copiesButton->setAutoRaise(true);
    m_copiesButton->setCheckable(true);
    m_copiesButton->setFocusPolicy(Qt::StrongFocus);
    m_copiesButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *id = new QHBoxLayout;
    id->setSpacing(4);
    id->addWidget(m_auditId, 1, Qt::AlignVCenter);
    id->addWidget(m_copyId, 0, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 8);
    layout->setSpacing(2);
    layout->addWidget(m_copiesButton, 0, Qt::AlignLeft);
    layout->addWidget(m_copies);
    layout->addWidget(m_place);
    layout->addWidget(m_origin);
    layout->addWidget(m_wrapper);
    layout->addLayout(id);
    connect(m_copiesButton, &QToolButton::toggled, this, &EventPlaceView::showCopies);
    connect(m_copyId, &QToolButton::clicked, this, &EventPlaceView::copyAuditId);
}

void EventPlaceView::setEvent(const EventDetails &event)
{
    const QString offset = locale().toString(static_cast<qlonglong>(event.place.streamOffset));
    m_place->setText(
        tr("%1, byte %2, %Ln bytes long", nullptr, static_cast<int>(event.place.length))
            .arg(shortPath(event.sourcePath), offset));
    m_place->setToolTip(plainToolTip(shown(event.sourcePath)));
    m_recordedId = QString::fromStdString(event.row.auditId.value_or(std::string()));
    m_auditId->setText(m_recordedId.isEmpty() ? tr("No auditID")
                                              : tr("auditID %1").arg(shown(m_recordedId)));
    m_copyId->setVisible(!m_recordedId.isEmpty());
    setOrigin(event.row);
    setWrapper(event);
    setCopies(event);
}

void EventPlaceView::setOrigin(const EventRow &row)
{
    QStringList parts;
    const auto add = [&parts](const QString &what, const std::optional<std::string> &name) {
        if (name) {
            parts << what.arg(oneLine(*name, LongestPath));
        }
    };
    add(tr("cluster %1"), row.cluster);
    add(tr("node %1"), row.node);
    add(tr("API server %1"), row.server);
    m_origin->setText(parts.join(u" · "_s));
    m_origin->setVisible(!parts.isEmpty());
}

void EventPlaceView::setWrapper(const EventDetails &event)
{
    constexpr qsizetype LongestFact = 200;
    QStringList lines{tr("Exported as %1").arg(shown(event.place.format))};
    for (const WrapperFact &fact : event.facts) {
        const QString value = oneLine(fact.value.toStdString(), LongestFact);
        lines << u"%1: %2"_s.arg(fact.name, value);
    }
    m_wrapper->setText(lines.join(u" · "_s));
    m_wrapper->setVisible(!event.place.format.isEmpty());
}

void EventPlaceView::setCopies(const EventDetails &event)
{
    const std::vector<EventDetails::Copy> &copies = event.copies;
    const bool conflict = std::ranges::any_of(copies, &EventDetails::Copy::conflict);
    const QString text =
        tr("Also seen in %Ln other places", nullptr, static_cast<int>(event.copyCount));
    m_copiesButton->setText(conflict ? tr("%1, not all the same").arg(text) : text);
    QStringList lines;
    for (const EventDetails::Copy &copy : copies) {
        const QString offset = locale().toString(static_cast<qlonglong>(copy.offset));
        lines << (copy.conflict ? tr("%1, byte %2: its recorded fields differ") : tr("%1, byte %2"))
                     .arg(shortPath(copy.path), offset);
    }
    if (event.copyCount > copies.size()) {
        lines << tr("and %Ln more", nullptr, static_cast<int>(event.copyCount - copies.size()));
    }
    m_copies->setText(lines.join(u'\n'));
    m_copiesButton->setVisible(!copies.empty());
    showCopies(m_copiesButton->isChecked() && !copies.empty());
}

void EventPlaceView::showCopies(bool shown)
{
    m_copiesButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    m_copies->setVisible(shown);
}

void EventPlaceView::copyAuditId()
{
    QApplication::clipboard()->setText(m_recordedId);
    Q_EMIT copied(tr("auditID copied."));
}

} // namespace auditloupe
