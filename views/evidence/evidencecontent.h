// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/evidence/evidence.h"
#include "model/evidence/filecomparison.h"

#include <QScrollArea>
#include <QTimeZone>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace auditloupe {

class Section;

/// What one source, or all of them, can and cannot prove.
class EvidenceContent : public QScrollArea
{
    Q_OBJECT

public:
    explicit EvidenceContent(QWidget *parent = nullptr);

    void showSource(const SourceEvidence &evidence, const QTimeZone &zone);
    void showAll(const std::vector<SourceEvidence> &evidence);

    /// What became of the shown source's file; while it is read, nothing.
    void showFile(const Result<FileComparison> &comparison);
    void showFileIsRead(int perMille);

Q_SIGNALS:
    void eventsRequested(const auditloupe::EventsLink &link);
    void eventRequested(auditloupe::EventId id);
    void rejectedRequested(auditloupe::SourceId source);
    void sourceRequested(auditloupe::SourceId source);
    void comparisonRequested();
    void comparisonCancelled();

private:
    void begin(const QString &title, const QString &path);
    Section *addSection(const QString &title);
    void addFigures(const std::vector<SourceEvidence> &evidence);
    void addFigure(std::int64_t count, const QString &unit, const QString &explanation);
    void addArrival(const SourceEvidence &evidence, const QTimeZone &zone);
    Section *addFindings(const SourceEvidence &evidence, FindingGroup group, const QTimeZone &zone);
    void addKinds(const std::vector<SourceEvidence> &evidence, FindingGroup group);
    void addFile();
    void finish();

    QWidget *m_page = nullptr;
    QVBoxLayout *m_rows = nullptr;
    Section *m_file = nullptr; // of the shown source
};

} // namespace auditloupe
