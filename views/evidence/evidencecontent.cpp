// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/evidence/evidencecontent.h"

#include "model/casefile/sourcename.h"
#include "model/casefile/sourcetablemodel.h"
#include "model/event/plaintext.h"
#include "model/event/time.h"
#include "model/evidence/evidencetext.h"
#include "model/evidence/findingtext.h"
#include "views/common/plaintooltip.h"
#include "views/evidence/findingview.h"
#include "views/overview/countbutton.h"
#include "views/overview/figurebutton.h"
#include "views/overview/figurerow.h"
#include "views/overview/linkbutton.h"
#include "views/overview/mutedlabel.h"
#include "views/overview/section.h"

#include <QLabel>
#include <QProgressBar>
#include <QScrollBar>
#include <QVBoxLayout>

#include <map>
#include <numeric>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr int Margin = 24;
constexpr int WidestContent = 960; // longer lines are not read, only crossed
constexpr int PerMille = 1000;
constexpr qreal TitleScale = 1.25;
constexpr qsizetype LongestPath = 4096;

QString safe(const QString &hostile)
{
    const QByteArray utf8 = hostile.toUtf8();
    return oneLine({utf8.constData(), std::size_t(utf8.size())}, LongestPath);
}

std::int64_t sum(const std::vector<SourceEvidence> &evidence, std::int64_t SourceInfo::*count)
{
    return std::accumulate(evidence.begin(), evidence.end(), std::int64_t{0},
                           [count](std::int64_t total, const SourceEvidence &source) {
                               return total + source.source.*count;
                           });
}

void addTexts(Section &section, const QStringList &texts, bool muted = false)
{
    for (const QString &text : texts) {
        section.addText(text, muted);
    }
}

} // namespace

EvidenceContent::EvidenceContent(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
}

void EvidenceContent::begin(const QString &title, const QString &path)
{
    m_file = nullptr;
    m_page = new QWidget;
    m_rows = new QVBoxLayout(m_page);
    m_rows->setContentsMargins(Margin, Margin, Margin, Margin);
    m_rows->setSpacing(Margin);
    auto *heading = new QLabel(title, m_page);
    heading->setTextFormat(Qt::PlainText);
    heading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    heading->setWordWrap(true);
    QFont large = heading->font();
    large.setPointSizeF(large.pointSizeF() * TitleScale);
    heading->setFont(large);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(4, 0, 4, 0);
    head->setSpacing(4);
    head->addWidget(heading);
    auto *note = new MutedLabel(path, m_page);
    note->setWordWrap(true);
    note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    head->addWidget(note);
    m_rows->addLayout(head);
}

void EvidenceContent::finish()
{
    m_rows->addStretch();
    m_page->setMaximumWidth(WidestContent);
    auto *frame = new QWidget;
    auto *sides = new QHBoxLayout(frame);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->addWidget(m_page, 1);
    sides->addStretch(0);
    setWidget(frame);
    verticalScrollBar()->setValue(0);
}

Section *EvidenceContent::addSection(const QString &title)
{
    auto *section = new Section(title, {}, m_page);
    m_rows->addWidget(section);
    return section;
}

void EvidenceContent::addFigure(std::int64_t count, const QString &unit, const QString &explanation)
{
    auto *row = m_page->findChild<FigureRow *>();
    FigureButton *figure = row->addFigure(count, unit);
    figure->setToolTip(plainToolTip(explanation));
    figure->setLink(false);
}

void EvidenceContent::addFigures(const std::vector<SourceEvidence> &evidence)
{
    m_rows->addWidget(new FigureRow(m_page));
    addFigure(sum(evidence, &SourceInfo::events), tr("accepted"),
              tr("Events that became rows of the case."));
    addFigure(sum(evidence, &SourceInfo::duplicates), tr("duplicates"),
              tr("Further copies of events: their bytes and places are kept."));
    addFigure(sum(evidence, &SourceInfo::conflicts), tr("conflicts"),
              tr("Duplicates whose recorded fields differ from the row's."));
    addFigure(sum(evidence, &SourceInfo::salvaged), tr("salvaged"),
              tr("Events that were cut off: what came before the cut is kept."));
    addFigure(sum(evidence, &SourceInfo::rejected), tr("rejected"),
              tr("Records that should have been events and cannot be read."));
}

void EvidenceContent::showSource(const SourceEvidence &evidence, const QTimeZone &zone)
{
    const SourceInfo &source = evidence.source;
    begin(sourceName(source), isFilePath(source.path) ? safe(source.path) : QString());
    addFigures({evidence});
    addArrival(evidence, zone);
    Section *missing = addFindings(evidence, FindingGroup::Missing, zone);
    addTexts(*missing, missingTexts(evidence), true);
    addFindings(evidence, FindingGroup::Unlike, zone);
    addTexts(*addSection(tr("Clocks and copies")), comparisonTexts(evidence));
    addTexts(*addSection(tr("Fields without a value in any event")), absentTexts(evidence));
    addFile();
    addSection(tr("What no page can tell"))->addText(evidenceCaveat());
    finish();
}

