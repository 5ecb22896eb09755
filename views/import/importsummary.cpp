// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/import/importsummary.h"

#include "model/casefile/sourcename.h"
#include "model/casefile/sourcetablemodel.h"
#include "model/event/plaintext.h"
#include "model/event/time.h"
#include "model/import/skippedtablemodel.h"
#include "model/sources/inputstream.h"
#include "views/import/tables.h"
#include "views/overview/countbutton.h"
#include "views/overview/figurebutton.h"
#include "views/overview/figurerow.h"
#include "views/overview/linkbutton.h"
#include "views/overview/mutedlabel.h"
#include "views/overview/section.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr int Margin = 24;
constexpr int NarrowSection = 480; // a number must not stand far from its name
constexpr int MostRows = 8; // more of them scroll inside their table
constexpr qreal HeadlineScale = 1.25;
constexpr double UsPerSecond = 1e6;

void fitHeight(QTableView &table, int rows)
{
    const int shown = std::clamp(rows, 1, MostRows);
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height()
                         + shown * table.verticalHeader()->defaultSectionSize()
                         + table.horizontalScrollBar()->sizeHint().height());
}

QString headline(const ImportReport &report)
{
    const QString time = formatDuration(std::int64_t(report.elapsedSeconds * UsPerSecond));
    if (report.cancelled) {
        return ImportSummary::tr(
                   "The import was cancelled after %1. What was read by then is kept.")
            .arg(time);
    }
    if (report.events == 0 && (report.duplicates > 0 || !report.known.empty())) {
        return ImportSummary::tr("Nothing new: every event is in the case already.");
    }
    return report.events == 0 ? ImportSummary::tr("No event was found.")
                              : ImportSummary::tr("Imported in %1.").arg(time);
}

} // namespace

ImportSummary::ImportSummary(QWidget *parent)
    : QScrollArea(parent)
    , m_sources(new Section(tr("Sources"), {}))
    , m_other(new Section(tr("Recognised, but no audit events"), tr("records")))
    , m_known(new Section(tr("Imported before"), {}))
    , m_skipped(new Section(tr("Skipped files"), {}))
    , m_sourceModel(new SourceTableModel(this))
    , m_skippedModel(new SkippedTableModel(this))
    , m_sourceTable(new QTableView)
    , m_skippedTable(new QTableView)
{
    makeTables();
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(Margin, Margin, Margin, Margin);
    rows->setSpacing(Margin);
    rows->addWidget(makeHead());
    rows->addWidget(m_sources);
    rows->addWidget(m_known);
    rows->addWidget(m_other);
    rows->addWidget(m_skipped);
    for (Section *section : {m_sources, m_known, m_other, m_skipped}) {
        section->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    }
    rows->addStretch(1);
    setBackgroundRole(QPalette::Base);
    m_other->setMaximumWidth(NarrowSection);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
}

void ImportSummary::makeTables()
{
    m_sourceTable->setModel(m_sourceModel);
    setUpSourceTable(*m_sourceTable);
    m_sourceTable->setAccessibleName(tr("Sources"));
    m_sources->addRow(m_sourceTable);
    auto *more = new LinkButton(tr("Hashes, owners and other details"), m_sources);
    connect(more, &QAbstractButton::clicked, this, &ImportSummary::showSources);
    m_sources->addRow(more);
    connect(m_sourceTable, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (m_sourceModel->sourceAt(index.row()).rejected > 0) {
            Q_EMIT showRejected(m_sourceModel->sourceAt(index.row()).id);
        }
    });

    m_skippedTable->setModel(m_skippedModel);
    setUpTable(*m_skippedTable, {{int(SkippedTableModel::Column::Path), 480}});
    m_skippedTable->setAccessibleName(tr("Skipped files"));
    m_skipped->addRow(m_skippedTable);
    makeSkippedActions();
}

