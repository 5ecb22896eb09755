// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/overviewcontent.h"

#include "model/casefile/sourcetablemodel.h"
#include "model/query/filter.h"
#include "views/overview/countsection.h"
#include "views/overview/linkbutton.h"
#include "views/overview/overviewhead.h"
#include "views/overview/sectionflow.h"

#include <QVBoxLayout>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr int Margin = 24;
constexpr int WidestContent = 2480; // longer lines are not read, only crossed

// What stands between a source's path and its being read whole.
QString sourceLabel(const SourceInfo &source)
{
    QString name = sourceName(source);
    switch (source.state) {
    case SourceState::Complete:
        return name;
    case SourceState::Importing:
        return OverviewContent::tr("%1 (import unfinished)").arg(name);
    case SourceState::Damaged:
        return OverviewContent::tr("%1 (damaged)").arg(name);
    case SourceState::Cancelled:
        return OverviewContent::tr("%1 (import cancelled)").arg(name);
    }
    return name;
}

} // namespace

OverviewContent::OverviewContent(QWidget *parent)
    : QScrollArea(parent)
    , m_head(new OverviewHead)
    , m_flow(new SectionFlow)
    , m_blindSpots(new Section(tr("What this log cannot show"), {}))
{
    m_flow->addSection(m_blindSpots);
    m_people = addCounts(tr("People"), tr("requests"));
    m_denials = addCounts(tr("Denied"), tr("requests by user"));
    m_deletions = addCounts(tr("Deletions"), tr("requests by resource"));
    m_rbacChanges = addCounts(tr("Changes of roles and bindings"), tr("requests by user"));
    m_connections = addCounts(tr("Exec, attach, port-forward, proxy"), tr("requests by user"));
    m_workloads = addCounts(tr("Service accounts"), tr("requests"));
    m_levels = addCounts(tr("Levels"), tr("events"));
    m_stages = addCounts(tr("Stages"), tr("events"));
    m_clusters = addCounts(tr("Clusters"), tr("requests"));
    m_nodes = addCounts(tr("Nodes"), tr("requests"));
    m_servers = addCounts(tr("API servers"), tr("requests"));
    m_sources = addCounts(tr("Sources"), tr("events"));

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(Margin);
    column->addWidget(m_head);
    column->addWidget(m_flow);
    column->addStretch();
    page->setMaximumWidth(WidestContent);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);

    connect(m_head, &OverviewHead::filterRequested, this, &OverviewContent::filterRequested);
    connect(m_head, &OverviewHead::sourcesRequested, this, &OverviewContent::sourcesRequested);
    connect(m_head, &OverviewHead::rejectedRequested, this, &OverviewContent::rejectedRequested);
}

CountSection *OverviewContent::addCounts(const QString &title, const QString &unit)
{
    auto *section = new CountSection(title, unit);
    m_flow->addSection(section);
    connect(section, &CountSection::filterRequested, this, &OverviewContent::filterRequested);
    return section;
}

void OverviewContent::setTimeZone(const Overview &overview, const QTimeZone &zone)
{
    m_head->setSpan(overview, zone);
}

void OverviewContent::setCasePath(const QString &path)
{
    m_head->setCasePath(path);
}

void OverviewContent::setContent(const CaseOverview &content)
{
    const Overview &overview = content.overview;
    m_head->setContent(content);
    setBlindSpots(overview.blindSpots);
    m_people->setCounts(overview.people, tr("No person made a request."));
    m_denials->setCounts(overview.denials, tr("No user was denied anything."));
    m_deletions->setCounts(overview.deletions, tr("Nothing was deleted."));
    m_rbacChanges->setCounts(overview.rbacChanges, tr("No role or binding was changed."));
    m_connections->setCounts(overview.connections, tr("Nobody connected to a pod or a node."));
    m_workloads->setCounts(overview.workloads, tr("No service account made a request."));
    m_levels->setCounts(overview.levels, {});
    m_stages->setCounts(overview.stages, {});
    m_clusters->setCounts(overview.clusters,
                          tr("The log does not say which cluster it comes from."));
    m_nodes->setCounts(overview.nodes, {});
    m_nodes->setVisible(!overview.nodes.empty());
    m_servers->setCounts(overview.servers, {});
    m_servers->setVisible(!overview.servers.empty());
    setSources(content.sources);
}

void OverviewContent::setBlindSpots(const std::vector<QString> &sentences)
{
    m_blindSpots->clear();
    for (const QString &sentence : sentences) {
        m_blindSpots->addText(sentence);
    }
    if (sentences.empty()) {
        m_blindSpots->addText(tr("Nothing was found missing. What the policy left out altogether "
                                 "leaves no trace."),
                              true);
    }
    auto *more = new LinkButton(tr("What each source can and cannot prove"), m_blindSpots);
    connect(more, &QAbstractButton::clicked, this, &OverviewContent::evidenceRequested);
    m_blindSpots->addRow(more);
}

void OverviewContent::setSources(const std::vector<SourceInfo> &sources)
{
    std::vector<OverviewCount> counts;
    counts.reserve(sources.size());
    for (const SourceInfo &source : sources) {
        const bool leadsToEvents = source.events > 0; // not where it held copies alone
        counts.push_back({.label = sourceLabel(source),
                          .count = source.events,
                          .filter = leadsToEvents ? sourceFilter(source) : QString(),
                          .unit = Unit::Events});
    }
    std::ranges::stable_sort(counts, std::greater(), &OverviewCount::count);
    m_sources->setCounts(std::move(counts), tr("Nothing was imported."));
    auto *more = new LinkButton(tr("Formats, hashes and owners"), m_sources);
    connect(more, &QAbstractButton::clicked, this, &OverviewContent::sourcesRequested);
    m_sources->addRow(more);
}

} // namespace auditloupe