void EvidenceContent::addArrival(const SourceEvidence &evidence, const QTimeZone &zone)
{
    const SourceInfo &source = evidence.source;
    Section *section = addSection(tr("What arrived"));
    addTexts(*section, arrivalTexts(evidence, zone));
    for (const RejectedReason &reason : evidence.rejected) {
        auto *row = new CountButton({.label = tr("Rejected: %1").arg(safe(reason.reason)),
                                     .count = reason.count,
                                     .share = -1},
                                    section);
        connect(row, &QAbstractButton::clicked, this,
                [this, id = source.id] { Q_EMIT rejectedRequested(id); });
        section->addRow(row);
    }
    for (const auto &[reason, count] : source.other) {
        section->addRow(new CountButton({.label = tr("No audit event: %1").arg(safe(reason)),
                                         .count = count,
                                         .share = -1,
                                         .isLink = false},
                                        section));
    }
}

Section *EvidenceContent::addFindings(const SourceEvidence &evidence, FindingGroup group,
                                      const QTimeZone &zone)
{
    Section *section = addSection(groupTitle(group));
    for (const std::span<const Finding> findings : findingsByKind(evidence, group)) {
        auto *view = new FindingView(findings, zone, section);
        connect(view, &FindingView::eventsRequested, this, &EvidenceContent::eventsRequested);
        connect(view, &FindingView::eventRequested, this, &EvidenceContent::eventRequested);
        connect(view, &FindingView::rejectedRequested, this,
                [this, id = evidence.source.id] { Q_EMIT rejectedRequested(id); });
        section->addRow(view);
    }
    if (evidence.count(group) == 0) {
        section->addText(tr("Nothing was found."), true);
    }
    return section;
}

void EvidenceContent::addFile()
{
    m_file = addSection(tr("The file now"));
    m_file->addText(tr("Not compared yet. The file is read only when you ask for it; it may lie on "
                       "another machine."),
                    true);
    auto *compare = new LinkButton(tr("Compare with the file as it is now"), m_file);
    connect(compare, &QAbstractButton::clicked, this, &EvidenceContent::comparisonRequested);
    m_file->addRow(compare);
}

void EvidenceContent::showFileIsRead(int perMille)
{
    if (m_file == nullptr) {
        return;
    }
    auto *bar = m_file->findChild<QProgressBar *>();
    if (bar == nullptr) {
        m_file->clear();
        m_file->addText(tr("Reading the file…"));
        bar = new QProgressBar(m_file);
        bar->setRange(0, PerMille);
        bar->setTextVisible(false);
        m_file->addRow(bar);
        auto *cancel = new LinkButton(tr("Cancel"), m_file);
        connect(cancel, &QAbstractButton::clicked, this, &EvidenceContent::comparisonCancelled);
        m_file->addRow(cancel);
        cancel->setFocus(Qt::OtherFocusReason);
    }
    bar->setValue(perMille);
}

void EvidenceContent::showFile(const Result<FileComparison> &comparison)
{
    if (m_file == nullptr) {
        return;
    }
    m_file->clear();
    m_file->addText(comparison ? fileChangeText(comparison->change) : comparison.error().toText());
    if (comparison && !comparison->sha256.isEmpty()) {
        m_file->addText(tr("SHA-256 now: %1").arg(QString::fromLatin1(comparison->sha256.toHex())));
    }
    auto *again = new LinkButton(tr("Compare again"), m_file);
    connect(again, &QAbstractButton::clicked, this, &EvidenceContent::comparisonRequested);
    m_file->addRow(again);
}

void EvidenceContent::showAll(const std::vector<SourceEvidence> &evidence)
{
    begin(tr("All sources"),
          tr("What each of %Ln source(s) can and cannot prove stands on its own page.", nullptr,
             int(evidence.size())));
    addFigures(evidence);
    addKinds(evidence, FindingGroup::Missing);
    addKinds(evidence, FindingGroup::Unlike);
    addSection(tr("What no page can tell"))->addText(evidenceCaveat());
    finish();
}

/// Each kind with the number of sources that have it; it leads to the first of these.
void EvidenceContent::addKinds(const std::vector<SourceEvidence> &evidence, FindingGroup group)
{
    Section &section = *addSection(groupTitle(group));
    std::map<FindingKind, std::vector<SourceId>> sources;
    for (const SourceEvidence &source : evidence) {
        for (const Finding &finding : source.findings) {
            std::vector<SourceId> &having = sources[finding.kind];
            if (groupOf(finding.kind) == group
                && (having.empty() || having.back() != source.source.id)) {
                having.push_back(source.source.id);
            }
        }
    }
    std::erase_if(sources, [](const auto &entry) { return entry.second.empty(); });
    for (const auto &[kind, having] : sources) {
        auto *row = new CountButton(
            {.label = findingTitle(kind), .count = std::int64_t(having.size()), .share = -1},
            &section);
        connect(row, &QAbstractButton::clicked, this,
                [this, first = having.front()] { Q_EMIT sourceRequested(first); });
        section.addRow(row);
    }
    section.setUnit(sources.empty() ? QString() : tr("sources"));
    if (sources.empty()) {
        section.addText(tr("Nothing was found in any source."), true);
    }
}

} // namespace auditloupe