/// Whoever knows what a file is that was not recognised can say it.
void ImportSummary::makeSkippedActions()
{
    auto *readAs = new QAction(tr("Read as…"), m_skippedTable);
    const auto request = [this] {
        const QModelIndex current = m_skippedTable->currentIndex();
        const QString path = current.isValid() ? m_skippedModel->fileAt(current.row()).path : u""_s;
        if (!path.isEmpty() && isFilePath(path) && !path.contains(MemberSign)) {
            Q_EMIT readAsRequested(path);
        }
    };
    connect(readAs, &QAction::triggered, this, request);
    connect(m_skippedTable, &QAbstractItemView::activated, this, request);
    m_skippedTable->addAction(readAs);
    m_skippedTable->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QWidget *ImportSummary::makeHead()
{
    auto *head = new QWidget;
    m_headline = new QLabel(head);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont large = m_headline->font();
    large.setPointSizeF(large.pointSizeF() * HeadlineScale);
    m_headline->setFont(large);
    m_span = new MutedLabel({}, head);
    auto *close = new QPushButton(tr("&Close"), head);
    connect(close, &QPushButton::clicked, this, &ImportSummary::closed);

    auto *words = new QVBoxLayout;
    words->setContentsMargins(4, 0, 4, 0);
    words->setSpacing(4);
    words->addWidget(m_headline);
    words->addWidget(m_span);
    auto *top = new QHBoxLayout;
    top->addLayout(words, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    m_figures = new FigureRow(head);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(16);
    rows->addLayout(top);
    rows->addWidget(m_figures);
    return head;
}

void ImportSummary::setReport(const ImportReport &report, const QTimeZone &zone)
{
    m_headline->setText(headline(report));
    m_span->setVisible(report.firstUs && report.lastUs);
    if (report.firstUs && report.lastUs) {
        m_span->setText(
            tr("%1 to %2", "a span of time")
                .arg(formatTime(*report.firstUs, zone), formatTime(*report.lastUs, zone)));
    }
    setFigures(report);
    m_sourceModel->setTimeZone(zone);
    m_sourceModel->setSources(report.sources);
    const auto logs = std::ranges::count_if(
        report.sources, [](const SourceInfo &source) { return !isArchive(source); });
    m_sources->setUnit(QLocale().toString(qulonglong(logs)));
    m_sources->setVisible(!report.sources.empty());
    fitHeight(*m_sourceTable, int(report.sources.size()));
    setKnown(report.known);
    setOther(report.sources);
    m_skippedModel->setFiles(report.skipped);
    m_skipped->setUnit(QLocale().toString(qulonglong(report.skipped.size())));
    m_skipped->setVisible(!report.skipped.empty());
    fitHeight(*m_skippedTable, int(report.skipped.size()));
}

void ImportSummary::setFigures(const ImportReport &report)
{
    m_figures->clear();
    addFigure(report.events, tr("events"), tr("Rows that the import added."));
    addFigure(report.duplicates, tr("duplicates"),
              tr("Further copies of events: their bytes and places are kept."));
    addFigure(report.conflicts, tr("conflicts"),
              tr("Duplicates whose recorded fields differ from the row's."));
    addFigure(report.salvaged, tr("salvaged"),
              tr("Events that were cut off: what came before the cut is kept."));
    if (report.rejected > 0) {
        connect(m_figures->addFigure(report.rejected, tr("rejected lines")),
                &QAbstractButton::clicked, this, [this] { Q_EMIT showRejected(SourceId{0}); });
    } else {
        addFigure(0, tr("rejected lines"), tr("Every line that should be an event is one."));
    }
}

void ImportSummary::addFigure(std::int64_t count, const QString &unit, const QString &explanation)
{
    FigureButton *figure = m_figures->addFigure(count, unit);
    figure->setToolTip(explanation);
    figure->setLink(false);
}

void ImportSummary::setKnown(const std::vector<KnownFile> &files)
{
    constexpr std::size_t MostShown = 50;
    m_known->clear();
    m_known->setUnit(QLocale().toString(qulonglong(files.size())));
    m_known->setVisible(!files.empty());
    for (const KnownFile &file : files) {
        if (&file - files.data() == MostShown) {
            m_known->addText(
                tr("and %Ln more", nullptr, static_cast<int>(files.size() - MostShown)), true);
            return;
        }
        const QString name = oneLine(file.path.section(u'/', -2).toStdString());
        m_known->addText(
            tr("%1: %2", "a file and what became of it").arg(name, knownFileText(file)));
    }
}

void ImportSummary::setOther(const std::vector<SourceInfo> &sources)
{
    std::map<QString, std::int64_t> reasons;
    for (const SourceInfo &source : sources) {
        for (const auto &[reason, count] : source.other) {
            reasons[reason] += count;
        }
    }
    m_other->clear();
    m_other->setVisible(!reasons.empty());
    for (const auto &[reason, count] : reasons) {
        m_other->addRow(new CountButton(
            {.label = reason, .count = count, .share = -1, .isLink = false}, m_other));
    }
}

} // namespace auditloupe
