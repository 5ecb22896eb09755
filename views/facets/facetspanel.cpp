// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/facets/facetspanel.h"

#include "model/query/facettreemodel.h"
#include "views/facets/facetfeed.h"
#include "views/facets/facetview.h"

#include <QSettings>
#include <QVBoxLayout>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr auto OpenKey = "facets/open"_L1;

/// Few values each, or what an investigation begins with: the first screen.
QStringList openAtFirst()
{
    return {u"outcome"_s,
            u"verb"_s,
            u"user.kind"_s,
            u"user.username"_s,
            u"objectRef.namespace"_s,
            u"objectRef.resource"_s,
            u"sourceIPs"_s,
            u"agent.family"_s};
}

} // namespace

FacetsPanel::FacetsPanel(CaseSession *session, QWidget *parent)
    : QWidget(parent)
    , m_model(new FacetTreeModel(this))
    , m_feed(new FacetFeed(*session, m_model, this))
    , m_view(new FacetView(session, m_model, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_view->setOpenFields(QSettings().value(OpenKey, openAtFirst()).toStringList());
    connect(m_view, &FacetView::tabRequested, this, &FacetsPanel::tabRequested);
    setFocusProxy(m_view);
}

void FacetsPanel::saveSettings() const
{
    QSettings().setValue(OpenKey, m_view->openFields());
}

void FacetsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed->setActive(true);
}

void FacetsPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed->setActive(false);
}

} // namespace auditloupe
