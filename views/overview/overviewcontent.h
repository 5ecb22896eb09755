// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/overview/overviewjob.h"

#include <QScrollArea>
#include <QTimeZone>

namespace auditloupe {

class CountSection;
class OverviewHead;
class Section;
class SectionFlow;

/// The Overview's numbers and sentences, laid out in columns and scrolled when they are long.
class OverviewContent : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewContent(QWidget *parent = nullptr);

    void setContent(const CaseOverview &content);
    void setCasePath(const QString &path);
    void setTimeZone(const Overview &overview, const QTimeZone &zone);

Q_SIGNALS:
    void filterRequested(const QString &filter, Unit unit);
    void sourcesRequested();
    void rejectedRequested();
    void evidenceRequested();

private:
    CountSection *addCounts(const QString &title, const QString &unit);
    void setSources(const std::vector<SourceInfo> &sources);
    void setBlindSpots(const std::vector<QString> &sentences);

    OverviewHead *m_head;
    SectionFlow *m_flow;
    Section *m_blindSpots;
    CountSection *m_people;
    CountSection *m_denials;
    CountSection *m_deletions;
    CountSection *m_rbacChanges;
    CountSection *m_connections;
    CountSection *m_workloads;
    CountSection *m_levels;
    CountSection *m_stages;
    CountSection *m_nodes;
    CountSection *m_servers;
    CountSection *m_clusters;
    CountSection *m_sources;
};

} // namespace auditloupe
