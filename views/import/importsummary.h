// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/import/importer.h"

#include <QScrollArea>
#include <QTimeZone>

class QLabel;
class QTableView;

namespace auditloupe {

class FigureRow;
class MutedLabel;
class Section;
class SkippedTableModel;
class SourceTableModel;

/// What an import brought: counts, each source, and every file that was left out with the reason.
class ImportSummary : public QScrollArea
{
    Q_OBJECT

public:
    explicit ImportSummary(QWidget *parent = nullptr);

    void setReport(const ImportReport &report, const QTimeZone &zone);

Q_SIGNALS:
    void showRejected(SourceId source); ///< 0: of all sources
    void showSources();
    void readAsRequested(const QString &path); ///< of a file that was skipped
    void closed();

private:
    QWidget *makeHead();
    void makeTables();
    void makeSkippedActions();
    void setFigures(const ImportReport &report);
    void addFigure(std::int64_t count, const QString &unit, const QString &explanation);
    void setKnown(const std::vector<KnownFile> &files);
    void setOther(const std::vector<SourceInfo> &sources);

    QLabel *m_headline = nullptr;
    MutedLabel *m_span = nullptr;
    FigureRow *m_figures = nullptr;
    Section *m_sources;
    Section *m_other;
    Section *m_known;
    Section *m_skipped;
    SourceTableModel *m_sourceModel;
    SkippedTableModel *m_skippedModel;
    QTableView *m_sourceTable;
    QTableView *m_skippedTable;
};

} // namespace auditloupe
